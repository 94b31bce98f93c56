# Albums that a user can run: all that a disc can hold, the same released everywhere, and the worked
# example for chains. Their mixes are synthesised in the build tree.
EXTRA_PROGRAMS += \
	%D%/night-ferry/synthesise \
	%D%/quay-song/synthesise
examples_night_ferry_synthesise_SOURCES = %D%/night-ferry/synthesise.c $(synthesiser)
examples_night_ferry_synthesise_LDADD = $(REDBOOK_LIBS)
examples_quay_song_synthesise_SOURCES = %D%/quay-song/synthesise.c $(synthesiser)
examples_quay_song_synthesise_LDADD = $(REDBOOK_LIBS)
EXTRA_DIST += %D%/night-ferry/album.yaml %D%/night-ferry/release.yaml %D%/quay-song/album.yaml

synthesiser = \
	%D%/instruments.c %D%/instruments.h \
	%D%/synthesiser.c %D%/synthesiser.h

night_ferry = $(top_builddir)/%D%/night-ferry
quay_song = $(top_builddir)/%D%/quay-song

# An album with its mixes, ready to be rendered.
$(night_ferry)/mixes.stamp: %D%/night-ferry/synthesise$(EXEEXT) \
		$(srcdir)/%D%/night-ferry/album.yaml $(srcdir)/%D%/night-ferry/release.yaml
	$(AM_V_GEN)$(MKDIR_P) $(night_ferry)/mixes
	$(AM_V_at)test $(srcdir) = . || cp -f $(srcdir)/%D%/night-ferry/*.yaml $(night_ferry)/
	$(AM_V_at)$(top_builddir)/%D%/night-ferry/synthesise $(night_ferry)/mixes
	$(AM_V_at)touch $@

$(quay_song)/mixes.stamp: %D%/quay-song/synthesise$(EXEEXT) $(srcdir)/%D%/quay-song/album.yaml
	$(AM_V_GEN)$(MKDIR_P) $(quay_song)/mixes
	$(AM_V_at)test $(srcdir) = . || cp -f $(srcdir)/%D%/quay-song/album.yaml $(quay_song)/
	$(AM_V_at)$(top_builddir)/%D%/quay-song/synthesise $(quay_song)/mixes
	$(AM_V_at)touch $@

check_DATA += $(night_ferry)/mixes.stamp $(quay_song)/mixes.stamp

demo: segue$(EXEEXT) $(night_ferry)/mixes.stamp
	$(top_builddir)/segue render $(night_ferry)/album.yaml
	@cd $(night_ferry)/masters && echo && \
	echo "DDP:      $$(pwd)/cd/DDP" && \
	echo "CUE+WAV:  $$(pwd)/cd/Night Ferry.cue" && \
	echo "PQ sheet: $$(pwd)/cd/PQ sheet.txt"
.PHONY: demo

clean-local:
	-rm -rf $(night_ferry)/mixes $(night_ferry)/mixes.stamp $(night_ferry)/masters
	-rm -rf $(quay_song)/mixes $(quay_song)/mixes.stamp $(quay_song)/masters
	-test $(srcdir) = . || rm -f $(night_ferry)/album.yaml $(night_ferry)/release.yaml $(quay_song)/album.yaml
