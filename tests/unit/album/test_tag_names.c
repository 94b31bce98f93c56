/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/tag_names.h"

#include <string.h>

static gboolean
is_four_letters(const char *name)
{
  return name == NULL || strlen(name) == 4;
}

static void
test_every_tag_has_names(void)
{
  for (int tag = 0; tag < AL_TAG_COUNT; tag++) {
    const AlTagNames *names = al_tag_names((AlTag)tag);

    g_assert_nonnull(names->comment);
    g_assert_true(is_four_letters(names->frame) && is_four_letters(names->info) &&
                  is_four_letters(names->atom));
  }
}

static gboolean
same(const char *a, const char *b)
{
  return a != NULL && g_strcmp0(a, b) == 0;
}

static void
test_no_name_twice(void)
{
  for (int a = 0; a < AL_TAG_COUNT; a++)
    for (int b = 0; b < a; b++) {
      const AlTagNames *one = al_tag_names((AlTag)a);
      const AlTagNames *other = al_tag_names((AlTag)b);

      g_assert_false(same(one->comment, other->comment));
      g_assert_false(same(one->frame, other->frame) && strcmp(one->frame, "TXXX") != 0);
      g_assert_false(same(one->info, other->info));
      g_assert_false(same(one->atom, other->atom));
    }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/tag_names/every tag has names", test_every_tag_has_names);
  g_test_add_func("/tag_names/no name twice", test_no_name_twice);
  return g_test_run();
}
