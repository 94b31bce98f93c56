/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/deliverable_kind.h"

#include "album/project/read_codecs.h"
#include "album/project/read_files.h"
#include "album/project/read_level.h"
#include "album/project/read_sides.h"
#include "album/project/values.h"

/* By AlDither. */
static const AlChoice dithers[] = {
    {"shaped", AL_DITHER_SHAPED}, {"tpdf", AL_DITHER_TPDF}, {"none", AL_DITHER_NONE}, {NULL, 0}};

static const AlChoice images[] = {{"ddp", AL_IMAGE_DDP},
                                  {"cue", AL_IMAGE_CUE},
                                  {"toc", AL_IMAGE_TOC},
                                  {"bin", AL_IMAGE_BIN},
                                  {NULL, 0}};

/* `kind` is read before the others, as it decides which they may be. */
static void
read_nothing(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)reader;
  (void)value;
  (void)key;
  (void)member;
}

#define CODEC(codec) (1U << (codec))
#define UNCOMPRESSED (CODEC(AL_CODEC_WAV) | CODEC(AL_CODEC_AIFF))

static const AlCodecs lossless = {UNCOMPRESSED | CODEC(AL_CODEC_FLAC),
                                  "expected wav, aiff or flac with 16 or 24: flac 24"};
static const AlCodecs all = {CODEC(AL_CODEC_COUNT) - 1,
                             "expected wav, aiff, flac or alac with 16 or 24, or mp3, aac, opus or "
                             "vorbis with a bit rate: flac 16, mp3 320, mp3 v0, opus 160"};

#define KIND_ROW                        \
  {                                     \
    .key = "kind", .read = read_nothing \
  }
#define DITHER_ROW                                                                       \
  {                                                                                      \
    .key = "dither", .read = al_value_choice, .offset = offsetof(AlDeliverable, dither), \
    .detail = dithers                                                                    \
  }

static const AlSchemaKey cd_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    {.key = "images",
     .read = al_value_choices,
     .offset = offsetof(AlDeliverable, images),
     .detail = images},
    AL_LEVEL_ROWS(AlDeliverable),
    AL_CODECS_ROWS(AlDeliverable),
    {.key = NULL},
};

/* What files of tracks and of sides have in common, with these codecs. */
#define FILES_ROWS(codecs)                                                 \
  AL_FORMAT_ROWS(AlDeliverable, codecs),                                   \
      AL_FILES_ROW(AlDeliverable, "rate", al_read_file_rate, rate),        \
      AL_FILES_ROW(AlDeliverable, "metadata", al_read_metadata, metadata), \
      AL_NAME_ROWS(AlDeliverable), AL_LEVEL_ROWS(AlDeliverable), AL_CODECS_ROWS(AlDeliverable)

static const AlSchemaKey streaming_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    FILES_ROWS(&lossless),
    AL_FILES_ROW(AlDeliverable, "receivers", al_read_receivers, receivers),
    {.key = NULL},
};

static const AlSchemaKey download_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    FILES_ROWS(&all),
    {.key = "album-file",
     .read = al_read_formats,
     .offset = offsetof(AlDeliverable, files.album_formats),
     .detail = &all},
    {.key = NULL},
};

/* Loudness that broadcasters ask for, by their standards: EBU R 128 (2023); EBU R 128 s3, loudness
 * in radio (2023); ATSC A/85. */
static const struct {
  const char *word;
  double target_lufs, ceiling_dbtp;
} standards[] = {{"ebu-r128", -23, -1}, {"ebu-r128-s3", -23, -1}, {"atsc-a85", -24, -2}};

static void
set_standard(AlDeliveredLevel *level, int standard)
{
  level->mode = AL_LOUDNESS_MODE_STANDARD;
  level->has_target = TRUE;
  level->target_lufs = standards[standard].target_lufs;
  level->has_ceiling = TRUE;
  level->limiter.ceiling_dbtp = standards[standard].ceiling_dbtp;
}

static void
read_standard(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlChoice choices[G_N_ELEMENTS(standards) + 1] = {{NULL, 0}};
  int standard;

  (void)key;
  for (int i = 0; i < (int)G_N_ELEMENTS(standards); i++)
    choices[i] = (AlChoice){standards[i].word, i};
  if (al_value_find_choice(reader, value, choices, &standard))
    set_standard(member, standard);
}

