# Processors: the steps of a chain, and the chain.
libalbum_a_SOURCES += \
	%D%/biquad.c %D%/biquad.h \
	%D%/biquad_match.c \
	%D%/chain.c %D%/chain.h \
	%D%/dc.c %D%/dc.h \
	%D%/eq.c %D%/eq.h \
	%D%/eq_band.c %D%/eq_band.h \
	%D%/eq_dynamic.c %D%/eq_dynamic.h \
	%D%/eq_linear.c %D%/eq_linear.h \
	%D%/eq_step.c \
	%D%/fft.c %D%/fft.h \
	%D%/fir.c %D%/fir.h \
	%D%/gain.c %D%/gain.h \
	%D%/kernel.c %D%/kernel.h \
	%D%/kinds.c \
	%D%/least_squares.c %D%/least_squares.h \
	%D%/prototype.c %D%/prototype.h \
	%D%/stage.c %D%/stage.h \
	%D%/step.c %D%/step.h \
	%D%/step_help.c \
	%D%/tee.c %D%/tee.h \
	%D%/width.c %D%/width.h \
	%D%/width_step.c
