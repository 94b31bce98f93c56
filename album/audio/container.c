/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/container.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "album/error.h"

/* A file with more chunks than this before its audio is not one that an audio program wrote. */
#define MAX_CHUNKS 10000

/* A container: a file header, then chunks. Each chunk is
 *
 *   | id: id_bytes | size: size_bytes | content: size bytes | padding to `alignment` |
 *
 * where W64 counts the id and the size itself in the size. AU has one "chunk", its file header. */
typedef struct {
  char magic[5];
  guint header_bytes; /* of the file, before the first chunk */
  guint id_bytes;
  guint size_bytes;
  gboolean big_endian;
  gboolean size_counts_header;
  guint alignment;
  char audio_id[5];
} Container;

static const Container containers[] = {
    {"RIFF", 12, 4, 4, FALSE, FALSE, 2, "data"}, {"RIFX", 12, 4, 4, TRUE, FALSE, 2, "data"},
    {"RF64", 12, 4, 4, FALSE, FALSE, 2, "data"}, {"BW64", 12, 4, 4, FALSE, FALSE, 2, "data"},
    {"FORM", 12, 4, 4, TRUE, FALSE, 2, "SSND"},  {"riff", 40, 16, 8, FALSE, TRUE, 8, "data"},
    {"caff", 8, 4, 8, TRUE, FALSE, 1, "data"},
};

typedef struct {
  FILE *file;
  const Container *container;
  guint64 ds64_bytes; /* RF64: the size of the audio, where the chunk's own field is too small */
  guint64 file_bytes;
} Walk;

static const Container *
find_container(const char *magic)
{
  for (guint i = 0; i < G_N_ELEMENTS(containers); i++)
    if (memcmp(magic, containers[i].magic, 4) == 0)
      return &containers[i];
  return NULL;
}

static guint64
decode_size(const guint8 *bytes, guint count, gboolean big_endian)
{
  guint64 size = 0;

  for (guint i = 0; i < count; i++)
    size = size << 8 | bytes[big_endian ? i : count - 1 - i];
  return size;
}

/* Programs that write to a pipe cannot come back to fill in the size, and leave one of these: none,
 * the largest number (ffmpeg and others), or one near 2^31 (SoX, in WAV and in AIFF). */
static gboolean
is_promise(guint64 audio_bytes)
{
  return audio_bytes != 0 && audio_bytes != G_MAXUINT32 && audio_bytes != G_MAXUINT64 &&
         audio_bytes != 0x7FFFF000 && audio_bytes != 0x7F000008;
}

/* The ds64 chunk of RF64 (EBU Tech 3306): | RIFF size: 8 | size of the audio: 8 | ... | */
static void
read_ds64(Walk *walk, guint64 content_offset)
{
  guint8 bytes[16];

  if (fseeko(walk->file, (off_t)content_offset, SEEK_SET) == 0 &&
      fread(bytes, sizeof bytes, 1, walk->file) == 1)
    walk->ds64_bytes = decode_size(bytes + 8, 8, FALSE);
}

/* How many bytes of audio are promised, and where they begin; FALSE where nothing is promised. */
static gboolean
find_audio(Walk *walk, guint64 *audio_offset, guint64 *audio_bytes)
{
  const Container *c = walk->container;
  guint head_bytes = c->id_bytes + c->size_bytes;
  guint64 offset = c->header_bytes;

  for (guint chunk = 0; chunk < MAX_CHUNKS && offset < walk->file_bytes; chunk++) {
    guint8 head[24];
    guint64 content_bytes;

    if (fseeko(walk->file, (off_t)offset, SEEK_SET) != 0 ||
        fread(head, head_bytes, 1, walk->file) != 1)
      return FALSE;
    offset += head_bytes;
    content_bytes = decode_size(head + c->id_bytes, c->size_bytes, c->big_endian);
    if (c->size_counts_header)
      content_bytes -= MIN(content_bytes, head_bytes);
    if (memcmp(head, c->audio_id, 4) == 0) {
      *audio_offset = offset;
      *audio_bytes =
          content_bytes == G_MAXUINT32 && walk->ds64_bytes > 0 ? walk->ds64_bytes : content_bytes;
      return is_promise(*audio_bytes);
    }
    if (memcmp(head, "ds64", 4) == 0)
      read_ds64(walk, offset);
    if (content_bytes >= walk->file_bytes)
      return FALSE;
    offset += (content_bytes + c->alignment - 1) / c->alignment * c->alignment;
  }
  return FALSE;
}

/* The header of AU: | ".snd" | offset of the audio: 4 | its size: 4 | ..., big-endian. */
static gboolean
find_audio_au(FILE *file, guint64 *audio_offset, guint64 *audio_bytes)
{
  guint8 bytes[12];

  if (fseeko(file, 0, SEEK_SET) != 0 || fread(bytes, sizeof bytes, 1, file) != 1)
    return FALSE;
  *audio_offset = decode_size(bytes + 4, 4, TRUE);
  *audio_bytes = decode_size(bytes + 8, 4, TRUE);
  return is_promise(*audio_bytes);
}

static gboolean
check_file(FILE *file, guint64 file_bytes, const char *path, GError **error)
{
  Walk walk = {.file = file, .file_bytes = file_bytes};
  guint64 audio_offset, audio_bytes, present_bytes;
  gboolean promised;
  char magic[4];

  if (fread(magic, sizeof magic, 1, file) != 1)
    return TRUE;
  walk.container = find_container(magic);
  if (walk.container != NULL)
    promised = find_audio(&walk, &audio_offset, &audio_bytes);
  else
    promised = memcmp(magic, ".snd", 4) == 0 && find_audio_au(file, &audio_offset, &audio_bytes);
  if (!promised)
    return TRUE;
  present_bytes = file_bytes - MIN(file_bytes, audio_offset);
  if (audio_bytes <= present_bytes)
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
              "%s: truncated: its header promises %" G_GUINT64_FORMAT
              " bytes of audio, and %" G_GUINT64_FORMAT " are there",
              path, audio_bytes, present_bytes);
  return FALSE;
}

gboolean
al_container_check(const char *path, GError **error)
{
  GStatBuf status;
  FILE *file;
  gboolean whole;

  if (g_stat(path, &status) != 0) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: %s", path, g_strerror(errno));
    return FALSE;
  }
  if (!S_ISREG(status.st_mode)) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: not a file", path);
    return FALSE;
  }
  file = g_fopen(path, "rb");
  if (file == NULL) {
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s: %s", path, g_strerror(errno));
    return FALSE;
  }
  whole = check_file(file, (guint64)status.st_size, path, error);
  fclose(file);
  return whole;
}
