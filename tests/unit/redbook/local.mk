# Unit tests of redbook/, one per source file.
check_PROGRAMS += \
	%D%/test_cdtext \
	%D%/test_cdtext_check \
	%D%/test_cdtext_pack \
	%D%/test_cdtext_read \
	%D%/test_cdtext_stream \
	%D%/test_charset \
	%D%/test_finding \
	%D%/test_genre \
	%D%/test_isrc \
	%D%/test_language \
	%D%/test_msf \
	%D%/test_transliterate \
	%D%/test_upc

EXTRA_DIST += %D%/text_disc.h
