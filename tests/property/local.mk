# What holds for all inputs.
check_PROGRAMS += \
	%D%/test_steps
%C%_test_steps_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_steps_LDADD = $(process_test_libs)

check_PROGRAMS += \
	%D%/test_dynamics
%C%_test_dynamics_LDADD = $(process_test_libs)
