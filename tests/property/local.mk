# What holds whatever the data. The seed is printed, and is set with --seed.
check_PROGRAMS += \
	%D%/test_disc_bytes \
	%D%/test_drafts \
	%D%/test_dynamics \
	%D%/test_gapless \
	%D%/test_sheets \
	%D%/test_sources \
	%D%/test_steps

