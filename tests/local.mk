# Everything under `make check`, as TAP.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/autotools/aux/tap-driver.sh
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run-unit
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = \
	SEGUE='$(abs_top_builddir)/segue$(EXEEXT)'; \
	TOP_SRCDIR='$(abs_top_srcdir)'; TOP_BUILDDIR='$(abs_top_builddir)'; \
	export SEGUE TOP_SRCDIR TOP_BUILDDIR;

EXTRA_DIST += %D%/run-unit

# A test program links the layer that it tests and those below.
LDADD = $(redbook_libs)
TESTS += $(check_PROGRAMS)

include %D%/support/local.mk
include %D%/unit/redbook/local.mk
include %D%/unit/album/local.mk
include %D%/golden/local.mk
include %D%/measure/local.mk
include %D%/property/local.mk
include %D%/bench/local.mk
