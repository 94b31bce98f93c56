/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about codes and flags: R20 to R30. */
#include <string.h>

#include "redbook/rules.h"

#define ISRC_CHARACTERS 12
#define UPC_DIGITS 13

static void
add_at_track(RbFindings *findings, const char *id, RbSeverity severity, guint track,
             const char *text)
{
  g_autofree char *place = g_strdup_printf("track %u", track);

  rb_findings_add(findings, id, severity, place, "%s", text);
}

/* CC XXX YY NNNNN. MMC lets the country be digits; the agency does not. */
static gboolean
is_isrc(const char *isrc)
{
  if (strlen(isrc) != ISRC_CHARACTERS)
    return FALSE;
  for (int i = 0; i < ISRC_CHARACTERS; i++) {
    gboolean ok = i < 2   ? g_ascii_isupper(isrc[i])
                  : i < 5 ? g_ascii_isupper(isrc[i]) || g_ascii_isdigit(isrc[i])
                          : g_ascii_isdigit(isrc[i]);

    if (!ok)
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_zeros(const char *code)
{
  return code[0] != '\0' && code[strspn(code, "0")] == '\0';
}

/* The sum of all 13 digits, those at even places threefold, is a multiple of ten. */
static gboolean
is_upc(const char *upc)
{
  guint sum = 0;

  if (strlen(upc) != UPC_DIGITS || strspn(upc, "0123456789") != UPC_DIGITS)
    return FALSE;
  for (guint i = 0; i < UPC_DIGITS; i++)
    sum += (guint)(upc[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return sum % 10 == 0;
}

static void
judge_isrc_form(const RbDisc *disc, const char *id, RbFindings *findings)
{
  for (guint number = 1; number <= disc->tracks->len; number++) {
    const char *isrc = rb_disc_track(disc, number)->isrc;

    if (isrc == NULL || is_isrc(isrc) || is_zeros(isrc))
      continue;
    g_autofree char *text = g_strdup_printf(
        "ISRC \"%s\"; an ISRC is CCXXXYYNNNNN: two letters A-Z of a country, three letters or "
        "digits of a registrant, two digits of a year, five digits.",
        isrc);

    add_at_track(findings, id, RB_SEVERITY_ERROR, number, text);
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
    g_autofree char *twice =
        g_strdup_printf("ISRC %s stands for track %u too; a recording has its own.", isrc, first);

    if (isrc == NULL)
      add_at_track(findings, id, RB_SEVERITY_WARNING, number,
                   "No ISRC, while other tracks have one.");
    else if (is_zeros(isrc))
      add_at_track(findings, id, RB_SEVERITY_WARNING, number,
                   "ISRC of zeros; that stands for none.");
    else if (first < number)
      add_at_track(findings, id, RB_SEVERITY_WARNING, number, twice);
  }
}

static void
judge_upc(const RbDisc *disc, const char *id, RbFindings *findings)
{
  if (disc->upc != NULL && !is_upc(disc->upc))
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
      add_at_track(findings, id, severity, number, text);
  }
}

static void
judge_unknown_flags(const RbDisc *disc, const char *id, RbFindings *findings)
{
  const RbFlags known = RB_FLAG_PRE_EMPHASIS | RB_FLAG_COPY_PERMITTED | RB_FLAG_DATA |
                        RB_FLAG_FOUR_CHANNEL | RB_FLAG_SCMS;

  for (guint number = 1; number <= disc->tracks->len; number++) {
    if (rb_disc_track(disc, number)->flags & ~known)
      add_at_track(findings, id, RB_SEVERITY_ERROR, number,
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
