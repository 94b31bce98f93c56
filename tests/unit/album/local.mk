# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_ballistics \
	%D%/test_compressor \
	%D%/test_decibel \
	%D%/test_gain_computer \
	%D%/test_peak_hold \
	%D%/test_processor

%C%_test_ballistics_LDADD = $(album_libs)
%C%_test_compressor_LDADD = $(audio_test_libs)
%C%_test_decibel_LDADD = $(album_libs)
%C%_test_gain_computer_LDADD = $(album_libs)
%C%_test_peak_hold_LDADD = $(album_libs)
%C%_test_processor_LDADD = $(audio_test_libs)
