# Speed and sound beside peers, by hand: `make tests/bench/bench_audio`, then run it or the scripts.
EXTRA_PROGRAMS += \
	%D%/bench_audio \
	%D%/limiter_bench
EXTRA_DIST += \
	%D%/full_disc.sh \
	%D%/limiters.sh \
	%D%/measure.sh
