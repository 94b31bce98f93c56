/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From libfyaml's events to the tree of yaml.h. Nodes are added to the one around them when they
 * are complete; what is still open stands on a stack, whose height is the depth. */
#include <libfyaml.h>
#include <string.h>

#include "album/project/utf8.h"
#include "album/project/yaml.h"
#include "album/project/yaml_syntax.h"

/* A list or a mapping that is not yet closed. */
typedef struct {
  AlYamlNode *node;
  AlYamlNode *key;  /* mapping: read, and its value not yet */
  GHashTable *keys; /* mapping: text (of the node's keys) to its AlYamlNode */
  AlPlace last;     /* list: of its last item, and that in bytes */
  gsize last_offset;
} Open;

typedef struct {
  const char *text;
  gsize length;
  AlDiagnostics *diagnostics;
  GArray *open; /* of Open, the innermost last */
  AlYamlNode *root;
  guint documents;
  gboolean refused; /* there is no use in reading on */
} Builder;

static void
pair_free(gpointer data)
{
  AlYamlPair *pair = data;

  al_yaml_free(pair->key);
  al_yaml_free(pair->value);
  g_free(pair);
}

static void
node_free(gpointer data)
{
  al_yaml_free(data);
}

static void
open_clear(gpointer data)
{
  Open *open = data;

  al_yaml_free(open->node);
  al_yaml_free(open->key);
  g_clear_pointer(&open->keys, g_hash_table_unref);
}

static Open *
innermost(const Builder *builder)
{
  guint depth = builder->open->len;

  return depth > 0 ? &g_array_index(builder->open, Open, depth - 1) : NULL;
}

static AlPlace
place_of_mark(const struct fy_mark *mark)
{
  return mark != NULL ? (AlPlace){.line = mark->line + 1, .column = mark->column + 1}
                      : (AlPlace){.line = 0};
}

/* An empty item has no mark. Its "-" is the first after the item before that begins a line and
 * stands in the column of the list. */
static void
find_dash(const Builder *builder, Open *list)
{
  const char *end = builder->text + builder->length;
  const char *at = builder->text + list->last_offset;
  AlPlace place = list->last;

  while ((at = memchr(at, '\n', end - at)) != NULL) {
    const char *line = ++at;

    place.line++;
    while (at < end && *at == ' ')
      at++;
    if (at < end && *at == '-' && (guint)(at - line) + 1 == list->node->place.column) {
      list->last = (AlPlace){.line = place.line, .column = list->node->place.column};
      list->last_offset = at - builder->text;
      return;
    }
  }
}

static void
add_item(const Builder *builder, Open *list, AlYamlNode *node, gsize offset)
{
  if (node->kind != AL_YAML_EMPTY) {
    list->last = node->place;
    list->last_offset = offset;
  } else {
    if (list->node->items->len > 0)
      find_dash(builder, list);
    node->place = list->last;
  }
  g_ptr_array_add(list->node->items, node);
}

/* Whether a key can stand in its mapping. */
static gboolean
accept_key(const Builder *builder, const Open *map, const AlYamlNode *key)
{
  const AlYamlNode *earlier;
  g_autofree char *hint = NULL;

  if (key->kind != AL_YAML_TEXT) {
    al_diagnostics_add(builder->diagnostics, key->place.line > 0 ? key->place : map->node->place,
                       NULL, "expected a key, found %s", al_yaml_kind_name(key->kind));
    return FALSE;
  }
  earlier = g_hash_table_lookup(map->keys, key->text);
  if (earlier == NULL)
    return TRUE;
  hint = g_strdup_printf("the first is in line %u", earlier->place.line);
  al_diagnostics_add(builder->diagnostics, key->place, hint, "the key stands here twice: \"%s\"",
                     key->text);
  return FALSE;
}

static void
add_pair(const Builder *builder, Open *map, AlYamlNode *value)
{
  AlYamlPair *pair = g_new(AlYamlPair, 1);

  pair->key = g_steal_pointer(&map->key);
  pair->value = value;
  if (value->kind == AL_YAML_EMPTY)
    value->place = pair->key->place;
  if (accept_key(builder, map, pair->key)) {
    g_hash_table_insert(map->keys, pair->key->text, pair->key);
    g_ptr_array_add(map->node->items, pair);
  } else {
    pair_free(pair);
  }
}

