# What holds whatever the data. The seed is printed, and is set with --seed.
check_PROGRAMS += \
	%D%/test_circle \
	%D%/test_disc_bytes \
	%D%/test_drafts \
	%D%/test_dynamics \
	%D%/test_foreign_sets \
	%D%/test_gapless \
	%D%/test_seeded_defects \
	%D%/test_sheets \
	%D%/test_sources \
	%D%/test_steps

