# Listening for faults: in mixes, and on discs.
libalbum_a_SOURCES += \
	%D%/album_check.c %D%/album_check.h \
	%D%/bit_depth.c %D%/bit_depth.h \
	%D%/check_text.c %D%/check_text.h \
	%D%/clicks.c %D%/clicks.h \
	%D%/clipping.c %D%/clipping.h \
	%D%/disc_audio.c %D%/disc_audio.h \
	%D%/disc_ears.c %D%/disc_ears.h \
	%D%/dropouts.c %D%/dropouts.h \
	%D%/ears.c %D%/ears.h \
	%D%/fault.c %D%/fault.h \
	%D%/markers.c %D%/markers.h \
	%D%/mean_spectrum.c %D%/mean_spectrum.h \
	%D%/mix_check.c %D%/mix_check.h \
	%D%/mix_faults.c %D%/mix_faults.h \
	%D%/prediction.c %D%/prediction.h \
	%D%/quiet.c %D%/quiet.h \
	%D%/silences.c %D%/silences.h \
	%D%/stereo.c %D%/stereo.h
