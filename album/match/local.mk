# Matching the tracks of an album to each other.
libalbum_a_SOURCES += \
	%D%/gain_search.c %D%/gain_search.h \
	%D%/hearing.c %D%/hearing.h \
	%D%/match.c %D%/match.h \
	%D%/matcher.c %D%/matcher.h \
	%D%/root.c %D%/root.h \
	%D%/solve.c %D%/solve.h
