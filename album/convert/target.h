/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_TARGET_H
#define AL_TARGET_H

/* The forms that a disc can be converted to, and what each of them can say of it. */

#include "redbook/compare.h"

typedef enum {
  AL_TARGET_DDP,    /* a folder: DDPID, DDPMS, ..., IMAGE.DAT, checksums */
  AL_TARGET_CUE,    /* NAME.cue and NAME.wav */
  AL_TARGET_BIN,    /* NAME.cue and NAME.bin */
  AL_TARGET_TOC,    /* NAME.toc and NAME.wav */
  AL_TARGET_TRACKS, /* a folder: a file for each track */
  AL_TARGETS,
} AlTargetKind;

/* What a block of texts says beside them. */
typedef enum {
  AL_EXTRA_LANGUAGE = 1 << 0,
  AL_EXTRA_GENRE = 1 << 1,
  AL_EXTRA_CATALOG = 1 << 2,
  AL_EXTRA_COPYRIGHT = 1 << 3,
} AlExtras;

#define AL_EXTRA_ALL (AL_EXTRA_LANGUAGE | AL_EXTRA_GENRE | AL_EXTRA_CATALOG | AL_EXTRA_COPYRIGHT)

typedef struct {
  const char *name;         /* as the user writes it */
  const char *ending;       /* ".cue": of the sheet; NULL: the target is a folder */
  const char *audio_ending; /* ".wav": of the audio beside the sheet */
  RbCompare carries;        /* what it can say; flags, texts and extras more exactly below */
  RbFlags flags;
  gboolean one_copy_flag; /* not both copy permitted and SCMS (R30) */
  guint fields;           /* AL_FIELD()s: the texts that it can hold of its first block */
  AlExtras extras;
} AlTarget;

#define AL_FIELD(field) (1u << (field))

/* What it can say; `portable`: of a CUE, what every reader takes (redbook/cue.h). */
AlTarget al_target(AlTargetKind kind, gboolean portable);

/* "ddp", "cue", ...; FALSE where there is none of that name. */
gboolean al_target_find(const char *name, AlTargetKind *kind);

/* What the name of the output asks for: .cue, .bin and .toc as they say, and a DDP where it has no
 * such ending. FALSE for the endings of audio files: a name of one file says too little. */
gboolean al_target_guess(const char *path, AlTargetKind *kind);

#endif
