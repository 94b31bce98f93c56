/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/mix_faults.h"

#include <math.h>

#include "album/check/check_text.h"

/* Times that are told of one fault; the rest is counted. */
#define TOLD 5

AlMixFaults *
al_mix_faults_new(void)
{
  AlMixFaults *faults = g_new0(AlMixFaults, 1);

  for (gsize i = 0; i < AL_CHECKS; i++)
    al_faults_init(&faults->of[i]);
  return faults;
}

void
al_mix_faults_free(AlMixFaults *faults)
{
  if (faults == NULL)
    return;
  for (gsize i = 0; i < AL_CHECKS; i++)
    al_faults_clear(&faults->of[i]);
  g_free(faults);
}

gboolean
al_mix_faults_has_time(AlCheck check)
{
  switch (check) {
  case AL_CHECK_CLIPPING:
  case AL_CHECK_FLAT_TOPS:
  case AL_CHECK_TRUE_PEAK:
  case AL_CHECK_PHASE:
  case AL_CHECK_HEAD:
  case AL_CHECK_CUT_START:
  case AL_CHECK_TAIL:
  case AL_CHECK_CUT_END:
  case AL_CHECK_SILENCE:
  case AL_CHECK_DROPOUTS:
  case AL_CHECK_CLICKS:
  case AL_CHECK_NOISE:
  case AL_CHECK_HUM:
    return TRUE;
  default:
    return FALSE;
  }
}

/* The faults in which one channel can be meant. */
static gboolean
has_channel(AlCheck check)
{
  switch (check) {
  case AL_CHECK_CLIPPING:
  case AL_CHECK_FLAT_TOPS:
  case AL_CHECK_DC:
  case AL_CHECK_DEAD_CHANNEL:
  case AL_CHECK_IMBALANCE:
  case AL_CHECK_DROPOUTS:
  case AL_CHECK_CLICKS:
    return TRUE;
  default:
    return FALSE;
  }
}

double
al_mix_faults_seconds(const AlMixFaults *faults, const AlFault *spot)
{
  return (double)(faults->first_frame + spot->first_frame) / faults->info.rate;
}

char *
al_mix_faults_format_time(double seconds)
{
  gint64 milliseconds = llround(1000 * seconds);

  return g_strdup_printf("%d:%02d.%03d", (int)(milliseconds / 60000),
                         (int)(milliseconds / 1000 % 60), (int)(milliseconds % 1000));
}

/* "left 1:02.500" */
static void
add_spot(GString *text, const AlMixFaults *faults, AlCheck check, const AlFault *spot)
{
  g_autofree char *time = al_mix_faults_format_time(al_mix_faults_seconds(faults, spot));

  if (al_mix_faults_has_time(check))
    g_string_append(text, time);
  if (!has_channel(check) || faults->info.channels == 1)
    return;
  g_string_append_printf(text, al_mix_faults_has_time(check) ? " (%s)" : "%s",
                         al_fault_channels_name(spot->channels));
}

/* The spots behind the first, whose time is the place: " (left)", ": at 1:02.500, 1:07.000 and 37
 * more". */
static void
add_spots(GString *text, const AlMixFaults *faults, AlCheck check)
{
  const AlFaults *found = &faults->of[check];
  guint told = MIN(found->spots->len, TOLD);
  gboolean timed = al_mix_faults_has_time(check);

  if (told == 0 || (!timed && (!has_channel(check) || faults->info.channels == 1)))
    return;
  g_string_append(text, timed ? ", at " : ", ");
  for (guint i = 0; i < told; i++) {
    if (i > 0)
      g_string_append(text, ", ");
    add_spot(text, faults, check, al_faults_get(found, i));
  }
  if (al_faults_spots(found) > told)
    g_string_append_printf(text, " and %u more", al_faults_spots(found) - told);
}

static void
add_found(GString *text, const AlMixFaults *faults, AlCheck check)
{
  const AlCheckText *words = &al_check_texts[check];
  g_autofree char *figure = al_check_text_figure(words->form, faults->of[check].figure);

  if (check == AL_CHECK_LOSSY && faults->info.bits == 0) {
    g_string_append_printf(text, "The file is of a lossy format, %s", faults->info.format);
    return;
  }
  g_string_append_printf(text, "%s%s%s", words->before, figure, words->behind);
  if (check == AL_CHECK_LOSSY || check == AL_CHECK_UPSAMPLED)
    g_string_append_printf(text, ", at %.1f kHz", faults->wall.hz / 1000);
  else if (check == AL_CHECK_BIT_DEPTH)
    g_string_append_printf(text, ", in a file of %d", faults->info.bits);
  add_spots(text, faults, check);
}

static char *
place_of(const AlMixFaults *faults, AlCheck check, const char *place)
{
  const AlFaults *found = &faults->of[check];
  g_autofree char *time = NULL;

  if (!al_mix_faults_has_time(check) || found->spots->len == 0)
    return g_strdup(place);
  time = al_mix_faults_format_time(al_mix_faults_seconds(faults, al_faults_get(found, 0)));
  return g_strdup_printf("%s, %s", place, time);
}

void
al_mix_faults_judge(const AlMixFaults *faults, const AlCheckSettings *settings, const char *place,
                    RbFindings *findings)
{
  for (AlCheck check = 0; check < AL_CHECKS; check++) {
    const AlCheckText *words = &al_check_texts[check];
    g_autofree char *where = place_of(faults, check, place);
    g_autoptr(GString) text = g_string_new(NULL);
    RbSeverity severity;

    if (!al_check_judge(settings, check, faults->of[check].figure, &severity))
      continue;
    /* What decoding made of the peaks is no fault of the mix. */
    if (check == AL_CHECK_TRUE_PEAK && faults->info.bits == 0)
      severity = RB_SEVERITY_NOTE;
    add_found(text, faults, check);
    rb_findings_add(findings, al_check_kinds[check].id, severity, where, "%s. %s %s", text->str,
                    words->meaning, words->request);
  }
}
