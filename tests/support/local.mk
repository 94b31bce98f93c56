# What several tests use.
discs_sources = %D%/discs.c %D%/discs.h
