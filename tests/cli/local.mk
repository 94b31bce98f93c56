# The real program in a temporary folder.
check_PROGRAMS += %D%/test_memory
TESTS += \
	%D%/measure.sh \
	%D%/render.sh \
	%D%/usage.sh \
	%D%/verify.sh
EXTRA_DIST += \
	%D%/measure.sh \
	%D%/render.sh \
	%D%/usage.sh \
	%D%/verify.sh
