/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/spelling.h"

#include <string.h>

#define LONGEST 64

/* The characters of a word as they are compared; how many, or LONGEST + 1 where there are more. */
static guint
fold(const char *word, gunichar *letters)
{
  guint length = 0;

  for (const char *at = word; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
    gunichar letter = g_unichar_tolower(g_utf8_get_char(at));

    if (length == LONGEST)
      return LONGEST + 1;
    letters[length++] = letter == '_' || letter == ' ' ? '-' : letter;
  }
  return length;
}

static gboolean
exchanged(const gunichar *a, const gunichar *b, guint i, guint j)
{
  return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

guint
al_spelling_distance(const char *a, const char *b)
{
  gunichar left[LONGEST], right[LONGEST];
  guint left_length = fold(a, left), right_length = fold(b, right);
  /* changes[i][j]: from the first i letters of the one to the first j of the other. */
  guint changes[LONGEST + 1][LONGEST + 1];

  if (left_length > LONGEST || right_length > LONGEST)
    return G_MAXUINT;
  for (guint i = 0; i <= left_length; i++)
    changes[i][0] = i;
  for (guint j = 0; j <= right_length; j++)
    changes[0][j] = j;
  for (guint i = 1; i <= left_length; i++) {
    for (guint j = 1; j <= right_length; j++) {
      guint replaced = changes[i - 1][j - 1] + (left[i - 1] != right[j - 1]);

      changes[i][j] = MIN(replaced, MIN(changes[i - 1][j], changes[i][j - 1]) + 1);
      if (exchanged(left, right, i, j))
        changes[i][j] = MIN(changes[i][j], changes[i - 2][j - 2] + 1);
    }
  }
  return changes[left_length][right_length];
}

const char *
al_spelling_nearest(const char *word, const char *const *known)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (; *known != NULL; known++) {
    guint distance = al_spelling_distance(word, *known);
    guint longer = MAX(g_utf8_strlen(word, -1), g_utf8_strlen(*known, -1));

    if (distance < least && distance <= MAX(1, longer / 3) && distance < longer) {
      nearest = *known;
      least = distance;
    }
  }
  return nearest;
}
