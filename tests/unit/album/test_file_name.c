/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/file_name.h"

#include <string.h>

typedef struct {
  const char *title, *name;
} Row;

static const Row rows[] = {
    {"Night Ferry", "Night Ferry"},
    {"AC/DC: \"Live\"?", "AC_DC_ _Live__"},
    {"Mötley Ágætis", "Motley Agaetis"},
    {"..", "Untitled"},
    {".hidden", "_hidden"},
    {"  Wait for it... ", "Wait for it"},
    {"tab\there", "tab here"},
    {"Con", "_Con"},
    {"nul.point", "_nul.point"},
    {"", "Untitled"},
    {NULL, "Untitled"},
};

static void
test_rows(void)
{
  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *name = al_file_name(rows[i].title);

    g_assert_cmpstr(name, ==, rows[i].name);
  }
}

static void
test_long(void)
{
  g_autofree char *title = g_strnfill(1000, 'x'), *name = al_file_name(title);

  g_assert_cmpuint(strlen(name), ==, 120);
}

static void
test_devices(void)
{
  static const char *const devices[] = {"con", "PRN", "Aux", "nul.wav", "com1", "LPT9", "con .x"};
  static const char *const others[] = {"conn", "co", "com", "com0", "com10", "my con", "lpt1x", ""};

  for (guint i = 0; i < G_N_ELEMENTS(devices); i++)
    g_assert_true(al_file_name_is_device(devices[i]));
  for (guint i = 0; i < G_N_ELEMENTS(others); i++)
    g_assert_false(al_file_name_is_device(others[i]));
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/file_name/rows", test_rows);
  g_test_add_func("/file_name/long", test_long);
  g_test_add_func("/file_name/devices", test_devices);
  return g_test_run();
}
