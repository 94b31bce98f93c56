# Unit tests of redbook/, one per source file.
check_PROGRAMS += \
	%D%/test_finding
