# Small texts as they must come out. SEGUE_UPDATE_GOLDEN=1 writes them anew.
EXTRA_DIST += \
	%D%/disc.toc \
	%D%/from-zero.cue \
	%D%/full.cue \
	%D%/portable.cue \
	%D%/pq-sheet.txt
