/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/data_file.h"

#include <gio/gio.h>

#include "album/deliver/data.h"
#include "album/error.h"

gboolean
al_data_file_read(const AlDataFile *file, const AlSchemaKey *keys, gpointer target, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid(file->text, (gssize)file->length);
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new(file->name, valid);
  g_autoptr(AlYamlNode) root = al_yaml_parse(file->text, file->length, diagnostics);
  AlReader reader = {.diagnostics = diagnostics, .folder = ".", .language = "en"};
  g_autofree char *wrong = NULL;

  if (root != NULL)
    al_schema_read(&reader, root, "a mapping", keys, target);
  if (root != NULL && al_diagnostics_count(diagnostics) == 0)
    return TRUE;
  wrong = al_diagnostics_format(diagnostics);
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s cannot be read:\n%s", file->name, wrong);
  return FALSE;
}

GBytes *
al_data_file_shipped(const char *name)
{
  g_autofree char *path = g_strconcat("/segue/", name, NULL);
  GBytes *bytes =
      g_resource_lookup_data(al_data_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert(bytes != NULL);
  return bytes;
}
