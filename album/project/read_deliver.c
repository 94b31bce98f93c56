/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_deliver.h"

#include <string.h>

#include "album/project/deliverable_name.h"
#include "album/project/read_codecs.h"
#include "album/project/read_files.h"
#include "album/project/read_level.h"
#include "album/project/read_sides.h"
#include "album/project/values.h"

/* Far beyond any use; every name is compared with those before it. */
#define MAX_DELIVERABLES 100

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
static const AlCodecs flac = {CODEC(AL_CODEC_FLAC), "expected flac 16 or flac 24"};
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

static const AlSchemaKey streaming_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    AL_FORMAT_ROWS(AlDeliverable, &lossless),
    AL_FILES_ROW(AlDeliverable, "rate", al_read_file_rate, rate),
    AL_FILES_ROW(AlDeliverable, "metadata", al_read_metadata, metadata),
    AL_FILES_ROW(AlDeliverable, "receivers", al_read_receivers, receivers),
    AL_NAME_ROWS(AlDeliverable),
    AL_LEVEL_ROWS(AlDeliverable),
    AL_CODECS_ROWS(AlDeliverable),
    {.key = NULL},
};

static const AlSchemaKey download_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    AL_FORMAT_ROWS(AlDeliverable, &all),
    {.key = "album-file",
     .read = al_read_formats,
     .offset = offsetof(AlDeliverable, files.album_formats),
     .detail = &flac},
    AL_FILES_ROW(AlDeliverable, "rate", al_read_file_rate, rate),
    AL_FILES_ROW(AlDeliverable, "metadata", al_read_metadata, metadata),
    AL_NAME_ROWS(AlDeliverable),
    AL_LEVEL_ROWS(AlDeliverable),
    AL_CODECS_ROWS(AlDeliverable),
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
    AL_FORMAT_ROWS(AlDeliverable, &lossless),
    AL_FILES_ROW(AlDeliverable, "rate", al_read_file_rate, rate),
    AL_NAME_ROWS(AlDeliverable),
    AL_LEVEL_ROWS(AlDeliverable),
    AL_CODECS_ROWS(AlDeliverable),
    {.key = NULL},
};

static const AlSchemaKey cassette_keys[] = {
    KIND_ROW,
    DITHER_ROW,
    AL_SIDES_ROWS(AlDeliverable),
    AL_FORMAT_ROWS(AlDeliverable, &lossless),
    AL_FILES_ROW(AlDeliverable, "rate", al_read_file_rate, rate),
    AL_NAME_ROWS(AlDeliverable),
    AL_LEVEL_ROWS(AlDeliverable),
    AL_CODECS_ROWS(AlDeliverable),
    {.key = NULL},
};

/* What a deliverable can be, and what it is where nothing is said. */
typedef struct {
  const char *word;
  const char *title;
  const AlSchemaKey *keys;
  const char *format; /* NULL: it is not made of files */
  AlCharacters characters;
} KindRow;

/* By AlKind. */
static const KindRow kinds[] = {
    [AL_KIND_CD] = {"cd", "a CD", cd_keys, NULL, AL_CHARACTERS_ASCII},
    [AL_KIND_STREAMING] = {"streaming", "streaming", streaming_keys, "wav 24", AL_CHARACTERS_ASCII},
    [AL_KIND_DOWNLOAD] = {"download", "a download", download_keys, "flac 24",
                          AL_CHARACTERS_UNICODE},
    [AL_KIND_RADIO] = {"radio", "radio", radio_keys, "wav 24", AL_CHARACTERS_ASCII},
    [AL_KIND_VINYL] = {"vinyl", "vinyl", vinyl_keys, "wav 24", AL_CHARACTERS_ASCII},
    [AL_KIND_CASSETTE] = {"cassette", "a cassette", cassette_keys, "wav 24", AL_CHARACTERS_ASCII},
};

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

/* The words of the kinds, as choices; the array ends with no word. */
static void
list_kinds(AlChoice *choices)
{
  for (int i = 0; i < (int)G_N_ELEMENTS(kinds); i++)
    choices[i] = (AlChoice){kinds[i].word, i};
  choices[G_N_ELEMENTS(kinds)] = (AlChoice){NULL, 0};
}

/* A name that is a kind needs no `kind`. */
static gboolean
find_kind(AlReader *reader, const AlYamlPair *pair, int *kind)
{
  const AlYamlNode *written =
      pair->value->kind == AL_YAML_MAP ? al_yaml_get(pair->value, "kind") : NULL;
  AlChoice choices[G_N_ELEMENTS(kinds) + 1];

  list_kinds(choices);
  if (written != NULL && written->kind != AL_YAML_EMPTY)
    return al_value_find_choice(reader, written, choices, kind);
  for (const AlChoice *choice = choices; choice->word != NULL; choice++) {
    if (strcmp(choice->word, pair->key->text) == 0) {
      *kind = choice->value;
      return TRUE;
    }
  }
  al_schema_tell(reader, pair->key, "write kind: cd into its settings, or call it cd",
                 "the name is not that of a kind, and there is no key \"kind\"");
  return FALSE;
}

