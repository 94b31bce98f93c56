# Quality claims, as tables with thresholds.
check_PROGRAMS += \
	%D%/test_ebu \
	%D%/test_limiter \
	%D%/test_true_peak
%C%_test_ebu_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_ebu_LDADD = $(album_libs)
%C%_test_limiter_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_limiter_LDADD = $(album_libs)
%C%_test_true_peak_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_true_peak_LDADD = $(album_libs)
EXTRA_DIST += %D%/signals.h
