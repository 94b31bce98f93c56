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

typedef struct {
  const char *name;   /* as the user writes it */
  const char *ending; /* ".cue": of the sheet; NULL: the target is a folder */
  RbCompare carries;  /* what it can say; flags and texts more exactly below */
  RbFlags flags;
  gboolean one_copy_flag; /* not both copy permitted and SCMS (R30) */
  guint fields;           /* AL_FIELD()s: the texts that it can hold of its first block */
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
