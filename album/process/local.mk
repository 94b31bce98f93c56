# The processors of a chain.
libalbum_a_SOURCES += \
	%D%/ballistics.c %D%/ballistics.h \
	%D%/compressor.c %D%/compressor.h \
	%D%/decibel.c %D%/decibel.h \
	%D%/delay.c %D%/delay.h \
	%D%/dynamics.c %D%/dynamics.h \
	%D%/gain_computer.c %D%/gain_computer.h \
	%D%/make_up.c %D%/make_up.h \
	%D%/peak_hold.c %D%/peak_hold.h \
	%D%/processor.c %D%/processor.h \
	%D%/reduction.c %D%/reduction.h \
	%D%/section.c %D%/section.h
