# What tests of audio share.
check_LIBRARIES += %D%/libsupport.a
audio_test_libs = %D%/libsupport.a $(album_libs)
%C%_libsupport_a_SOURCES = \
	%D%/audio.c %D%/audio.h
