# Speed and sound beside peers, by hand: make tests/bench/bench_audio && tests/bench/bench_audio
EXTRA_PROGRAMS += %D%/bench_audio
