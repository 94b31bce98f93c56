/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "album/error.h"

/* Codecs write packets of a few hundred bytes, and stdio's own buffer holds but a page. */
#define BUFFER_BYTES (128 * 1024)

struct AlOutput {
  FILE *file; /* NULL: closed */
  char *path;
  gboolean complete;
  char buffer[BUFFER_BYTES]; /* of the file */
};

/* The error that errno tells of. */
static gboolean
fail(const char *path, GError **error)
{
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write %s: %s", path, g_strerror(errno));
  return FALSE;
}

AlOutput *
al_output_new(const char *path, GError **error)
{
  FILE *file = g_fopen(path, "wb");
  AlOutput *output;

  if (file == NULL) {
    fail(path, error);
    return NULL;
  }
  output = g_new0(AlOutput, 1);
  output->file = file;
  setvbuf(file, output->buffer, _IOFBF, BUFFER_BYTES);
  output->path = g_strdup(path);
  return output;
}

gboolean
al_output_write(AlOutput *output, gconstpointer data, gsize bytes, GError **error)
{
  return fwrite(data, 1, bytes, output->file) == bytes || fail(output->path, error);
}

gboolean
al_output_seek(AlOutput *output, gint64 place, GError **error)
{
  return fseeko(output->file, (off_t)place, SEEK_SET) == 0 || fail(output->path, error);
}

gint64
al_output_place(AlOutput *output)
{
  return (gint64)ftello(output->file);
}

gboolean
al_output_close(AlOutput *output, GError **error)
{
  FILE *file = g_steal_pointer(&output->file);

  output->complete = fclose(file) == 0;
  return output->complete || fail(output->path, error);
}

void
al_output_free(AlOutput *output)
{
  if (output == NULL)
    return;
  if (output->file != NULL)
    fclose(output->file);
  if (!output->complete)
    g_unlink(output->path);
  g_free(output->path);
  g_free(output);
}
