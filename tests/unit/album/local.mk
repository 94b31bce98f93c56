# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_diagnostics \
	%D%/test_project \
	%D%/test_project_errors \
	%D%/test_quantity \
	%D%/test_spelling \
	%D%/test_utf8 \
	%D%/test_yaml
%C%_test_diagnostics_LDADD = $(album_libs)
%C%_test_project_LDADD = $(album_libs)
%C%_test_project_errors_LDADD = $(album_libs)
%C%_test_quantity_LDADD = $(album_libs)
%C%_test_spelling_LDADD = $(album_libs)
%C%_test_utf8_LDADD = $(album_libs)
%C%_test_yaml_LDADD = $(album_libs)
