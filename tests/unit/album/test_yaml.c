/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/yaml.h"

#include <string.h>

static void dump(GString *out, const AlYamlNode *node);

static void
dump_place(GString *out, AlPlace place)
{
  g_string_append_printf(out, "@%u:%u", place.line, place.column);
}

static void
dump_items(GString *out, const AlYamlNode *node)
{
  for (guint i = 0; i < node->items->len; i++) {
    g_string_append(out, i > 0 ? ", " : "");
    if (node->kind == AL_YAML_MAP) {
      dump(out, al_yaml_pair(node, i)->key);
      g_string_append(out, ": ");
      dump(out, al_yaml_pair(node, i)->value);
    } else {
      dump(out, al_yaml_item(node, i));
    }
  }
}

/* 'text'@1:1, [items]@1:1, {key: value}@1:1, -@1:1 */
static void
dump(GString *out, const AlYamlNode *node)
{
  switch (node->kind) {
  case AL_YAML_EMPTY:
    g_string_append_c(out, '-');
    break;
  case AL_YAML_TEXT:
    g_string_append_printf(out, "'%s'", node->text);
    break;
  case AL_YAML_LIST:
  case AL_YAML_MAP:
    g_string_append_c(out, node->kind == AL_YAML_LIST ? '[' : '{');
    dump_items(out, node);
    g_string_append_c(out, node->kind == AL_YAML_LIST ? ']' : '}');
    break;
  }
  dump_place(out, node->place);
}

static char *
parse_and_dump(const char *text)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", text);
  g_autoptr(AlYamlNode) root = al_yaml_parse(text, strlen(text), diagnostics);
  GString *out = g_string_new(NULL);

  g_assert_cmpuint(al_diagnostics_count(diagnostics), ==, 0);
  g_assert_nonnull(root);
  dump(out, root);
  return g_string_free(out, FALSE);
}

