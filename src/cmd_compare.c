/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/comparison.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"

/* What of two discs is compared, by the ids of the findings that tell a difference. */
static const struct {
  const char *name;
  RbCompare carried; /* 0: every form says it */
  const char *ids;
} aspects[] = {
    {"tracks", 0, "P01 P02 P03"},
    {"pauses", RB_COMPARE_PAUSES, "P04"},
    {"further indexes", RB_COMPARE_INDEXES, "P05"},
    {"UPC/EAN", RB_COMPARE_UPC, "P06"},
    {"ISRCs", RB_COMPARE_ISRC, "P07"},
    {"flags", RB_COMPARE_FLAGS, "P08"},
    {"titles, performers, songwriters", RB_COMPARE_TEXTS, "P09"},
    {"composers, arrangers, messages", RB_COMPARE_CREDITS, "P10"},
    {"genre, catalogue number", RB_COMPARE_EXTRAS, "P11"},
    {"further languages", RB_COMPARE_BLOCKS, "P12"},
};

/* The two masters and what came out. */
typedef struct {
  AlComparisonSide *a, *b;
  AlComparison *comparison;
  RbFindings *findings;
} Compared;

static guint
count_findings(const RbFindings *findings, const char *ids)
{
  guint count = 0;

  for (guint i = 0; i < rb_findings_count(findings); i++)
    if (strstr(ids, rb_findings_get(findings, i)->id) != NULL)
      count++;
  return count;
}

static void
print_aspect(const char *name, gboolean compared, guint differences)
{
  if (!compared)
    printf("%-31s  not compared\n", name);
  else if (differences == 0)
    printf("%-31s  same\n", name);
  else
    printf("%-31s  %u difference%s\n", name, differences, differences == 1 ? "" : "s");
}

static void
print_audio(const AlComparedAudio *compared)
{
  const AlAudioDifference *difference = &compared->difference;
  g_autofree char *name = compared->pair.b->path != NULL
                              ? g_filename_display_name(compared->pair.b->name)
                              : g_strdup("audio");

  if (difference->differing_frames == 0)
    printf("%-31s  same, %" G_GINT64_FORMAT " frames%s\n", name, difference->frames,
           compared->pair.offset_frames != 0 ? ", but shifted" : "");
  else
    printf("%-31s  %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " frames differ%s\n", name,
           difference->differing_frames, difference->frames,
           compared->pair.offset_frames != 0 ? ", and they are shifted" : "");
}

static void
print_compared(const Compared *compared)
{
  const AlComparison *comparison = compared->comparison;

  for (gsize i = 0; comparison->discs && i < G_N_ELEMENTS(aspects); i++)
    print_aspect(aspects[i].name,
                 (comparison->both_carry & aspects[i].carried) == aspects[i].carried,
                 count_findings(compared->findings, aspects[i].ids));
  if (comparison->discs && (comparison->both_carry & RB_COMPARE_ALL) != RB_COMPARE_ALL)
    puts("Not compared is what one of the two forms cannot say, or discs of other tracks.");
  for (guint i = 0; i < comparison->audio->len; i++)
    print_audio(&g_array_index(comparison->audio, AlComparedAudio, i));
  printf(report_status(compared->findings) == EXIT_CLEAN
             ? "The same.\n"
             : "NOT the same: the first is called expected, the second found.\n");
}

static void
add_audio_json(JsonBuilder *builder, const AlComparedAudio *compared)
{
  const AlAudioDifference *difference = &compared->difference;
  const struct {
    const char *name;
    gint64 value;
  } counts[] = {
      {"rate", compared->pair.a->rate},
      {"frames", difference->frames},
      {"differing_frames", difference->differing_frames},
      {"offset_frames", compared->pair.offset_frames},
  };

  json_builder_begin_object(builder);
  report_json_text(builder, "name", compared->pair.b->name);
  for (gsize i = 0; i < G_N_ELEMENTS(counts); i++) {
    json_builder_set_member_name(builder, counts[i].name);
    json_builder_add_int_value(builder, counts[i].value);
  }
  report_json_number(builder, "first_differing_frame",
                     difference->first_frame < 0 ? NAN : (double)difference->first_frame);
  report_json_number(builder, "last_differing_frame",
                     difference->first_frame < 0 ? NAN : (double)difference->last_frame);
  report_json_number(builder, "null_db", al_audio_difference_null_db(difference));
  report_json_number(builder, "level_db", al_audio_difference_level_db(difference));
  json_builder_end_object(builder);
}

static void
add_aspects_json(JsonBuilder *builder, const AlComparison *comparison)
{
  json_builder_set_member_name(builder, "not_compared");
  json_builder_begin_array(builder);
  for (gsize i = 0; comparison->discs && i < G_N_ELEMENTS(aspects); i++)
    if ((comparison->both_carry & aspects[i].carried) != aspects[i].carried)
      json_builder_add_string_value(builder, aspects[i].name);
  json_builder_end_array(builder);
}

static void
print_json(const Compared *compared)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();
  const GArray *audio = compared->comparison->audio;

  json_builder_set_member_name(builder, "same");
  json_builder_add_boolean_value(builder, report_status(compared->findings) == EXIT_CLEAN);
  json_builder_set_member_name(builder, "audio");
  json_builder_begin_array(builder);
  for (guint i = 0; i < audio->len; i++)
    add_audio_json(builder, &g_array_index(audio, AlComparedAudio, i));
  json_builder_end_array(builder);
  add_aspects_json(builder, compared->comparison);
  report_json_outcome(builder, compared->findings, NULL, NULL);
  report_json_end(builder);
}

/* What is odd about the form of a disc, as it is told while it is opened, does not make it another
 * disc: `segue verify` judges it. */
static AlComparisonSide *
open_side(const char *path, GError **error)
{
  g_autoptr(RbFindings) odd = rb_findings_new();

  return al_comparison_side_open(path, odd, error);
}

static gboolean
compare(const Options *options, Compared *compared, GError **error)
{
  Progress progress;
  AlJob job;

  compared->a = open_side(options->arguments[0], error);
  if (compared->a == NULL)
    return FALSE;
  compared->b = open_side(options->arguments[1], error);
  if (compared->b == NULL)
    return FALSE;
  progress_init(&progress, options->quiet);
  job = progress_job(&progress, 0);
  compared->comparison = al_compare(compared->a, compared->b, &job, compared->findings, error);
  progress_end(&progress);
  return compared->comparison != NULL;
}

static int
tell(const Options *options, const Compared *compared, const GError *error)
{
  if (error == NULL && options->json)
    print_json(compared);
  else if (error == NULL && !options->quiet)
    print_compared(compared);
  return report_end(options->json, compared->findings, error);
}

static int
run(int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  Compared compared = {0};
  Options options;
  int status;

  if (!options_read(&cmd_compare, NULL, 2, 2, argc, argv, &options))
    return EXIT_REFUSED;
  compared.findings = rb_findings_new();
  compare(&options, &compared, &error);
  status = tell(&options, &compared, error);
  al_comparison_free(compared.comparison);
  al_comparison_side_free(compared.a);
  al_comparison_side_free(compared.b);
  rb_findings_free(compared.findings);
  return status;
}

const Command cmd_compare = {
    .name = "compare",
    .arguments = "A B",
    .summary = "Tells whether two masters are the same: audio, marks, codes, texts.",
    .run = run,
};
