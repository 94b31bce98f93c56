# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_ballistics \
	%D%/test_decibel \
	%D%/test_gain_computer

%C%_test_ballistics_LDADD = $(album_libs)
%C%_test_decibel_LDADD = $(album_libs)
%C%_test_gain_computer_LDADD = $(album_libs)
