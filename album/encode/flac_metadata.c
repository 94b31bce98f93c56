/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/flac_metadata.h"

#include <FLAC/metadata.h>
#include <string.h>

#include "album/encode/vorbis_comments.h"

#define SEEK_POINT_SECONDS 10
#define PADDING_BYTES 4096
#define CD_RATE 44100
#define CD_SECTOR_FRAMES 588
#define CD_LEAD_IN_FRAMES 88200
#define CD_LEAD_OUT_NUMBER 170
#define OTHER_LEAD_OUT_NUMBER 255

/* These fail only where there is no memory. */
#define DONE(call)          \
  do {                      \
    gboolean done = (call); \
    g_assert(done);         \
  } while (0)

static FLAC__StreamMetadata *
add_block(GPtrArray *blocks, FLAC__MetadataType type)
{
  FLAC__StreamMetadata *block = FLAC__metadata_object_new(type);

  g_assert(block != NULL);
  g_ptr_array_add(blocks, block);
  return block;
}

static void
add_seek_table(GPtrArray *blocks, const AlEncoderJob *job)
{
  FLAC__StreamMetadata *block = add_block(blocks, FLAC__METADATA_TYPE_SEEKTABLE);

  DONE(FLAC__metadata_object_seektable_template_append_spaced_points_by_samples(
      block, (guint32)job->encoding->rate * SEEK_POINT_SECONDS, (FLAC__uint64)job->frames));
  DONE(FLAC__metadata_object_seektable_template_sort(block, TRUE));
}

static void
add_comments(GPtrArray *blocks, const AlEncoderJob *job)
{
  FLAC__StreamMetadata *block = add_block(blocks, FLAC__METADATA_TYPE_VORBIS_COMMENT);
  g_autoptr(GPtrArray) comments = al_vorbis_comments_new(job, AL_GAIN_STYLE_REPLAYGAIN);

  for (guint i = 0; i < comments->len; i++) {
    char *text = comments->pdata[i];
    FLAC__StreamMetadata_VorbisComment_Entry entry = {.length = (guint32)strlen(text),
                                                      .entry = (FLAC__byte *)text};

    DONE(FLAC__metadata_object_vorbiscomment_append_comment(block, entry, TRUE));
  }
}

static void
add_picture(GPtrArray *blocks, const AlCover *cover)
{
  FLAC__StreamMetadata *block = add_block(blocks, FLAC__METADATA_TYPE_PICTURE);
  g_autofree char *mime = g_strdup(cover->mime);
  gsize size;
  gconstpointer data = g_bytes_get_data(cover->bytes, &size);
  g_autofree FLAC__byte *copy = g_memdup2(data, size);

  block->data.picture.type = FLAC__STREAM_METADATA_PICTURE_TYPE_FRONT_COVER;
  block->data.picture.width = (guint32)cover->width;
  block->data.picture.height = (guint32)cover->height;
  block->data.picture.depth = (guint32)cover->depth;
  block->data.picture.colors = (guint32)cover->colours;
  DONE(FLAC__metadata_object_picture_set_mime_type(block, mime, TRUE));
  DONE(FLAC__metadata_object_picture_set_data(block, copy, (guint32)size, TRUE));
}

static gboolean
is_on_sectors(const AlTagTrack *track)
{
  gboolean on_sectors = track->start_frame % CD_SECTOR_FRAMES == 0 &&
                        (track->pause_frame < 0 || track->pause_frame % CD_SECTOR_FRAMES == 0);

  for (guint i = 0; i < track->indexes->len; i++)
    on_sectors = on_sectors && g_array_index(track->indexes, gint64, i) % CD_SECTOR_FRAMES == 0;
  return on_sectors;
}

/* A CD is what lies on its sectors from end to end. */
static gboolean
is_cd(const AlEncoderJob *job)
{
  gboolean on_sectors = job->encoding->rate == CD_RATE && job->frames % CD_SECTOR_FRAMES == 0;

  for (guint i = 0; i < job->tags->tracks->len; i++)
    on_sectors = on_sectors && is_on_sectors(&g_array_index(job->tags->tracks, AlTagTrack, i));
  return on_sectors;
}

/* Its place is that of its first index; its indexes are counted from there. */
static void
append_track(FLAC__StreamMetadata *block, guint number, const AlTagTrack *track)
{
  gboolean has_pause = track->pause_frame >= 0;
  gint64 first_frame = has_pause ? track->pause_frame : track->start_frame;
  guint count = (has_pause ? 2 : 1) + track->indexes->len;
  FLAC__StreamMetadata_CueSheet_Track *to;

  DONE(FLAC__metadata_object_cuesheet_insert_blank_track(block, number - 1));
  DONE(FLAC__metadata_object_cuesheet_track_resize_indices(block, number - 1, count));
  to = &block->data.cue_sheet.tracks[number - 1];
  to->number = (FLAC__byte)number;
  to->offset = (FLAC__uint64)first_frame;
  g_strlcpy(to->isrc, track->isrc, sizeof to->isrc);
  for (guint i = 0; i < count; i++) {
    guint index = i + (has_pause ? 0 : 1);
    gint64 frame = index == 0   ? track->pause_frame
                   : index == 1 ? track->start_frame
                                : g_array_index(track->indexes, gint64, index - 2);

    to->indices[i] = (FLAC__StreamMetadata_CueSheet_Index){
        .offset = (FLAC__uint64)(frame - first_frame), .number = (FLAC__byte)index};
  }
}

static void
add_cue_sheet(GPtrArray *blocks, const AlEncoderJob *job)
{
  FLAC__StreamMetadata *block = add_block(blocks, FLAC__METADATA_TYPE_CUESHEET);
  FLAC__StreamMetadata_CueSheet *sheet = &block->data.cue_sheet;
  const GArray *tracks = job->tags->tracks;
  const char *upc = job->tags->text[AL_TAG_UPC];
  const char *violation = NULL;

  sheet->is_cd = is_cd(job);
  sheet->lead_in = sheet->is_cd ? CD_LEAD_IN_FRAMES : 0;
  g_strlcpy(sheet->media_catalog_number, upc == NULL ? "" : upc,
            sizeof sheet->media_catalog_number);
  for (guint i = 0; i < tracks->len; i++)
    append_track(block, i + 1, &g_array_index(tracks, AlTagTrack, i));
  DONE(FLAC__metadata_object_cuesheet_insert_blank_track(block, tracks->len));
  sheet->tracks[tracks->len].number = sheet->is_cd ? CD_LEAD_OUT_NUMBER : OTHER_LEAD_OUT_NUMBER;
  sheet->tracks[tracks->len].offset = (FLAC__uint64)job->frames;
  DONE(FLAC__metadata_object_cuesheet_is_legal(block, sheet->is_cd, &violation));
}

static void
delete_block(gpointer block)
{
  FLAC__metadata_object_delete(block);
}

GPtrArray *
al_flac_metadata_new(const AlEncoderJob *job)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func(delete_block);

  add_seek_table(blocks, job);
  if (job->tags == NULL)
    return blocks;
  /* The comments name the chapters, so they come behind the marks without names. */
  if (job->tags->tracks->len > 0)
    add_cue_sheet(blocks, job);
  add_comments(blocks, job);
  if (job->tags->cover != NULL)
    add_picture(blocks, job->tags->cover);
  add_block(blocks, FLAC__METADATA_TYPE_PADDING)->length = PADDING_BYTES;
  return blocks;
}
