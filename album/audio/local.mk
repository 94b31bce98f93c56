# Audio in and out: mixes, sources, resampling, dither.
libalbum_a_SOURCES += \
	%D%/audio_files.c %D%/audio_files.h \
	%D%/container.c %D%/container.h \
	%D%/fade.c %D%/fade.h \
	%D%/fft.c %D%/fft.h \
	%D%/float_store.c %D%/float_store.h \
	%D%/grid.h \
	%D%/mix.c %D%/mix.h \
	%D%/natural_order.c %D%/natural_order.h \
	%D%/noise_shape.c %D%/noise_shape.h \
	%D%/peaks.c %D%/peaks.h \
	%D%/quantise.c %D%/quantise.h \
	%D%/read_ahead.c %D%/read_ahead.h \
	%D%/resample.c %D%/resample.h \
	%D%/resample_libsamplerate.c %D%/resample_library.h \
	%D%/resample_soxr.c \
	%D%/scan.c %D%/scan.h \
	%D%/silent_head.c %D%/silent_head.h \
	%D%/source.c %D%/source.h \
	%D%/stack.c %D%/stack.h
