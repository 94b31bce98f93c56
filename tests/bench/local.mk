# Speed, by hand: make tests/bench/bench_audio && tests/bench/bench_audio
EXTRA_PROGRAMS += %D%/bench_audio
tests_bench_bench_audio_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_bench_bench_audio_LDADD = $(support_libs)
