/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/codec_safety.h"

#include <math.h>

#include "album/deliver/codec_report.h"
#include "album/deliver/codec_trials.h"
#include "album/deliver/programs.h"

typedef struct {
  const AlRendering *rendering;
  AlDelivered *delivered;
  const AlFinish *finish; /* with the level of `delivered` */
  GPtrArray *before;      /* the codecs at the ceiling that was asked for */
} Search;

/* Programs of ceilings that turned out too high are not needed again; that of the first may be what
 * another deliverable wants. */
static void
forget_program(const Search *search)
{
  AlDelivered *delivered = search->delivered;

  if (delivered->level.limiter.ceiling_dbtp != delivered->deliverable->level.limiter.ceiling_dbtp)
    al_programs_forget(search->rendering->programs, &delivered->level);
}

/* The highest peak of what was over at the ceiling before. Where that is over again, the rest need
 * not be tried. */
static gboolean
peak_of_over(const Search *search, double *peak_dbtp, GError **error)
{
  const AlDelivered *delivered = search->delivered;
  g_autoptr(GPtrArray) again =
      al_codec_trials_run(search->rendering, delivered, search->finish, delivered->codecs, error);

  if (again == NULL)
    return FALSE;
  *peak_dbtp = al_codec_check_peak(al_codec_report_worst(again)->check);
  return TRUE;
}

static gboolean
try_all(Search *search, double *peak_dbtp, GError **error)
{
  AlDelivered *delivered = search->delivered;
  GPtrArray *codecs =
      al_codec_trials_run(search->rendering, delivered, search->finish, NULL, error);

  if (codecs == NULL)
    return FALSE;
  g_clear_pointer(&delivered->codecs, g_ptr_array_unref);
  delivered->codecs = codecs;
  if (search->before == NULL)
    search->before = g_ptr_array_ref(codecs);
  *peak_dbtp = al_codec_check_peak(al_codec_report_worst(codecs)->check);
  return TRUE;
}

static gboolean
peak_at(double ceiling_dbtp, gpointer data, double *peak_dbtp, GError **error)
{
  Search *search = data;
  AlDelivered *delivered = search->delivered;

  forget_program(search);
  delivered->level.limiter.ceiling_dbtp = ceiling_dbtp;
  if (delivered->codecs != NULL) {
    if (!peak_of_over(search, peak_dbtp, error))
      return FALSE;
    if (*peak_dbtp > AL_CODEC_LIMIT_DBTP)
      return TRUE;
  }
  return try_all(search, peak_dbtp, error);
}

/* The deliverable is made as it was asked for. */
static void
go_back(const Search *search)
{
  AlDelivered *delivered = search->delivered;

  forget_program(search);
  delivered->level = delivered->deliverable->level;
  g_ptr_array_unref(delivered->codecs);
  delivered->codecs = g_ptr_array_ref(search->before);
}

static gboolean
lower_ceiling(Search *search, RbFindings *findings, GError **error)
{
  AlDelivered *delivered = search->delivered;
  double asked_dbtp = delivered->level.limiter.ceiling_dbtp, safe_dbtp;

  if (!al_codec_check_safe_ceiling(peak_at, search, asked_dbtp, &safe_dbtp, error))
    return FALSE;
  if (isfinite(safe_dbtp)) {
    if (safe_dbtp < asked_dbtp)
      delivered->codecs_before = g_ptr_array_ref(search->before);
  } else {
    go_back(search);
    al_codec_report_unsafe(delivered, findings);
  }
  return TRUE;
}

gboolean
al_codec_safety_check(const AlRendering *rendering, AlDelivered *delivered, const AlFinish *finish,
                      RbFindings *findings, GError **error)
{
  const AlCodecSettings *settings = &delivered->deliverable->codecs;
  Search search = {.rendering = rendering, .delivered = delivered, .finish = finish};
  gboolean done;

  if (settings->formats->len == 0)
    return TRUE;
  if (settings->safe) {
    done = lower_ceiling(&search, findings, error);
  } else {
    delivered->codecs = al_codec_trials_run(rendering, delivered, finish, NULL, error);
    done = delivered->codecs != NULL;
  }
  g_clear_pointer(&search.before, g_ptr_array_unref);
  if (done)
    al_codec_report(delivered, findings);
  return done;
}
