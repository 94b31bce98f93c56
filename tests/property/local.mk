# What holds whatever the data: rules, invariants.
check_PROGRAMS += \
	%D%/test_sources
