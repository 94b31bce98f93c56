/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/rendered_codecs.h"

#include <math.h>

#include "src/report.h"
#include "src/table.h"

/* A peak or a loudness; there is none of silence. */
static void
print_level(Table *table, double level, int decimals)
{
  if (isfinite(level))
    table_add(table, "%.*f", decimals, level);
  else
    table_add(table, "-");
}

/* The true peak at the ceiling that was asked for; -HUGE_VAL where that was kept. */
static double
peak_before(const AlDelivered *delivered, guint i)
{
  const GPtrArray *before = delivered->codecs_before;

  return before != NULL ? ((AlDeliveredCodec *)g_ptr_array_index(before, i))->check->true_peak_dbtp
                        : -HUGE_VAL;
}

void
rendered_codecs_print(const AlDelivered *delivered)
{
  static const char *const columns[] = {">Nr",   "Codec",  ">dBTP",        ">dBFS",
                                        ">LUFS", ">Overs", ">Before dBTP", NULL};
  g_autoptr(Table) table = table_new(columns);
  double asked_dbtp = delivered->deliverable->level.limiter.ceiling_dbtp;
  double ceiling_dbtp = delivered->level.limiter.ceiling_dbtp;

  for (guint i = 0; i < delivered->codecs->len; i++) {
    const AlDeliveredCodec *codec = g_ptr_array_index(delivered->codecs, i);
    g_autofree char *name = al_encoding_print(&codec->encoding);

    table_add(table, "%u", codec->track);
    table_add(table, "%s", name);
    print_level(table, codec->check->true_peak_dbtp, 2);
    print_level(table, codec->check->sample_peak_dbfs, 2);
    print_level(table, codec->check->integrated_lufs, 1);
    table_add(table, "%u", codec->check->overs->len);
    print_level(table, peak_before(delivered, i), 2);
  }
  printf("\nWhat codecs make of it:\n");
  table_print(table, stdout);
  if (delivered->codecs_before != NULL)
    printf("The ceiling is %.2f dB lower than was asked for, at %.2f dBTP.\n",
           asked_dbtp - ceiling_dbtp, ceiling_dbtp);
}

static void
json_overs(JsonBuilder *builder, const GArray *overs)
{
  json_builder_set_member_name(builder, "overs");
  json_builder_begin_array(builder);
  for (guint i = 0; i < overs->len; i++) {
    const AlCodecOver *over = &g_array_index(overs, AlCodecOver, i);

    json_builder_begin_object(builder);
    report_json_number(builder, "seconds", over->seconds);
    report_json_number(builder, "true_peak_dbtp", over->true_peak_dbtp);
    json_builder_end_object(builder);
  }
  json_builder_end_array(builder);
}

static void
json_codec(JsonBuilder *builder, const AlDelivered *delivered, guint i)
{
  const AlDeliveredCodec *codec = g_ptr_array_index(delivered->codecs, i);
  g_autofree char *name = al_encoding_print(&codec->encoding);

  json_builder_begin_object(builder);
  report_json_text(builder, "codec", name);
  report_json_number(builder, "true_peak_dbtp", codec->check->true_peak_dbtp);
  report_json_number(builder, "sample_peak_dbfs", codec->check->sample_peak_dbfs);
  report_json_number(builder, "integrated_lufs", codec->check->integrated_lufs);
  report_json_number(builder, "true_peak_before_dbtp", peak_before(delivered, i));
  json_overs(builder, codec->check->overs);
  json_builder_end_object(builder);
}

void
rendered_codecs_json(JsonBuilder *builder, const AlDelivered *delivered, guint track)
{
  json_builder_set_member_name(builder, "codecs");
  json_builder_begin_array(builder);
  for (guint i = 0; delivered->codecs != NULL && i < delivered->codecs->len; i++)
    if (((AlDeliveredCodec *)g_ptr_array_index(delivered->codecs, i))->track == track)
      json_codec(builder, delivered, i);
  json_builder_end_array(builder);
}
