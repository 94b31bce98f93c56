# Albums that a user can run. Their mixes are synthesised in the build tree.
EXTRA_PROGRAMS += %D%/night-ferry/synthesise
examples_night_ferry_synthesise_LDADD = $(REDBOOK_LIBS)
EXTRA_DIST += %D%/night-ferry/album.yaml

night_ferry = $(top_builddir)/%D%/night-ferry

# The album with its mixes, ready to be rendered.
$(night_ferry)/mixes.stamp: %D%/night-ferry/synthesise$(EXEEXT) $(srcdir)/%D%/night-ferry/album.yaml
	$(AM_V_GEN)$(MKDIR_P) $(night_ferry)/mixes
	$(AM_V_at)test $(srcdir) = . || cp -f $(srcdir)/%D%/night-ferry/album.yaml $(night_ferry)/
	$(AM_V_at)$(top_builddir)/%D%/night-ferry/synthesise $(night_ferry)/mixes
	$(AM_V_at)touch $@

check_DATA += $(night_ferry)/mixes.stamp

demo: segue$(EXEEXT) $(night_ferry)/mixes.stamp
	$(top_builddir)/segue render $(night_ferry)/album.yaml
	@cd $(night_ferry)/masters && echo && \
	echo "DDP:      $$(pwd)/cd/DDP" && \
	echo "CUE+WAV:  $$(pwd)/cd/Night Ferry.cue" && \
	echo "PQ sheet: $$(pwd)/cd/PQ sheet.txt"
.PHONY: demo

clean-local:
	-rm -rf $(night_ferry)/mixes $(night_ferry)/mixes.stamp $(night_ferry)/masters
	-test $(srcdir) = . || rm -f $(night_ferry)/album.yaml
