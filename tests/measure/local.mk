# Quality claims, as tables of measured figures with thresholds.
check_PROGRAMS += \
	%D%/test_dither \
	%D%/test_resample
