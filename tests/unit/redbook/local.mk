# Unit tests of redbook/, one per source file.
check_PROGRAMS += \
	%D%/test_cdio_reader \
	%D%/test_cdtext \
	%D%/test_cdtext_blocks \
	%D%/test_cdtext_check \
	%D%/test_cdtext_pack \
	%D%/test_cdtext_read \
	%D%/test_cdtext_stream \
	%D%/test_charset \
	%D%/test_checksum \
	%D%/test_checksum_read \
	%D%/test_compare \
	%D%/test_cue \
	%D%/test_cue_read \
	%D%/test_ddp \
	%D%/test_ddp_id \
	%D%/test_ddp_id_read \
	%D%/test_ddp_map \
	%D%/test_ddp_map_read \
	%D%/test_ddp_read \
	%D%/test_finding \
	%D%/test_genre \
	%D%/test_image \
	%D%/test_isrc \
	%D%/test_language \
	%D%/test_msf \
	%D%/test_place \
	%D%/test_pq \
	%D%/test_pq_read \
	%D%/test_pq_sheet \
	%D%/test_record \
	%D%/test_rules \
	%D%/test_text_width \
	%D%/test_toc \
	%D%/test_toc_read \
	%D%/test_transliterate \
	%D%/test_upc
