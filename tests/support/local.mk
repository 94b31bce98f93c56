# What several tests use.
discs_sources = %D%/discs.c %D%/discs.h
golden_sources = %D%/golden.c %D%/golden.h
