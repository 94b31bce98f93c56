/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TAGS_H
#define AL_TAGS_H

/* All that a file of audio can say about itself.
 *
 * Made once per file, written by every container as far as it can hold it (tag_names.h has the
 * names). What is not known is left out of the file. Texts are UTF-8 without NUL. */

#include <glib.h>

#include "album/encode/cover.h"

typedef enum {
  AL_TAG_TITLE,
  AL_TAG_ARTIST,
  AL_TAG_ALBUM,
  AL_TAG_ALBUM_ARTIST,
  AL_TAG_COMPOSER,
  AL_TAG_SONGWRITER, /* who wrote the words */
  AL_TAG_ARRANGER,
  AL_TAG_GENRE,
  AL_TAG_DATE, /* yyyy, yyyy-mm or yyyy-mm-dd */
  AL_TAG_ISRC, /* 12 characters, without hyphens */
  AL_TAG_UPC,  /* 13 digits */
  AL_TAG_CATALOG,
  AL_TAG_LABEL,
  AL_TAG_COPYRIGHT, /* without (C) or (P) before them */
  AL_TAG_PHONOGRAM,
  AL_TAG_LANGUAGE, /* ISO 639-1 */
  AL_TAG_COMMENT,
  AL_TAG_MUSICBRAINZ_RELEASE, /* here and below a UUID; of artists several, a space between them */
  AL_TAG_MUSICBRAINZ_RELEASE_GROUP,
  AL_TAG_MUSICBRAINZ_ALBUM_ARTIST,
  AL_TAG_MUSICBRAINZ_RECORDING,
  AL_TAG_MUSICBRAINZ_TRACK,
  AL_TAG_MUSICBRAINZ_ARTIST,
  AL_TAG_COUNT
} AlTag;

/* The n-th of a number of things. */
typedef struct {
  guint number; /* 0: not known */
  guint count;  /* 0: not known */
} AlTagNumber;

/* From which the gains of ReplayGain and R 128 follow (gain_tags.h). Of no use where `known` is not
 * set; silence has no loudness. */
typedef struct {
  gboolean known;
  double integrated_lufs;
  double true_peak_dbtp;
} AlTagGain;

/* What the `bext` chunk of Broadcast Wave says besides what follows from the texts. Any figure that
 * is not finite is written as not known. */
typedef struct {
  char *title, *artist; /* in words that ASCII can spell, as far as there are any; or NULL */
  guint64 time_frames;  /* since midnight */
  double integrated_lufs;
  double range_lu;
  double true_peak_dbtp;
  double max_momentary_lufs;
  double max_short_term_lufs;
} AlTagBroadcast;

/* A named place in the audio. */
typedef struct {
  gint64 frame;
  char *name;
} AlTagCue;

/* A track in a file of several. */
typedef struct {
  gint64 pause_frame; /* INDEX 00; -1: it has no pause before it */
  gint64 start_frame; /* INDEX 01, behind the pause */
  GArray *indexes;    /* of gint64: the frames of INDEX 02 and on */
  char isrc[13];      /* or "" */
  char *title;
} AlTagTrack;

typedef struct {
  char *text[AL_TAG_COUNT]; /* NULL: not known */
  AlTagNumber track;
  AlTagNumber disc;
  AlTagGain track_gain;
  AlTagGain album_gain;
  AlCover *cover;            /* or NULL */
  AlTagBroadcast *broadcast; /* WAV: write a `bext` chunk; or NULL */
  GArray *cues;              /* of AlTagCue, in order of their frames: WAV and AIFF; never NULL */
  GArray *tracks; /* of AlTagTrack, in order: FLAC, a CUESHEET, and what has chapters; never NULL */
} AlTags;

AlTags *al_tags_new(void);
void al_tags_free(AlTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlTags, al_tags_free)

/* Copies the text; NULL and "" unset it. */
void al_tags_set(AlTags *tags, AlTag tag, const char *text);

/* Takes a reference of its own; NULL unsets it. */
void al_tags_set_cover(AlTags *tags, AlCover *cover);

/* A `bext` chunk with nothing known, to be filled in by the caller (who allocates its texts with
 * GLib). It stays with the tags. */
AlTagBroadcast *al_tags_add_broadcast(AlTags *tags);

void al_tags_add_cue(AlTags *tags, gint64 frame, const char *name);

/* Where the track begins there is a cue of its title, too. */
void al_tags_add_track(AlTags *tags, gint64 pause_frame, gint64 start_frame, const char *isrc,
                       const char *title);

/* The next index of the track that was added last. */
void al_tags_add_index(AlTags *tags, gint64 frame);

#endif
