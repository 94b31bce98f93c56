# What can be measured of audio, each meter a sink.
libalbum_a_SOURCES += \
	%D%/interpolation.c %D%/interpolation.h \
	%D%/true_peak.c %D%/true_peak.h
