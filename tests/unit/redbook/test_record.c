/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/record.h"

#include "redbook/error.h"

static void
test_fields(void)
{
  g_autoptr(GByteArray) record = g_byte_array_new();

  rb_record_append_text(record, 4, "CD");
  rb_record_append_text(record, 2, NULL);
  rb_record_append_number(record, 4, '0', 17);
  rb_record_append_number(record, 4, ' ', 150);
  rb_record_append_text(record, 2, "AA");
  g_assert_cmpmem(record->data, record->len, "CD    0017 150AA", 16);
}

static void
test_reads_text(void)
{
  RbRecord record = {.bytes = (const guint8 *)" a b \0\xe9z", .length = 8, .name = "file"};
  g_autofree char *whole = rb_record_text(&record, 0, 8);
  g_autofree char *blank = rb_record_text(&record, 4, 2);

  g_assert_cmpstr(whole, ==, "a b  ?z");
  g_assert_cmpstr(blank, ==, "");
  g_assert_true(rb_record_is(&record, 0, 5, "a b"));
  g_assert_false(rb_record_is(&record, 0, 3, "a b"));
}

static void
test_reads_numbers(void)
{
  RbRecord record = {.bytes = (const guint8 *)"0017 17 17   x-1", .length = 16, .name = "file"};
  g_autoptr(GError) error = NULL;
  gint64 number;

  g_assert_true(rb_record_number(&record, 0, 4, &number, NULL));
  g_assert_cmpint(number, ==, 17);
  g_assert_true(rb_record_number(&record, 4, 3, &number, NULL));
  g_assert_cmpint(number, ==, 17);
  g_assert_true(rb_record_number(&record, 10, 3, &number, NULL));
  g_assert_cmpint(number, ==, -1);
  g_assert_false(rb_record_number(&record, 4, 6, &number, NULL));
  g_assert_false(rb_record_number(&record, 14, 2, &number, NULL));
  g_assert_false(rb_record_number(&record, 13, 1, &number, &error));
  g_assert_error(error, RB_ERROR, RB_ERROR_FORMAT);
  g_assert_cmpstr(error->message, ==, "file, byte 13: \"x\" is not a number");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/record/fields", test_fields);
  g_test_add_func("/record/reads_text", test_reads_text);
  g_test_add_func("/record/reads_numbers", test_reads_numbers);
  return g_test_run();
}
