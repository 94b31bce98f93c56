/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/label_copy.h"

#include <string.h>

#define HEADER                                                                            \
  "Track,Title,Artist,Songwriter,Composer,Arranger,ISRC,Duration,Album,Album artist,UPC," \
  "Catalogue number,Label,Release date,Genre,Language,Copyright,Phonogram,"               \
  "Disc,Discs\r\n"

static void
test_rows(void)
{
  static const char yaml[] =
      "segue: 1\n"
      "album: {title: 'Night, Ferry', performer: The Lanterns, composer: A. Varga, upc: "
      "4006381333931, catalog: NF-012, label: Harbour, date: 2026-11-20, copyright: 2026 H, disc: "
      "1 of 2}\n"
      "tracks:\n"
      "  - {file: /dev/null, title: Fog, isrc: FR-ABC-26-00001, performer: Mara}\n"
      "  - {file: /dev/null, title: 'The \"Tide\"', gap: 0 s}\n"
      "deliver: {streaming: {}}\n";
  const gint64 frames[] = {0, 61 * 44100 + 22050, 4 * 44100};
  g_autoptr(AlProject) project = al_project_parse("album.yaml", yaml, strlen(yaml));
  g_autofree char *wrong = al_diagnostics_format(project->diagnostics);
  g_autoptr(AlTimeline) timeline = NULL;
  g_autofree char *csv = NULL;

  g_assert_cmpstr(wrong, ==, "");
  timeline = al_timeline_new(project, 44100, frames);
  csv = al_label_copy_make(project, timeline);
  g_assert_cmpstr(csv, ==,
                  HEADER
                  "1,Fog,Mara,,A. Varga,,FRABC2600001,1:02,\"Night, Ferry\",The Lanterns,"
                  "4006381333931,NF-012,Harbour,2026-11-20,,en,2026 H,,1,2\r\n"
                  "2,\"The \"\"Tide\"\"\",The Lanterns,,A. Varga,,,0:04,\"Night, Ferry\","
                  "The Lanterns,4006381333931,NF-012,Harbour,2026-11-20,,en,2026 H,,1,2\r\n");
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/label_copy/rows", test_rows);
  return g_test_run();
}
