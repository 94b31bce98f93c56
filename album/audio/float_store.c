/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/audio/float_store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "album/error.h"

/* Frames of one read() or write(), 128 KiB. */
#define PIECE_FRAMES 16384

/* The file: frames of | left: float | right: float |, in the machine's byte order. */
#define FRAME_BYTES ((gint64)(2 * sizeof(float)))

struct AlFloatStore {
  int fd;
  int rate;
  gint64 frames;
};

typedef struct {
  AlSource source;
  const AlFloatStore *store;
  gint64 next_frame; /* of the store, to be read from disk */
  gint64 end_frame;
  float piece[2 * PIECE_FRAMES];
  gsize given, held; /* frames of the piece */
} StoreReader;

static gboolean
open_file(AlFloatStore *store, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename(folder, "processed-XXXXXX", NULL);

  store->fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, 0600);
  if (store->fd < 0) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
                "%s: a file for processed audio cannot be made: %s", folder, g_strerror(errno));
    return FALSE;
  }
  g_unlink(path);
  return TRUE;
}

static gboolean
write_bytes(int fd, const char *bytes, gsize count, const char *folder, GError **error)
{
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0) {
      g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "%s: processed audio cannot be written: %s",
                  folder, g_strerror(errno));
      return FALSE;
    }
    bytes += written;
    count -= (gsize)written;
  }
  return TRUE;
}

static gboolean
write_source(AlFloatStore *store, AlSource *source, const char *folder, GCancellable *cancellable,
             GError **error)
{
  g_autofree double *block = g_new(double, 2 * PIECE_FRAMES);
  g_autofree float *piece = g_new(float, 2 * PIECE_FRAMES);
  gssize got;

  while ((got = al_source_read(source, block, PIECE_FRAMES, error)) > 0) {
    for (gssize i = 0; i < 2 * got; i++)
      piece[i] = (float)block[i];
    if (!write_bytes(store->fd, (const char *)piece, (gsize)(got * FRAME_BYTES), folder, error))
      return FALSE;
    store->frames += got;
    if (al_error_cancelled(cancellable, error))
      return FALSE;
  }
  return got == 0;
}

AlFloatStore *
al_float_store_new(AlSource *source, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr(AlFloatStore) store = g_new0(AlFloatStore, 1);

  store->rate = source->rate;
  if (!open_file(store, folder, error) || !write_source(store, source, folder, cancellable, error))
    return NULL;
  return g_steal_pointer(&store);
}

void
al_float_store_free(AlFloatStore *store)
{
  if (store == NULL)
    return;
  if (store->fd >= 0)
    close(store->fd);
  g_free(store);
}

gint64
al_float_store_frames(const AlFloatStore *store)
{
  return store->frames;
}

static gboolean
read_bytes(int fd, char *bytes, gsize count, gint64 offset, GError **error)
{
  while (count > 0) {
    ssize_t got = pread(fd, bytes, count, (off_t)offset);

    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0) {
      g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "processed audio cannot be read back: %s",
                  got < 0 ? g_strerror(errno) : "the file has become shorter");
      return FALSE;
    }
    bytes += got;
    count -= (gsize)got;
    offset += got;
  }
  return TRUE;
}

static gssize
reader_read(AlSource *source, double *block, gsize frames, GError **error)
{
  StoreReader *reader = (StoreReader *)source;
  gsize count;

  if (reader->given == reader->held) {
    gint64 left = reader->end_frame - reader->next_frame;

    reader->given = 0;
    reader->held = (gsize)MIN(left, PIECE_FRAMES);
    if (!read_bytes(reader->store->fd, (char *)reader->piece, reader->held * (gsize)FRAME_BYTES,
                    reader->next_frame * FRAME_BYTES, error))
      return -1;
    reader->next_frame += (gint64)reader->held;
  }
  count = MIN(frames, reader->held - reader->given);
  for (gsize i = 0; i < 2 * count; i++)
    block[i] = (double)reader->piece[2 * reader->given + i];
  reader->given += count;
  return (gssize)count;
}

static void
reader_free(AlSource *source)
{
  g_free(source);
}

static const AlSourceClass reader_class = {reader_read, reader_free};

AlSource *
al_float_store_open(const AlFloatStore *store, gint64 first_frame)
{
  return al_float_store_open_part(store, first_frame, store->frames - first_frame);
}

AlSource *
al_float_store_open_part(const AlFloatStore *store, gint64 first_frame, gint64 frames)
{
  StoreReader *reader = g_new0(StoreReader, 1);

  g_assert(first_frame >= 0 && frames >= 0 && frames <= store->frames - first_frame);
  reader->source.class = &reader_class;
  reader->source.rate = store->rate;
  reader->source.frames = frames;
  reader->store = store;
  reader->next_frame = first_frame;
  reader->end_frame = first_frame + frames;
  return &reader->source;
}
