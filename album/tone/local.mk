# The balance of tone: heard, compared with that of the album, and moved toward it.
libalbum_a_SOURCES += \
	%D%/tone_bands.c %D%/tone_bands.h \
	%D%/tone_correction.c %D%/tone_correction.h \
	%D%/tone_filter.c %D%/tone_filter.h \
	%D%/tone_moves.c %D%/tone_moves.h \
	%D%/tone_picture.c %D%/tone_picture.h \
	%D%/tone_smooth.c %D%/tone_smooth.h \
	%D%/tone_spectrum.c %D%/tone_spectrum.h \
	%D%/tone_target.c %D%/tone_target.h
