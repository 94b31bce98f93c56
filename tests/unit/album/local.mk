# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_container \
	%D%/test_diagnostics \
	%D%/test_fade \
	%D%/test_float_store \
	%D%/test_grid \
	%D%/test_mix \
	%D%/test_noise_shape \
	%D%/test_quantise \
	%D%/test_quantity \
	%D%/test_read_ahead \
	%D%/test_resample \
	%D%/test_scan \
	%D%/test_spelling
