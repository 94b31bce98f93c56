# The project file: what the person wrote.
libalbum_a_SOURCES += \
	%D%/check_settings.c %D%/check_settings.h \
	%D%/check_tracks.c %D%/check_tracks.h \
	%D%/data_file.c %D%/data_file.h \
	%D%/deliverable.h \
	%D%/deliverable_kind.c %D%/deliverable_kind.h \
	%D%/deliverable_name.c %D%/deliverable_name.h \
	%D%/delivered_level.c %D%/delivered_level.h \
	%D%/device_name.c %D%/device_name.h \
	%D%/diagnostics.c %D%/diagnostics.h \
	%D%/musicbrainz.c %D%/musicbrainz.h \
	%D%/name_pattern.c %D%/name_pattern.h \
	%D%/plain_text.c %D%/plain_text.h \
	%D%/project.c %D%/project.h \
	%D%/project_files.c %D%/project_files.h \
	%D%/quantity.c %D%/quantity.h \
	%D%/read_album.c %D%/read_album.h \
	%D%/read_chain.c %D%/read_chain.h \
	%D%/read_checks.c %D%/read_checks.h \
	%D%/read_codecs.c %D%/read_codecs.h \
	%D%/read_deliver.c %D%/read_deliver.h \
	%D%/read_fade.c %D%/read_fade.h \
	%D%/read_files.c %D%/read_files.h \
	%D%/read_level.c %D%/read_level.h \
	%D%/read_master.c %D%/read_master.h \
	%D%/read_musicbrainz.c %D%/read_musicbrainz.h \
	%D%/read_setting.c %D%/read_setting.h \
	%D%/read_sides.c %D%/read_sides.h \
	%D%/read_step.c %D%/read_step.h \
	%D%/read_texts.c %D%/read_texts.h \
	%D%/read_tone.c %D%/read_tone.h \
	%D%/read_track.c %D%/read_track.h \
	%D%/schema.c %D%/schema.h \
	%D%/spelling.c %D%/spelling.h \
	%D%/step_list.c %D%/step_list.h \
	%D%/tone.c %D%/tone.h \
	%D%/tone_curve.c %D%/tone_curve.h \
	%D%/utf8.c %D%/utf8.h \
	%D%/value_file.c \
	%D%/values.c %D%/values.h \
	%D%/yaml.c %D%/yaml.h \
	%D%/yaml_builder.c %D%/yaml_builder.h \
	%D%/yaml_parse.c \
	%D%/yaml_syntax.c %D%/yaml_syntax.h \
	%D%/yaml_text.c %D%/yaml_text.h
