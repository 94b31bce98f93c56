# The project file: what the person wrote.
libalbum_a_SOURCES += \
	%D%/project.h
