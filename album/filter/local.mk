# Linear filters and what they are designed with; delays; rates that are multiples.
libalbum_a_SOURCES += \
	%D%/biquad.c %D%/biquad.h \
	%D%/biquad_match.c \
	%D%/crossover.c %D%/crossover.h \
	%D%/decibel.c %D%/decibel.h \
	%D%/delay.c %D%/delay.h \
	%D%/fir.c %D%/fir.h \
	%D%/half_band.c %D%/half_band.h \
	%D%/kernel.c %D%/kernel.h \
	%D%/least_squares.c %D%/least_squares.h \
	%D%/oversample.c %D%/oversample.h \
	%D%/pairs.h \
	%D%/prototype.c %D%/prototype.h \
	%D%/section.c %D%/section.h \
	%D%/short_fir.c %D%/short_fir.h
