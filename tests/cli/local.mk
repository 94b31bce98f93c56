# The real program in a temporary folder.
check_PROGRAMS += %D%/test_memory
TESTS += \
	%D%/render.sh \
	%D%/usage.sh \
	%D%/verify.sh
EXTRA_DIST += \
	%D%/render.sh \
	%D%/usage.sh \
	%D%/verify.sh
