# The processors of a chain.
libalbum_a_SOURCES += \
	%D%/ballistics.c %D%/ballistics.h \
	%D%/decibel.c %D%/decibel.h \
	%D%/gain_computer.c %D%/gain_computer.h
