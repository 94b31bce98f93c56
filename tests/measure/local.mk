# Claims of quality: tables with thresholds.
check_PROGRAMS += \
	%D%/test_eq \
	%D%/test_width
%C%_test_eq_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_eq_LDADD = $(process_test_libs)
%C%_test_width_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_width_LDADD = $(process_test_libs)
