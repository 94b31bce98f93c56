# Discs on disk: opened in any form, proven against each other, judged.
libalbum_a_SOURCES += \
	%D%/byte_order.c %D%/byte_order.h \
	%D%/comparison.c %D%/comparison.h \
	%D%/comparison_audio.c %D%/comparison_audio.h \
	%D%/comparison_shift.c %D%/comparison_shift.h \
	%D%/comparison_side.c %D%/comparison_side.h \
	%D%/ddp_set.c %D%/ddp_set.h \
	%D%/disc_form.c %D%/disc_form.h \
	%D%/disc_sheet.c %D%/disc_sheet.h \
	%D%/disc_sheet_csv.c \
	%D%/disc_sheet_html.c \
	%D%/image_digest.c %D%/image_digest.h \
	%D%/one_disc.c %D%/one_disc.h \
	%D%/plants.c %D%/plants.h \
	%D%/proof.c %D%/proof.h \
	%D%/proof_cdio.c %D%/proof_cdio.h \
	%D%/recording.c %D%/recording.h \
	%D%/set_sums.c %D%/set_sums.h \
	%D%/sums.c %D%/sums.h \
	%D%/text_sheet.c %D%/text_sheet.h \
	%D%/verify.c %D%/verify.h
