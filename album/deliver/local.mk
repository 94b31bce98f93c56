# Deliverables: the files made from the program.
libalbum_a_SOURCES += \
	%D%/cd.c %D%/cd.h \
	%D%/cd_audio.c %D%/cd_audio.h \
	%D%/cd_disc.c %D%/cd_disc.h \
	%D%/cd_files.c %D%/cd_files.h \
	%D%/cd_report.c %D%/cd_report.h \
	%D%/disc_form.c %D%/disc_form.h \
	%D%/file_name.c %D%/file_name.h \
	%D%/image_writer.c %D%/image_writer.h \
	%D%/proof.c %D%/proof.h \
	%D%/proof_cdio.c %D%/proof_cdio.h \
	%D%/render.c %D%/render.h \
	%D%/staging.c %D%/staging.h \
	%D%/sums.c %D%/sums.h \
	%D%/verify.c %D%/verify.h
