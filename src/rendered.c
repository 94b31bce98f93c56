/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/rendered.h"

#include <math.h>
#include <stdio.h>

#include "album/measure/loudness.h"
#include "redbook/isrc.h"
#include "redbook/msf.h"
#include "src/rendered_codecs.h"
#include "src/services.h"
#include "src/table.h"
#include "src/toned.h"

static void
print_sectors(Table *table, gint32 sectors)
{
  g_autofree char *text = rb_msf_format(sectors);

  table_add(table, "%s", text);
}

static void
print_level(Table *table, double level, int decimals)
{
  double unit = pow(10, -decimals);

  if (isfinite(level))
    table_add(table, "%.*f", decimals, fabs(level) < unit / 2 ? 0 : level); /* and not -0.0 */
  else
    table_add(table, "-");
}

static void
print_isrc(Table *table, const char *isrc)
{
  g_autofree char *text = isrc != NULL ? rb_isrc_format(isrc) : g_strdup("");

  table_add(table, "%s", text);
}

static void
print_tracks(const AlProject *project, const AlDelivered *delivered)
{
  static const char *const columns[] = {">Nr",  "Title", ">Start", ">Length",
                                        ">Gap", "ISRC",  ">dBTP",  NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < delivered->tracks->len; i++) {
    const AlDeliveredTrack *track = &g_array_index(delivered->tracks, AlDeliveredTrack, i);
    const AlTrack *entry = al_project_track(project, track->number);
    const char *title = entry->texts.field[RB_TEXT_TITLE];

    table_add(table, "%u", track->number);
    table_add(table, "%s", title != NULL ? title : "");
    print_sectors(table, track->start_sector);
    print_sectors(table, track->length_sectors);
    print_sectors(table, track->gap_sectors);
    print_isrc(table, entry->isrc);
    print_level(table, track->loudness.true_peak_dbtp, 2);
  }
  table_print(table, stdout);
}

/* What became of the levels, one row a track. */
static void
print_loudness(const AlDelivered *delivered)
{
  static const char *const columns[] = {">Nr",         ">Before",  ">Gain dB", ">LUFS", ">Target",
                                        ">Limited dB", ">Mean dB", ">PLR",     NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < delivered->tracks->len; i++) {
    const AlDeliveredTrack *track = &g_array_index(delivered->tracks, AlDeliveredTrack, i);
    const AlDeliveredLoudness *loudness = &track->loudness;

    table_add(table, "%u", track->number);
    print_level(table, loudness->before_lufs, 1);
    print_level(table, loudness->gain_db, 1);
    print_level(table, loudness->integrated_lufs, 1);
    print_level(table, loudness->target_lufs, 1);
    print_level(table, loudness->max_reduction_db, 1);
    print_level(table, loudness->mean_reduction_db, 1);
    print_level(table, loudness->plr_lu, 1);
  }
  table_print(table, stdout);
}

static void
print_measured(const AlDelivered *delivered, const GPtrArray *services)
{
  g_autoptr(GPtrArray) verdicts = services_judge(delivered, services);
  g_autofree char *times =
      delivered->passes == 1 ? g_strdup("once") : g_strdup_printf("%u times", delivered->passes);

  putchar('\n');
  print_loudness(delivered);
  if (isfinite(delivered->album_lufs))
    printf("The album has %.1f LUFS; it was written %s.\n", delivered->album_lufs, times);
  if (delivered->codecs != NULL)
    rendered_codecs_print(delivered);
  if (verdicts == NULL)
    return;
  putchar('\n');
  services_print(verdicts);
}

static void
print_work(Table *table, const AlStepDone *done)
{
  if (done->kind->report == NULL) {
    for (guint i = 0; i < 3; i++)
      table_add(table, "-");
    return;
  }
  print_level(table, done->report.max_reduction_db, 1);
  print_level(table, done->report.mean_reduction_db, 1);
  table_add(table, "%.0f", 100 * done->report.working_share);
}

static void
print_step(Table *table, guint number, const AlStepDone *done)
{
  gboolean there = !done->report.left_out;

  table_add(table, "%u", number);
  table_add(table, "%s%s", done->kind->name, there ? "" : " (would do nothing: left out)");
  print_work(table, done);
  print_level(table, there ? done->loudness_change_lu : -HUGE_VAL, 1);
  print_level(table, there ? done->balance_change_db[AL_BALANCE_LOW] : -HUGE_VAL, 1);
  print_level(table, there ? done->balance_change_db[AL_BALANCE_HIGH] : -HUGE_VAL, 1);
}

/* What the chains did. Low and high are told beyond the change in loudness. */
static void
print_steps(const AlRender *render)
{
  static const char *const columns[] = {">Nr",      "Step",       ">Max dB",
                                        ">Mean dB", ">Working %", ">Loudness LU",
                                        ">Low dB",  ">High dB",   NULL};
  g_autoptr(Table) table = table_new(columns);
  guint count = 0;

  for (guint i = 0; i < render->steps->len; i++) {
    const GArray *steps = g_ptr_array_index(render->steps, i);

    for (guint k = 0; k < steps->len; k++, count++)
      print_step(table, i + 1, &g_array_index(steps, AlStepDone, k));
  }
  if (count == 0)
    return;
  printf("\nWhat the chains did:\n");
  table_print(table, stdout);
}

void
rendered_print(const AlProject *project, const AlRender *render, gboolean dry_run)
{
  g_autoptr(GPtrArray) services = al_services_shipped();

  for (guint i = 0; i < render->delivered->len; i++) {
    const AlDelivered *delivered = g_ptr_array_index(render->delivered, i);
    const AlDeliveredTrack *last = al_delivered_track(delivered, delivered->tracks->len);
    g_autofree char *total = rb_msf_format(last->start_sector + last->length_sectors);

    printf("%s%s, %s in all:\n", i > 0 ? "\n" : "", delivered->deliverable->name, total);
    print_tracks(project, delivered);
    if (delivered->failure != NULL)
      printf("\nIt was not made: %s.\n", delivered->failure->message);
    else if (!dry_run)
      print_measured(delivered, services);
  }
  print_steps(render);
  if (render->tone != NULL)
    toned_print_corrections(project, render->tone, TONED_OCTAVES);
  if (dry_run)
    printf("\nNothing was written: this was a dry run.\n");
  else
    printf("\nWritten, read back and verified: %s\n", render->place);
}
