# The project file that a person starts from: drafts of an album, from mixes or from a disc.
libalbum_a_SOURCES += \
	%D%/disc_excerpt.c %D%/disc_excerpt.h \
	%D%/draft.c %D%/draft.h \
	%D%/draft_codes.c %D%/draft_codes.h \
	%D%/draft_disc.c %D%/draft_disc.h \
	%D%/draft_folder.c %D%/draft_folder.h \
	%D%/draft_lines.c %D%/draft_lines.h \
	%D%/draft_musicbrainz.c %D%/draft_musicbrainz.h \
	%D%/draft_print.c %D%/draft_print.h \
	%D%/draft_texts.c %D%/draft_texts.h \
	%D%/mix_files.c %D%/mix_files.h \
	%D%/mix_tags.c %D%/mix_tags.h \
	%D%/name_parts.c %D%/name_parts.h \
	%D%/new_file.c %D%/new_file.h
