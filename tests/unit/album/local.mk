# Unit tests of album/, one per source file.
# Those of processors:
check_PROGRAMS += \
	%D%/test_biquad \
	%D%/test_biquad_match \
	%D%/test_chain \
	%D%/test_dc \
	%D%/test_eq \
	%D%/test_eq_band \
	%D%/test_eq_dynamic \
	%D%/test_eq_linear \
	%D%/test_fft \
	%D%/test_fir \
	%D%/test_gain \
	%D%/test_kernel \
	%D%/test_least_squares \
	%D%/test_prototype \
	%D%/test_stage \
	%D%/test_step \
	%D%/test_step_help \
	%D%/test_tee \
	%D%/test_width
%C%_test_biquad_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_biquad_LDADD = $(process_test_libs)
%C%_test_biquad_match_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_biquad_match_LDADD = $(process_test_libs)
%C%_test_chain_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_chain_LDADD = $(process_test_libs)
%C%_test_dc_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_dc_LDADD = $(process_test_libs)
%C%_test_eq_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_eq_LDADD = $(process_test_libs)
%C%_test_eq_band_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_eq_band_LDADD = $(process_test_libs)
%C%_test_eq_dynamic_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_eq_dynamic_LDADD = $(process_test_libs)
%C%_test_eq_linear_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_eq_linear_LDADD = $(process_test_libs)
%C%_test_fft_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_fft_LDADD = $(process_test_libs)
%C%_test_fir_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_fir_LDADD = $(process_test_libs)
%C%_test_gain_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_gain_LDADD = $(process_test_libs)
%C%_test_kernel_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_kernel_LDADD = $(process_test_libs)
%C%_test_least_squares_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_least_squares_LDADD = $(process_test_libs)
%C%_test_prototype_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_prototype_LDADD = $(process_test_libs)
%C%_test_stage_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_stage_LDADD = $(process_test_libs)
%C%_test_step_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_step_LDADD = $(process_test_libs)
%C%_test_step_help_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_step_help_LDADD = $(process_test_libs)
%C%_test_tee_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_tee_LDADD = $(process_test_libs)
%C%_test_width_CPPFLAGS = $(AM_CPPFLAGS) $(ALBUM_CFLAGS)
%C%_test_width_LDADD = $(process_test_libs)

# Those of dynamics and saturation:
check_PROGRAMS += \
	%D%/test_ballistics \
	%D%/test_clipper \
	%D%/test_compressor \
	%D%/test_decibel \
	%D%/test_deesser \
	%D%/test_gain_computer \
	%D%/test_make_up \
	%D%/test_multiband \
	%D%/test_oversample \
	%D%/test_peak_hold \
	%D%/test_processor \
	%D%/test_reduction \
	%D%/test_short_fir \
	%D%/test_tape \
	%D%/test_tape_hysteresis
%C%_test_ballistics_LDADD = $(album_libs)
%C%_test_clipper_LDADD = $(process_test_libs)
%C%_test_compressor_LDADD = $(process_test_libs)
%C%_test_decibel_LDADD = $(album_libs)
%C%_test_deesser_LDADD = $(process_test_libs)
%C%_test_gain_computer_LDADD = $(album_libs)
%C%_test_make_up_LDADD = $(process_test_libs)
%C%_test_multiband_LDADD = $(process_test_libs)
%C%_test_oversample_LDADD = $(process_test_libs)
%C%_test_peak_hold_LDADD = $(album_libs)
%C%_test_processor_LDADD = $(process_test_libs)
%C%_test_reduction_LDADD = $(album_libs)
%C%_test_short_fir_LDADD = $(process_test_libs)
%C%_test_tape_LDADD = $(process_test_libs)
%C%_test_tape_hysteresis_LDADD = $(album_libs)
