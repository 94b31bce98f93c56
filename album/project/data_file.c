/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/data_file.h"

#include <gio/gio.h>

#include "album/data.h"
#include "album/error.h"

typedef struct {
  const AlDataShape *shape;
  GPtrArray *entries;
} List;

static void
read_list(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  const List *list = member;
  g_autofree char *expected = g_strdup_printf("a list, each item %s", list->shape->entry);

  (void)key;
  if (!al_schema_expect(reader, value, AL_YAML_LIST, expected))
    return;
  for (guint i = 0; i < value->items->len; i++)
    list->shape->read(reader, al_yaml_item(value, i), list->entries);
}

GPtrArray *
al_data_file_parse(const AlDataShape *shape, const char *name, const char *text, gsize length,
                   GError **error)
{
  const AlSchemaKey keys[] = {{.key = shape->list, .read = read_list, .required = TRUE},
                              {.key = NULL}};
  g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new(name, valid);
  g_autoptr(AlYamlNode) root = al_yaml_parse(text, length, diagnostics);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(shape->entry_free);
  List list = {.shape = shape, .entries = entries};
  AlReader reader = {.diagnostics = diagnostics, .folder = ".", .language = "en"};
  g_autofree char *wrong = NULL;

  if (root != NULL)
    al_schema_read(&reader, root, "a map", keys, &list);
  if (root != NULL && al_diagnostics_count(diagnostics) == 0)
    return g_steal_pointer(&entries);
  wrong = al_diagnostics_format(diagnostics);
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "the %s cannot be read:\n%s", shape->list, wrong);
  return NULL;
}

GPtrArray *
al_data_file_shipped(const AlDataShape *shape, const char *name)
{
  g_autofree char *path = g_strconcat("/segue/", name, NULL);
  g_autoptr(GBytes) bytes =
      g_resource_lookup_data(al_data_get_resource(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *entries;
  gsize length;
  const char *text;

  g_assert(bytes != NULL);
  text = g_bytes_get_data(bytes, &length);
  entries = al_data_file_parse(shape, name, text, length, NULL);
  g_assert(entries != NULL);
  return entries;
}
