# The music: from the project file to the deliverables.
noinst_LIBRARIES += libalbum.a
libalbum_a_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS) $(SOXR_CFLAGS)
libalbum_a_SOURCES = %D%/error.c %D%/error.h %D%/vector.h

include %D%/project/local.mk
include %D%/audio/local.mk
include %D%/process/local.mk
include %D%/sequence/local.mk
include %D%/deliver/local.mk
