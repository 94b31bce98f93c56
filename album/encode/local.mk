# Encoded files: codecs, containers, and what they say about themselves.
libalbum_a_SOURCES += \
	%D%/broadcast.c %D%/broadcast.h \
	%D%/bytes.c %D%/bytes.h \
	%D%/chapters.c %D%/chapters.h \
	%D%/codec_check.c %D%/codec_check.h \
	%D%/cover.c %D%/cover.h \
	%D%/decoded.c %D%/decoded.h \
	%D%/encode_aiff.c \
	%D%/encode_flac.c \
	%D%/encode_m4a.c \
	%D%/encode_mp3.c \
	%D%/encode_opus.c \
	%D%/encode_vorbis.c \
	%D%/encode_wav.c \
	%D%/encoder.c %D%/encoder.h \
	%D%/encoder_class.h \
	%D%/encoding.c %D%/encoding.h \
	%D%/ffmpeg.c %D%/ffmpeg.h \
	%D%/flac_metadata.c %D%/flac_metadata.h \
	%D%/gain_tags.c %D%/gain_tags.h \
	%D%/id3.c %D%/id3.h \
	%D%/m4a_length.c %D%/m4a_length.h \
	%D%/m4a_tags.c %D%/m4a_tags.h \
	%D%/output.c %D%/output.h \
	%D%/pcm.c %D%/pcm.h \
	%D%/tag_names.c %D%/tag_names.h \
	%D%/tags.c %D%/tags.h \
	%D%/vorbis_comments.c %D%/vorbis_comments.h
