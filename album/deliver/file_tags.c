/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/file_tags.h"

#include "album/project/plain_text.h"

const char *
al_file_tags_text(const AlProject *project, guint number, RbTextField field)
{
  const char *own = al_project_track(project, number)->texts.field[field];

  return own != NULL ? own : project->album.texts.field[field];
}

static AlTagGain
gain_of(const AlMeasured *measured)
{
  return (AlTagGain){.known = TRUE,
                     .integrated_lufs = measured->loudness.integrated_lufs,
                     .true_peak_dbtp = measured->true_peak_dbtp};
}

static void
set_album(AlTags *tags, const AlAlbum *album)
{
  al_tags_set(tags, AL_TAG_ALBUM, album->texts.field[RB_TEXT_TITLE]);
  al_tags_set(tags, AL_TAG_ALBUM_ARTIST, album->texts.field[RB_TEXT_PERFORMER]);
  al_tags_set(tags, AL_TAG_GENRE, album->genre);
  al_tags_set(tags, AL_TAG_DATE, album->date);
  al_tags_set(tags, AL_TAG_UPC, album->upc);
  al_tags_set(tags, AL_TAG_CATALOG, album->catalog);
  al_tags_set(tags, AL_TAG_LABEL, album->label);
  al_tags_set(tags, AL_TAG_COPYRIGHT, album->copyright);
  al_tags_set(tags, AL_TAG_PHONOGRAM, album->phonogram);
  al_tags_set(tags, AL_TAG_LANGUAGE, album->language);
  al_tags_set(tags, AL_TAG_MUSICBRAINZ_RELEASE, album->musicbrainz.release);
  al_tags_set(tags, AL_TAG_MUSICBRAINZ_RELEASE_GROUP, album->musicbrainz.release_group);
  al_tags_set(tags, AL_TAG_MUSICBRAINZ_ALBUM_ARTIST, album->musicbrainz.artist);
  al_tags_set(tags, AL_TAG_MUSICBRAINZ_ARTIST, album->musicbrainz.artist);
  tags->disc = (AlTagNumber){album->disc.number, album->disc.count};
}

/* What a track does not have of its own is that of the album. */
static void
set_musicbrainz(AlTags *tags, const AlMusicBrainz *track)
{
  al_tags_set(tags, AL_TAG_MUSICBRAINZ_RECORDING, track->recording);
  al_tags_set(tags, AL_TAG_MUSICBRAINZ_TRACK, track->track);
  if (track->artist != NULL)
    al_tags_set(tags, AL_TAG_MUSICBRAINZ_ARTIST, track->artist);
}

/* What tags and texts of the project have in common. */
static const struct {
  AlTag tag;
  RbTextField field;
} shared[] = {{AL_TAG_ARTIST, RB_TEXT_PERFORMER},
              {AL_TAG_COMPOSER, RB_TEXT_COMPOSER},
              {AL_TAG_SONGWRITER, RB_TEXT_SONGWRITER},
              {AL_TAG_ARRANGER, RB_TEXT_ARRANGER}};

static AlTags *
tags_new(const AlProject *project, const AlFinished *finished, AlCover *cover)
{
  AlTags *tags = al_tags_new();
  AlMeasurement *const *measured = al_region_measurement_list(finished->regions->measured);
  AlMeasured album = al_measurement_album(measured + 1, project->tracks->len);

  set_album(tags, &project->album);
  al_tags_set_cover(tags, cover);
  tags->album_gain = gain_of(&album);
  return tags;
}

AlTags *
al_file_tags_new(const AlProject *project, guint number, const AlFinished *finished, AlCover *cover)
{
  AlMeasurement *const *measured = al_region_measurement_list(finished->regions->measured);
  const AlTrack *track = al_project_track(project, number);
  AlTags *tags = tags_new(project, finished, cover);

  for (guint i = 0; i < G_N_ELEMENTS(shared); i++)
    al_tags_set(tags, shared[i].tag, al_file_tags_text(project, number, shared[i].field));
  al_tags_set(tags, AL_TAG_TITLE, track->texts.field[RB_TEXT_TITLE]);
  al_tags_set(tags, AL_TAG_COMMENT, track->texts.field[RB_TEXT_MESSAGE]);
  al_tags_set(tags, AL_TAG_ISRC, track->isrc);
  set_musicbrainz(tags, &track->musicbrainz);
  tags->track = (AlTagNumber){number, project->tracks->len};
  tags->track_gain = gain_of(al_measurement_get(measured[number]));
  return tags;
}

/* A file that begins with silence, and then track `first`. */
typedef struct {
  const AlTimeline *timeline;
  const AlFinished *finished;
  guint first;
  gint64 head_frames; /* of silence */
} File;

