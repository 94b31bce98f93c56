# Deliverables: the files made from the program.
libalbum_a_SOURCES += \
	%D%/cd.c %D%/cd.h \
	%D%/cd_audio.c %D%/cd_audio.h \
	%D%/cd_disc.c %D%/cd_disc.h \
	%D%/cd_files.c %D%/cd_files.h \
	%D%/cd_report.c %D%/cd_report.h \
	%D%/image_writer.c %D%/image_writer.h \
	%D%/render.c %D%/render.h \
	%D%/staging.c %D%/staging.h \
	%D%/service_verdict.c %D%/service_verdict.h \
	%D%/services.c %D%/services.h
