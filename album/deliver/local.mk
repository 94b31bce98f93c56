# Deliverables: the files made from the program.
libalbum_a_SOURCES += \
	%D%/cd.c %D%/cd.h \
	%D%/cd_audio.c %D%/cd_audio.h \
	%D%/cd_disc.c %D%/cd_disc.h \
	%D%/cd_files.c %D%/cd_files.h \
	%D%/codec_report.c %D%/codec_report.h \
	%D%/codec_safety.c %D%/codec_safety.h \
	%D%/codec_trials.c %D%/codec_trials.h \
	%D%/delivered.c %D%/delivered.h \
	%D%/file_cut.c %D%/file_cut.h \
	%D%/file_names.c %D%/file_names.h \
	%D%/file_proof.c %D%/file_proof.h \
	%D%/file_tags.c %D%/file_tags.h \
	%D%/finish.c %D%/finish.h \
	%D%/finished.c %D%/finished.h \
	%D%/finished_report.c %D%/finished_report.h \
	%D%/groove.c %D%/groove.h \
	%D%/image_writer.c %D%/image_writer.h \
	%D%/kinds.c %D%/kinds.h \
	%D%/label_copy.c %D%/label_copy.h \
	%D%/manifest.c %D%/manifest.h \
	%D%/placing.c %D%/placing.h \
	%D%/programs.c %D%/programs.h \
	%D%/receiver_check.c %D%/receiver_check.h \
	%D%/receivers.c %D%/receivers.h \
	%D%/records.c %D%/records.h \
	%D%/render.c %D%/render.h \
	%D%/rendering.h \
	%D%/service_verdict.c %D%/service_verdict.h \
	%D%/services.c %D%/services.h \
	%D%/shaping.c %D%/shaping.h \
	%D%/side_files.c %D%/side_files.h \
	%D%/side_sheet.c %D%/side_sheet.h \
	%D%/sides.c %D%/sides.h \
	%D%/staging.c %D%/staging.h \
	%D%/track_files.c %D%/track_files.h
