# Unit tests of album/, one per source file.
check_PROGRAMS += \
	%D%/test_container \
	%D%/test_diagnostics \
	%D%/test_fade \
	%D%/test_file_name \
	%D%/test_float_store \
	%D%/test_grid \
	%D%/test_job \
	%D%/test_mix \
	%D%/test_noise_shape \
	%D%/test_program \
	%D%/test_project \
	%D%/test_project_errors \
	%D%/test_quantise \
	%D%/test_quantity \
	%D%/test_read_ahead \
	%D%/test_render_errors \
	%D%/test_resample \
	%D%/test_scan \
	%D%/test_spelling \
	%D%/test_staging \
	%D%/test_timeline \
	%D%/test_utf8 \
	%D%/test_yaml
