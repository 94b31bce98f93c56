# What holds whatever the data: rules, invariants.
check_PROGRAMS += \
	%D%/test_sources
tests_property_test_sources_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
tests_property_test_sources_LDADD = $(support_libs)
