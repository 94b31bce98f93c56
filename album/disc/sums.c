/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/sums.h"

#include "album/error.h"
#include "redbook/folder.h"

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

/* The checksum of a file as it is on the disk. */
static char *
hash_file(const char *path, RbChecksumKind kind, GCancellable *cancellable, GError **error)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_BIT(kind));
  g_autoptr(GFile) file = g_file_new_for_path(path);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autofree guchar *piece = g_malloc(PIECE_BYTES);
  gssize got;

  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) { /* who opens a pipe waits for ever */
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO, "this is not a file");
    return NULL;
  }
  stream = g_file_read(file, cancellable, error);
  if (stream == NULL)
    return NULL;
  while ((got = g_input_stream_read(G_INPUT_STREAM(stream), piece, PIECE_BYTES, cancellable,
                                    error)) > 0)
    rb_digest_update(digest, piece, (gsize)got);
  return got == 0 ? g_strdup(rb_digest_text(digest, kind)) : NULL;
}

typedef struct {
  RbChecksumKind kind;
  const char *name; /* in the folder */
  char *hex;        /* NULL: the file could not be read */
  GError *error;    /* why not */
} Hash;

typedef struct {
  const char *folder;
  const AlJob *job;
  GArray *hashes; /* of Hash */
} Hashing;

static void
hash_clear(gpointer data)
{
  Hash *hash = data;

  g_free(hash->hex);
  g_clear_error(&hash->error);
}

static void
hashing_init(Hashing *hashing, const char *folder, const AlJob *job)
{
  *hashing =
      (Hashing){.folder = folder, .job = job, .hashes = g_array_new(FALSE, FALSE, sizeof(Hash))};
  g_array_set_clear_func(hashing->hashes, hash_clear);
}

static void
hashing_clear(Hashing *hashing)
{
  g_array_unref(hashing->hashes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Hashing, hashing_clear)

static void
hashing_add(Hashing *hashing, RbChecksumKind kind, const char *name)
{
  Hash hash = {.kind = kind, .name = name};

  g_array_append_val(hashing->hashes, hash);
}

static gboolean
hash_one(guint i, gpointer data, GError **error)
{
  Hashing *hashing = data;
  Hash *hash = &g_array_index(hashing->hashes, Hash, i);
  g_autofree char *path = rb_folder_find(hashing->folder, hash->name, &hash->error);

  if (path != NULL)
    hash->hex = hash_file(path, hash->kind, hashing->job->cancellable, &hash->error);
  return !al_job_cancelled(hashing->job, error);
}

static gboolean
hash_all(Hashing *hashing, GError **error)
{
  return al_job_each(hashing->job, "Computing checksums", hashing->hashes->len, hash_one, hashing,
                     error);
}

char *
al_sums_make(const char *folder, const GPtrArray *names, const AlJob *job, GError **error)
{
  g_auto(Hashing) hashing;
  GString *list = NULL;

  hashing_init(&hashing, folder, job);
  for (guint i = 0; i < names->len; i++)
    hashing_add(&hashing, RB_CHECKSUM_SHA256, g_ptr_array_index(names, i));
  if (!hash_all(&hashing, error))
    return NULL;
  list = g_string_new(NULL);
  for (guint i = 0; i < names->len; i++) {
    Hash *hash = &g_array_index(hashing.hashes, Hash, i);

    if (hash->hex == NULL) {
      g_propagate_error(error, g_steal_pointer(&hash->error));
      g_string_free(list, TRUE);
      return NULL;
    }
    al_sums_append_line(list, hash->hex, hash->name);
  }
  return g_string_free(list, FALSE);
}

static const char *
kind_name(RbChecksumKind kind)
{
  static const char *const names[RB_CHECKSUM_KINDS] = {"CRC-32", "MD5", "SHA-256"};

  return names[kind];
}

static void
judge_file(const RbChecksum *sum, const Hash *hash, const AlSumsIds *ids, RbFindings *findings)
{
  if (hash->hex == NULL)
    rb_findings_add_error(findings, ids->missing_id, RB_SEVERITY_ERROR, sum->name, hash->error);
  else if (g_ascii_strcasecmp(hash->hex, sum->text) != 0)
    rb_findings_add(findings, ids->changed_id, RB_SEVERITY_ERROR, sum->name,
                    "This is not the file that was written: its %s is %s, expected %s.",
                    kind_name(sum->kind), hash->hex, sum->text);
}

gboolean
al_sums_compare(const char *folder, const GPtrArray *sums, const AlSumsIds *ids, const AlJob *job,
                RbFindings *findings, GError **error)
{
  g_auto(Hashing) hashing;

  hashing_init(&hashing, folder, job);
  for (guint i = 0; i < sums->len; i++) {
    const RbChecksum *sum = g_ptr_array_index(sums, i);

    hashing_add(&hashing, sum->kind, sum->name);
  }
  if (!hash_all(&hashing, error))
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    judge_file(g_ptr_array_index(sums, i), &g_array_index(hashing.hashes, Hash, i), ids, findings);
  return TRUE;
}

gboolean
al_sums_verify(const char *folder, const AlJob *job, RbFindings *findings, guint *count,
               GError **error)
{
  const AlSumsIds ids = {.changed_id = "V01", .missing_id = "V02"};
  g_autofree char *path = g_build_filename(folder, AL_SUMS_NAME, NULL);
  g_autoptr(GError) refused = NULL;
  g_autoptr(GPtrArray) sums = al_sums_read(path, &refused);

  *count = sums != NULL ? sums->len : 0;
  if (sums == NULL)
    rb_findings_add_error(findings, "V04", RB_SEVERITY_ERROR, AL_SUMS_NAME, refused);
  else if (sums->len == 0)
    rb_findings_add(findings, "V04", RB_SEVERITY_ERROR, AL_SUMS_NAME, "It lists nothing.");
  else
    return al_sums_compare(folder, sums, &ids, job, findings, error);
  return TRUE;
}
