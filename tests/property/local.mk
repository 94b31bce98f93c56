# What holds whatever the data. The seed is printed, and is set with --seed.
check_PROGRAMS += \
	%D%/test_disc_bytes \
	%D%/test_dynamics \
	%D%/test_gapless \
	%D%/test_sheets \
	%D%/test_sources \
	%D%/test_steps

%C%_test_disc_bytes_SOURCES = %D%/test_disc_bytes.c %D%/random_disc.c %D%/random_disc.h
