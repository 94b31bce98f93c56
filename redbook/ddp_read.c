/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp_read.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "redbook/cdtext.h"
#include "redbook/cdtext_pack.h"
#include "redbook/error.h"

/* What files can hold at most, and some room: a map of a few dozen streams, 99 tracks of 100
 * indexes, 2048 packs. */
#define MAX_MAP_BYTES (64 * 128 + 16)
#define MAX_PQ_BYTES ((RB_MAX_TRACKS * (RB_MAX_INDEX + 1) + 3) * 64 + 16)
#define MAX_CDTEXT_BYTES (RB_CDTEXT_MAX_PACKS * RB_CDTEXT_PACK_BYTES + 16)

/* Where the map cannot state a long pause, writers state the two seconds that any disc has. */
#define LONGEST_STATED_PAUSE 9999

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RbDdpMap, rb_ddp_map_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RbDdpId, rb_ddp_id_clear)

void
rb_ddp_audio_clear(RbDdpAudio *audio)
{
  g_clear_pointer(&audio->path, g_free);
}

/* The path of a file, whose name may have lost its upper case on its way. */
static char *
find_file(const char *folder, const char *name, GError **error)
{
  g_autoptr(GDir) listing = NULL;
  g_autofree char *exact = g_build_filename(folder, name, NULL);
  const char *entry;

  if (g_file_test(exact, G_FILE_TEST_EXISTS))
    return g_steal_pointer(&exact);
  listing = g_dir_open(folder, 0, NULL);
  if (listing == NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s is not a folder that can be read", folder);
    return NULL;
  }
  while ((entry = g_dir_read_name(listing)) != NULL) {
    if (g_ascii_strcasecmp(entry, name) == 0)
      return g_build_filename(folder, entry, NULL);
  }
  g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: there is no file %s", folder, name);
  return NULL;
}

static gboolean
measure_file(const char *path, gint64 *bytes, GError **error)
{
  GStatBuf status;

  if (g_stat(path, &status) != 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s: %s", path, g_strerror(errno));
    return FALSE;
  }
  if (!S_ISREG(status.st_mode)) {
    g_set_error(error, RB_ERROR, RB_ERROR_FILE, "%s is not a file", path);
    return FALSE;
  }
  *bytes = status.st_size;
  return TRUE;
}

static GBytes *
read_file(const char *folder, const char *name, gint64 limit, GError **error)
{
  g_autofree char *path = find_file(folder, name, error);
  g_autoptr(GError) refused = NULL;
  gint64 size;
  char *content;
  gsize length;

  if (path == NULL || !measure_file(path, &size, error))
    return NULL;
  if (size > limit) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "%s has %" G_GINT64_FORMAT " bytes, expected at most %" G_GINT64_FORMAT, path, size,
                limit);
    return NULL;
  }
  if (!g_file_get_contents(path, &content, &length, &refused)) {
    g_set_error_literal(error, RB_ERROR, RB_ERROR_FILE, refused->message);
    return NULL;
  }
  return g_bytes_new_take(content, length);
}

static gboolean
read_id(const char *folder, RbDdpId *id, RbFindings *findings, GError **error)
{
  g_autoptr(GBytes) file = read_file(folder, "DDPID", MAX_MAP_BYTES, error);

  return file != NULL && rb_ddp_id_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file), id,
                                          findings, error);
}

static gboolean
read_map(const char *folder, RbDdpMap *map, RbFindings *findings, GError **error)
{
  g_autoptr(GBytes) file = read_file(folder, "DDPMS", MAX_MAP_BYTES, error);

  return file != NULL && rb_ddp_map_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file),
                                           map, findings, error);
}

/* A file of subcode has the length that the map states. */
static void
check_length(const RbDdpStream *stream, GBytes *file, RbFindings *findings)
{
  if (stream->length >= 0 && (gint64)g_bytes_get_size(file) != stream->length)
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, stream->name,
                    "It has %" G_GSIZE_FORMAT " bytes, DDPMS states %" G_GINT64_FORMAT ".",
                    g_bytes_get_size(file), stream->length);
}

static RbDisc *
read_pq(const char *folder, const RbDdpMap *map, RbFindings *findings, GError **error)
{
  g_autoptr(GBytes) file = read_file(folder, map->pq.name, MAX_PQ_BYTES, error);

  if (file == NULL)
    return NULL;
  check_length(&map->pq, file, findings);
  return rb_pq_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file), findings, error);
}

static void
check_same(const char *texts, const char *pq, const char *place, RbFindings *findings)
{
  if (texts != NULL && g_strcmp0(texts, pq) != 0)
    rb_findings_add(findings, "R24", RB_SEVERITY_ERROR, place,
                    "CD-TEXT has the code %s, the PQ descriptor %s.", texts,
                    pq != NULL ? pq : "none");
}

/* Codes that CD-TEXT holds too must be those of the PQ descriptor. */
static void
check_codes(const RbDisc *texts, const RbDisc *disc, RbFindings *findings)
{
  check_same(texts->upc, disc->upc, "UPC", findings);
  for (guint i = 1; i <= MIN(texts->tracks->len, disc->tracks->len); i++) {
    g_autofree char *place = g_strdup_printf("track %u, ISRC", i);

    check_same(rb_disc_track(texts, i)->isrc, rb_disc_track(disc, i)->isrc, place, findings);
  }
}

