# Comparisons with peers, run by hand: `make tests/bench/limiter_bench tests/bench/measure_bench`,
# then the scripts.
EXTRA_PROGRAMS += \
	%D%/limiter_bench \
	%D%/measure_bench
%C%_limiter_bench_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_limiter_bench_LDADD = $(album_libs)
%C%_measure_bench_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_measure_bench_LDADD = $(album_libs)
EXTRA_DIST += \
	%D%/limiters.sh \
	%D%/measure.sh
