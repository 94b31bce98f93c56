/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/utf8.h"

#include <string.h>

#define LINES_TOLD 20

/* What most files that are not UTF-8 are. */
static const char *
guess(const char *text, gsize length)
{
  if (length >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0))
    return "the file looks like UTF-16: save it as UTF-8";
  return "save the file as UTF-8";
}

static void
tell(AlDiagnostics *diagnostics, AlPlace place, guchar byte, const char *hint)
{
  if (byte == 0)
    al_diagnostics_add(diagnostics, place, hint, "a NUL byte, which no text has");
  else
    al_diagnostics_add(diagnostics, place, hint, "this is not UTF-8: byte 0x%02x", byte);
}

gboolean
al_utf8_check(const char *text, gsize length, AlDiagnostics *diagnostics)
{
  const char *end = text + length, *bad;
  guint line = 1, told = 0;

  for (const char *at = text; at < end; line++) {
    const char *line_end = memchr(at, '\n', end - at);

    line_end = line_end != NULL ? line_end : end;
    if (!g_utf8_validate_len(at, line_end - at, &bad) && told++ < LINES_TOLD) {
      AlPlace place = {.line = line, .column = g_utf8_strlen(at, bad - at) + 1};

      tell(diagnostics, place, *bad, guess(text, length));
    }
    at = line_end + 1;
  }
  return told == 0;
}

gboolean
al_utf8_is_for_text(gunichar character)
{
  gboolean is_noncharacter =
      (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);

  return !g_unichar_iscntrl(character) && character != 0x2028 && character != 0x2029 &&
         !is_noncharacter;
}
