# The music: from the project file to the deliverables.
noinst_LIBRARIES += libalbum.a
libalbum_a_SOURCES = \
	%D%/error.c %D%/error.h \
	%D%/job.c %D%/job.h \
	%D%/vector.h

include %D%/project/local.mk
include %D%/audio/local.mk
include %D%/encode/local.mk
include %D%/measure/local.mk
include %D%/process/local.mk
include %D%/sequence/local.mk
include %D%/match/local.mk
include %D%/disc/local.mk
include %D%/deliver/local.mk

dist_man_MANS += %D%/segue-album.5
