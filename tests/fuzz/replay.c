/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main program of a fuzz target where libFuzzer is not: feeds it each file of its corpus, as it
 * is, cut short at every length, and with bytes changed at random; and bytes at random alone.
 * fuzz_NAME has its corpus in tests/fuzz/corpus/NAME; files named as arguments are fed instead. */

#include <glib.h>
#include <string.h>

#define CHANGED_COPIES 300
#define RANDOM_INPUTS 200

int LLVMFuzzerTestOneInput(const guint8 *bytes, gsize length);

/* A copy of its own, so that reading past the end shows. */
static void
feed(const guint8 *bytes, gsize length)
{
  guint8 *copy = g_malloc(MAX(length, 1));

  memcpy(copy, bytes, length);
  LLVMFuzzerTestOneInput(copy, length);
  g_free(copy);
}

static void
feed_changed(const guint8 *bytes, gsize length)
{
  g_autofree guint8 *changed = g_malloc(MAX(length, 1));

  for (int i = 0; i < CHANGED_COPIES && length > 0; i++) {
    memcpy(changed, bytes, length);
    for (int changes = g_test_rand_int_range(1, 6); changes > 0; changes--)
      changed[g_test_rand_int_range(0, (gint32)length)] = (guint8)g_test_rand_int_range(0, 256);
    feed(changed, length);
  }
}

static void
replay(gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents(data, &content, &length, &error);
  g_assert_no_error(error);
  feed((const guint8 *)content, length);
  for (gsize cut = 0; cut < length; cut += 1 + length / 512)
    feed((const guint8 *)content, cut);
  feed_changed((const guint8 *)content, length);
}

/* Bytes without any order, short and long. */
static void
feed_random(void)
{
  for (int i = 0; i < RANDOM_INPUTS; i++) {
    gsize length = (gsize)g_test_rand_int_range(0, 1 << g_test_rand_int_range(1, 15));
    g_autofree guint8 *bytes = g_malloc(MAX(length, 1));

    for (gsize k = 0; k < length; k++)
      bytes[k] = (guint8)g_test_rand_int_range(0, 256);
    feed(bytes, length);
  }
}

static void
add_file(const char *path)
{
  g_autofree char *name = g_path_get_basename(path);
  g_autofree char *test = g_strconcat("/corpus/", name, NULL);

  g_test_add_data_func_full(test, g_strdup(path), replay, g_free);
}

static void
add_corpus(const char *program)
{
  g_autofree char *name = g_path_get_basename(program);
  g_autofree char *folder = g_build_filename(g_getenv("TOP_SRCDIR"), "tests", "fuzz", "corpus",
                                             name + strlen("fuzz_"), NULL);
  g_autoptr(GDir) listing = g_dir_open(folder, 0, NULL);
  guint files = 0;
  const char *entry;

  while (listing != NULL && (entry = g_dir_read_name(listing)) != NULL) {
    g_autofree char *path = g_build_filename(folder, entry, NULL);

    add_file(path);
    files++;
  }
  if (files == 0)
    g_error("%s: there is no corpus", folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_file(argv[i]);
  if (argc == 1) {
    add_corpus(argv[0]);
    g_test_add_func("/random", feed_random);
  }
  return g_test_run();
}
