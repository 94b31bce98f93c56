# Chains: the steps, what they are called and what they can be told, and their make-up.
libalbum_a_SOURCES += \
	%D%/chain.c %D%/chain.h \
	%D%/chain_make_up.c %D%/chain_make_up.h \
	%D%/clipper_step.c \
	%D%/compressor_step.c \
	%D%/dc_step.c \
	%D%/deesser_step.c \
	%D%/dynamics_step.c %D%/dynamics_step.h \
	%D%/eq_step.c \
	%D%/gain_step.c \
	%D%/limiter_step.c \
	%D%/make_up.c %D%/make_up.h \
	%D%/multiband_step.c \
	%D%/step.c %D%/step.h \
	%D%/step_help.c \
	%D%/steps.c %D%/steps.h \
	%D%/tape_step.c \
	%D%/width_step.c
