/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the medium and its times: R03 to R15. */
#include "redbook/msf.h"
#include "redbook/place.h"
#include "redbook/rules.h"

static void
add_at_index(RbFindings *findings, const char *id, guint track, guint index, const char *text)
{
  g_autofree char *place = rb_place_index(track, index);

  rb_findings_add(findings, id, RB_SEVERITY_ERROR, place, "%s", text);
}

static gboolean
is_time(gint32 sector)
{
  return sector >= 0 && sector < RB_MAX_SECTORS;
}

/* "00:04:00 (300 sectors)"; a number alone where no MM:SS:FF says it. */
static char *
time_text(gint32 sectors)
{
  g_autofree char *msf = is_time(sectors) ? rb_msf_format(sectors) : NULL;

  if (msf == NULL)
    return g_strdup_printf("%d sectors", sectors);
  return g_strdup_printf("%s (%d sectors)", msf, sectors);
}

static const RbIndex *
index_at(const RbTrack *track, guint i)
{
  return &g_array_index(track->indexes, RbIndex, i);
}

static void
judge_range(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(disc, number);

    for (guint i = 0; i < track->indexes->len; i++) {
      const RbIndex *mark = index_at(track, i);
      g_autofree char *text = g_strdup_printf(
          "At sector %d; a disc's times go from 00:00:00 to 99:59:74 (449999).", mark->sector);

      if (!is_time(mark->sector))
        add_at_index(findings, id, number, mark->number, text);
    }
  }
  if (!is_time(disc->lead_out_sector))
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "lead-out",
                    "At sector %d; a disc's times go from 00:00:00 to 99:59:74 (449999).",
                    disc->lead_out_sector);
}

static void
judge_track_count(const RbDisc *disc, const char *id, RbFindings *findings)
{
  guint count = disc->tracks->len;

  if (count < 1 || count > RB_MAX_TRACKS)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "", "%u tracks; a disc has 1 to %d.", count,
                    RB_MAX_TRACKS);
}

static void
judge_index_numbers(const RbTrack *track, guint number, const char *id, RbFindings *findings)
{
  if (rb_track_index(track, 1) < 0)
    rb_findings_add_at_track(findings, id, RB_SEVERITY_ERROR, number,
                             "No INDEX 01; every track has one, where it starts.");
  for (guint i = 0; i < track->indexes->len; i++) {
    guint index = index_at(track, i)->number;
    guint expected = i == 0 ? MIN(index, 1u) : index_at(track, i - 1)->number + 1u;
    g_autofree char *text =
        g_strdup_printf("Index %u where index %u belongs; indexes go from 0 or 1 to %d.", index,
                        expected, RB_MAX_INDEX);

    if (index != expected || index > RB_MAX_INDEX)
      add_at_index(findings, id, number, index, text);
  }
}

/* INDEX 00 and 01 at one place are R06. */
static gboolean
is_empty_pause(const RbIndex *before, const RbIndex *mark)
{
  return before->number == 0 && mark->number == 1 && before->sector == mark->sector;
}

static void
judge_index_order(const RbDisc *disc, const char *id, RbFindings *findings)
{
  RbIndex before = {.number = 2, .sector = -1};

  for (guint number = 1; number <= disc->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(disc, number);

    judge_index_numbers(track, number, id, findings);
    for (guint i = 0; i < track->indexes->len; i++) {
      const RbIndex *mark = index_at(track, i);

      if (mark->sector <= before.sector && !(i > 0 && is_empty_pause(&before, mark))) {
        g_autofree char *text = g_strdup_printf(
            "At sector %d, not behind the index before it at %d.", mark->sector, before.sector);

        add_at_index(findings, id, number, mark->number, text);
      }
      before = *mark;
    }
  }
}

static void
judge_pause(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(disc, number);
    gint32 pause = rb_track_index(track, 0), start = rb_track_index(track, 1);

    if (pause >= 0 && pause == start)
      add_at_index(findings, id, number, 0,
                   "At the place of INDEX 01; a pause lasts at least one sector.");
  }
}

static void
judge_track_length(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    gint32 start = rb_track_index(rb_disc_track(disc, number), 1);
    gint32 end = rb_disc_track_end(disc, number);

    /* Without a start or an end this is R05's. */
    if (start < 0 || end < 0 || end - start >= RB_SHORTEST_TRACK_SECTORS || end < start)
      continue;
    g_autofree char *length = time_text(end - start);

    rb_findings_add_at_track(
        findings, id, RB_SEVERITY_ERROR, number,
        "%s from INDEX 01 to what follows; a track lasts at least 00:04:00 (%d sectors).", length,
        RB_SHORTEST_TRACK_SECTORS);
  }
}

