# Matching the tracks of an album to each other.
libalbum_a_SOURCES += \
	%D%/match.c %D%/match.h \
	%D%/matcher.c %D%/matcher.h \
	%D%/root.c %D%/root.h \
	%D%/solve.c %D%/solve.h \
	%D%/trial.c %D%/trial.h
