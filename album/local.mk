# The music: from the project file to the deliverables.
noinst_LIBRARIES += libalbum.a
libalbum_a_SOURCES = \
	%D%/csv.c %D%/csv.h \
	%D%/error.c %D%/error.h \
	%D%/job.c %D%/job.h \
	%D%/vector.h

include %D%/project/local.mk
include %D%/audio/local.mk
include %D%/encode/local.mk
include %D%/measure/local.mk
include %D%/filter/local.mk
include %D%/process/local.mk
include %D%/limiter/local.mk
include %D%/chain/local.mk
include %D%/tone/local.mk
include %D%/sequence/local.mk
include %D%/match/local.mk
include %D%/check/local.mk
include %D%/disc/local.mk
include %D%/draft/local.mk
include %D%/deliver/local.mk
include %D%/convert/local.mk

# The data that is part of the program, found through al_data_get_resource(), so that the linker takes it
# from the library. data.h must be there before what includes it is compiled.
data_files = \
	%D%/deliver/receivers.yaml \
	%D%/deliver/records.yaml \
	%D%/deliver/services.yaml \
	%D%/disc/plants.yaml
nodist_libalbum_a_SOURCES = %D%/data.c %D%/data.h
EXTRA_DIST += %D%/data.gresource.xml $(data_files)
CLEANFILES += %D%/data.c %D%/data.h
%D%/project/data_file.$(OBJEXT): %D%/data.h

data_resources = $(GLIB_COMPILE_RESOURCES) --sourcedir=$(srcdir)/%D% --internal \
	--c-name=al_data --target=$@ $(srcdir)/%D%/data.gresource.xml
%D%/data.c: %D%/data.gresource.xml $(data_files)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(data_resources) --generate-source
%D%/data.h: %D%/data.gresource.xml
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(data_resources) --generate-header

dist_man_MANS += %D%/segue-album.5
