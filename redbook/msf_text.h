/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_MSF_TEXT_H
#define RB_MSF_TEXT_H

/* MM:SS:FF as text, in the form of msf.h, which takes the place of this file. */

#include <glib.h>

#include "redbook/error.h"
#include "redbook/sector.h"

/* Two digits of each; seconds to 59, sectors to 74. */
static inline gboolean
rb_msf_parse(const char *text, gint32 *sectors, GError **error)
{
  for (int i = 0; i < 8; i++) {
    if (i % 3 == 2 ? text[i] != ':' : !g_ascii_isdigit(text[i])) {
      g_set_error(error, RB_ERROR, RB_ERROR_CODE, "\"%s\" is not a time MM:SS:FF", text);
      return FALSE;
    }
  }
  int minutes = (text[0] - '0') * 10 + text[1] - '0';
  int seconds = (text[3] - '0') * 10 + text[4] - '0';
  int rest = (text[6] - '0') * 10 + text[7] - '0';

  if (text[8] != '\0' || seconds > 59 || rest >= RB_SECTORS_PER_SECOND) {
    g_set_error(error, RB_ERROR, RB_ERROR_CODE,
                "\"%s\" is not a time MM:SS:FF with seconds to 59 and sectors to 74", text);
    return FALSE;
  }
  *sectors = (minutes * 60 + seconds) * RB_SECTORS_PER_SECOND + rest;
  return TRUE;
}

/* Transfer full. */
static inline char *
rb_msf_format(gint32 sectors)
{
  return g_strdup_printf("%02d:%02d:%02d", sectors / (60 * RB_SECTORS_PER_SECOND),
                         sectors / RB_SECTORS_PER_SECOND % 60, sectors % RB_SECTORS_PER_SECOND);
}

#endif