/* Moves the blocks over, cut or filled up to the tracks of the disc. */
static void
adopt_texts(RbDisc *texts, RbDisc *disc, RbFindings *findings)
{
  if (texts->tracks->len != disc->tracks->len)
    rb_findings_add(findings, "R46", RB_SEVERITY_WARNING, "CD-TEXT",
                    "It has texts for %u tracks, the disc has %u.", texts->tracks->len,
                    disc->tracks->len);
  while (texts->text_blocks->len > 0) {
    RbTextBlock *block = g_ptr_array_steal_index(texts->text_blocks, 0);

    g_array_set_size(block->tracks, disc->tracks->len);
    g_ptr_array_add(disc->text_blocks, block);
  }
}

static gboolean
read_cdtext(const char *folder, const RbDdpStream *stream, RbDisc *disc, RbFindings *findings,
            GError **error)
{
  g_autoptr(GBytes) file = read_file(folder, stream->name, MAX_CDTEXT_BYTES, error);
  g_autoptr(RbDisc) texts = NULL;

  if (file == NULL)
    return FALSE;
  check_length(stream, file, findings);
  texts = rb_cdtext_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file), findings, error);
  if (texts == NULL) {
    g_prefix_error(error, "%s: ", stream->name);
    return FALSE;
  }
  check_codes(texts, disc, findings);
  adopt_texts(texts, disc, findings);
  return TRUE;
}

/* Some sets hold CD-TEXT that their map does not name: a plant will not see it. */
static gboolean
read_texts(const char *folder, const RbDdpMap *map, RbDisc *disc, RbFindings *findings,
           GError **error)
{
  g_autofree char *path = NULL;
  char name[] = "CDTEXT.BIN";
  RbDdpStream undeclared = {.name = name, .length = -1};

  if (map->cdtext.name != NULL)
    return read_cdtext(folder, &map->cdtext, disc, findings, error);
  path = find_file(folder, undeclared.name, NULL);
  if (path == NULL)
    return TRUE;
  rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, "DDPMS",
                  "There is a file CDTEXT.BIN, which DDPMS does not name.");
  return read_cdtext(folder, &undeclared, disc, findings, error);
}

static void
check_upc(const RbDdpId *id, RbDisc *disc, RbFindings *findings)
{
  if (id->upc != NULL && disc->upc == NULL) {
    rb_findings_add(findings, "R24", RB_SEVERITY_WARNING, "DDPID",
                    "The UPC %s is not in the PQ descriptor; discs made from it will have none.",
                    id->upc);
    disc->upc = g_strdup(id->upc);
  } else if (g_strcmp0(id->upc, disc->upc) != 0) {
    rb_findings_add(findings, "R24", RB_SEVERITY_ERROR, "DDPID",
                    "The UPC is %s in DDPID, %s in the PQ descriptor.",
                    id->upc != NULL ? id->upc : "none", disc->upc);
  }
}

static void
check_pause(const RbDdpMap *map, const RbDisc *disc, RbFindings *findings)
{
  gint64 first = rb_track_index(rb_disc_track(disc, 1), 1) - map->audio.start;

  if (map->pause_sectors >= 0 && map->pause_sectors != first && first <= LONGEST_STATED_PAUSE)
    rb_findings_add(findings, "R80", RB_SEVERITY_WARNING, "DDPMS",
                    "It states a pause of %" G_GINT64_FORMAT
                    " sectors before track 1, the PQ descriptor %" G_GINT64_FORMAT ".",
                    map->pause_sectors, first);
}

/* The audio ends at the lead-out, and its file is as long as the map states. */
static void
check_audio(const RbDdpMap *map, const RbDisc *disc, gint64 bytes, RbFindings *findings)
{
  gint64 sectors = disc->lead_out_sector - map->audio.start;

  if (map->audio.length >= 0 && map->audio.length != sectors)
    rb_findings_add(findings, "R80", RB_SEVERITY_ERROR, "DDPMS",
                    "It states %" G_GINT64_FORMAT
                    " sectors of audio, the lead-out %" G_GINT64_FORMAT ".",
                    map->audio.length, sectors);
  if (bytes != sectors * RB_BYTES_PER_SECTOR)
    rb_findings_add(findings, "R80", RB_SEVERITY_ERROR, map->audio.name,
                    "It has %" G_GINT64_FORMAT " bytes, the lead-out asks for %" G_GINT64_FORMAT
                    ".",
                    bytes, sectors * RB_BYTES_PER_SECTOR);
}

static gboolean
find_audio(const char *folder, const RbDdpMap *map, const RbDisc *disc, RbDdpAudio *audio,
           RbFindings *findings, GError **error)
{
  g_autofree char *path = find_file(folder, map->audio.name, error);
  gint64 bytes;

  if (path == NULL || !measure_file(path, &bytes, error))
    return FALSE;
  check_audio(map, disc, bytes, findings);
  check_pause(map, disc, findings);
  *audio = (RbDdpAudio){
      .path = g_steal_pointer(&path),
      .first_sector = (gint32)map->audio.start,
      .sectors = (gint32)MIN(bytes / RB_BYTES_PER_SECTOR, RB_MAX_SECTORS),
  };
  return TRUE;
}

RbDisc *
rb_ddp_read(const char *folder, RbDdpAudio *audio, RbFindings *findings, GError **error)
{
  g_auto(RbDdpId) id = {0};
  g_auto(RbDdpMap) map = {0};
  g_autoptr(RbDisc) disc = NULL;

  if (!read_id(folder, &id, findings, error) || !read_map(folder, &map, findings, error))
    return NULL;
  disc = read_pq(folder, &map, findings, error);
  if (disc == NULL)
    return NULL;
  check_upc(&id, disc, findings);
  if (!read_texts(folder, &map, disc, findings, error) ||
      !find_audio(folder, &map, disc, audio, findings, error))
    return NULL;
  return g_steal_pointer(&disc);
}
