/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_musicbrainz.h"

#include <string.h>

#include "album/draft/draft_lines.h"
#include "album/draft/mix_tags.h"
#include "album/encode/tag_names.h"
#include "redbook/place.h"

/* Tells of an id that is none; `number` 0: of the album. */
static void
tell(RbFindings *findings, guint number, const char *name, const char *text)
{
  g_autofree char *place = number > 0 ? rb_place_track(number) : g_strdup("");

  rb_findings_add(findings, "N04", RB_SEVERITY_WARNING, place,
                  "The tag %s is left out: \"%s\" is no id of MusicBrainz.", name, text);
}

/* The ids of a tag (NULL: it has none, or not only ids), for g_strfreev(). */
static char **
read_tag(GHashTable *tags, AlTag tag, guint number, RbFindings *findings)
{
  const AlTagNames *names = al_tag_names(tag);
  const char *text = al_mix_tags_get(tags, names->comment, NULL);
  g_auto(GStrv) values = text != NULL ? al_tag_names_split(names, text) : NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++) {
    char *id = al_musicbrainz_normalise(values[i]);

    if (id == NULL) {
      tell(findings, number, names->comment, values[i]);
      return NULL;
    }
    g_free(values[i]);
    values[i] = id;
  }
  return g_steal_pointer(&values);
}

/* What they are of, and where their errors are told. */
typedef struct {
  AlMusicBrainz *ids;
  GHashTable *tags;
  guint number; /* of the track; 0: the album */
  RbFindings *findings;
} Reading;

static void
read_id(const Reading *reading, AlTag tag, char **id)
{
  g_auto(GStrv) values =
      *id == NULL ? read_tag(reading->tags, tag, reading->number, reading->findings) : NULL;

  if (values != NULL)
    *id = g_strdup(values[0]);
}

static void
read_artists(const Reading *reading, AlTag tag)
{
  g_auto(GStrv) values = reading->ids->artist == NULL
                             ? read_tag(reading->tags, tag, reading->number, reading->findings)
                             : NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    al_musicbrainz_add_artist(reading->ids, values[i]);
}

void
al_draft_musicbrainz_read_album(AlMusicBrainz *ids, GHashTable *tags, RbFindings *findings)
{
  const Reading reading = {.ids = ids, .tags = tags, .findings = findings};

  read_id(&reading, AL_TAG_MUSICBRAINZ_RELEASE, &ids->release);
  read_id(&reading, AL_TAG_MUSICBRAINZ_RELEASE_GROUP, &ids->release_group);
  read_artists(&reading, AL_TAG_MUSICBRAINZ_ALBUM_ARTIST);
}

void
al_draft_musicbrainz_read_track(AlMusicBrainz *ids, GHashTable *tags, guint number,
                                RbFindings *findings)
{
  const Reading reading = {.ids = ids, .tags = tags, .number = number, .findings = findings};

  read_id(&reading, AL_TAG_MUSICBRAINZ_RECORDING, &ids->recording);
  read_id(&reading, AL_TAG_MUSICBRAINZ_TRACK, &ids->track);
  read_artists(&reading, AL_TAG_MUSICBRAINZ_ARTIST);
}

/* One, or a list of them. */
static void
print_artists(GString *out, int indent, const char *artists)
{
  g_auto(GStrv) ids = g_strsplit(artists, " ", -1);
  g_autofree char *list = g_strjoinv(", ", ids);
  g_autofree char *value = ids[1] != NULL ? g_strdup_printf("[%s]", list) : g_strdup(list);

  al_draft_line_value(out, indent, "artist", value);
}

void
al_draft_musicbrainz_print(GString *out, int indent, const AlMusicBrainz *ids,
                           const char *inherited)
{
  const struct {
    const char *key, *id;
  } lines[] = {{"release", ids->release},
               {"release-group", ids->release_group},
               {"recording", ids->recording},
               {"track", ids->track}};
  g_autoptr(GString) section = g_string_new(NULL);

  for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
    if (lines[i].id != NULL)
      al_draft_line_value(section, indent + 2, lines[i].key, lines[i].id);
  if (ids->artist != NULL && g_strcmp0(ids->artist, inherited) != 0)
    print_artists(section, indent + 2, ids->artist);
  if (section->len == 0)
    return;
  al_draft_line_value(out, indent, "musicbrainz", "");
  g_string_append(out, section->str);
}
