/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/target.h"

#include <string.h>

#define EVERY_FIELD (AL_FIELD(RB_TEXT_FIELDS) - 1)
#define PLAIN_FIELDS \
  (AL_FIELD(RB_TEXT_TITLE) | AL_FIELD(RB_TEXT_PERFORMER) | AL_FIELD(RB_TEXT_SONGWRITER))

#define SHEET_FLAGS (RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED | RB_FLAG_FOUR_CHANNEL)

static const AlTarget targets[AL_TARGETS] = {
    [AL_TARGET_DDP] = {.name = "ddp",
                       .carries = RB_COMPARE_ALL,
                       .flags = RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS,
                       .one_copy_flag = TRUE,
                       .fields = EVERY_FIELD,
                       .extras = AL_EXTRA_ALL},
    [AL_TARGET_CUE] = {.name = "cue",
                       .ending = ".cue",
                       .audio_ending = ".wav",
                       .carries = RB_COMPARE_CUE,
                       .flags = SHEET_FLAGS | RB_FLAG_SCMS,
                       .fields = EVERY_FIELD},
    [AL_TARGET_BIN] = {.name = "bin",
                       .ending = ".cue",
                       .audio_ending = ".bin",
                       .carries = RB_COMPARE_CUE,
                       .flags = SHEET_FLAGS | RB_FLAG_SCMS,
                       .fields = EVERY_FIELD},
    [AL_TARGET_TOC] = {.name = "toc",
                       .ending = ".toc",
                       .audio_ending = ".wav",
                       .carries = RB_COMPARE_TOC,
                       .flags = SHEET_FLAGS,
                       .fields = EVERY_FIELD,
                       .extras = AL_EXTRA_ALL},
    [AL_TARGET_TRACKS] = {.name = "tracks",
                          .carries = RB_COMPARE_CODES | RB_COMPARE_TEXTS | RB_COMPARE_CREDITS |
                                     RB_COMPARE_QUOTES,
                          .fields = EVERY_FIELD,
                          .extras = AL_EXTRA_GENRE | AL_EXTRA_CATALOG},
};

AlTarget
al_target(AlTargetKind kind, gboolean portable)
{
  AlTarget target = targets[kind];

  if (portable && (kind == AL_TARGET_CUE || kind == AL_TARGET_BIN)) {
    target.carries &= ~(RbCompare)(RB_COMPARE_INDEXES | RB_COMPARE_CREDITS);
    target.fields = PLAIN_FIELDS;
  }
  return target;
}

gboolean
al_target_find(const char *name, AlTargetKind *kind)
{
  for (int i = 0; i < AL_TARGETS; i++) {
    if (strcmp(targets[i].name, name) == 0) {
      *kind = (AlTargetKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
al_target_guess(const char *path, AlTargetKind *kind)
{
  static const struct {
    const char *ending;
    AlTargetKind kind; /* AL_TARGETS: none can be told */
  } endings[] = {
      {".cue", AL_TARGET_CUE}, {".bin", AL_TARGET_BIN}, {".toc", AL_TARGET_TOC},
      {".wav", AL_TARGETS},    {".flac", AL_TARGETS},
  };
  g_autofree char *lower = g_ascii_strdown(path, -1);

  *kind = AL_TARGET_DDP;
  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(lower, endings[i].ending))
      *kind = endings[i].kind;
  return *kind != AL_TARGETS;
}
