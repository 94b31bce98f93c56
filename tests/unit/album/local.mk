# Unit tests of album/, one per source file.
