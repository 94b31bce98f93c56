/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/sums.h"

#include "album/error.h"
#include "redbook/checksum.h"

/* A list of so many bytes would name more files than any album has. */
#define MOST_BYTES (4 * 1024 * 1024)

#define PIECE_BYTES (1024 * 1024)

GPtrArray *
al_sums_read(const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) sums = NULL;
  gsize length;

  if (!g_file_get_contents(path, &text, &length, error))
    return NULL;
  if (length <= MOST_BYTES)
    sums = rb_checksum_parse(text, length, error);
  else
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "%s is too long for a list of checksums", path);
  if (sums == NULL)
    g_prefix_error(error, "%s: ", path);
  return g_steal_pointer(&sums);
}

void
al_sums_append_line(GString *list, const char *hex, const char *name)
{
  g_string_append_printf(list, "%s  %s\n", hex, name);
}

/* The SHA-256 of a file as it is on the disk. */
static char *
hash_file(const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_BIT(RB_CHECKSUM_SHA256));
  g_autoptr(GFile) file = g_file_new_for_path(path);
  g_autoptr(GFileInputStream) stream = g_file_read(file, cancellable, error);
  g_autofree guchar *piece = g_malloc(PIECE_BYTES);
  gssize got;

  if (stream == NULL)
    return NULL;
  while ((got = g_input_stream_read(G_INPUT_STREAM(stream), piece, PIECE_BYTES, cancellable,
                                    error)) > 0)
    rb_digest_update(digest, piece, (gsize)got);
  return got == 0 ? g_strdup(rb_digest_text(digest, RB_CHECKSUM_SHA256)) : NULL;
}

typedef struct {
  const char *folder;
  GPtrArray *names; /* of char * */
  const AlJob *job;
  char **hexes;    /* one per name; NULL: the file could not be read */
  GError **errors; /* one per name: why not */
} Hashing;

static void
hashing_init(Hashing *hashing, const char *folder, const AlJob *job)
{
  *hashing = (Hashing){.folder = folder, .names = g_ptr_array_new(), .job = job};
}

static void
hashing_clear(Hashing *hashing)
{
  for (guint i = 0; hashing->hexes != NULL && i < hashing->names->len; i++) {
    g_free(hashing->hexes[i]);
    g_clear_error(&hashing->errors[i]);
  }
  g_free(hashing->hexes);
  g_free(hashing->errors);
  g_ptr_array_unref(hashing->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Hashing, hashing_clear)

static gboolean
hash_one(guint i, gpointer data, GError **error)
{
  Hashing *hashing = data;
  g_autofree char *path =
      g_build_filename(hashing->folder, g_ptr_array_index(hashing->names, i), NULL);

  hashing->hexes[i] = hash_file(path, hashing->job->cancellable, &hashing->errors[i]);
  return !al_job_cancelled(hashing->job, error);
}

static gboolean
hash_all(Hashing *hashing, GError **error)
{
  hashing->hexes = g_new0(char *, hashing->names->len + 1);
  hashing->errors = g_new0(GError *, hashing->names->len + 1);
  return al_job_each(hashing->job, "Computing checksums", hashing->names->len, hash_one, hashing,
                     error);
}

char *
al_sums_make(const char *folder, const GPtrArray *names, const AlJob *job, GError **error)
{
  g_auto(Hashing) hashing;
  GString *list = NULL;

  hashing_init(&hashing, folder, job);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add(hashing.names, g_ptr_array_index(names, i));
  if (!hash_all(&hashing, error))
    return NULL;
  list = g_string_new(NULL);
  for (guint i = 0; i < names->len; i++) {
    if (hashing.hexes[i] == NULL) {
      g_propagate_error(error, g_steal_pointer(&hashing.errors[i]));
      g_string_free(list, TRUE);
      return NULL;
    }
    al_sums_append_line(list, hashing.hexes[i], g_ptr_array_index(names, i));
  }
  return g_string_free(list, FALSE);
}

static void
judge_file(const RbChecksum *sum, const char *hex, const GError *trouble, RbFindings *findings)
{
  if (hex == NULL)
    rb_findings_add_error(findings, "V02", RB_SEVERITY_ERROR, sum->name, trouble);
  else if (g_ascii_strcasecmp(hex, sum->text) != 0)
    rb_findings_add(findings, "V01", RB_SEVERITY_ERROR, sum->name,
                    "This is not the file that was written: its SHA-256 is %s, expected %s.", hex,
                    sum->text);
}

gboolean
al_sums_verify(const char *folder, const AlJob *job, RbFindings *findings, guint *count,
               GError **error)
{
  g_autofree char *path = g_build_filename(folder, AL_SUMS_NAME, NULL);
  g_autoptr(GPtrArray) sums = al_sums_read(path, error);
  g_auto(Hashing) hashing;

  hashing_init(&hashing, folder, job);
  if (sums == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    g_ptr_array_add(hashing.names, ((RbChecksum *)g_ptr_array_index(sums, i))->name);
  if (!hash_all(&hashing, error))
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    judge_file(g_ptr_array_index(sums, i), hashing.hexes[i], hashing.errors[i], findings);
  *count = sums->len;
  return TRUE;
}
