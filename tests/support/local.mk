# What tests share: made-up audio and discs, spectra, golden files, the rules of a source, steps from
# short texts.
check_LIBRARIES += tests/support/libsupport.a
tests_support_libsupport_a_SOURCES = \
	%D%/ddp_folder.c %D%/ddp_folder.h \
	%D%/ddp_set.c %D%/ddp_set.h \
	%D%/discs.c %D%/discs.h \
	%D%/dynamics_cases.c %D%/dynamics_cases.h \
	%D%/encoded.c %D%/encoded.h \
	%D%/golden.c %D%/golden.h \
	%D%/ogg_file.c %D%/ogg_file.h \
	%D%/random_disc.c %D%/random_disc.h \
	%D%/rendered.c %D%/rendered.h \
	%D%/rendering.c %D%/rendering.h \
	%D%/sheet_round.c %D%/sheet_round.h \
	%D%/signal.c %D%/signal.h \
	%D%/slow_tape.h \
	%D%/sound_file.c %D%/sound_file.h \
	%D%/source_rules.c %D%/source_rules.h \
	%D%/spectrum.c %D%/spectrum.h \
	%D%/step_text.c %D%/step_text.h \
	%D%/stream.c %D%/stream.h \
	%D%/tagged.c %D%/tagged.h \
	%D%/takes.c %D%/takes.h \
	%D%/tone.c %D%/tone.h \
	%D%/two_tracks.c %D%/two_tracks.h
