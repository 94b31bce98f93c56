/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/gain_tags.h"

#include <math.h>

#define REPLAYGAIN_LUFS (-18.0)
#define R128_LUFS (-23.0)
#define R128_STEPS_PER_DB 256

static char *
print(const char *format, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* Adding zero makes a zero of a negative one. */
  return g_strdup(g_ascii_formatd(text, sizeof text, format, value + 0.0));
}

char *
al_gain_tags_replaygain(double integrated_lufs)
{
  double hundredths = round((REPLAYGAIN_LUFS - integrated_lufs) * 100);
  g_autofree char *number = print("%.2f", hundredths / 100);

  return g_strconcat(number, " dB", NULL);
}

char *
al_gain_tags_peak(double true_peak_dbtp)
{
  return print("%.6f", pow(10, true_peak_dbtp / 20));
}

char *
al_gain_tags_r128(double integrated_lufs)
{
  double steps = round((R128_LUFS - integrated_lufs) * R128_STEPS_PER_DB);

  return g_strdup_printf("%d", (int)CLAMP(steps, G_MININT16, G_MAXINT16));
}

static void
add_gain(const AlTagGain *gain, const char *gain_name, const char *peak_name, AlGainTagAdd add,
         gpointer to)
{
  g_autofree char *gain_text = NULL;
  g_autofree char *peak_text = NULL;

  if (!gain->known)
    return;
  gain_text = al_gain_tags_replaygain(gain->integrated_lufs);
  peak_text = al_gain_tags_peak(gain->true_peak_dbtp);
  add(to, gain_name, gain_text);
  add(to, peak_name, peak_text);
}

void
al_gain_tags_add_replaygain(const AlTags *tags, AlGainTagAdd add, gpointer to)
{
  add_gain(&tags->track_gain, "REPLAYGAIN_TRACK_GAIN", "REPLAYGAIN_TRACK_PEAK", add, to);
  add_gain(&tags->album_gain, "REPLAYGAIN_ALBUM_GAIN", "REPLAYGAIN_ALBUM_PEAK", add, to);
}