/* Puts a complete node where it belongs; `offset` is where it begins, in bytes. */
static void
add_node(Builder *builder, AlYamlNode *node, gsize offset)
{
  Open *around = innermost(builder);

  if (around == NULL) {
    g_assert(builder->root == NULL);
    builder->root = node;
  } else if (around->node->kind == AL_YAML_LIST) {
    add_item(builder, around, node, offset);
  } else if (around->key == NULL) {
    around->key = node;
  } else {
    add_pair(builder, around, node);
  }
}

static void
open_node(Builder *builder, AlYamlKind kind, const struct fy_mark *mark)
{
  AlYamlNode *node;
  Open open;

  if (builder->open->len == AL_YAML_DEPTH) {
    al_diagnostics_add(builder->diagnostics, place_of_mark(mark), NULL,
                       "lists and mappings are nested too deeply here");
    builder->refused = TRUE;
    return;
  }
  node = g_new0(AlYamlNode, 1);
  node->kind = kind;
  node->place = place_of_mark(mark);
  node->items = g_ptr_array_new_with_free_func(kind == AL_YAML_MAP ? pair_free : node_free);
  open = (Open){.node = node, .last = node->place, .last_offset = mark ? mark->input_pos : 0};
  if (kind == AL_YAML_MAP)
    open.keys = g_hash_table_new(g_str_hash, g_str_equal);
  g_array_append_val(builder->open, open);
}

static void
close_node(Builder *builder)
{
  Open *open = innermost(builder);
  AlYamlNode *node = g_steal_pointer(&open->node);
  gsize offset = open->last_offset;

  g_array_set_size(builder->open, builder->open->len - 1);
  add_node(builder, node, offset);
}

/* The text of a scalar. fy_token_get_text() leaks where a text has many escapes. */
static char *
read_text(struct fy_token *token)
{
  struct fy_token_iter *iterator = fy_token_iter_create(token);
  const struct fy_iter_chunk *chunk = NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  int error = 0;

  g_assert(iterator != NULL);
  while ((chunk = fy_token_iter_chunk_next(iterator, chunk, &error)) != NULL)
    g_string_append_len(text, chunk->str, (gssize)chunk->len);
  fy_token_iter_destroy(iterator);
  /* An escape can make a NUL, and a surrogate that is not a character. */
  return g_utf8_make_valid(text->str, (gssize)text->len);
}

static void
add_scalar(Builder *builder, struct fy_token *token)
{
  AlYamlNode *node = g_new0(AlYamlNode, 1);
  const struct fy_mark *start = fy_token_start_mark(token);
  const struct fy_mark *end = fy_token_end_mark(token);
  enum fy_scalar_style style = token != NULL ? fy_token_scalar_style(token) : FYSS_PLAIN;

  node->place = place_of_mark(start);
  node->quoted = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
  node->text = token != NULL ? read_text(token) : NULL;
  if (node->text != NULL && (node->text[0] != '\0' || style != FYSS_PLAIN))
    node->kind = AL_YAML_TEXT;
  else
    g_clear_pointer(&node->text, g_free);
  node->verbatim = node->text != NULL && start != NULL && end != NULL && start->line == end->line &&
                   (style == FYSS_PLAIN || node->quoted) &&
                   g_utf8_strlen(node->text, -1) == end->column - start->column;
  if (node->quoted && node->place.column > 1)
    node->place.column--; /* the mark is behind the quote */
  add_node(builder, node, start != NULL ? start->input_pos : 0);
}

