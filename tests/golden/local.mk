# Small texts as they shall be.
check_PROGRAMS += \
	%D%/test_step_help
%C%_test_step_help_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_step_help_LDADD = $(album_libs)

EXTRA_DIST += \
	%D%/help_clipper.txt \
	%D%/help_compressor.txt \
	%D%/help_dc.txt \
	%D%/help_deesser.txt \
	%D%/help_eq.txt \
	%D%/help_gain.txt \
	%D%/help_multiband.txt \
	%D%/help_tape.txt \
	%D%/help_width.txt
