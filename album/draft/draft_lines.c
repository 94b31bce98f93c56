/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_lines.h"

#include <string.h>

#include "album/project/yaml_text.h"
#include "redbook/sector.h"

void
al_draft_line_value(GString *out, int indent, const char *key, const char *value)
{
  g_string_append_printf(out, "%*s%s:%s%s\n", indent, "", key, value[0] != '\0' ? " " : "", value);
}

void
al_draft_line_text(GString *out, int indent, const char *key, const char *text)
{
  g_autofree char *scalar = text != NULL ? al_yaml_text(text) : NULL;

  if (scalar != NULL)
    al_draft_line_value(out, indent, key, scalar);
}

void
al_draft_line_comment(GString *out, int indent, const char *text)
{
  g_autofree char *comment = al_yaml_comment(text);

  g_string_append_printf(out, "%*s# %s\n", indent, "", comment);
}

/* Takes the zeros off the end of a decimal fraction, and a point that nothing stands behind. */
static char *
trim_zeros(char *decimal)
{
  gsize length = strlen(decimal);

  while (decimal[length - 1] == '0')
    length--;
  if (decimal[length - 1] == '.')
    length--;
  decimal[length] = '\0';
  return decimal;
}

/* Six decimals: the frames of every rate up to 384 kHz lie 2.6 us apart or more. */
char *
al_draft_time(gint64 frame, int rate)
{
  gint64 microseconds = (frame * G_USEC_PER_SEC + rate / 2) / rate;
  gint64 seconds = microseconds / G_USEC_PER_SEC;

  return trim_zeros(g_strdup_printf("%" G_GINT64_FORMAT ":%02d.%06d", seconds / 60,
                                    (int)(seconds % 60), (int)(microseconds % G_USEC_PER_SEC)));
}

/* Three sectors are 0.04 s; other numbers of sectors are no decimal fraction of a second. */
char *
al_draft_gap(gint32 sectors)
{
  char *seconds;

  if (sectors % 3 != 0)
    return g_strdup_printf("%d sector%s", sectors, sectors == 1 ? "" : "s");
  seconds =
      trim_zeros(g_strdup_printf("%d.%02d", sectors / RB_SECTORS_PER_SECOND,
                                 sectors % RB_SECTORS_PER_SECOND * 100 / RB_SECTORS_PER_SECOND));
  g_autofree char *number = seconds;

  return g_strconcat(number, " s", NULL);
}
