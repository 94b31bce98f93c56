# A disc from one form to another.
libalbum_a_SOURCES += \
	%D%/convert.c %D%/convert.h \
	%D%/convert_ddp.c \
	%D%/convert_sheet.c \
	%D%/convert_tracks.c \
	%D%/converting.c %D%/converting.h \
	%D%/cue_texts.c %D%/cue_texts.h \
	%D%/first_pause.c %D%/first_pause.h \
	%D%/fit.c %D%/fit.h \
	%D%/fit_texts.c %D%/fit_texts.h \
	%D%/image_copy.c %D%/image_copy.h \
	%D%/publish.c %D%/publish.h \
	%D%/target.c %D%/target.h \
	%D%/track_cut.c %D%/track_cut.h \
	%D%/track_tags.c %D%/track_tags.h
