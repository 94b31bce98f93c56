# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_dynamic_range \
	%D%/test_gain_path \
	%D%/test_interpolation \
	%D%/test_levels \
	%D%/test_limiter \
	%D%/test_limiter_pass \
	%D%/test_loudness \
	%D%/test_loudness_range \
	%D%/test_measurement \
	%D%/test_moving_maximum \
	%D%/test_peak_detector \
	%D%/test_reduction \
	%D%/test_release \
	%D%/test_short_interpolation \
	%D%/test_smooth \
	%D%/test_true_peak
%C%_test_dynamic_range_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_dynamic_range_LDADD = $(album_libs)
%C%_test_gain_path_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_gain_path_LDADD = $(album_libs)
%C%_test_interpolation_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_interpolation_LDADD = $(album_libs)
%C%_test_levels_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_levels_LDADD = $(album_libs)
%C%_test_limiter_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_limiter_LDADD = $(album_libs)
%C%_test_limiter_pass_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_limiter_pass_LDADD = $(album_libs)
%C%_test_loudness_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_loudness_LDADD = $(album_libs)
%C%_test_loudness_range_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_loudness_range_LDADD = $(album_libs)
%C%_test_measurement_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_measurement_LDADD = $(album_libs)
%C%_test_moving_maximum_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_moving_maximum_LDADD = $(album_libs)
%C%_test_peak_detector_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_peak_detector_LDADD = $(album_libs)
%C%_test_reduction_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_reduction_LDADD = $(album_libs)
%C%_test_release_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_release_LDADD = $(album_libs)
%C%_test_short_interpolation_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_short_interpolation_LDADD = $(album_libs)
%C%_test_smooth_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_smooth_LDADD = $(album_libs)
%C%_test_true_peak_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_true_peak_LDADD = $(album_libs)
