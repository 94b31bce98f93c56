/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/side_sheet.h"

#include "album/deliver/side_files.h"
#include "tests/support/rendered.h"
#include "tests/support/signal.h"

#define RATE 44100

#define ALBUM                                                                        \
  "segue: 1\n"                                                                       \
  "album: {title: Tides, performer: The Lanterns, catalog: NF-012, label: Harbour, " \
  "date: 2026-11-20}\n"                                                              \
  "master: {loudness: off}\n"                                                        \
  "tracks:\n"                                                                        \
  "  - {file: three.wav, title: One, isrc: FR-ABC-26-00001}\n"                       \
  "  - {file: three.wav, title: \"Été\", gap: 1.5 s}\n"                            \
  "  - {file: three.wav, title: Three, end: 2.26 s}\n"

/* A sine at -20 dBFS in both channels has -20 LUFS; the text is compared without the measured
 * figures. */
static char *
print_without_figures(TestRendered *rendered, const char *deliver, const char *name)
{
  g_autofree double *sine = test_sine(997, 0.1, RATE, 3 * RATE);
  g_autofree char *yaml = g_strconcat(ALBUM, deliver, NULL);
  g_autoptr(GRegex) figures = g_regex_new("  -\\d+\\.\\d LUFS, -\\d+\\.\\d dBTP", 0, 0, NULL);
  g_autofree char *text = NULL;

  test_rendered_init(rendered);
  test_rendered_add_mix(rendered, "three.wav", RATE, sine, 3 * RATE);
  test_rendered_run(rendered, yaml, FALSE);
  g_assert_no_error(rendered->error);
  text = test_rendered_text(rendered, name);
  return g_regex_replace_literal(figures, text, -1, 0, " FIGURES", 0, NULL);
}

static void
test_record(void)
{
  TestRendered rendered;
  g_autofree char *text = print_without_figures(
      &rendered, "deliver: {vinyl: {size: 7 in, speed: 45, sides: [[1, 2], [3]]}}\n",
      "vinyl/" AL_SIDE_SHEET_NAME);

  g_assert_cmpstr(text, ==,
                  "Title         Tides\n"
                  "Performer     The Lanterns\n"
                  "Label         Harbour\n"
                  "Catalogue no. NF-012\n"
                  "Date          2026-11-20\n"
                  "Form          7 in, 45 rpm\n"
                  "\n"
                  "Side A  Side A.wav\n"
                  "  Nr     Start    Length  ISRC             Title\n"
                  "   1    0:00.0    0:03.0  FR-ABC-26-00001  One\n"
                  "   2    0:04.5    0:03.0                   Été\n"
                  "  In all   0:07.5 FIGURES  (level that the length leaves: +3.0 dB)\n"
                  "\n"
                  "Side B  Side B.wav\n"
                  "  Nr     Start    Length  ISRC             Title\n"
                  "   3    0:00.0    0:02.3                   Three\n"
                  "  In all   0:02.3 FIGURES  (level that the length leaves: +3.0 dB)\n");
  test_rendered_clear(&rendered);
}

/* Its times count the second of silence at the head. */
static void
test_cassette(void)
{
  TestRendered rendered;
  g_autofree char *text =
      print_without_figures(&rendered, "deliver: {tape: {kind: cassette, format: flac 16}}\n",
                            "tape/" AL_SIDE_SHEET_NAME);

  g_assert_true(g_str_has_suffix(text, "Form          cassette\n"
                                       "\n"
                                       "Side A  Side A.flac\n"
                                       "  Nr     Start    Length  ISRC             Title\n"
                                       "   1    0:01.0    0:03.0  FR-ABC-26-00001  One\n"
                                       "   2    0:05.5    0:03.0                   Été\n"
                                       "  In all   0:08.5 FIGURES\n"
                                       "\n"
                                       "Side B  Side B.flac\n"
                                       "  Nr     Start    Length  ISRC             Title\n"
                                       "   3    0:01.0    0:02.3                   Three\n"
                                       "  In all   0:03.3 FIGURES\n"));
  test_rendered_clear(&rendered);
}

/* What was measured is that of the tracks of the side. */
static void
test_figures(void)
{
  TestRendered rendered;
  g_autofree double *loud = test_sine(997, 0.1, RATE, 3 * RATE);
  g_autofree double *soft = test_sine(997, 0.01, RATE, 3 * RATE);
  g_autofree char *text = NULL;

  test_rendered_init(&rendered);
  test_rendered_add_mix(&rendered, "loud.wav", RATE, loud, 3 * RATE);
  test_rendered_add_mix(&rendered, "soft.wav", RATE, soft, 3 * RATE);
  test_rendered_run(&rendered,
                    "segue: 1\nalbum: {title: T}\nmaster: {loudness: off}\n"
                    "tracks: [{file: loud.wav}, {file: soft.wav, gap: 0 s}]\n"
                    "deliver: {cassette: {sides: [[1], [2]]}}\n",
                    FALSE);
  g_assert_no_error(rendered.error);
  text = test_rendered_text(&rendered, "cassette/" AL_SIDE_SHEET_NAME);
  g_assert_nonnull(strstr(text, "In all   0:04.0  -20.0 LUFS, -20.0 dBTP"));
  g_assert_nonnull(strstr(text, "In all   0:04.0  -40.0 LUFS, -40.0 dBTP"));
  test_rendered_clear(&rendered);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/side_sheet/record", test_record);
  g_test_add_func("/side_sheet/cassette", test_cassette);
  g_test_add_func("/side_sheet/figures", test_figures);
  return g_test_run();
}
