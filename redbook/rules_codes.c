/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about codes and flags: R20 to R30. */
#include <string.h>

#include "redbook/isrc.h"
#include "redbook/rules.h"
#include "redbook/upc.h"

static void
judge_isrc_form(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    const char *isrc = rb_disc_track(disc, number)->isrc;

    if (isrc == NULL || rb_isrc_is_valid(isrc) || rb_isrc_is_blank(isrc))
      continue;
    rb_findings_add_at_track(
        findings, id, RB_SEVERITY_ERROR, number,
        "ISRC \"%s\"; an ISRC is CCXXXYYNNNNN: two letters A-Z of a country, three letters or "
        "digits of a registrant, two digits of a year, five digits.",
        isrc);
  }
}

static guint
first_with_isrc(const RbDisc *disc, const char *isrc)
{
  for (guint number = 1;; number++) {
    const char *other = rb_disc_track(disc, number)->isrc;

    if (other != NULL && g_str_equal(other, isrc))
      return number;
  }
}

static void
judge_isrc_use(const RbDisc *disc, const char *id, RbFindings *findings)
{
  gboolean any = FALSE;

  for (guint number = 1; number <= disc->tracks->len; number++)
    any = any || rb_disc_track(disc, number)->isrc != NULL;
  for (guint number = 1; any && number <= disc->tracks->len; number++) {
    const char *isrc = rb_disc_track(disc, number)->isrc;
    guint first = isrc != NULL ? first_with_isrc(disc, isrc) : number;

    if (isrc == NULL)
      rb_findings_add_at_track(findings, id, RB_SEVERITY_WARNING, number,
                               "No ISRC, while other tracks have one.");
    else if (rb_isrc_is_blank(isrc))
      rb_findings_add_at_track(findings, id, RB_SEVERITY_WARNING, number,
                               "ISRC \"%s\" stands for none.", isrc);
    else if (first < number)
      rb_findings_add_at_track(findings, id, RB_SEVERITY_WARNING, number,
                               "ISRC %s stands for track %u too; a recording has its own.", isrc,
                               first);
  }
}

static void
judge_upc(const RbDisc *disc, const char *id, RbFindings *findings)
{
  if (disc->upc == NULL || rb_upc_is_valid(disc->upc))
    return;
  if (strlen(disc->upc) == RB_UPC_LENGTH && disc->upc[strspn(disc->upc, "0123456789")] == '\0')
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "",
                    "UPC/EAN \"%s\"; its last digit checks the others and would have to be %c.",
                    disc->upc, rb_upc_check_digit(disc->upc));
  else
    rb_findings_add(findings, id, RB_SEVERITY_ERROR, "",
                    "UPC/EAN \"%s\"; it has 13 digits, the last of which checks the others.",
                    disc->upc);
}

/* What is said about every track that has these flags, all of them. */
static void
judge_flags(const RbDisc *disc, const char *id, RbSeverity severity, RbFlags flags,
            const char *text, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    if ((rb_disc_track(disc, number)->flags & flags) == flags)
      rb_findings_add_at_track(findings, id, severity, number, "%s", text);
  }
}

static void
judge_unknown_flags(const RbDisc *disc, const char *id, RbFindings *findings)
{
  const RbFlags known = RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED | RB_FLAG_DATA |
                        RB_FLAG_FOUR_CHANNEL | RB_FLAG_SCMS;

  for (guint number = 1; number <= disc->tracks->len; number++) {
    if (rb_disc_track(disc, number)->flags & ~known)
      rb_findings_add_at_track(
          findings, id, RB_SEVERITY_ERROR, number,
          "A flag that is none of pre-emphasis, copy permitted, data, four channels and "
          "SCMS.");
  }
}

static void
judge_pre_emphasis(const RbDisc *disc, const char *id, RbFindings *findings)
{
  judge_flags(disc, id, RB_SEVERITY_WARNING, RB_FLAG_PRE_EMPHASIS,
              "Flagged with pre-emphasis: players cut its treble, so its audio must have been "
              "raised with 50/15 us.",
              findings);
}

static void
judge_four_channels(const RbDisc *disc, const char *id, RbFindings *findings)
{
  judge_flags(disc, id, RB_SEVERITY_WARNING, RB_FLAG_FOUR_CHANNEL,
              "Flagged with four channels; no player knows them.", findings);
}

static void
judge_copy_flags(const RbDisc *disc, const char *id, RbFindings *findings)
{
  judge_flags(disc, id, RB_SEVERITY_ERROR, RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS,
              "Both copy permitted and SCMS; the copy bit is on, or alternates.", findings);
}

const RbRule rb_rules_codes[] = {
    {"R20", judge_isrc_form},    {"R21", judge_isrc_use},
    {"R23", judge_upc},          {"R27", judge_unknown_flags},
    {"R28", judge_pre_emphasis}, {"R29", judge_four_channels},
    {"R30", judge_copy_flags},   {NULL, NULL},
};
