# The album's timeline, and the program that follows it.
libalbum_a_SOURCES += \
	%D%/mixes.c %D%/mixes.h \
	%D%/program.c %D%/program.h \
	%D%/timeline.c %D%/timeline.h
