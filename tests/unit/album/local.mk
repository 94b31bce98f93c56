# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_container \
	%D%/test_fade \
	%D%/test_float_store \
	%D%/test_grid \
	%D%/test_mix \
	%D%/test_noise_shape \
	%D%/test_quantise \
	%D%/test_read_ahead \
	%D%/test_resample \
	%D%/test_scan
tests_unit_album_test_container_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_container_LDADD = $(support_libs)
tests_unit_album_test_fade_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_fade_LDADD = $(support_libs)
tests_unit_album_test_float_store_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_float_store_LDADD = $(support_libs)
tests_unit_album_test_grid_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_grid_LDADD = $(support_libs)
tests_unit_album_test_mix_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_mix_LDADD = $(support_libs)
tests_unit_album_test_noise_shape_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_noise_shape_LDADD = $(support_libs)
tests_unit_album_test_quantise_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_quantise_LDADD = $(support_libs)
tests_unit_album_test_read_ahead_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_read_ahead_LDADD = $(support_libs)
tests_unit_album_test_resample_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_resample_LDADD = $(support_libs)
tests_unit_album_test_scan_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_unit_album_test_scan_LDADD = $(support_libs)
