/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_master.h"

#include "album/project/read_tone.h"
#include "album/project/values.h"

/* The rates at which a sector is a whole number of frames, from that of the CD on. */
static const int rates[] = {44100, 48000, 88200, 96000, 176400, 192000};

void
al_read_rate(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
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
                 "this is not a rate for masters");
}

static const AlChoice modes[] = {
    {"tracks", AL_LOUDNESS_MODE_TRACKS},
    {"album", AL_LOUDNESS_MODE_ALBUM},
    {"off", AL_LOUDNESS_MODE_OFF},
    {NULL, 0},
};

static const AlChoice measures[] = {
    {"integrated", AL_LOUDNESS_MEASURE_INTEGRATED},
    {"loud-sections", AL_LOUDNESS_MEASURE_LOUD_SECTIONS},
    {NULL, 0},
};

/* After a wrong word, what depends on it is taken as right. */
static void
read_mode(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  int mode = AL_LOUDNESS_MODE_TRACKS;

  (void)key;
  al_value_find_choice(reader, value, modes, &mode);
  *(AlLoudnessMode *)member = (AlLoudnessMode)mode;
}

/* Whether there is such a track is seen when the tracks are read. */
static void
read_anchor(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlMaster *master = member;

  (void)key;
  if (al_value_track_number(reader, value, &master->anchor))
    master->anchor_place = value->place;
}

static const AlChoice resamplers[] = {
    {"soxr", AL_RESAMPLER_SOXR},
    {"libsamplerate", AL_RESAMPLER_LIBSAMPLERATE},
    {NULL, 0},
};

static void
read_resampler(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  int choice = AL_RESAMPLER_DEFAULT;

  (void)key;
  if (!al_value_find_choice(reader, value, resamplers, &choice))
    return;
  *(AlResamplerChoice *)member = (AlResamplerChoice)choice;
  if (!al_resampler_available((AlResamplerChoice)choice))
    al_schema_tell(reader, value, "leave it away to use what there is",
                   "this segue was built without it");
}

static const AlSchemaKey keys[] = {
    {.key = "rate", .read = al_read_rate, .offset = offsetof(AlMaster, rate)},
    {.key = "resampler", .read = read_resampler, .offset = offsetof(AlMaster, resampler)},
    {.key = "loudness", .read = read_mode, .offset = offsetof(AlMaster, loudness)},
    {.key = "measure",
     .read = al_value_choice,
     .offset = offsetof(AlMaster, measure),
     .detail = measures},
    {.key = "anchor", .read = read_anchor},
    {.key = "tone", .read = al_read_tone, .offset = offsetof(AlMaster, tone)},
    {.key = NULL},
};

void
al_read_master(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  al_schema_read(reader, value, "master", keys, member);
}
