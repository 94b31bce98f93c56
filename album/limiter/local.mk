# The true-peak limiter, and what it is made of.
libalbum_a_SOURCES += \
	%D%/forecast.c %D%/forecast.h \
	%D%/gain_path.c %D%/gain_path.h \
	%D%/limiter.c %D%/limiter.h \
	%D%/limiter_pass.c %D%/limiter_pass.h \
	%D%/moving_maximum.c %D%/moving_maximum.h \
	%D%/peak_detector.c %D%/peak_detector.h \
	%D%/reduction.c %D%/reduction.h \
	%D%/release.c %D%/release.h \
	%D%/short_interpolation.c %D%/short_interpolation.h \
	%D%/smooth.c %D%/smooth.h
