# Other programs read what we write. A peer that is not installed is skipped, or with PEERS=required
# fails.
EXTRA_PROGRAMS = %D%/make_disc
check_DATA = %D%/make_disc$(EXEEXT)
CLEANFILES += %D%/make_disc$(EXEEXT)

%C%_make_disc_SOURCES = %D%/make_disc.c $(discs_sources)

TESTS += %D%/sheets.sh
EXTRA_DIST += %D%/sheets.sh
