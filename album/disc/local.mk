# Discs on disk: opened in any form, proven against each other, judged.
libalbum_a_SOURCES += \
	%D%/comparison.c %D%/comparison.h \
	%D%/comparison_audio.c %D%/comparison_audio.h \
	%D%/comparison_shift.c %D%/comparison_shift.h \
	%D%/comparison_side.c %D%/comparison_side.h \
	%D%/disc_form.c %D%/disc_form.h \
	%D%/proof.c %D%/proof.h \
	%D%/proof_cdio.c %D%/proof_cdio.h \
	%D%/recording.c %D%/recording.h \
	%D%/sums.c %D%/sums.h \
	%D%/verify.c %D%/verify.h
