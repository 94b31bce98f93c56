/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "album/draft/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "album/error.h"

static gboolean
fail(const char *path, GError **error)
{
  if (errno == EEXIST)
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
                "%s: there is one already, and it is never overwritten; move it away, or name "
                "another one with --out",
                path);
  else
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "%s: cannot be written: %s", path,
                g_strerror(errno));
  return FALSE;
}

/* Writes beside the place; closes `fd`. */
static gboolean
write_all(int fd, const char *text)
{
  FILE *stream = fdopen(fd, "w");
  gboolean written;

  if (stream == NULL)
    return FALSE;
  written = fwrite(text, 1, strlen(text), stream) == strlen(text) && fflush(stream) == 0 &&
            fsync(fileno(stream)) == 0;
  return fclose(stream) == 0 && written;
}

/* A second name for the file is refused where there is one of that name; file systems that know no
 * second names can move it under the same condition. */
static gboolean
put_in_place(const char *from, const char *path)
{
  if (link(from, path) == 0) {
    g_unlink(from);
    return TRUE;
  }
#ifdef HAVE_RENAMEAT2
  if (errno != EEXIST)
    return renameat2(AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) == 0;
#endif
  return FALSE;
}

gboolean
al_new_file_write(const char *path, const char *text, GError **error)
{
  g_autofree char *beside = g_strconcat(path, ".XXXXXX", NULL);
  int fd;

  if (g_file_test(path, G_FILE_TEST_EXISTS)) {
    errno = EEXIST;
    return fail(path, error);
  }
  fd = g_mkstemp_full(beside, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail(path, error);
  if (write_all(fd, text) && put_in_place(beside, path))
    return TRUE;
  fail(path, error);
  g_unlink(beside);
  return FALSE;
}