static void
judge_first_pause(const RbDisc *disc, const char *id, RbFindings *findings)
{
  if (disc->tracks->len == 0)
    return;
  gint32 pause = rb_track_index(rb_disc_track(disc, 1), 0);
  gint32 start = rb_track_index(rb_disc_track(disc, 1), 1);

  if (pause != 0)
    rb_findings_add_at_track(findings, id, RB_SEVERITY_ERROR, 1,
                             "No INDEX 00 at 00:00:00; the pause before track 1 begins there.");
  if (start >= 0 && start < RB_FIRST_PAUSE_SECTORS) {
    g_autofree char *time = time_text(start);
    g_autofree char *text = g_strdup_printf(
        "At %s; track 1 starts at 00:02:00 (%d sectors) or later.", time, RB_FIRST_PAUSE_SECTORS);

    add_at_index(findings, id, 1, 1, text);
  }
}

static void
judge_hidden_audio(const RbDisc *disc, const char *id, RbFindings *findings)
{
  gint32 start = disc->tracks->len > 0 ? rb_track_index(rb_disc_track(disc, 1), 1) : -1;

  if (start <= RB_FIRST_PAUSE_SECTORS || !is_time(start))
    return;
  g_autofree char *time = time_text(start);

  rb_findings_add_at_track(findings, id, RB_SEVERITY_NOTE, 1,
                           "The pause before it lasts %s; what lies behind its first two seconds "
                           "is only heard by rewinding from track 1, and many players and programs "
                           "pass over it.",
                           time);
}

static void
judge_total_time(const RbDisc *disc, const char *id, RbFindings *findings)
{
  gint32 total = disc->lead_out_sector;

  /* Beyond 99:59:74 it is R03's. */
  if (total <= RB_NOMINAL_SECTORS || !is_time(total))
    return;
  g_autofree char *time = rb_msf_format(total);

  if (total > RB_LONGEST_SECTORS)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "",
                    "The disc ends at %s; no plant takes more than 79:57:00.", time);
  else if (total > RB_LONG_SECTORS)
    rb_findings_add(findings, id, RB_SEVERITY_WARNING, "",
                    "The disc ends at %s; beyond 78:00:00 many plants want a waiver, or refuse.",
                    time);
  else
    rb_findings_add(findings, id, RB_SEVERITY_NOTE, "",
                    "The disc ends at %s; beyond the nominal 74:00:00 some plants want to be told.",
                    time);
}

static void
judge_lead_out(const RbDisc *disc, const char *id, RbFindings *findings)
{
  gint32 last = -1;

  for (guint number = 1; number <= disc->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(disc, number);

    for (guint i = 0; i < track->indexes->len; i++)
      last = MAX(last, index_at(track, i)->sector);
  }
  if (disc->lead_out_sector <= last)
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "lead-out",
                    "At sector %d; it lies behind the last index, which is at %d.",
                    disc->lead_out_sector, last);
}

static void
judge_short_programme(const RbDisc *disc, const char *id, RbFindings *findings)
{
  gint32 programme = disc->lead_out_sector - RB_FIRST_PAUSE_SECTORS;

  if (programme < 0 || programme >= RB_SHORT_PROGRAMME_SECTORS)
    return;
  g_autofree char *time = time_text(programme);

  rb_findings_add(findings, id, RB_SEVERITY_NOTE, "",
                  "The programme lasts %s; some plants take no disc under one minute.", time);
}

static void
judge_audio_only(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    if (rb_disc_track(disc, number)->flags & RB_FLAG_DATA)
      rb_findings_add_at_track(findings, id, RB_SEVERITY_ERROR, number,
                               "A data track; an audio disc has audio only.");
  }
}

const RbRule rb_rules_time[] = {
    {"R03", judge_range},           {"R04", judge_track_count},  {"R05", judge_index_order},
    {"R06", judge_pause},           {"R07", judge_track_length}, {"R08", judge_first_pause},
    {"R09", judge_hidden_audio},    {"R11", judge_total_time},   {"R13", judge_lead_out},
    {"R14", judge_short_programme}, {"R15", judge_audio_only},   {NULL, NULL},
};
