# The project file: what the person wrote.
libalbum_a_SOURCES += \
	%D%/diagnostics.c %D%/diagnostics.h \
	%D%/project.h \
	%D%/quantity.c %D%/quantity.h \
	%D%/spelling.c %D%/spelling.h
