# Quality claims, as tables of measured figures with thresholds.
check_PROGRAMS += \
	%D%/test_defined \
	%D%/test_dither \
	%D%/test_ebu \
	%D%/test_limiter \
	%D%/test_masters \
	%D%/test_resample \
	%D%/test_true_peak
EXTRA_DIST += %D%/signals.h
