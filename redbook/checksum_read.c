/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "redbook/checksum.h"
#include "redbook/error.h"

#define MAX_FILE_BYTES (4 << 20)
#define READ_BYTES 65536

static const gsize text_length[RB_CHECKSUM_KINDS] = {
    [RB_CHECKSUM_CRC32] = 8, [RB_CHECKSUM_MD5] = 32, [RB_CHECKSUM_SHA256] = 64};

static void
checksum_free(gpointer data)
{
  RbChecksum *checksum = data;

  g_free(checksum->name);
  g_free(checksum->text);
  g_free(checksum);
}

static gboolean
is_passed_over(const char *line)
{
  return line[0] == '\0' || line[0] == ';' || line[0] == '#' || line[0] == '[' ||
         g_str_has_prefix(line, "//") || g_ascii_strncasecmp(line, "Version=", 8) == 0;
}

static gsize
hex_digits(const char *text)
{
  return strspn(text, "0123456789abcdefABCDEF");
}

static gboolean
stays_in_folder(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);

  if (name[0] == '\0' || name[0] == '/' || strchr(name, '\\') != NULL)
    return FALSE;
  return !g_strv_contains((const char *const *)parts, "..");
}

static RbChecksum *
checksum_new(RbChecksumKind kind, const char *name, const char *text)
{
  RbChecksum *checksum = g_new(RbChecksum, 1);

  *checksum = (RbChecksum){
      .kind = kind, .name = g_strdup(name), .text = g_strndup(text, text_length[kind])};
  return checksum;
}

/* "<hex> *NAME", "<hex>  NAME", "NAME=<hex>"; NULL where it is none. */
static RbChecksum *
parse_line(const char *line)
{
  gsize digits = hex_digits(line);
  const char *equals = strrchr(line, '=');

  for (int kind = RB_CHECKSUM_MD5; kind < RB_CHECKSUM_KINDS; kind++) {
    if (digits == text_length[kind] && line[digits] == ' ' &&
        (line[digits + 1] == ' ' || line[digits + 1] == '*'))
      return checksum_new((RbChecksumKind)kind, line + digits + 2, line);
  }
  if (equals != NULL && equals > line && hex_digits(equals + 1) == 8 && equals[9] == '\0') {
    g_autofree char *name = g_strndup(line, (gsize)(equals - line));

    return checksum_new(RB_CHECKSUM_CRC32, g_strstrip(name), equals + 1);
  }
  return NULL;
}

GPtrArray *
rb_checksum_parse(const char *text, gsize length, GError **error)
{
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
  g_autoptr(GPtrArray) checksums = g_ptr_array_new_with_free_func(checksum_free);

  for (guint i = 0; lines[i] != NULL; i++) {
    RbChecksum *checksum;

    if (is_passed_over(g_strchomp(lines[i])))
      continue;
    checksum = parse_line(lines[i]);
    if (checksum == NULL) {
      g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                  "line %u is no checksum: expected \"<md5 or sha256> *NAME\" or \"NAME=<crc32>\"",
                  i + 1);
      return NULL;
    }
    g_ptr_array_add(checksums, checksum);
    if (!stays_in_folder(checksum->name)) {
      g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "line %u: the file does not lie in the folder",
                  i + 1);
      return NULL;
    }
  }
  return g_steal_pointer(&checksums);
}

static RbDigest *
digest_file(const char *path, RbChecksumKind kind, const char **reason)
{
  FILE *file = g_fopen(path, "rb");
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_BIT(kind));
  g_autofree guint8 *bytes = g_malloc(READ_BYTES);
  gsize count;

  if (file == NULL) {
    *reason = g_strerror(errno);
    return NULL;
  }
  while ((count = fread(bytes, 1, READ_BYTES, file)) > 0)
    rb_digest_update(digest, bytes, count);
  *reason = ferror(file) ? g_strerror(errno) : NULL;
  fclose(file);
  return *reason == NULL ? g_steal_pointer(&digest) : NULL;
}

static void
verify_one(const char *folder, const RbChecksum *checksum, RbFindings *findings)
{
  g_autofree char *path = g_build_filename(folder, checksum->name, NULL);
  const char *reason;
  g_autoptr(RbDigest) digest = digest_file(path, checksum->kind, &reason);

  if (digest == NULL)
    rb_findings_add(findings, "R81", RB_SEVERITY_ERROR, checksum->name, "It cannot be read: %s.",
                    reason);
  else if (g_ascii_strcasecmp(rb_digest_text(digest, checksum->kind), checksum->text) != 0)
    rb_findings_add(findings, "R81", RB_SEVERITY_ERROR, checksum->name,
                    "Its checksum is %s, expected %s: the file has changed.",
                    rb_digest_text(digest, checksum->kind), checksum->text);
}

gboolean
rb_checksum_verify(const char *path, RbFindings *findings, GError **error)
{
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *text = NULL;
  g_autoptr(GError) refused = NULL;
  g_autoptr(GPtrArray) checksums = NULL;
  GStatBuf status;
  gsize length;

  if (g_stat(path, &status) == 0 && status.st_size > MAX_FILE_BYTES) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "%s is too long for a checksum file", path);
    return FALSE;
  }
  if (!g_file_get_contents(path, &text, &length, &refused)) {
    g_set_error_literal(error, RB_ERROR, RB_ERROR_FILE, refused->message);
    return FALSE;
  }
  checksums = rb_checksum_parse(text, length, error);
  if (checksums == NULL) {
    g_prefix_error(error, "%s: ", path);
    return FALSE;
  }
  for (guint i = 0; i < checksums->len; i++)
    verify_one(folder, g_ptr_array_index(checksums, i), findings);
  return TRUE;
}
