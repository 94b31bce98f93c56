# Quality as tables with thresholds.
check_PROGRAMS += \
	%D%/test_compressor \
	%D%/test_deesser \
	%D%/test_oversample \
	%D%/test_saturation
%C%_test_compressor_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_compressor_LDADD = $(process_test_libs)
%C%_test_deesser_LDADD = $(process_test_libs)
%C%_test_oversample_LDADD = $(process_test_libs)
%C%_test_saturation_LDADD = $(process_test_libs)
