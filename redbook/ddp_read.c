/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/ddp_read.h"

#include <string.h>

#include "redbook/cdtext_adopt.h"
#include "redbook/ddp_audio.h"
#include "redbook/folder.h"

/* What files can hold at most, and some room: a map with a stream for each track, 99 tracks of 100
 * indexes. */
#define MAX_MAP_BYTES (128 * 128 + 16)
#define MAX_PQ_BYTES ((RB_MAX_TRACKS * (RB_MAX_INDEX + 1) + 3) * 64 + 16)

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RbDdpMap, rb_ddp_map_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RbDdpId, rb_ddp_id_clear)

static gboolean
read_id(const char *folder, RbDdpId *id, RbFindings *findings, GError **error)
{
  g_autoptr(GBytes) file = rb_folder_read(folder, "DDPID", MAX_MAP_BYTES, error);

  return file != NULL && rb_ddp_id_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file), id,
                                          findings, error);
}

static gboolean
read_map(const char *folder, RbDdpMap *map, RbFindings *findings, GError **error)
{
  g_autoptr(GBytes) file = rb_folder_read(folder, "DDPMS", MAX_MAP_BYTES, error);

  return file != NULL && rb_ddp_map_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file),
                                           map, findings, error);
}

/* A file of subcode has the length that the map states. */
static void
check_length(const RbDdpStream *stream, GBytes *file, RbFindings *findings)
{
  if (stream->length >= 0 && (gint64)g_bytes_get_size(file) != stream->length)
    rb_findings_add(findings, "R86", RB_SEVERITY_WARNING, stream->name,
                    "It has %" G_GSIZE_FORMAT " bytes, DDPMS states %" G_GINT64_FORMAT ".",
                    g_bytes_get_size(file), stream->length);
}

static RbDisc *
read_pq(const char *folder, const RbDdpMap *map, RbFindings *findings, GError **error)
{
  g_autoptr(GBytes) file = rb_folder_read(folder, map->pq.name, MAX_PQ_BYTES, error);

  if (file == NULL)
    return NULL;
  check_length(&map->pq, file, findings);
  return rb_pq_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file), findings, error);
}

/* CD-TEXT that cannot be read leaves the rest of the disc as it is. */
static void
read_cdtext(const char *folder, const RbDdpStream *stream, RbDisc *disc, RbFindings *findings)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = rb_folder_read(folder, stream->name, RB_CDTEXT_MAX_FILE_BYTES, &error);

  if (file == NULL) {
    rb_findings_add_error(findings, "R87", RB_SEVERITY_ERROR, stream->name, error);
    return;
  }
  check_length(stream, file, findings);
  if (!rb_cdtext_adopt(disc, file, "the PQ descriptor", findings, &error))
    rb_findings_add_error(findings, "R50", RB_SEVERITY_ERROR, stream->name, error);
}

/* Some sets hold CD-TEXT that their map does not name: a plant will not see it. */
static void
read_texts(const char *folder, const RbDdpMap *map, RbDisc *disc, RbFindings *findings)
{
  g_autofree char *path = NULL;
  char name[] = "CDTEXT.BIN";
  RbDdpStream undeclared = {.name = name, .length = -1};

  if (map->cdtext.name != NULL) {
    read_cdtext(folder, &map->cdtext, disc, findings);
    return;
  }
  path = rb_folder_find(folder, undeclared.name, NULL);
  if (path == NULL)
    return;
  rb_findings_add(findings, "R87", RB_SEVERITY_WARNING, "DDPMS",
                  "There is a file CDTEXT.BIN, which DDPMS does not name.");
  read_cdtext(folder, &undeclared, disc, findings);
}

static void
check_upc(const RbDdpId *id, RbDisc *disc, RbFindings *findings)
{
  if (id->upc != NULL && disc->upc == NULL) {
    rb_findings_add(findings, "R24", RB_SEVERITY_WARNING, "DDPID",
                    "The UPC %s is not in the PQ descriptor; discs made from it will have none.",
                    id->upc);
    disc->upc = g_strdup(id->upc);
  } else if (!id->wrong_upc && g_strcmp0(id->upc, disc->upc) != 0) {
    rb_findings_add(findings, "R24", RB_SEVERITY_ERROR, "DDPID",
                    "The UPC is %s in DDPID, %s in the PQ descriptor.",
                    id->upc != NULL ? id->upc : "none", disc->upc);
  }
}

/* Files whose names are not as the map, or the form, has them. */
static void
note_names(const char *folder, const RbDdpMap *map, RbFindings *findings)
{
  const char *names[] = {"DDPID", "DDPMS", map->pq.name, map->cdtext.name,
                         g_array_index(map->audio, RbDdpStream, 0).name};

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = names[i] != NULL ? rb_folder_find(folder, names[i], NULL) : NULL;
    g_autofree char *found = path != NULL ? g_path_get_basename(path) : NULL;

    if (found != NULL && strcmp(found, names[i]) != 0) {
      rb_findings_add(findings, "R88", RB_SEVERITY_NOTE, found,
                      "The file is called %s in the set; where upper and lower case differ it will "
                      "not be found.",
                      names[i]);
      return;
    }
  }
}

RbDisc *
rb_ddp_read(const char *folder, GArray *audio, RbFindings *findings, GError **error)
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
  read_texts(folder, &map, disc, findings);
  if (!rb_ddp_audio_find(folder, &map, disc, audio, findings, error))
    return NULL;
  note_names(folder, &map, findings);
  return g_steal_pointer(&disc);
}
