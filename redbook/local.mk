# The disc as bytes.
noinst_LIBRARIES += libredbook.a
libredbook_a_SOURCES = \
	%D%/cdio_reader.c %D%/cdio_reader.h \
	%D%/cdtext.c %D%/cdtext.h \
	%D%/cdtext_adopt.c %D%/cdtext_adopt.h \
	%D%/cdtext_blocks.c %D%/cdtext_blocks.h \
	%D%/cdtext_blocks_check.c \
	%D%/cdtext_check.c \
	%D%/cdtext_pack.c %D%/cdtext_pack.h \
	%D%/cdtext_read.c \
	%D%/cdtext_stream.c %D%/cdtext_stream.h \
	%D%/charset.c %D%/charset.h \
	%D%/checksum.c %D%/checksum.h \
	%D%/checksum_read.c \
	%D%/compare.c %D%/compare.h \
	%D%/cue.c %D%/cue.h \
	%D%/cue_file.c \
	%D%/cue_lexer.c %D%/cue_lexer.h \
	%D%/cue_parser.c %D%/cue_parser.h \
	%D%/cue_read.c %D%/cue_read.h \
	%D%/cue_track.c \
	%D%/ddp.c %D%/ddp.h \
	%D%/ddp_audio.c %D%/ddp_audio.h \
	%D%/ddp_id.c \
	%D%/ddp_id_read.c \
	%D%/ddp_map.c \
	%D%/ddp_map_read.c \
	%D%/ddp_read.c %D%/ddp_read.h \
	%D%/disc.c %D%/disc.h \
	%D%/error.c %D%/error.h \
	%D%/finding.c %D%/finding.h \
	%D%/folder.c %D%/folder.h \
	%D%/genre.c %D%/genre.h \
	%D%/image.c %D%/image.h \
	%D%/isrc.c %D%/isrc.h \
	%D%/language.c %D%/language.h \
	%D%/msf.c %D%/msf.h \
	%D%/place.c %D%/place.h \
	%D%/pq.c \
	%D%/pq_fields.c \
	%D%/pq_read.c \
	%D%/pq_reader.h \
	%D%/pq_sheet.c %D%/pq_sheet.h \
	%D%/pq_table.c %D%/pq_table.h \
	%D%/record.c %D%/record.h \
	%D%/rules.c %D%/rules.h \
	%D%/rules_codes.c \
	%D%/rules_text.c \
	%D%/rules_time.c \
	%D%/scanner.c %D%/scanner.h \
	%D%/sector.h \
	%D%/sheet.c %D%/sheet.h \
	%D%/sheet_files.c %D%/sheet_files.h \
	%D%/text_table.c %D%/text_table.h \
	%D%/text_width.c %D%/text_width.h \
	%D%/toc.c %D%/toc.h \
	%D%/toc_lexer.c %D%/toc_lexer.h \
	%D%/toc_parser.h \
	%D%/toc_read.c %D%/toc_read.h \
	%D%/toc_texts.c %D%/toc_texts.h \
	%D%/toc_track.c \
	%D%/transliterate.c %D%/transliterate.h \
	%D%/upc.c %D%/upc.h
