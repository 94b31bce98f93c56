# Unit tests of redbook/, one per source file.
check_PROGRAMS += \
	%D%/test_cdio_reader \
	%D%/test_compare \
	%D%/test_cue \
	%D%/test_cue_read \
	%D%/test_finding \
	%D%/test_image \
	%D%/test_pq_sheet \
	%D%/test_rules \
	%D%/test_toc \
	%D%/test_toc_read

%C%_test_cue_SOURCES = %D%/test_cue.c $(discs_sources) $(golden_sources)
%C%_test_image_SOURCES = %D%/test_image.c $(discs_sources)
%C%_test_pq_sheet_SOURCES = %D%/test_pq_sheet.c $(discs_sources) $(golden_sources)
%C%_test_toc_SOURCES = %D%/test_toc.c $(discs_sources) $(golden_sources)
%C%_test_cue_read_SOURCES = %D%/test_cue_read.c $(discs_sources)
%C%_test_cdio_reader_SOURCES = %D%/test_cdio_reader.c $(discs_sources)
%C%_test_compare_SOURCES = %D%/test_compare.c $(discs_sources)
%C%_test_rules_SOURCES = %D%/test_rules.c $(discs_sources)
