# Discs on disk: opened in any form, proven against each other, judged.
libalbum_a_SOURCES += \
	%D%/disc_form.c %D%/disc_form.h \
	%D%/proof.c %D%/proof.h \
	%D%/proof_cdio.c %D%/proof_cdio.h \
	%D%/sums.c %D%/sums.h \
	%D%/verify.c %D%/verify.h