/* Whether the deliverable can have a folder of this name. */
static void
check_name(AlReader *reader, const AlYamlNode *key, const GPtrArray *deliverables)
{
  const char *fault = al_deliverable_name_fault(key->text);

  if (fault != NULL)
    al_schema_tell(reader, key, fault, "this cannot be the name of a folder");
  for (guint i = 0; i < deliverables->len; i++) {
    const AlDeliverable *earlier = g_ptr_array_index(deliverables, i);
    g_autofree char *name = g_utf8_casefold(key->text, -1);
    g_autofree char *earlier_name = g_utf8_casefold(earlier->name, -1);

    if (strcmp(name, earlier_name) == 0)
      al_diagnostics_add(reader->diagnostics, key->place, NULL,
                         "some systems cannot tell this folder from \"%s\": \"%s\"", earlier->name,
                         key->text);
  }
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

/* With what holds where its settings say nothing. */
static AlDeliverable *
deliverable_new(AlReader *reader, const AlYamlNode *name, AlKind kind)
{
  AlDeliverable *deliverable = g_new0(AlDeliverable, 1);
  const KindRow *row = &kinds[kind];

  deliverable->name = g_strdup(name->text);
  deliverable->kind = kind;
  deliverable->place = name->place;
  deliverable->images = AL_IMAGE_DDP | AL_IMAGE_CUE | AL_IMAGE_TOC | AL_IMAGE_BIN;
  deliverable->dither = row->format == NULL ? AL_DITHER_SHAPED : AL_DITHER_TPDF;
  al_delivered_level_init(&deliverable->level, reader->project->master.loudness);
  al_codec_settings_init(&deliverable->codecs);
  if (row->format != NULL)
    al_file_settings_init(&deliverable->files, row->format, row->characters, name->place);
  if (kind == AL_KIND_RADIO)
    init_radio(deliverable);
  if (kind == AL_KIND_VINYL || kind == AL_KIND_CASSETTE)
    init_sides(deliverable);
  return deliverable;
}

static void
read_deliverable(AlReader *reader, const AlYamlPair *pair, GPtrArray *deliverables)
{
  AlDeliverable *deliverable;
  int kind;

  check_name(reader, pair->key, deliverables);
  if (pair->value->kind != AL_YAML_EMPTY &&
      !al_schema_expect(reader, pair->value, AL_YAML_MAP, "the settings of a deliverable"))
    return;
  if (!find_kind(reader, pair, &kind))
    return;
  deliverable = deliverable_new(reader, pair->key, (AlKind)kind);
  g_ptr_array_add(deliverables, deliverable);
  if (pair->value->kind != AL_YAML_MAP)
    return;
  al_schema_read(reader, pair->value, kinds[kind].title, kinds[kind].keys, deliverable);
  if (!deliverable->level.has_ceiling)
    al_check_level(reader, pair->value);
  al_check_files(reader, pair->value);
  al_check_codecs(reader, pair->value, deliverable);
}

void
al_deliverable_free(gpointer data)
{
  AlDeliverable *deliverable = data;

  al_file_settings_clear(&deliverable->files);
  al_codec_settings_clear(&deliverable->codecs);
  al_side_settings_clear(&deliverable->sides);
  g_free(deliverable->name);
  g_free(deliverable);
}

gboolean
al_deliver_has_disc(const AlYamlNode *root)
{
  const AlYamlNode *deliver = root->kind == AL_YAML_MAP ? al_yaml_get(root, "deliver") : NULL;
  gboolean disc = FALSE;

  if (deliver == NULL || deliver->kind != AL_YAML_MAP)
    return TRUE;
  for (guint i = 0; i < deliver->items->len; i++) {
    const AlYamlPair *pair = al_yaml_pair(deliver, i);
    const AlYamlNode *kind =
        pair->value->kind == AL_YAML_MAP ? al_yaml_get(pair->value, "kind") : NULL;
    const AlYamlNode *word = kind != NULL ? kind : pair->key;

    disc = disc || word->kind != AL_YAML_TEXT || strcmp(word->text, "cd") == 0;
  }
  return disc;
}

void
al_read_deliver(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GPtrArray *deliverables = *(GPtrArray **)member;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_MAP,
                        "a mapping from names of deliverables to their settings"))
    return;
  if (value->items->len == 0)
    al_schema_tell(reader, value, "write cd: for a CD", "nothing is to be delivered");
  for (guint i = 0; i < MIN(value->items->len, MAX_DELIVERABLES); i++)
    read_deliverable(reader, al_yaml_pair(value, i), deliverables);
  if (value->items->len > MAX_DELIVERABLES)
    al_schema_tell(reader, al_yaml_pair(value, MAX_DELIVERABLES)->key, NULL,
                   "a project has at most 100 deliverables");
}
