# Claims of quality: tables with thresholds.
check_PROGRAMS += \
	%D%/test_eq \
	%D%/test_width
%C%_test_eq_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_eq_LDADD = $(process_test_libs)
%C%_test_width_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_width_LDADD = $(process_test_libs)

# Those of dynamics and saturation:
check_PROGRAMS += \
	%D%/test_compressor \
	%D%/test_deesser \
	%D%/test_multiband \
	%D%/test_oversample \
	%D%/test_saturation
%C%_test_compressor_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_compressor_LDADD = $(process_test_libs)
%C%_test_deesser_LDADD = $(process_test_libs)
%C%_test_multiband_LDADD = $(process_test_libs)
%C%_test_oversample_LDADD = $(process_test_libs)
%C%_test_saturation_LDADD = $(process_test_libs)
