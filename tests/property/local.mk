# What holds for any input. The seed is printed, and is set with --seed.
check_PROGRAMS += \
	%D%/test_disc_bytes

%C%_test_disc_bytes_SOURCES = %D%/test_disc_bytes.c %D%/random_disc.c %D%/random_disc.h
