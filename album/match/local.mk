# Matching the tracks of an album to each other.
libalbum_a_SOURCES += \
	%D%/match.c %D%/match.h \
	%D%/root.c %D%/root.h
