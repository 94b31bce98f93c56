# How fast; by hand: make bench
EXTRA_PROGRAMS += %D%/bench_steps
CLEANFILES += %D%/bench_steps$(EXEEXT)
%C%_bench_steps_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_bench_steps_LDADD = $(process_test_libs)
EXTRA_DIST += %D%/eq.sh

EXTRA_PROGRAMS += %D%/bench_dynamics
CLEANFILES += %D%/bench_dynamics$(EXEEXT)
%C%_bench_dynamics_LDADD = $(process_test_libs)
EXTRA_DIST += %D%/dynamics.sh

bench: %D%/bench_steps$(EXEEXT) %D%/bench_dynamics$(EXEEXT)
	$(AM_V_at)./%D%/bench_steps$(EXEEXT)
	$(AM_V_at)TOP_BUILDDIR=. bash $(top_srcdir)/%D%/eq.sh
	$(AM_V_at)./%D%/bench_dynamics$(EXEEXT)
	$(AM_V_at)bash $(top_srcdir)/%D%/dynamics.sh
.PHONY: bench
