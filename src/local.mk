# The segue program.
bin_PROGRAMS += segue
segue_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
segue_LDADD = $(album_libs)
segue_SOURCES = \
	%D%/main.c
