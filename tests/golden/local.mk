# Small texts as they must come out. SEGUE_UPDATE_GOLDEN=1 writes them anew.
check_PROGRAMS += \
	%D%/test_manual \
	%D%/test_step_help
EXTRA_DIST += \
	%D%/disc-sheet.csv \
	%D%/disc-sheet.html \
	%D%/disc-sheet.txt \
	%D%/disc.toc \
	%D%/from-zero.cue \
	%D%/full.cue \
	%D%/help_clipper.txt \
	%D%/help_compressor.txt \
	%D%/help_dc.txt \
	%D%/help_deesser.txt \
	%D%/help_eq.txt \
	%D%/help_gain.txt \
	%D%/help_limiter.txt \
	%D%/help_multiband.txt \
	%D%/help_tape.txt \
	%D%/help_width.txt \
	%D%/portable.cue \
	%D%/pq-sheet.txt