/* Refuses what would let one part of the file stand for another. */
static void
refuse_properties(Builder *builder, struct fy_event *event)
{
  struct fy_token *anchor = fy_event_get_anchor_token(event);
  struct fy_token *tag = fy_event_get_tag_token(event);

  if (event->type == FYET_ALIAS) {
    al_diagnostics_add(builder->diagnostics, place_of_mark(fy_event_start_mark(event)),
                       "write the value here", "aliases are not read");
    builder->refused = TRUE;
  } else if (anchor != NULL) {
    al_diagnostics_add(builder->diagnostics, place_of_mark(fy_token_start_mark(anchor)),
                       "put text that begins with & in quotes", "anchors are not read");
  }
  if (tag != NULL)
    al_diagnostics_add(builder->diagnostics, place_of_mark(fy_token_start_mark(tag)),
                       "put text that begins with ! in quotes", "tags are not read");
}

static void
begin_document(Builder *builder, struct fy_event *event)
{
  if (++builder->documents == 1)
    return;
  al_diagnostics_add(builder->diagnostics, place_of_mark(fy_event_start_mark(event)), NULL,
                     "a second document begins here, and only one is read");
  builder->refused = TRUE;
}

static void
take_event(Builder *builder, struct fy_event *event)
{
  const struct fy_mark *mark = fy_event_start_mark(event);

  refuse_properties(builder, event);
  switch (event->type) {
  case FYET_DOCUMENT_START:
    begin_document(builder, event);
    break;
  case FYET_MAPPING_START:
    open_node(builder, AL_YAML_MAP, mark);
    break;
  case FYET_SEQUENCE_START:
    open_node(builder, AL_YAML_LIST, mark);
    break;
  case FYET_MAPPING_END:
  case FYET_SEQUENCE_END:
    close_node(builder);
    break;
  case FYET_SCALAR:
    add_scalar(builder, event->scalar.value);
    break;
  default:
    break;
  }
}

static void
keep_first_report(struct fy_diag *diag, void *user, const char *buffer, size_t length)
{
  char **report = user;

  (void)diag;
  if (*report == NULL)
    *report = g_strndup(buffer, length);
}

static struct fy_parser *
new_parser(char **report)
{
  struct fy_diag_cfg diag_settings;
  struct fy_parse_cfg settings = {.flags = FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE};
  struct fy_parser *parser;

  fy_diag_cfg_default(&diag_settings);
  diag_settings.fp = NULL;
  diag_settings.output_fn = keep_first_report;
  diag_settings.user = report;
  diag_settings.colorize = false;
  settings.diag = fy_diag_create(&diag_settings);
  parser = fy_parser_create(&settings);
  fy_diag_unref(settings.diag); /* the parser holds it */
  return parser;
}

/* Reads events until the end, or until there is no use in reading on. */
static void
build(Builder *builder)
{
  g_autofree char *report = NULL;
  struct fy_parser *parser = new_parser(&report);
  struct fy_event *event = NULL;
  AlPlace reached = {.line = 1, .column = 1};
  gboolean ended = FALSE;

  g_assert(parser != NULL);
  if (fy_parser_set_string(parser, builder->text, builder->length) == 0) {
    while (!builder->refused && !ended && (event = fy_parser_parse(parser)) != NULL) {
      ended = event->type == FYET_STREAM_END;
      take_event(builder, event);
      fy_parser_event_free(parser, event);
    }
  }
  if (!builder->refused && !ended) {
    if (innermost(builder) != NULL)
      reached = innermost(builder)->node->place;
    al_yaml_syntax_tell(builder->diagnostics, report != NULL ? report : "", builder->text,
                        builder->length, reached);
    builder->refused = TRUE;
  }
  fy_parser_destroy(parser);
}

AlYamlNode *
al_yaml_parse(const char *text, gsize length, AlDiagnostics *diagnostics)
{
  Builder builder = {.text = text, .length = length, .diagnostics = diagnostics};

  if (!al_utf8_check(text, length, diagnostics))
    return NULL;
  builder.open = g_array_new(FALSE, FALSE, sizeof(Open));
  g_array_set_clear_func(builder.open, open_clear);
  build(&builder);
  g_array_unref(builder.open);
  if (builder.refused)
    g_clear_pointer(&builder.root, al_yaml_free);
  else if (builder.root == NULL)
    al_diagnostics_add(diagnostics, (AlPlace){.line = 1, .column = 1}, NULL, "the file is empty");
  return builder.root;
}
