# The disc as bytes.
noinst_LIBRARIES += libredbook.a
libredbook_a_SOURCES = \
	%D%/cdio_reader.c %D%/cdio_reader.h \
	%D%/compare.c %D%/compare.h \
	%D%/cue.c %D%/cue.h \
	%D%/cue_lexer.c %D%/cue_lexer.h \
	%D%/cue_read.c %D%/cue_read.h \
	%D%/disc.c %D%/disc.h \
	%D%/error.c %D%/error.h \
	%D%/finding.c %D%/finding.h \
	%D%/image.c %D%/image.h \
	%D%/msf_text.h \
	%D%/pq_sheet.c %D%/pq_sheet.h \
	%D%/rules.c %D%/rules.h \
	%D%/rules_codes.c \
	%D%/rules_text.c \
	%D%/rules_time.c \
	%D%/scanner.c %D%/scanner.h \
	%D%/sector.h \
	%D%/sheet.c %D%/sheet.h \
	%D%/toc.c %D%/toc.h \
	%D%/toc_lexer.c %D%/toc_lexer.h \
	%D%/toc_read.c %D%/toc_read.h \
	%D%/toc_texts.c %D%/toc_texts.h
