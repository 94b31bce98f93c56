# Processors: the steps of a chain, and the chain.
libalbum_a_SOURCES += \
	%D%/biquad.c %D%/biquad.h \
	%D%/biquad_match.c \
	%D%/chain.c %D%/chain.h \
	%D%/gain.c %D%/gain.h \
	%D%/kinds.c \
	%D%/prototype.c %D%/prototype.h \
	%D%/stage.c %D%/stage.h \
	%D%/step.c %D%/step.h \
	%D%/step_help.c \
	%D%/tee.c %D%/tee.h
