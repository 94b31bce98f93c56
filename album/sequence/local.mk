# The album's timeline, and the program that follows it.
libalbum_a_SOURCES += \
	%D%/chain_observer.c %D%/chain_observer.h \
	%D%/mixes.c %D%/mixes.h \
	%D%/processing.c %D%/processing.h \
	%D%/program.c %D%/program.h \
	%D%/timeline.c %D%/timeline.h \
	%D%/tone_filtering.c %D%/tone_filtering.h \
	%D%/tone_judge.c %D%/tone_judge.h \
	%D%/tone_match.c %D%/tone_match.h \
	%D%/tone_track.c %D%/tone_track.h
