/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_GAIN_TAGS_H
#define AL_GAIN_TAGS_H

/* What players are told to do with a track's level, as the texts of tags. All are to be freed.
 *
 * Without REPLAYGAIN_REFERENCE_LOUDNESS, an extra of some programs: ReplayGain 2.0 has one
 * reference, so it would say nothing new.
 *
 * Sources: ReplayGain 2.0 specification (wiki.hydrogenaud.io, 2023); RFC 7845, 5.2.1. */

#include "album/encode/tags.h"

/* "-7.89 dB": what brings it to ReplayGain's -18 LUFS. */
char *al_gain_tags_replaygain(double integrated_lufs);

/* "0.988553": the peak as a share of full scale. */
char *al_gain_tags_peak(double true_peak_dbtp);

/* "-1234": what brings it to R 128's -23 LUFS, in steps of 1/256 dB; kept to 16 bits. */
char *al_gain_tags_r128(double integrated_lufs);

/* A tag of ReplayGain; neither text is kept. */
typedef void (*AlGainTagAdd)(gpointer to, const char *name, const char *text);

/* Adds those of the track and of the album, as far as they are known, in this order:
 * REPLAYGAIN_TRACK_GAIN, REPLAYGAIN_TRACK_PEAK, REPLAYGAIN_ALBUM_GAIN, REPLAYGAIN_ALBUM_PEAK. */
void al_gain_tags_add_replaygain(const AlTags *tags, AlGainTagAdd add, gpointer to);

#endif
