# The segue program.
bin_PROGRAMS += segue
segue_LDADD = $(album_libs)
segue_SOURCES = \
	%D%/checking.c %D%/checking.h \
	%D%/cmd_check.c \
	%D%/cmd_compare.c \
	%D%/cmd_convert.c \
	%D%/cmd_help.c \
	%D%/cmd_measure.c \
	%D%/cmd_new.c \
	%D%/cmd_render.c \
	%D%/cmd_show.c \
	%D%/cmd_tone.c \
	%D%/cmd_verify.c \
	%D%/command.h \
	%D%/interrupt.c %D%/interrupt.h \
	%D%/main.c \
	%D%/measured_row.c %D%/measured_row.h \
	%D%/measuring.c %D%/measuring.h \
	%D%/measuring_csv.c \
	%D%/measuring_json.c \
	%D%/options.c %D%/options.h \
	%D%/progress.c %D%/progress.h \
	%D%/rendered.c %D%/rendered.h \
	%D%/rendered_codecs.c %D%/rendered_codecs.h \
	%D%/rendered_json.c \
	%D%/rendering.c %D%/rendering.h \
	%D%/report.c %D%/report.h \
	%D%/services.c %D%/services.h \
	%D%/shown.h \
	%D%/shown_json.c \
	%D%/table.c %D%/table.h \
	%D%/toned.c %D%/toned.h \
	%D%/toned_json.c

dist_man_MANS += %D%/segue.1

bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = %D%/completion/segue

# The installed program starts, finds its libraries, and is this version.
installcheck-local:
	test "$$($(DESTDIR)$(bindir)/segue$(EXEEXT) --version)" = '$(PACKAGE_STRING)'
	test -r '$(DESTDIR)$(bashcompletiondir)/segue'
