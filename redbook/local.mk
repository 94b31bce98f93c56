# The disc as bytes.
noinst_LIBRARIES += libredbook.a
libredbook_a_SOURCES = \
	%D%/disc.c %D%/disc.h \
	%D%/error.c %D%/error.h \
	%D%/finding.c %D%/finding.h \
	%D%/sector.h
