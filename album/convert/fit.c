/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/fit.h"

#include "album/convert/fit_texts.h"
#include "redbook/isrc.h"
#include "redbook/pq_table.h"
#include "redbook/upc.h"

static void
fit_indexes(RbTrack *track, guint number, RbFindings *findings)
{
  guint kept = 0;
  guint8 last = 0;

  for (guint i = 0; i < track->indexes->len; i++) {
    const RbIndex mark = g_array_index(track->indexes, RbIndex, i);

    if (mark.number <= 1)
      g_array_index(track->indexes, RbIndex, kept++) = mark;
    else
      last = MAX(last, mark.number);
  }
  if (kept == track->indexes->len)
    return;
  g_array_set_size(track->indexes, kept);
  rb_findings_add_at_track(findings, "C01", RB_SEVERITY_WARNING, number,
                           last == 2 ? "INDEX 02 is left out." : "INDEX 02 to %02u are left out.",
                           last);
}

static void
fit_flags(RbTrack *track, guint number, const AlTarget *target, RbFindings *findings)
{
  const RbFlags both = RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS;
  RbFlags lost = track->flags & ~target->flags;
  g_autofree char *text = NULL;

  if (target->one_copy_flag && (track->flags & both) == both)
    lost |= RB_FLAG_SCMS;
  if (lost == 0)
    return;
  track->flags &= ~lost;
  text = rb_pq_flags(lost);
  rb_findings_add_at_track(findings, "C03", RB_SEVERITY_WARNING, number, "Flags are left out: %s.",
                           text);
}

/* Every target holds codes, so only what is none is in the way. */
static void
fit_isrc(RbTrack *track, guint number, RbFindings *findings)
{
  g_autofree char *isrc = g_steal_pointer(&track->isrc);

  if (isrc == NULL || rb_isrc_is_blank(isrc))
    return;
  if (!rb_isrc_is_valid(isrc))
    rb_findings_add_at_track(findings, "C10", RB_SEVERITY_ERROR, number,
                             "\"%s\" is no ISRC and is left out.", isrc);
  else
    track->isrc = g_steal_pointer(&isrc);
}

static void
fit_upc(RbDisc *disc, RbFindings *findings)
{
  g_autofree char *upc = g_steal_pointer(&disc->upc);

  if (upc == NULL || rb_upc_is_blank(upc))
    return;
  if (!rb_upc_is_valid(upc))
    rb_findings_add(findings, "C10", RB_SEVERITY_ERROR, "", "\"%s\" is no UPC/EAN and is left out.",
                    upc);
  else
    disc->upc = g_steal_pointer(&upc);
}

/* The pauses themselves go where the user has them go; only where they lie is lost. */
static void
tell_pauses(const RbDisc *disc, RbFindings *findings)
{
  guint count = 0;

  for (guint number = 2; number <= disc->tracks->len; number++)
    count += rb_track_index(rb_disc_track(disc, number), 0) >= 0;
  if (count > 0)
    rb_findings_add(findings, "C02", RB_SEVERITY_NOTE, "",
                    "The files do not say where the pauses before %u track%s begin.", count,
                    count == 1 ? "" : "s");
}

void
al_fit(RbDisc *disc, const AlTarget *target, RbFindings *findings)
{
  fit_upc(disc, findings);
  for (guint number = 1; number <= disc->tracks->len; number++) {
    RbTrack *track = rb_disc_track(disc, number);

    fit_isrc(track, number, findings);
    fit_flags(track, number, target, findings);
    if (!(target->carries & RB_COMPARE_INDEXES))
      fit_indexes(track, number, findings);
  }
  if (!(target->carries & RB_COMPARE_PAUSES))
    tell_pauses(disc, findings);
  al_fit_texts(disc, target, findings);
}
