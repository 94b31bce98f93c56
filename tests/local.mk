# Everything under `make check`, as TAP.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/autotools/aux/tap-driver.sh
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/run-unit
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = \
	SEGUE='$(abs_top_builddir)/segue$(EXEEXT)'; \
	TOP_SRCDIR='$(abs_top_srcdir)'; TOP_BUILDDIR='$(abs_top_builddir)'; \
	LSAN_OPTIONS='suppressions=$(abs_top_srcdir)/%D%/support/leaks.txt:print_suppressions=0'; \
	export SEGUE TOP_SRCDIR TOP_BUILDDIR LSAN_OPTIONS;

EXTRA_DIST += %D%/run-unit %D%/support/leaks.txt %D%/support/tap.sh

# What a test program links where it does not say otherwise: everything. The replayer has a main() for
# those that have none: the fuzz targets.
LDADD = %D%/support/libsupport.a %D%/fuzz/libreplay.a $(album_libs)
TESTS += $(check_PROGRAMS)

include %D%/support/local.mk
include %D%/layers/local.mk
include %D%/unit/redbook/local.mk
include %D%/unit/album/local.mk
include %D%/property/local.mk
include %D%/golden/local.mk
include %D%/measure/local.mk
include %D%/fuzz/local.mk
include %D%/cli/local.mk
include %D%/peers/local.mk
include %D%/bench/local.mk
