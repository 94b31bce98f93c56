# What changes audio, each processor a source; the steps of a chain, and the chain.
libalbum_a_SOURCES += \
	%D%/activity.c %D%/activity.h \
	%D%/ballistics.c %D%/ballistics.h \
	%D%/biquad.c %D%/biquad.h \
	%D%/biquad_match.c \
	%D%/chain.c %D%/chain.h \
	%D%/chain_make_up.c %D%/chain_make_up.h \
	%D%/clipper.c %D%/clipper.h \
	%D%/clipper_step.c \
	%D%/compressor.c %D%/compressor.h \
	%D%/compressor_step.c \
	%D%/crossover.c %D%/crossover.h \
	%D%/dc.c %D%/dc.h \
	%D%/decibel.c %D%/decibel.h \
	%D%/deesser.c %D%/deesser.h \
	%D%/deesser_step.c \
	%D%/delay.c %D%/delay.h \
	%D%/dynamics.c %D%/dynamics.h \
	%D%/dynamics_step.c %D%/dynamics_step.h \
	%D%/eq.c %D%/eq.h \
	%D%/eq_band.c %D%/eq_band.h \
	%D%/eq_dynamic.c %D%/eq_dynamic.h \
	%D%/eq_linear.c %D%/eq_linear.h \
	%D%/eq_step.c \
	%D%/fir.c %D%/fir.h \
	%D%/gain.c %D%/gain.h \
	%D%/gain_computer.c %D%/gain_computer.h \
	%D%/gain_path.c %D%/gain_path.h \
	%D%/half_band.c %D%/half_band.h \
	%D%/kernel.c %D%/kernel.h \
	%D%/kinds.c \
	%D%/least_squares.c %D%/least_squares.h \
	%D%/limiter.c %D%/limiter.h \
	%D%/limiter_pass.c %D%/limiter_pass.h \
	%D%/limiter_step.c \
	%D%/loud_steps.h \
	%D%/make_up.c %D%/make_up.h \
	%D%/moving_maximum.c %D%/moving_maximum.h \
	%D%/multiband.c %D%/multiband.h \
	%D%/multiband_step.c \
	%D%/oversample.c %D%/oversample.h \
	%D%/pairs.h \
	%D%/peak_detector.c %D%/peak_detector.h \
	%D%/peak_hold.c %D%/peak_hold.h \
	%D%/processor.c %D%/processor.h \
	%D%/prototype.c %D%/prototype.h \
	%D%/reduction.c %D%/reduction.h \
	%D%/release.c %D%/release.h \
	%D%/section.c %D%/section.h \
	%D%/short_fir.c %D%/short_fir.h \
	%D%/short_interpolation.c %D%/short_interpolation.h \
	%D%/smooth.c %D%/smooth.h \
	%D%/stage.c %D%/stage.h \
	%D%/step.c %D%/step.h \
	%D%/step_help.c \
	%D%/tape.c %D%/tape.h \
	%D%/tape_hysteresis.c %D%/tape_hysteresis.h \
	%D%/tape_step.c \
	%D%/tee.c %D%/tee.h \
	%D%/width.c %D%/width.h \
	%D%/width_step.c
