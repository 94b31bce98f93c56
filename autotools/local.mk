# What a newcomer runs first.
EXTRA_DIST += %D%/m4/segue.m4 %D%/packages %D%/setup
