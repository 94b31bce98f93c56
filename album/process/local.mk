# The processors: what changes audio, each a source that reads from another.
libalbum_a_SOURCES += \
	%D%/activity.c %D%/activity.h \
	%D%/ballistics.c %D%/ballistics.h \
	%D%/clipper.c %D%/clipper.h \
	%D%/compressor.c %D%/compressor.h \
	%D%/dc.c %D%/dc.h \
	%D%/deesser.c %D%/deesser.h \
	%D%/dynamics.c %D%/dynamics.h \
	%D%/eq.c %D%/eq.h \
	%D%/eq_band.c %D%/eq_band.h \
	%D%/eq_dynamic.c %D%/eq_dynamic.h \
	%D%/eq_linear.c %D%/eq_linear.h \
	%D%/gain.c %D%/gain.h \
	%D%/gain_computer.c %D%/gain_computer.h \
	%D%/multiband.c %D%/multiband.h \
	%D%/peak_hold.c %D%/peak_hold.h \
	%D%/processor.c %D%/processor.h \
	%D%/stage.c %D%/stage.h \
	%D%/tape.c %D%/tape.h \
	%D%/tape_hysteresis.c %D%/tape_hysteresis.h \
	%D%/tee.c %D%/tee.h \
	%D%/width.c %D%/width.h
