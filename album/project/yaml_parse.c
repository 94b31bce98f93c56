/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libfyaml's events, as parts of the tree of yaml.h. */
#include <libfyaml.h>
#include <string.h>

#include "album/project/utf8.h"
#include "album/project/yaml_builder.h"
#include "album/project/yaml_syntax.h"

typedef struct {
  AlYamlBuilder tree;
  guint documents;
  gboolean refused; /* there is no use in reading on */
} Reading;

static AlPlace
place_of_mark(const struct fy_mark *mark)
{
  return mark != NULL ? (AlPlace){.line = mark->line + 1, .column = mark->column + 1}
                      : (AlPlace){.line = 0};
}

/* Reads a line break and the white space around it: one break is a space, each further one stays
 * (YAML 1.2.2, 6.5). */
static const char *
fold(const char *at, const char *end, GString *text)
{
  guint breaks = 0;

  while (text->len > 0 && strchr(" \t", text->str[text->len - 1]) != NULL)
    g_string_truncate(text, text->len - 1);
  for (; at < end && strchr(" \t\r\n", *at) != NULL; at++)
    breaks += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
  if (breaks == 1)
    g_string_append_c(text, ' ');
  while (breaks-- > 1)
    g_string_append_c(text, '\n');
  return at;
}

/* What stands between single quotes. libfyaml 0.7.12 loses count where several quotes follow each
 * other. */
static char *
unquote(const char *at, const char *end)
{
  GString *text = g_string_new(NULL);

  while (at < end) {
    if (*at == '\n' || *at == '\r') {
      at = fold(at, end, text);
    } else {
      g_string_append_c(text, *at);
      at += *at == '\'' && end - at > 1 ? 2 : 1;
    }
  }
  return g_string_free(text, FALSE);
}

/* The text of a scalar in chunks, as fy_token_get_text() leaks where there are many. */
static char *
read_chunks(struct fy_token *token)
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

static char *
read_text(const AlYamlBuilder *tree, struct fy_token *token)
{
  gsize start, end;

  if (token == NULL)
    return NULL;
  if (fy_token_scalar_style(token) != FYSS_SINGLE_QUOTED)
    return read_chunks(token);
  start = fy_token_start_mark(token)->input_pos;
  end = fy_token_end_mark(token)->input_pos;
  g_assert(start <= end && end <= tree->length);
  return unquote(tree->text + start, tree->text + end);
}

static void
add_scalar(Reading *reading, struct fy_token *token)
{
  AlYamlNode *node = g_new0(AlYamlNode, 1);
  const struct fy_mark *start = fy_token_start_mark(token);
  const struct fy_mark *end = fy_token_end_mark(token);
  enum fy_scalar_style style = token != NULL ? fy_token_scalar_style(token) : FYSS_PLAIN;

  node->place = place_of_mark(start);
  node->quoted = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
  node->text = read_text(&reading->tree, token);
  if (node->text != NULL && (node->text[0] != '\0' || style != FYSS_PLAIN))
    node->kind = AL_YAML_TEXT;
  else
    g_clear_pointer(&node->text, g_free);
  node->verbatim = node->text != NULL && start != NULL && end != NULL && start->line == end->line &&
                   (style == FYSS_PLAIN || node->quoted) &&
                   g_utf8_strlen(node->text, -1) == end->column - start->column;
  if (node->quoted && node->place.column > 1)
    node->place.column--; /* the mark is behind the quote */
  al_yaml_builder_add(&reading->tree, node, start != NULL ? start->input_pos : 0);
}

/* Refuses what would let one part of the file stand for another. */
static void
refuse_properties(Reading *reading, struct fy_event *event)
{
  struct fy_token *anchor = fy_event_get_anchor_token(event);
  struct fy_token *tag = fy_event_get_tag_token(event);

  if (event->type == FYET_ALIAS) {
    al_diagnostics_add(reading->tree.diagnostics, place_of_mark(fy_event_start_mark(event)),
                       "write the value here", "aliases are not read");
    reading->refused = TRUE;
  } else if (anchor != NULL) {
    al_diagnostics_add(reading->tree.diagnostics, place_of_mark(fy_token_start_mark(anchor)),
                       "put text that begins with & in quotes", "anchors are not read");
  }
  if (tag != NULL)
    al_diagnostics_add(reading->tree.diagnostics, place_of_mark(fy_token_start_mark(tag)),
                       "put text that begins with ! in quotes", "tags are not read");
}

static void
begin_document(Reading *reading, struct fy_event *event)
{
  if (++reading->documents == 1)
    return;
  al_diagnostics_add(reading->tree.diagnostics, place_of_mark(fy_event_start_mark(event)), NULL,
                     "a second document begins here, and only one is read");
  reading->refused = TRUE;
}

static void
open_node(Reading *reading, AlYamlKind kind, const struct fy_mark *mark)
{
  gsize offset = mark != NULL ? mark->input_pos : 0;

  reading->refused = !al_yaml_builder_open(&reading->tree, kind, place_of_mark(mark), offset);
}

static void
take_event(Reading *reading, struct fy_event *event)
{
  const struct fy_mark *mark = fy_event_start_mark(event);

  refuse_properties(reading, event);
  switch (event->type) {
  case FYET_DOCUMENT_START:
    begin_document(reading, event);
    break;
  case FYET_MAPPING_START:
    open_node(reading, AL_YAML_MAP, mark);
    break;
  case FYET_SEQUENCE_START:
    open_node(reading, AL_YAML_LIST, mark);
    break;
  case FYET_MAPPING_END:
  case FYET_SEQUENCE_END:
    al_yaml_builder_close(&reading->tree);
    break;
  case FYET_SCALAR:
    add_scalar(reading, event->scalar.value);
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
read_events(Reading *reading)
{
  g_autofree char *report = NULL;
  AlYamlBuilder *tree = &reading->tree;
  struct fy_parser *parser = new_parser(&report);
  struct fy_event *event = NULL;
  gboolean ended = FALSE;

  g_assert(parser != NULL);
  if (fy_parser_set_string(parser, tree->text, tree->length) == 0) {
    while (!reading->refused && !ended && (event = fy_parser_parse(parser)) != NULL) {
      ended = event->type == FYET_STREAM_END;
      take_event(reading, event);
      fy_parser_event_free(parser, event);
    }
  }
  if (!reading->refused && !ended) {
    al_yaml_syntax_tell(tree->diagnostics, report != NULL ? report : "", tree->text, tree->length,
                        al_yaml_builder_place(tree));
    reading->refused = TRUE;
  }
  fy_parser_destroy(parser);
}

/* A byte order mark is no part of the text, nor of the places in it. */
static gsize
mark_length(const char *text, gsize length)
{
  return length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

AlYamlNode *
al_yaml_parse(const char *text, gsize length, AlDiagnostics *diagnostics)
{
  Reading reading = {.documents = 0};
  AlYamlNode *root = NULL;
  gsize skipped = mark_length(text, length);

  if (!al_utf8_check(text, length, diagnostics))
    return NULL;
  al_yaml_builder_init(&reading.tree, text + skipped, length - skipped, diagnostics);
  read_events(&reading);
  if (!reading.refused)
    root = g_steal_pointer(&reading.tree.root);
  if (!reading.refused && root == NULL)
    al_diagnostics_add(diagnostics, (AlPlace){.line = 1, .column = 1}, NULL, "the file is empty");
  al_yaml_builder_clear(&reading.tree);
  return root;
}
