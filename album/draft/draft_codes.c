/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_codes.h"

#include "redbook/isrc.h"
#include "redbook/place.h"
#include "redbook/upc.h"

static void
fit_upc(RbDisc *disc, RbFindings *findings)
{
  g_autofree char *found = g_steal_pointer(&disc->upc);
  g_autoptr(GError) error = NULL;

  if (found == NULL || rb_upc_is_blank(found))
    return;
  disc->upc = rb_upc_normalise(found, &error);
  if (disc->upc == NULL)
    rb_findings_add(findings, "N04", RB_SEVERITY_WARNING, "",
                    "The UPC/EAN is left out: \"%s\": %s.", found, error->message);
}

/* The track before this one that has the same ISRC, 0 where none has. */
static guint
find_same_isrc(const RbDisc *disc, guint number)
{
  for (guint earlier = 1; earlier < number; earlier++)
    if (g_strcmp0(rb_disc_track(disc, earlier)->isrc, rb_disc_track(disc, number)->isrc) == 0)
      return earlier;
  return 0;
}

static void
fit_isrc(RbDisc *disc, guint number, RbFindings *findings)
{
  RbTrack *track = rb_disc_track(disc, number);
  g_autofree char *found = g_steal_pointer(&track->isrc);
  g_autoptr(GError) error = NULL;
  guint earlier;

  if (found == NULL || rb_isrc_is_blank(found))
    return;
  track->isrc = rb_isrc_normalise(found, &error);
  if (track->isrc == NULL) {
    rb_findings_add_at_track(findings, "N04", RB_SEVERITY_WARNING, number,
                             "The ISRC is left out: \"%s\": %s.", found, error->message);
    return;
  }
  earlier = find_same_isrc(disc, number);
  if (earlier == 0)
    return;
  rb_findings_add_at_track(findings, "N04", RB_SEVERITY_WARNING, number,
                           "The ISRC is left out: track %u has \"%s\", too.", earlier, found);
  g_clear_pointer(&track->isrc, g_free);
}

static void
fit_flags(RbDisc *disc, guint number, RbFindings *findings)
{
  const guint possible = RB_FLAG_COPY_PERMITTED | RB_FLAG_PRE_EMPHASIS;
  RbTrack *track = rb_disc_track(disc, number);

  if (((guint)track->flags & ~possible) != 0)
    rb_findings_add_at_track(findings, "N06", RB_SEVERITY_WARNING, number,
                             "Flags are left out (0x%02x; 4 is data, 8 four channels, 16 SCMS): a "
                             "project has copy-permitted and pre-emphasis.",
                             (guint)track->flags & ~possible);
  track->flags = (RbFlags)((guint)track->flags & possible);
}

void
al_draft_fit_codes(AlDraft *draft, RbFindings *findings)
{
  fit_upc(draft->disc, findings);
  for (guint number = 1; number <= draft->disc->tracks->len; number++) {
    fit_isrc(draft->disc, number, findings);
    fit_flags(draft->disc, number, findings);
  }
}
