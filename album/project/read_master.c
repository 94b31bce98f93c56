/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_master.h"

#include "album/project/values.h"

/* The rates at which a sector is a whole number of frames, from that of the CD on. */
static const int rates[] = {44100, 48000, 88200, 96000, 176400, 192000};

static void
read_rate(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  double hz;

  (void)key;
  if (!al_value_quantity(reader, value, AL_QUANTITY_FREQUENCY, NULL, &hz))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(rates); i++) {
    if (hz == rates[i]) {
      *(int *)member = rates[i];
      return;
    }
  }
  al_schema_tell(reader, value, "expected 44.1, 48, 88.2, 96, 176.4 or 192 kHz",
                 "this is not a working rate");
}

static const AlChoice resamplers[] = {
    {"soxr", AL_RESAMPLER_SOXR},
    {"libsamplerate", AL_RESAMPLER_LIBSAMPLERATE},
    {NULL, 0},
};

static const AlSchemaKey keys[] = {
    {.key = "rate", .read = read_rate, .offset = offsetof(AlMaster, rate)},
    {.key = "resampler",
     .read = al_value_choice,
     .offset = offsetof(AlMaster, resampler),
     .detail = resamplers},
    {.key = NULL},
};

void
al_read_master(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  al_schema_read(reader, value, "master", keys, member);
}
