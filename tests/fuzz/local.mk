# Hostile input, one target per parser: a line here, a file of its name, and a folder in corpus/.
# `make check` replays the corpus and changes it at random; with --enable-fuzzing and CC=clang,
# <target>.fuzzer is libFuzzer's own program.
fuzz_targets = \
	%D%/fuzz_cdtext \
	%D%/fuzz_checksum \
	%D%/fuzz_cue \
	%D%/fuzz_ddp_id \
	%D%/fuzz_ddp_map \
	%D%/fuzz_m4a \
	%D%/fuzz_pq \
	%D%/fuzz_project \
	%D%/fuzz_toc

check_PROGRAMS += $(fuzz_targets)
check_LIBRARIES += %D%/libreplay.a
%C%_libreplay_a_SOURCES = %D%/replay.c
EXTRA_DIST += %D%/corpus

if FUZZING
fuzzers = $(fuzz_targets:=.fuzzer)
noinst_DATA += $(fuzzers)
CLEANFILES += $(fuzzers)
SUFFIXES += .fuzzer
$(fuzzers): tests/support/libsupport.a libalbum.a libredbook.a
.o.fuzzer:
	$(AM_V_CCLD)$(CC) $(AM_CFLAGS) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $< \
	  tests/support/libsupport.a $(album_libs) $(LIBS)
endif
