# Speed and sound beside peers, by hand: make tests/bench/bench_audio && tests/bench/bench_audio
EXTRA_DIST += %D%/full_disc.sh
EXTRA_PROGRAMS += %D%/bench_audio
