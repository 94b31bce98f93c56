# Unit tests of redbook/, one per source file.
check_PROGRAMS += \
	%D%/test_charset \
	%D%/test_finding \
	%D%/test_genre \
	%D%/test_isrc \
	%D%/test_language \
	%D%/test_msf \
	%D%/test_transliterate \
	%D%/test_upc