static void
test_trees(void)
{
  static const struct {
    const char *text, *tree;
  } rows[] = {
      {"a: 007\n", "{'a'@1:1: '007'@1:4}@1:1"},
      {"a: No\nb: ~\nc: null\nd: 1.50\n",
       "{'a'@1:1: 'No'@1:4, 'b'@2:1: '~'@2:4, 'c'@3:1: 'null'@3:4, 'd'@4:1: '1.50'@4:4}@1:1"},
      {"a: \"x: y\"\nb: 'it''s'\n", "{'a'@1:1: 'x: y'@1:4, 'b'@2:1: 'it's'@2:4}@1:1"},
      {"a: ''''''\nb: \"\\\"\\\"\\t\\u00e9\"\n", "{'a'@1:1: ''''@1:4, 'b'@2:1: '\"\"\té'@2:4}@1:1"},
      {"a: |\n  x\n\n  y\nb: >-\n  x\n  y\n", "{'a'@1:1: 'x\n\ny\n'@2:1, 'b'@5:1: 'x y'@6:1}@1:1"},
      {"a: \"\"\n", "{'a'@1:1: ''@1:4}@1:1"},
      {"夜: é # no\n", "{'夜'@1:1: 'é'@1:4}@1:1"},
      {"a: one\n  two\n", "{'a'@1:1: 'one two'@1:4}@1:1"},
      {"a: [x, {y: z}]\n", "{'a'@1:1: ['x'@1:5, {'y'@1:9: 'z'@1:12}@1:8]@1:4}@1:1"},
      {"\xef\xbb\xbf"
       "a: 'x''''y'\nb: '  one \n\n two '\n",
       "{'a'@1:1: 'x''y'@1:4, 'b'@2:1: '  one\ntwo '@2:4}@1:1"},
      {"a: 'one\r\n  two'\r\n", "{'a'@1:1: 'one two'@1:4}@1:1"},
      /* nothing stands there: the place is that of the key, or of the hyphen */
      {"a:\nb: {c: }\n", "{'a'@1:1: -@1:1, 'b'@2:1: {'c'@2:5: -@2:5}@2:4}@1:1"},
      {"-\n- a\n# -\n-\n-\n", "[-@1:1, 'a'@2:3, -@4:1, -@5:1]@1:1"},
      {"a:\n  - x: 1\n    y:\n      - 1\n      - 2\n  -\n",
       "{'a'@1:1: [{'x'@2:5: '1'@2:8, 'y'@3:5: ['1'@4:9, '2'@5:9]@4:7}@2:5, -@6:3]@2:3}@1:1"},
      {"- - a\n  - b\n-\n", "[['a'@1:5, 'b'@2:5]@1:3, -@3:1]@1:1"},
      {"\xef\xbb\xbf"
       "a: 1\r\nb: 2\r\n",
       "{'a'@1:1: '1'@1:4, 'b'@2:1: '2'@2:4}@1:1"},
      {"-\r- a\r-\r", "[-@1:1, 'a'@2:3, -@3:1]@1:1"},
      {"-\r\n- a\r\n-\r\n", "[-@1:1, 'a'@2:3, -@3:1]@1:1"},
      {"%YAML 1.2\n---\na: 1\n...\n", "{'a'@3:1: '1'@3:4}@3:1"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *tree = parse_and_dump(rows[i].text);

    g_assert_cmpstr(tree, ==, rows[i].tree);
  }
}

static void
test_first_of_duplicate_keys_is_kept(void)
{
  static const char text[] = "a: 1\nb: 2\na: 3\n";
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", text);
  g_autoptr(AlYamlNode) root = al_yaml_parse(text, strlen(text), diagnostics);

  g_assert_cmpuint(al_diagnostics_count(diagnostics), ==, 1);
  g_assert_cmpstr(al_yaml_get(root, "a")->text, ==, "1");
  g_assert_cmpuint(root->items->len, ==, 2);
  g_assert_null(al_yaml_get(root, "c"));
}

static void
assert_place_of(const char *text, const char *character, guint column)
{
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", text);
  g_autoptr(AlYamlNode) root = al_yaml_parse(text, strlen(text), diagnostics);
  const AlYamlNode *node = al_yaml_get(root, "a");

  g_assert_cmpuint(al_yaml_place_of(node, strstr(node->text, character)).column, ==, column);
}

static void
test_place_of_a_character(void)
{
  assert_place_of("a: 夜x\n", "x", 5);
  assert_place_of("a: '夜x'\n", "x", 6);
  assert_place_of("a: \"\\tx\"\n", "x", 4); /* an escape: the start of the text */
  assert_place_of("a: y\n  x\n", "x", 4);
}

/* libfyaml 0.7.12 misreads the first of these, and loses memory on the second. */
static void
test_many_escapes(void)
{
  g_autofree char *quotes = g_strnfill(2000, '\'');
  g_autoptr(GString) text = g_string_new("a: '");
  g_autoptr(AlDiagnostics) diagnostics = al_diagnostics_new("a", "");
  g_autoptr(AlYamlNode) root = NULL;

  g_string_append_printf(text, "%s'\nb: \"", quotes);
  for (int i = 0; i < 1000; i++)
    g_string_append(text, "\\tx");
  g_string_append(text, "\"\n");
  root = al_yaml_parse(text->str, text->len, diagnostics);
  g_assert_cmpuint(strlen(al_yaml_get(root, "a")->text), ==, 1000);
  g_assert_cmpuint(strlen(al_yaml_get(root, "b")->text), ==, 2000);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/yaml/trees", test_trees);
  g_test_add_func("/yaml/first_of_duplicate_keys_is_kept", test_first_of_duplicate_keys_is_kept);
  g_test_add_func("/yaml/place_of_a_character", test_place_of_a_character);
  g_test_add_func("/yaml/many_escapes", test_many_escapes);
  return g_test_run();
}
