/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/isrc.h"

#include <string.h>

#include "redbook/error.h"

typedef struct {
  guint start;
  guint end;
  gboolean letters;
  gboolean digits;
  const char *expected;
} Part;

static const Part parts[] = {
    {0, 2, TRUE, FALSE, "the country (characters 1 and 2) is two letters"},
    {2, 5, TRUE, TRUE, "the registrant (characters 3 to 5) is letters and digits"},
    {5, 7, FALSE, TRUE, "the year (characters 6 and 7) is two digits"},
    {7, 12, FALSE, TRUE, "the designation (characters 8 to 12) is five digits"},
};

/* Upper case, without what people put between the parts and before them. Any other character stays,
 * so that the check can name it. Iceland's codes begin with IS, and its registrant may begin with
 * RC: the word ISRC is only taken off where more than a code is there. */
static char *
strip(const char *text)
{
  GString *stripped = g_string_new(NULL);

  for (; *text != '\0'; text++) {
    if (*text != ' ' && *text != '-' && *text != '\t')
      g_string_append_c(stripped, g_ascii_toupper(*text));
  }
  if (stripped->len > RB_ISRC_LENGTH && g_str_has_prefix(stripped->str, "ISRC"))
    g_string_erase(stripped, 0, stripped->str[4] == ':' ? 5 : 4);
  return g_string_free(stripped, FALSE);
}

/* The part that is wrong, NULL where none is. `isrc` has 12 bytes. */
static const Part *
find_wrong_part(const char *isrc, guint *where)
{
  for (gsize p = 0; p < G_N_ELEMENTS(parts); p++) {
    for (guint i = parts[p].start; i < parts[p].end; i++) {
      if ((parts[p].letters && g_ascii_isupper(isrc[i])) ||
          (parts[p].digits && g_ascii_isdigit(isrc[i])))
        continue;
      *where = i;
      return &parts[p];
    }
  }
  return NULL;
}

static const char *
hint(char found, const Part *part)
{
  if (part->letters && !part->digits && found == '0')
    return "; is the digit 0 meant to be the letter O?";
  if (part->letters && !part->digits && found == '1')
    return "; is the digit 1 meant to be the letter I?";
  if (part->digits && !part->letters && found == 'O')
    return "; is the letter O meant to be the digit 0?";
  if (part->digits && !part->letters && (found == 'I' || found == 'L'))
    return "; is the letter meant to be the digit 1?";
  return "";
}

char *
rb_isrc_normalise(const char *text, GError **error)
{
  g_autofree char *isrc = strip(text);
  glong characters = g_utf8_validate(isrc, -1, NULL) ? g_utf8_strlen(isrc, -1) : -1;
  const Part *wrong;
  guint where;

  if (characters != RB_ISRC_LENGTH) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE,
                "\"%s\" is not an ISRC: it has %ld letters and digits, an ISRC has 12, as in "
                "FR-ABC-26-00001",
                text, characters);
    return NULL;
  }
  wrong = find_wrong_part(isrc, &where);
  if (wrong != NULL) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE, "\"%s\" is not an ISRC: %s%s", text,
                wrong->expected, hint(isrc[where], wrong));
    return NULL;
  }
  return g_steal_pointer(&isrc);
}

gboolean
rb_isrc_is_valid(const char *isrc)
{
  guint where;

  return strlen(isrc) == RB_ISRC_LENGTH && find_wrong_part(isrc, &where) == NULL;
}

gboolean
rb_isrc_is_blank(const char *isrc)
{
  return isrc[strspn(isrc, "0 ")] == '\0';
}

char *
rb_isrc_format(const char *isrc)
{
  g_assert(rb_isrc_is_valid(isrc));
  return g_strdup_printf("%.2s-%.3s-%.2s-%s", isrc, isrc + 2, isrc + 5, isrc + 7);
}
