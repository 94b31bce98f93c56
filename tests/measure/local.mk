# Quality claims, as tables of measured figures with thresholds.
check_PROGRAMS += \
	%D%/test_dither \
	%D%/test_resample
tests_measure_test_dither_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_measure_test_dither_LDADD = $(support_libs)
tests_measure_test_resample_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_measure_test_resample_LDADD = $(support_libs)
