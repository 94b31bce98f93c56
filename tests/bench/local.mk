# Speed and sound beside peers, by hand: `make bench` for the processors; `make tests/bench/bench_audio`
# and the like, then run it or the scripts, for the rest.
EXTRA_PROGRAMS += \
	%D%/bench_audio \
	%D%/bench_dynamics \
	%D%/bench_steps \
	%D%/limiter_bench \
	%D%/reference_peak
EXTRA_DIST += \
	%D%/deliverables.sh \
	%D%/dynamics.sh \
	%D%/eq.sh \
	%D%/full_disc.sh \
	%D%/limiters.sh \
	%D%/measure.sh \
	%D%/tone.sh

bench: %D%/bench_steps$(EXEEXT) %D%/bench_dynamics$(EXEEXT)
	$(AM_V_at)TOP_BUILDDIR=. bash $(top_srcdir)/%D%/eq.sh
	$(AM_V_at)./%D%/bench_dynamics$(EXEEXT)
	$(AM_V_at)bash $(top_srcdir)/%D%/dynamics.sh
	$(AM_V_at)./%D%/bench_steps$(EXEEXT)
.PHONY: bench
