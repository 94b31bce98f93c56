# The album's timeline, and the program that follows it.
libalbum_a_SOURCES += \
	%D%/chain_observer.c %D%/chain_observer.h \
	%D%/mixes.c %D%/mixes.h \
	%D%/processing.c %D%/processing.h \
	%D%/program.c %D%/program.h \
	%D%/timeline.c %D%/timeline.h \
	%D%/tone_match.c %D%/tone_match.h
