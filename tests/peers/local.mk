# Other programs read what we write. A peer that is not installed is skipped, or with PEERS=required
# fails.
TESTS += \
	%D%/example_album.sh \
	%D%/real_album.sh
EXTRA_DIST += \
	%D%/example_album.sh \
	%D%/masters.sh \
	%D%/real_album.sh
