/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "redbook/checksum.h"
#include "redbook/error.h"

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

/* "<hex> *NAME", "<hex>  NAME"; NULL where it is none. */
static RbChecksum *
parse_hex_first(const char *line)
{
  gsize digits = hex_digits(line);

  for (int kind = RB_CHECKSUM_MD5; kind < RB_CHECKSUM_KINDS; kind++) {
    if (digits == text_length[kind] && line[digits] == ' ' &&
        (line[digits + 1] == ' ' || line[digits + 1] == '*'))
      return checksum_new((RbChecksumKind)kind, line + digits + 2, line);
  }
  return NULL;
}

/* "NAME=<hex>", "NAME <hex>", "MD5 (NAME) = <hex>"; NULL where it is none. */
static RbChecksum *
parse_hex_last(const char *line)
{
  gsize start = strlen(line);
  g_autofree char *name = NULL;

  while (start > 0 && g_ascii_isxdigit(line[start - 1]))
    start--;
  if (start == 0 || strchr("= \t", line[start - 1]) == NULL)
    return NULL;
  name = g_strchomp(g_strndup(line, start));
  if (g_str_has_suffix(name, "="))
    name[strlen(name) - 1] = '\0';
  g_strchomp(name);
  for (int kind = 0; kind < RB_CHECKSUM_KINDS; kind++) {
    const char *tags[RB_CHECKSUM_KINDS] = {"CRC32 (", "MD5 (", "SHA256 ("};
    gboolean tagged = g_str_has_prefix(name, tags[kind]) && g_str_has_suffix(name, ")");

    if (strlen(line + start) != text_length[kind])
      continue;
    if (tagged)
      name[strlen(name) - 1] = '\0';
    return checksum_new((RbChecksumKind)kind, tagged ? name + strlen(tags[kind]) : name,
                        line + start);
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
    checksum = parse_hex_first(lines[i]);
    if (checksum == NULL)
      checksum = parse_hex_last(lines[i]);
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
