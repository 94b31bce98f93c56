# The disc as bytes.
noinst_LIBRARIES += libredbook.a
libredbook_a_SOURCES = \
	%D%/error.c %D%/error.h \
	%D%/finding.c %D%/finding.h \
	%D%/disc.c %D%/disc.h \
	%D%/sector.h
