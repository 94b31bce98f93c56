/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_track.h"

#include "album/project/check_tracks.h"
#include "album/project/read_chain.h"
#include "album/project/read_fade.h"
#include "album/project/read_musicbrainz.h"
#include "album/project/read_texts.h"
#include "album/project/read_tone.h"
#include "album/project/values.h"
#include "redbook/isrc.h"
#include "redbook/sector.h"

#define DEFAULT_GAP_SECONDS 2.0

static const AlRange on_disc = {0, 80 * 60, "a time cannot be negative here",
                                "longer than a whole disc"};
static const AlRange in_file = {0, G_MAXDOUBLE, "a time cannot be negative here", NULL};
static const AlRange overlap = {1e-3, 80 * 60,
                                "a crossfade takes time; without one, gap: 0 s joins tracks",
                                "longer than a whole disc"};

static const AlChoice copy_permitted = {"copy-permitted", RB_FLAG_COPY_PERMITTED};
static const AlChoice pre_emphasis = {"pre-emphasis", RB_FLAG_PRE_EMPHASIS};

/* Seconds and a place, which stand beside each other in an AlExcerpt. */
static void
read_start(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlExcerpt *excerpt = member;

  (void)key;
  if (al_value_quantity(reader, value, AL_QUANTITY_DURATION, &in_file, &excerpt->start))
    excerpt->start_place = value->place;
}

static void
read_end(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlExcerpt *excerpt = member;

  (void)key;
  if (al_value_quantity(reader, value, AL_QUANTITY_DURATION, &in_file, &excerpt->end))
    excerpt->end_place = value->place;
}

static void
read_file(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlExcerpt *excerpt = member;

  excerpt->place = value->place;
  al_value_file(reader, value, key, &excerpt->path);
}

#define EXCERPT_ROWS(offset_of_excerpt)                                                \
  {.key = "file", .read = read_file, .offset = (offset_of_excerpt), .required = TRUE}, \
      {.key = "start", .read = read_start, .offset = (offset_of_excerpt)},             \
  {                                                                                    \
    .key = "end", .read = read_end, .offset = (offset_of_excerpt)                      \
  }

static const AlSchemaKey hidden_keys[] = {EXCERPT_ROWS(0), {.key = NULL}};

/* A path, or a mapping with what of the file is used. */
static void
read_hidden(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  if (value->kind == AL_YAML_TEXT)
    read_file(reader, value, key, member);
  else
    al_schema_read(reader, value, "a file", hidden_keys, member);
  ((AlExcerpt *)member)->place = value->place;
}

static void
read_indexes(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GArray *indexes = *(GArray **)member;
  const AlSchemaKey one = {.key = key->key, .detail = &on_disc};

  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of times"))
    return;
  for (guint i = 0; i < value->items->len; i++) {
    AlDuration index = {.seconds = -1};

    al_value_duration(reader, al_yaml_item(value, i), &one, &index);
    if (index.seconds >= 0)
      g_array_append_val(indexes, index);
  }
}

static void
read_isrc(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  g_autoptr(GError) error = NULL;
  AlTrack *track = member;

  (void)key;
  if (!al_value_is_text(reader, value))
    return;
  track->isrc = rb_isrc_normalise(value->text, &error);
  track->isrc_place = value->place;
  if (track->isrc == NULL)
    al_diagnostics_add(reader->diagnostics, value->place, NULL, "%s", error->message);
}

static void
read_loudness(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlRange offsets = {-30, 30, "an offset is at least -30 LU",
                                  "an offset is at most 30 LU"};
  AlTrack *track = member;

  (void)key;
  if (al_value_quantity(reader, value, AL_QUANTITY_LU, &offsets, &track->loudness_lu))
    track->loudness_place = value->place;
}

static const AlSchemaKey keys[] = {
    EXCERPT_ROWS(offsetof(AlTrack, mix)),
    AL_TEXT_ROW(AlTrack, "title", RB_TEXT_TITLE),
    AL_TEXT_ROWS(AlTrack),
    {.key = "isrc", .read = read_isrc},
    {.key = "musicbrainz",
     .read = al_read_track_musicbrainz,
     .offset = offsetof(AlTrack, musicbrainz)},
    {.key = "gap",
     .read = al_value_duration,
     .offset = offsetof(AlTrack, transition.gap),
     .detail = &on_disc},
    {.key = "crossfade",
     .read = al_value_duration,
     .offset = offsetof(AlTrack, transition.crossfade),
     .detail = &overlap},
    {.key = "pause",
     .read = al_value_duration,
     .offset = offsetof(AlTrack, transition.pause),
     .detail = &on_disc},
    {.key = "fade-in",
     .read = al_read_fade,
     .offset = offsetof(AlTrack, transition.fade_in),
     .detail = &on_disc},
    {.key = "fade-out",
     .read = al_read_fade,
     .offset = offsetof(AlTrack, transition.fade_out),
     .detail = &on_disc},
    {.key = "hidden", .read = read_hidden, .offset = offsetof(AlTrack, hidden)},
    {.key = "index", .read = read_indexes, .offset = offsetof(AlTrack, indexes)},
    {.key = "loudness", .read = read_loudness},
    {.key = "tone", .read = al_read_tone, .offset = offsetof(AlTrack, tone)},
    {.key = "chain", .read = al_read_chain, .offset = offsetof(AlTrack, chain)},
    {.key = "copy-permitted",
     .read = al_value_flag,
     .offset = offsetof(AlTrack, flags),
     .detail = &copy_permitted},
    {.key = "pre-emphasis",
     .read = al_value_flag,
     .offset = offsetof(AlTrack, flags),
     .detail = &pre_emphasis},
    {.key = "translations",
     .read = al_read_translations,
     .offset = offsetof(AlTrack, translations)},
    {.key = NULL},
};

static AlTrack *
track_new(AlPlace place, const AlTone *tone)
{
  AlTrack *track = g_new0(AlTrack, 1);

  track->place = place;
  track->mix.end = -1;
  track->hidden.end = -1;
  track->transition.gap.seconds = DEFAULT_GAP_SECONDS;
  track->indexes = g_array_new(FALSE, FALSE, sizeof(AlDuration));
  track->translations = al_translations_new();
  al_step_list_init(&track->chain);
  al_tone_init(&track->tone);
  al_tone_assign(&track->tone, tone);
  return track;
}

void
al_track_free(gpointer data)
{
  AlTrack *track = data;

  g_free(track->mix.path);
  g_free(track->hidden.path);
  g_array_unref(track->indexes);
  rb_texts_clear(&track->texts);
  g_array_unref(track->translations);
  al_step_list_clear(&track->chain);
  al_tone_clear(&track->tone);
  g_free(track->isrc);
  al_musicbrainz_clear(&track->musicbrainz);
  g_free(track);
}

void
al_read_tracks(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  GPtrArray *tracks = *(GPtrArray **)member;

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_LIST, "a list of tracks"))
    return;
  if (value->items->len == 0)
    al_schema_tell(reader, value, NULL, "an album has at least one track");
  /* One too many is enough to say so. */
  for (guint i = 0; i < MIN(value->items->len, RB_MAX_TRACKS + 1); i++) {
    const AlYamlNode *node = al_yaml_item(value, i);
    AlTrack *track = track_new(node->place, &reader->project->master.tone);

    al_schema_read(reader, node, "a track", keys, track);
    al_step_list_append(&track->chain, &reader->project->chain);
    g_ptr_array_add(tracks, track);
  }
  al_check_tracks(reader->diagnostics, reader->project);
}
