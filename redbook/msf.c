/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/msf.h"

#include <string.h>

#include "redbook/error.h"

#define SECTORS_PER_MINUTE (60 * RB_SECTORS_PER_SECOND)

RbMsf
rb_msf_from_sector(gint32 sector)
{
  g_assert(sector >= 0 && sector < RB_MAX_SECTORS);
  return (RbMsf){.minutes = (guint8)(sector / SECTORS_PER_MINUTE),
                 .seconds = (guint8)(sector / RB_SECTORS_PER_SECOND % 60),
                 .sectors = (guint8)(sector % RB_SECTORS_PER_SECOND)};
}

gint32
rb_msf_to_sector(guint minutes, guint seconds, guint sectors)
{
  if (minutes > 99 || seconds > 59 || sectors >= RB_SECTORS_PER_SECOND)
    return -1;
  return (gint32)((minutes * 60 + seconds) * RB_SECTORS_PER_SECOND + sectors);
}

char *
rb_msf_format(gint32 sector)
{
  RbMsf msf = rb_msf_from_sector(sector);

  return g_strdup_printf("%02u:%02u:%02u", msf.minutes, msf.seconds, msf.sectors);
}

/* MM:SS:FF
 * 01234567 */
static gboolean
has_form(const char *text)
{
  if (strlen(text) != 8)
    return FALSE;
  for (int i = 0; i < 8; i++) {
    if (i % 3 == 2 ? text[i] != ':' : !g_ascii_isdigit(text[i]))
      return FALSE;
  }
  return TRUE;
}

static guint
two_digits(const char *text)
{
  return (guint)(g_ascii_digit_value(text[0]) * 10 + g_ascii_digit_value(text[1]));
}

gboolean
rb_msf_parse(const char *text, gint32 *sector, GError **error)
{
  gint32 value;

  if (!has_form(text)) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                "\"%s\" is not a disc time: expected MM:SS:FF, two digits each", text);
    return FALSE;
  }
  value = rb_msf_to_sector(two_digits(text), two_digits(text + 3), two_digits(text + 6));
  if (value < 0) {
    g_set_error(error, RB_ERROR, RB_ERROR_FORMAT, "\"%s\" is not a disc time: %s", text,
                two_digits(text + 3) > 59 ? "seconds go from 00 to 59"
                                          : "sectors go from 00 to 74");
    return FALSE;
  }
  *sector = value;
  return TRUE;
}