/* A sector of the timeline as a frame of a file. The mark of its first track may lie before the
 * audio of that. */
static gint64
frame_of(const File *file, gint32 sector)
{
  gint64 frame =
      al_timeline_frame(file->timeline, sector) * file->finished->rate / file->timeline->rate;

  return file->head_frames + MAX(frame - file->finished->starts[file->first], 0);
}

static void
set_plain_texts(AlTagBroadcast *broadcast, const AlAlbum *album, const AlTrack *track)
{
  const char *artist = al_plain_track_text(track, RB_TEXT_PERFORMER);

  if (artist == NULL)
    artist = al_plain_album_text(album, RB_TEXT_PERFORMER);
  broadcast->title = g_strdup(al_plain_track_text(track, RB_TEXT_TITLE));
  broadcast->artist = g_strdup(artist);
}

void
al_file_tags_add_broadcast(AlTags *tags, const AlRendering *rendering, guint number,
                           const AlFinished *finished)
{
  AlMeasurement *const *list = al_region_measurement_list(finished->regions->measured);
  const AlMeasured *measured = al_measurement_get(list[number]);
  const GArray *indexes = al_timeline_slot(rendering->timeline, number)->index_sectors;
  AlTagBroadcast *broadcast = al_tags_add_broadcast(tags);
  const File file = {.timeline = rendering->timeline, .finished = finished, .first = number};

  set_plain_texts(broadcast, &rendering->project->album,
                  al_project_track(rendering->project, number));
  broadcast->integrated_lufs = measured->loudness.integrated_lufs;
  broadcast->range_lu = measured->loudness.range_lu;
  broadcast->true_peak_dbtp = measured->true_peak_dbtp;
  broadcast->max_momentary_lufs = measured->loudness.max_momentary_lufs;
  broadcast->max_short_term_lufs = measured->loudness.max_short_term_lufs;
  al_tags_add_cue(tags, 0, "INDEX 01");
  for (guint i = 0; i < indexes->len; i++) {
    g_autofree char *name = g_strdup_printf("INDEX %02u", i + 2);

    al_tags_add_cue(tags, frame_of(&file, g_array_index(indexes, gint32, i)), name);
  }
}

static void
add_track(AlTags *tags, const AlProject *project, const File *file, guint number)
{
  const AlSlot *slot = al_timeline_slot(file->timeline, number);
  const AlTrack *track = al_project_track(project, number);
  gboolean pause = number > file->first && slot->pause_sector >= 0;
  g_autofree char *name = g_strdup_printf("Track %u", number);
  const char *title = track->texts.field[RB_TEXT_TITLE];

  al_tags_add_track(tags, pause ? frame_of(file, slot->pause_sector) : -1,
                    frame_of(file, slot->start_sector), track->isrc, title != NULL ? title : name);
  for (guint i = 0; i < slot->index_sectors->len; i++)
    al_tags_add_index(tags, frame_of(file, g_array_index(slot->index_sectors, gint32, i)));
}

/* What the tracks of an album have in common, and a title of their own. */
static void
set_album_texts(AlTags *tags, const AlAlbum *album, const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS(shared); i++)
    al_tags_set(tags, shared[i].tag, album->texts.field[shared[i].field]);
  al_tags_set(tags, AL_TAG_TITLE, title);
  al_tags_set(tags, AL_TAG_COMMENT, album->texts.field[RB_TEXT_MESSAGE]);
}

AlTags *
al_file_tags_new_side(const AlRendering *rendering, const AlFinished *finished, const AlSide *side,
                      const char *name)
{
  const AlTimeline *timeline = rendering->timeline;
  const AlAlbum *album = &rendering->project->album;
  g_autofree char *title = g_strdup_printf("%s, %s", album->texts.field[RB_TEXT_TITLE], name);
  const File file = {.timeline = timeline,
                     .finished = finished,
                     .first = side->first,
                     .head_frames = side->head_frames * finished->rate / timeline->rate};
  AlTags *tags = al_tags_new();

  set_album(tags, album);
  set_album_texts(tags, album, title);
  for (guint number = side->first; number <= side->last; number++)
    add_track(tags, rendering->project, &file, number);
  return tags;
}

AlTags *
al_file_tags_new_album(const AlRendering *rendering, const AlFinished *finished, AlCover *cover)
{
  const AlProject *project = rendering->project;
  const File file = {.timeline = rendering->timeline, .finished = finished, .first = 1};
  AlTags *tags = tags_new(project, finished, cover);

  set_album_texts(tags, &project->album, project->album.texts.field[RB_TEXT_TITLE]);
  tags->track_gain = tags->album_gain;
  for (guint number = 1; number <= project->tracks->len; number++)
    add_track(tags, project, &file, number);
  return tags;
}
