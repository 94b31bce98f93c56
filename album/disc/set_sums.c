/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/set_sums.h"

#include <string.h>

#include "redbook/ddp_read.h"
#include "redbook/folder.h"

#define MOST_MAP_BYTES 65536

typedef struct {
  const char *folder;
  const AlJob *job;
  RbFindings *findings;
  GPtrArray *listed; /* of char *: the files that lists name */
  guint lists;
} Verifying;

static gboolean
is_list(const char *name)
{
  static const char *const endings[] = {".md5", ".sha256", ".sfv"};
  static const char *const names[] = {"checksum.txt", "checksums.txt", "md5sums", "sha256sums"};
  g_autofree char *lower = g_ascii_strdown(name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(lower, endings[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (strcmp(lower, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Eclipse's: eight hexadecimal digits a file, which are no CRC-32. */
static gboolean
is_unknown_list(const char *name)
{
  g_autofree char *lower = g_ascii_strdown(name, -1);

  return g_str_has_suffix(lower, ".chk");
}

static gboolean
verify_list(Verifying *verifying, const char *name, guint *count, GError **error)
{
  const AlSumsIds ids = {.changed_id = "R81", .missing_id = "R81"};
  g_autofree char *path = g_build_filename(verifying->folder, name, NULL);
  g_autoptr(GError) refused = NULL;
  g_autoptr(GPtrArray) sums = al_sums_read(path, &refused);

  verifying->lists++;
  if (sums == NULL) {
    rb_findings_add_error(verifying->findings, "R81", RB_SEVERITY_WARNING, name, refused);
    return TRUE;
  }
  if (sums->len == 0)
    rb_findings_add(verifying->findings, "R81", RB_SEVERITY_WARNING, name, "It lists nothing.");
  for (guint i = 0; i < sums->len; i++)
    g_ptr_array_add(verifying->listed,
                    g_ascii_strdown(((RbChecksum *)g_ptr_array_index(sums, i))->name, -1));
  *count += sums->len;
  return al_sums_compare(verifying->folder, sums, &ids, verifying->job, verifying->findings, error);
}

static void
append_stream(GString *missing, GPtrArray *listed, const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown(name, -1) : NULL;

  if (lower != NULL && !g_ptr_array_find_with_equal_func(listed, lower, g_str_equal, NULL))
    g_string_append_printf(missing, "%s%s", missing->len > 0 ? ", " : "", name);
}

/* The files of the set that no list names; of a set that cannot be read others tell. */
static void
check_listed(const Verifying *verifying)
{
  g_autoptr(RbFindings) told_elsewhere = rb_findings_new();
  g_autoptr(GString) missing = g_string_new(NULL);
  g_autoptr(GBytes) file = rb_folder_read(verifying->folder, "DDPMS", MOST_MAP_BYTES, NULL);
  RbDdpMap map = {0};

  append_stream(missing, verifying->listed, "DDPID");
  append_stream(missing, verifying->listed, "DDPMS");
  if (file != NULL && rb_ddp_map_decode(g_bytes_get_data(file, NULL), g_bytes_get_size(file), &map,
                                        told_elsewhere, NULL)) {
    append_stream(missing, verifying->listed, map.pq.name);
    append_stream(missing, verifying->listed, map.cdtext.name);
    for (guint i = 0; i < map.audio->len; i++)
      append_stream(missing, verifying->listed, g_array_index(map.audio, RbDdpStream, i).name);
  }
  rb_ddp_map_clear(&map);
  if (missing->len > 0)
    rb_findings_add(verifying->findings, "R81", RB_SEVERITY_WARNING, "",
                    "No checksum is listed for %s.", missing->str);
}

gboolean
al_set_sums_verify(const char *folder, const AlJob *job, RbFindings *findings, guint *count,
                   GError **error)
{
  g_autoptr(GPtrArray) listed = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) names = rb_folder_names(folder);
  Verifying verifying = {.folder = folder, .job = job, .findings = findings, .listed = listed};

  *count = 0;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index(names, i);

    if (is_list(name) && !verify_list(&verifying, name, count, error))
      return FALSE;
    if (is_unknown_list(name))
      rb_findings_add(findings, "R81", RB_SEVERITY_NOTE, name,
                      "How its checksums are made is not published; they are not compared.");
  }
  if (verifying.lists == 0)
    rb_findings_add(findings, "R81", RB_SEVERITY_WARNING, "",
                    "There is no list of checksums (CHECKSUM.MD5); most plants want one.");
  else if (listed->len > 0)
    check_listed(&verifying);
  return TRUE;
}
