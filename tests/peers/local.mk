# Other programs read what we write, and confirm what we measure. A peer that is not installed is skipped, or with PEERS=required
# fails.
EXTRA_PROGRAMS += %D%/make_disc %D%/make_encoded %D%/tone_distance
check_DATA += %D%/make_disc$(EXEEXT) %D%/make_encoded$(EXEEXT) %D%/tone_distance$(EXEEXT)
tests_peers_tone_distance_LDADD = $(REDBOOK_LIBS) $(ALBUM_LIBS)

TESTS += \
	%D%/chain.sh \
	%D%/codec.sh \
	%D%/convert.sh \
	%D%/deliverables.sh \
	%D%/example_album.sh \
	%D%/loudness.sh \
	%D%/metadata.sh \
	%D%/real_album.sh \
	%D%/sheets.sh \
	%D%/tone.sh
EXTRA_DIST += \
	%D%/chain.sh \
	%D%/codec.sh \
	%D%/convert.sh \
	%D%/deliverables.sh \
	%D%/example_album.sh \
	%D%/loudness.sh \
	%D%/masters.sh \
	%D%/metadata.sh \
	%D%/real_album.sh \
	%D%/sheets.sh \
	%D%/tone.sh
