# What can be measured of audio, each meter a sink.
libalbum_a_SOURCES += \
	%D%/balance.c %D%/balance.h \
	%D%/dynamic_range.c %D%/dynamic_range.h \
	%D%/file_measurement.c %D%/file_measurement.h \
	%D%/interpolation.c %D%/interpolation.h \
	%D%/interpolation_grid.c %D%/interpolation_grid.h \
	%D%/levels.c %D%/levels.h \
	%D%/loudness.c %D%/loudness.h \
	%D%/loudness_range.c %D%/loudness_range.h \
	%D%/loudness_steps.c %D%/loudness_steps.h \
	%D%/measurement.c %D%/measurement.h \
	%D%/peak_blocks.c %D%/peak_blocks.h \
	%D%/region_measurement.c %D%/region_measurement.h \
	%D%/true_peak.c %D%/true_peak.h
