/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/tone.h"

static void
clear_reference(gpointer reference)
{
  g_free(((AlToneReference *)reference)->path);
}

void
al_tone_init(AlTone *tone)
{
  *tone = (AlTone){.slope_db_per_octave = 3};
  al_tone_settings_init(&tone->settings);
  tone->references = g_array_new(FALSE, FALSE, sizeof(AlToneReference));
  g_array_set_clear_func(tone->references, clear_reference);
}

void
al_tone_clear(AlTone *tone)
{
  g_array_unref(tone->references);
}

void
al_tone_assign(AlTone *tone, const AlTone *other)
{
  GArray *references = tone->references;

  al_tone_clear_references(tone);
  *tone = *other;
  tone->references = references;
  for (guint i = 0; i < other->references->len; i++) {
    AlToneReference copy = *al_tone_reference(other, i);

    copy.path = g_strdup(copy.path);
    g_array_append_val(references, copy);
  }
}

void
al_tone_clear_references(AlTone *tone)
{
  g_array_set_size(tone->references, 0);
}

const AlToneReference *
al_tone_reference(const AlTone *tone, guint i)
{
  return &g_array_index(tone->references, AlToneReference, i);
}
