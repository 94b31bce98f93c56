# Audio in and out: mixes, sources, resampling, dither.
libalbum_a_SOURCES += \
	%D%/source.c %D%/source.h
