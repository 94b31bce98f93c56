# Quality claims, as tables of measured figures with thresholds.
check_PROGRAMS += \
	%D%/test_checks \
	%D%/test_compressor \
	%D%/test_deesser \
	%D%/test_defined \
	%D%/test_dither \
	%D%/test_ebu \
	%D%/test_eq \
	%D%/test_forecast \
	%D%/test_limiter \
	%D%/test_masters \
	%D%/test_multiband \
	%D%/test_oversample \
	%D%/test_resample \
	%D%/test_saturation \
	%D%/test_tone \
	%D%/test_true_peak \
	%D%/test_width
EXTRA_DIST += %D%/signals.h