static const AlCodecs broadcast = {CODEC(AL_CODEC_WAV) | CODEC(AL_CODEC_FLAC),
                                   "expected wav or flac with 16 or 24: wav 24"};

static const AlSchemaKey radio_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    AL_LEVEL_ROW(AlDeliverable, "standard", read_standard),
    AL_FORMAT_ROWS(AlDeliverable, &broadcast),
    AL_FILES_ROW(AlDeliverable, "metadata", al_read_metadata, metadata),
    AL_NAME_ROWS(AlDeliverable),
    AL_LEVEL_ROW(AlDeliverable, "max-reduction", al_read_max_reduction),
    AL_LEVEL_ROW(AlDeliverable, "limiter", al_read_limiter),
    AL_CODECS_ROWS(AlDeliverable),
    {.key = NULL},
};

/* Broadcasters have one rate, and their targets leave so much room that what a limiter takes away
 * there is single peaks. */
#define RADIO_RATE 48000
#define RADIO_MAX_REDUCTION_DB 24.0

static const AlSchemaKey vinyl_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    AL_SIDES_ROW(AlDeliverable, "size", al_read_record_size, form),
    AL_SIDES_ROW(AlDeliverable, "speed", al_read_record_speed, speed),
    AL_SIDES_ROWS(AlDeliverable),
    FILES_ROWS(&lossless),
    {.key = NULL},
};

static const AlSchemaKey cassette_keys[] = {
    KIND_ROW, DITHER_ROW, AL_SIDES_ROWS(AlDeliverable), FILES_ROWS(&lossless), {.key = NULL},
};

/* By AlKind. */
static const AlDeliverableKind kinds[] = {
    [AL_KIND_CD] = {"cd", "a CD", cd_keys, NULL, AL_CHARACTERS_ASCII},
    [AL_KIND_STREAMING] = {"streaming", "streaming", streaming_keys, "wav 24", AL_CHARACTERS_ASCII},
    [AL_KIND_DOWNLOAD] = {"download", "a download", download_keys, "flac 24",
                          AL_CHARACTERS_UNICODE},
    [AL_KIND_RADIO] = {"radio", "radio", radio_keys, "wav 24", AL_CHARACTERS_ASCII},
    [AL_KIND_VINYL] = {"vinyl", "vinyl", vinyl_keys, "wav 24", AL_CHARACTERS_ASCII},
    [AL_KIND_CASSETTE] = {"cassette", "a cassette", cassette_keys, "wav 24", AL_CHARACTERS_ASCII},
};

const AlDeliverableKind *
al_deliverable_kind(AlKind kind)
{
  g_assert(kind < AL_KIND_COUNT);
  return &kinds[kind];
}

const char *
al_kind_name(AlKind kind)
{
  return kinds[kind].word;
}

const char *
al_dither_name(AlDither dither)
{
  return dithers[dither].word;
}

static void
init_radio(AlDeliverable *deliverable)
{
  set_standard(&deliverable->level, 0);
  deliverable->level.max_reduction_db = RADIO_MAX_REDUCTION_DB;
  deliverable->files.rate = RADIO_RATE;
}

static void
init_sides(AlDeliverable *deliverable)
{
  gboolean vinyl = deliverable->kind == AL_KIND_VINYL;

  al_side_settings_init(&deliverable->sides, vinyl ? AL_RECORD_12_INCH : AL_RECORD_CASSETTE,
                        vinyl ? 33 : 0);
  g_free(deliverable->files.names);
  deliverable->files.names = g_strdup("Side {track}");
}

void
al_deliverable_kind_init(AlDeliverable *deliverable)
{
  AlKind kind = deliverable->kind;
  const AlDeliverableKind *row = al_deliverable_kind(kind);

  deliverable->images = AL_IMAGE_DDP | AL_IMAGE_CUE | AL_IMAGE_TOC | AL_IMAGE_BIN;
  deliverable->dither = row->format == NULL ? AL_DITHER_SHAPED : AL_DITHER_TPDF;
  if (row->format != NULL)
    al_file_settings_init(&deliverable->files, row->format, row->characters, deliverable->place);
  if (kind == AL_KIND_RADIO)
    init_radio(deliverable);
  if (kind == AL_KIND_VINYL || kind == AL_KIND_CASSETTE)
    init_sides(deliverable);
}
