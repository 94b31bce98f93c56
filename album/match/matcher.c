/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/match/matcher.h"

#include "album/match/solve.h"

typedef struct {
  AlDeliveredLevel level;
  GArray *matched;
} Solved;

struct AlMatcher {
  AlMatching matching;
  GPtrArray *heard; /* of AlForecast, [0] for track 1; NULL: not yet */
  GPtrArray *alone; /* the same without the tracks before; NULL: not yet */
  GArray *solved;   /* of Solved */
};

static void
solved_clear(gpointer solved)
{
  g_array_unref(((Solved *)solved)->matched);
}

AlMatcher *
al_matcher_new(const AlMatching *matching)
{
  AlMatcher *matcher = g_new0(AlMatcher, 1);

  matcher->matching = *matching;
  matcher->solved = g_array_new(FALSE, FALSE, sizeof(Solved));
  g_array_set_clear_func(matcher->solved, solved_clear);
  return matcher;
}

void
al_matcher_free(AlMatcher *matcher)
{
  if (matcher == NULL)
    return;
  g_clear_pointer(&matcher->heard, g_ptr_array_unref);
  g_clear_pointer(&matcher->alone, g_ptr_array_unref);
  g_array_unref(matcher->solved);
  g_free(matcher);
}

const AlMatching *
al_matcher_matching(const AlMatcher *matcher)
{
  return &matcher->matching;
}

/* Only gains of tracks ask for them alone. */
static gboolean
hear(AlMatcher *matcher, AlLoudnessMode mode, const AlJob *job, GError **error)
{
  gboolean tracks = mode == AL_LOUDNESS_MODE_TRACKS || mode == AL_LOUDNESS_MODE_STANDARD;

  if (matcher->heard == NULL)
    matcher->heard = al_hear_all(&matcher->matching, job, error);
  if (matcher->heard != NULL && tracks && matcher->alone == NULL)
    matcher->alone = al_hear_alone(&matcher->matching, job, error);
  return matcher->heard != NULL && (!tracks || matcher->alone != NULL);
}

static const Solved *
find(const AlMatcher *matcher, const AlDeliveredLevel *level)
{
  for (guint i = 0; i < matcher->solved->len; i++) {
    const Solved *solved = &g_array_index(matcher->solved, Solved, i);

    if (al_delivered_level_equal(&solved->level, level))
      return solved;
  }
  return NULL;
}

static gboolean
solve(AlMatcher *matcher, const AlDeliveredLevel *level, const AlJob *job, GError **error)
{
  Solved solved = {.level = *level};

  if (level->mode == AL_LOUDNESS_MODE_OFF && !level->has_ceiling)
    solved.matched = al_match_new(&matcher->matching);
  else if (hear(matcher, level->mode, job, error))
    solved.matched =
        al_solve(&matcher->matching, matcher->heard, matcher->alone, level, job, error);
  if (solved.matched == NULL)
    return FALSE;
  g_array_append_val(matcher->solved, solved);
  return TRUE;
}

GArray *
al_matcher_get(AlMatcher *matcher, const AlDeliveredLevel *level, const AlJob *job, GError **error)
{
  if (find(matcher, level) == NULL && !solve(matcher, level, job, error))
    return NULL;
  return g_array_copy(find(matcher, level)->matched);
}
