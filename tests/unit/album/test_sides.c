/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/sides.h"

#include <string.h>

/* Few frames a second are enough for lengths. */
#define RATE 44100

/* An album of tracks with these lengths in seconds (up to a 0), each after a gap of 2 s, but joined
 * tracks (bit n - 1 of `joined`). */
static AlTimeline *
lay_out(const int *seconds, guint joined, AlProject **project)
{
  g_autoptr(GString) yaml = g_string_new("segue: 1\nalbum: {title: T}\ntracks:\n");
  g_autoptr(GArray) frames = g_array_new(FALSE, TRUE, sizeof(gint64));

  g_array_set_size(frames, 1);
  for (guint i = 0; seconds[i] > 0; i++) {
    gint64 length = (gint64)seconds[i] * RATE;

    g_string_append_printf(yaml, "  - {file: /dev/null%s}\n", joined >> i & 1 ? ", gap: 0 s" : "");
    g_array_append_val(frames, length);
  }
  g_string_append(yaml, "deliver: {vinyl: {}}\n");
  *project = al_project_parse("album.yaml", yaml->str, yaml->len);
  g_assert_cmpuint(al_diagnostics_count((*project)->diagnostics), ==, 0);
  return al_timeline_new(*project, RATE, (const gint64 *)(gconstpointer)frames->data);
}

typedef struct {
  const char *name;
  int seconds[9];
  guint joined;
  double longest; /* of a side, in seconds */
  AlRecordForm form;
  const char *expected; /* the last track of each side */
} Case;

/* Of two sides the longest is shortest with the break before the fourth. */
#define UNEVEN 100, 100, 100, 30, 100, 100, 80

static const Case cases[] = {
    {"two equal halves", {100, 100, 100, 100}, 0, 1000, AL_RECORD_12_INCH, "2 4"},
    {"the first side is the longer one", {100, 100, 100}, 0, 1000, AL_RECORD_12_INCH, "2 3"},
    {"a long one alone", {300, 100, 100, 100}, 0, 1000, AL_RECORD_12_INCH, "1 4"},
    {"a long one at the end", {100, 100, 100, 300}, 0, 1000, AL_RECORD_12_INCH, "3 4"},
    {"not between joined tracks", {100, 100, 100, 100}, 1 << 2, 1000, AL_RECORD_12_INCH, "3 4"},
    {"two records", {100, 100, 100, 100, 100, 100, 100, 100}, 0, 250, AL_RECORD_12_INCH, "2 4 6 8"},
    {"a cassette has two sides", {100, 100, 100, 100}, 0, 150, AL_RECORD_CASSETTE, "2 4"},
    {"side A of a record may be shorter", {UNEVEN}, 0, 1000, AL_RECORD_12_INCH, "3 7"},
    {"side A of a cassette is the longer", {UNEVEN}, 0, 1000, AL_RECORD_CASSETTE, "4 7"},
    {"but not too long", {UNEVEN}, 0, 330, AL_RECORD_CASSETTE, "3 7"},
    {"nor at much more tape", {60, 50, 50, 70}, 0, 1000, AL_RECORD_CASSETTE, "2 4"},
    {"nor between joined tracks", {UNEVEN}, 1 << 4, 1000, AL_RECORD_CASSETTE, "3 7"},
    {"one track", {100}, 0, 1000, AL_RECORD_7_INCH, "1"},
    {"too long for any", {100, 1000}, 0, 500, AL_RECORD_7_INCH, "1 2"},
};

static void
test_proposed(gconstpointer data)
{
  const Case *row = data;
  AlProject *project = NULL;
  g_autoptr(AlTimeline) timeline = lay_out(row->seconds, row->joined, &project);
  const AlRecord record = {.form = row->form, .speed = 33, .longest_seconds = row->longest};
  const AlDeliverable *vinyl = al_project_deliverable(project, 0);
  g_autoptr(GArray) sides = al_sides_new(&vinyl->sides, timeline, &record);
  g_autoptr(GString) lasts = g_string_new(NULL);
  guint next = 1;

  for (guint i = 0; i < sides->len; i++) {
    const AlSide *side = &g_array_index(sides, AlSide, i);

    g_assert_cmpuint(side->first, ==, next);
    g_assert_cmpint(side->first_frame, ==, al_timeline_slot(timeline, side->first)->first_frame);
    g_string_append_printf(lasts, "%s%u", i > 0 ? " " : "", side->last);
    next = side->last + 1;
  }
  g_assert_cmpstr(lasts->str, ==, row->expected);
  al_project_free(project);
}

/* A side has the gaps between its tracks, and not the one behind it; and the silence at its head.
 */
static void
test_length(void)
{
  static const int seconds[] = {100, 50, 70, 0};
  AlProject *project = NULL;
  g_autoptr(AlTimeline) timeline = lay_out(seconds, 0, &project);
  const AlRecord record = {.longest_seconds = 1000, .head_seconds = 0.5};
  g_autoptr(GArray) sides =
      al_sides_new(&al_project_deliverable(project, 0)->sides, timeline, &record);

  g_assert_cmpuint(sides->len, ==, 2);
  g_assert_cmpfloat(al_side_seconds(&g_array_index(sides, AlSide, 0), timeline), ==, 100.5);
  g_assert_cmpfloat(al_side_seconds(&g_array_index(sides, AlSide, 1), timeline), ==, 122.5);
  g_assert_cmpint(g_array_index(sides, AlSide, 1).frames, ==, 122 * RATE);
  g_assert_cmpint(g_array_index(sides, AlSide, 1).head_frames, ==, RATE / 2);
  al_project_free(project);
}

/* A side that is as long as sides are has no room for a head. */
static void
test_head_counts(void)
{
  static const int seconds[] = {100, 100, 100, 100, 0};
  static const guint expected[] = {2, 4};
  AlProject *project = NULL;
  g_autoptr(AlTimeline) timeline = lay_out(seconds, 0, &project);

  for (int head = 0; head <= 1; head++) {
    const AlRecord record = {.longest_seconds = 202, .head_seconds = head};
    g_autoptr(GArray) sides =
        al_sides_new(&al_project_deliverable(project, 0)->sides, timeline, &record);

    g_assert_cmpuint(sides->len, ==, expected[head]);
  }
  al_project_free(project);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *words = g_strdelimit(g_strdup(cases[i].name), " ", '_');
    g_autofree char *path = g_strconcat("/sides/", words, NULL);

    g_test_add_data_func(path, &cases[i], test_proposed);
  }
  g_test_add_func("/sides/length", test_length);
  g_test_add_func("/sides/head_counts", test_head_counts);
  return g_test_run();
}
