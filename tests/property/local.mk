# What holds whatever the data: rules, invariants.
check_PROGRAMS += \
	%D%/test_sheets \
	%D%/test_sources
