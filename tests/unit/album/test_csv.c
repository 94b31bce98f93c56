/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/csv.h"

static void
test_record(void)
{
  static const char *const fields[] = {"plain", NULL, "a,b", "say \"hi\"", "two\r\nlines", ""};
  g_autoptr(GString) out = g_string_new(NULL);

  al_csv_append_record(out, fields, G_N_ELEMENTS(fields));
  g_assert_cmpstr(out->str, ==, "plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\r\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/csv/record", test_record);
  return g_test_run();
}
