# The real program in a temporary folder.
check_PROGRAMS += %D%/test_memory
TESTS += \
	%D%/chain.sh \
	%D%/check.sh \
	%D%/codec.sh \
	%D%/compare.sh \
	%D%/convert.sh \
	%D%/deliverables.sh \
	%D%/measure.sh \
	%D%/new.sh \
	%D%/render.sh \
	%D%/show.sh \
	%D%/tone.sh \
	%D%/usage.sh \
	%D%/verify.sh
EXTRA_DIST += \
	%D%/chain.sh \
	%D%/check.sh \
	%D%/codec.sh \
	%D%/compare.sh \
	%D%/convert.sh \
	%D%/deliverables.sh \
	%D%/measure.sh \
	%D%/new.sh \
	%D%/render.sh \
	%D%/show.sh \
	%D%/tone.sh \
	%D%/usage.sh \
	%D%/verify.sh
