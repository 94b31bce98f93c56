/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/track_cut.h"

#include <string.h>

#include "album/convert/first_pause.h"

gboolean
al_gaps_find(const char *name, AlGaps *gaps)
{
  static const char *const names[] = {
      [AL_GAPS_END] = "end", [AL_GAPS_START] = "start", [AL_GAPS_LEAVE_OUT] = "leave-out"};

  for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
    if (strcmp(names[i], name) == 0) {
      *gaps = (AlGaps)i;
      return TRUE;
    }
  }
  return FALSE;
}

/* Where the file of a track begins; behind the last track, where it ends. */
static gint32
cut_start(const RbDisc *disc, guint number, AlGaps gaps)
{
  const RbTrack *track;

  if (number > disc->tracks->len)
    return disc->lead_out_sector;
  track = rb_disc_track(disc, number);
  /* What lies before track 1 is track 0, or the first pause. */
  if (gaps == AL_GAPS_START && number > 1)
    return rb_track_first_sector(track);
  return rb_track_index(track, 1);
}

static void
add_cut(GArray *cuts, guint number, gint32 first_sector, gint32 end_sector)
{
  const AlTrackCut cut = {
      .number = number, .first_sector = first_sector, .sectors = end_sector - first_sector};

  if (cut.sectors > 0)
    g_array_append_val(cuts, cut);
}

GArray *
al_track_cuts_new(const RbDisc *disc, AlGaps gaps)
{
  GArray *cuts = g_array_new(FALSE, FALSE, sizeof(AlTrackCut));

  add_cut(cuts, 0, RB_FIRST_PAUSE_SECTORS, cut_start(disc, 1, gaps));
  for (guint number = 1; number <= disc->tracks->len; number++)
    add_cut(cuts, number, cut_start(disc, number, gaps),
            gaps == AL_GAPS_LEAVE_OUT ? rb_disc_track_end(disc, number)
                                      : cut_start(disc, number + 1, gaps));
  return cuts;
}

gboolean
al_track_cuts_judge(const GArray *cuts, RbImage *image, RbFindings *findings, GError **error)
{
  for (guint i = 1; i < cuts->len; i++) {
    const AlTrackCut *before = &g_array_index(cuts, AlTrackCut, i - 1);
    const AlTrackCut *cut = &g_array_index(cuts, AlTrackCut, i);
    gint32 end_sector = before->first_sector + before->sectors;
    gboolean sound;

    if (!al_image_sounds(image, end_sector, cut->first_sector - end_sector, &sound, error))
      return FALSE;
    if (sound)
      rb_findings_add_at_track(findings, "C09", RB_SEVERITY_WARNING, cut->number,
                               "The pause before it is left out, and there is sound in it.");
  }
  return TRUE;
}
