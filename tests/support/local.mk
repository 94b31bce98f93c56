# What tests of processors share: audio in memory, steps from short texts.
check_LIBRARIES += libtestsupport.a
libtestsupport_a_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
libtestsupport_a_SOURCES = \
	%D%/dynamics_cases.c %D%/dynamics_cases.h \
	%D%/step_text.c %D%/step_text.h \
	%D%/stream.c %D%/stream.h \
	%D%/tone.c %D%/tone.h

process_test_libs = libtestsupport.a $(album_libs)
