# Whole libraries linked with nothing above them: a call upwards is an undefined reference.
check_PROGRAMS += \
	%D%/test_redbook_alone \
	%D%/test_album_alone
tests_layers_test_redbook_alone_LDADD = \
	$(WHOLE_ARCHIVE) libredbook.a $(NO_WHOLE_ARCHIVE) $(REDBOOK_LIBS)
tests_layers_test_album_alone_LDADD = \
	$(WHOLE_ARCHIVE) libalbum.a libredbook.a $(NO_WHOLE_ARCHIVE) \
	$(REDBOOK_LIBS) $(ALBUM_LIBS) $(ENCODE_LIBS) $(LAME_LIBS) $(SOXR_LIBS)
