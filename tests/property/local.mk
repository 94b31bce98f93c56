# What holds for all discs.
check_PROGRAMS += \
	%D%/test_sheets

%C%_test_sheets_SOURCES = %D%/test_sheets.c $(discs_sources)
