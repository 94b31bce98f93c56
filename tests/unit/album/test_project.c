/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a right project file becomes. */
#include "album/project/project.h"

#include <glib/gstdio.h>
#include <string.h>

/* The folder and the mixes in it are made once, as nothing is written to them. */
static char *folder;
static const char *const files[] = {"1.wav", "2.flac", "front.png"};

static AlProject *
parse(const char *text)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  AlProject *project = al_project_parse(path, text, strlen(text));
  g_autofree char *errors = al_diagnostics_format(project->diagnostics);

  g_assert_cmpstr(errors, ==, "");
  return project;
}

static void
assert_place(AlPlace place, guint line, guint column)
{
  g_assert_cmpuint(place.line, ==, line);
  g_assert_cmpuint(place.column, ==, column);
}

#define ALBUM                        \
  "segue: 1\n"                       \
  "album:\n"                         \
  "  title: No\n"                    \
  "  performer: \"The: Lanterns\"\n" \
  "  songwriter: A. Varga\n"         \
  "  composer: B\n"                  \
  "  arranger: C\n"                  \
  "  message: 1.50\n"                \
  "  genre: Rock Music\n"            \
  "  language: German\n"             \
  "  upc: 0724349691704\n"           \
  "  catalog: NF-012\n"              \
  "  label: Häfen — № 1\n"      \
  "  date: 2026-11-20\n"             \
  "  copyright: 2026 Harbour\n"      \
  "  phonogram: 2025 Harbour\n"      \
  "  cover: front.png\n"             \
  "  translations:\n"                \
  "    ja: {title: 夜のフェリー, performer: ランタンズ}\n"
#define TRACKS "tracks: [{file: 1.wav}]\n"
#define CD "deliver: {cd: }\n"

static void
test_album(void)
{
  g_autoptr(AlProject) project = parse(ALBUM TRACKS CD);
  const AlAlbum *album = &project->album;
  const AlTranslation *japanese;

  g_assert_cmpstr(album->texts.field[RB_TEXT_TITLE], ==, "No");
  g_assert_cmpstr(album->texts.field[RB_TEXT_PERFORMER], ==, "The: Lanterns");
  g_assert_cmpstr(album->texts.field[RB_TEXT_SONGWRITER], ==, "A. Varga");
  g_assert_cmpstr(album->texts.field[RB_TEXT_COMPOSER], ==, "B");
  g_assert_cmpstr(album->texts.field[RB_TEXT_ARRANGER], ==, "C");
  g_assert_cmpstr(album->texts.field[RB_TEXT_MESSAGE], ==, "1.50");
  g_assert_cmpstr(album->genre, ==, "Rock Music");
  g_assert_cmpstr(album->language, ==, "de");
  g_assert_cmpstr(album->upc, ==, "0724349691704");
  g_assert_cmpstr(album->catalog, ==, "NF-012");
  g_assert_cmpstr(album->label, ==, "Häfen — № 1");
  g_assert_cmpstr(album->date, ==, "2026-11-20");
  g_assert_cmpstr(album->copyright, ==, "2026 Harbour");
  g_assert_cmpstr(album->phonogram, ==, "2025 Harbour");
  g_assert_true(g_str_has_suffix(album->cover, "/front.png"));
  g_assert_cmpuint(album->translations->len, ==, 1);
  japanese = &g_array_index(album->translations, AlTranslation, 0);
  g_assert_cmpstr(japanese->language, ==, "ja");
  g_assert_cmpstr(japanese->texts.field[RB_TEXT_TITLE], ==, "夜のフェリー");
  g_assert_null(japanese->texts.field[RB_TEXT_MESSAGE]);
}

#define UUID "2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f63"

static void
test_disc_numbers(void)
{
  static const struct {
    const char *text;
    guint number, count;
  } rows[] = {{"disc: 1 of 2", 1, 2}, {"disc: 3", 3, 0}, {"disc: 12 of 12", 12, 12}, {"", 0, 0}};

  for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autofree char *text =
        g_strconcat("segue: 1\nalbum:\n  title: A\n  ", rows[i].text, "\n" TRACKS CD, NULL);
    g_autoptr(AlProject) project = parse(text);

    g_assert_cmpuint(project->album.disc.number, ==, rows[i].number);
    g_assert_cmpuint(project->album.disc.count, ==, rows[i].count);
  }
}

static void
test_musicbrainz(void)
{
  g_autoptr(AlProject) project = parse(
      "segue: 1\n"
      "album:\n"
      "  title: A\n"
      "  musicbrainz: {release: 2A3F5E10-7C44-4B1D-9E57-D0C9B8A7F630, release-group: " UUID "1,\n"
      "                artist: " UUID "2}\n"
      "tracks:\n"
      "  - {file: 1.wav, musicbrainz: {recording: " UUID "3, track: " UUID "4,\n"
      "                                artist: [" UUID "2, " UUID "5]}}\n"
      "  - {file: 1.wav}\n" CD);
  const AlMusicBrainz *album = &project->album.musicbrainz;
  const AlMusicBrainz *track = &al_project_track(project, 1)->musicbrainz;

  g_assert_cmpstr(album->release, ==, UUID "0");
  g_assert_cmpstr(album->release_group, ==, UUID "1");
  g_assert_cmpstr(album->artist, ==, UUID "2");
  g_assert_null(album->recording);
  g_assert_cmpstr(track->recording, ==, UUID "3");
  g_assert_cmpstr(track->track, ==, UUID "4");
  g_assert_cmpstr(track->artist, ==, UUID "2 " UUID "5");
  g_assert_null(al_project_track(project, 2)->musicbrainz.artist);
}

static void
test_defaults(void)
{
  g_autoptr(AlProject) project = parse("segue: 1\nalbum: {title: A}\n" TRACKS CD);
  const AlTrack *track = al_project_track(project, 1);
  const AlDeliverable *cd = al_project_deliverable(project, 0);
  g_autofree char *mix = g_build_filename(folder, "1.wav", NULL);

  g_assert_cmpstr(project->album.language, ==, "en");
  g_assert_null(project->album.upc);
  g_assert_cmpint(project->master.rate, ==, 0);
  g_assert_cmpint(project->master.resampler, ==, AL_RESAMPLER_DEFAULT);
  g_assert_cmpstr(track->mix.path, ==, mix);
  g_assert_cmpfloat(track->mix.start, ==, 0);
  g_assert_cmpfloat(track->mix.end, <, 0);
  g_assert_null(track->hidden.path);
  g_assert_cmpfloat(track->transition.gap.seconds, ==, 2);
  assert_place(track->transition.gap.place, 0, 0);
  g_assert_cmpfloat(track->transition.crossfade.seconds, ==, 0);
  g_assert_cmpuint(track->flags, ==, 0);
  g_assert_cmpstr(cd->name, ==, "cd");
  g_assert_cmpint(cd->dither, ==, AL_DITHER_SHAPED);
  g_assert_cmpint(cd->images, ==, AL_IMAGE_DDP | AL_IMAGE_CUE | AL_IMAGE_TOC | AL_IMAGE_BIN);
}

static void
test_default_levels(void)
{
  g_autoptr(AlProject) project = parse("segue: 1\nalbum: {title: A}\n" TRACKS CD);
  const AlDeliveredLevel *level = &al_project_deliverable(project, 0)->level;

  g_assert_cmpint(project->master.loudness, ==, AL_LOUDNESS_MODE_OFF);
  g_assert_cmpint(project->master.measure, ==, AL_LOUDNESS_MEASURE_INTEGRATED);
  g_assert_cmpuint(project->master.anchor, ==, 0);
  g_assert_cmpfloat(al_project_track(project, 1)->loudness_lu, ==, 0);
  g_assert_false(level->has_target);
  g_assert_false(level->has_ceiling);
  g_assert_cmpfloat(level->max_reduction_db, ==, 6);
  g_assert_cmpuint(level->anchor, ==, 0);
  g_assert_cmpfloat(level->limiter.look_ahead_seconds, ==, AL_LIMITER_LOOK_AHEAD);
  g_assert_cmpfloat(level->limiter.release_seconds, ==, 0);
  g_assert_cmpfloat(level->limiter.link, ==, 1);
}

#define FULL_TRACKS                                    \
  "tracks:\n"                                          \
  "  - file: 1.wav\n"                                  \
  "    title: Harbour Lights\n"                        \
  "    isrc: FR-ABC-26-00001\n"                        \
  "    gap: 3 s\n"                                     \
  "    hidden: {file: 2.flac, start: 1 s, end: 3 s}\n" \
  "    fade-out: 4 s s-curve\n"                        \
  "  - file: 2.flac\n"                                 \
  "    start: 0:00.350\n"                              \
  "    end: 4:11.9\n"                                  \
  "    gap: 0 s\n"                                     \
  "    index: [75 sectors, 1:02.5]\n"                  \
  "    copy-permitted: yes\n"                          \
  "    pre-emphasis: yes\n"                            \
  "  - file: 2.flac\n"                                 \
  "    crossfade: 3 s\n"                               \
  "    pause: 1.5 s\n"                                 \
  "    fade-in: 250 ms\n"                              \
  "    copy-permitted: no\n"

static void
test_tracks(void)
{
  g_autoptr(AlProject) project = parse("segue: 1\nalbum: {title: A}\n" FULL_TRACKS CD);
  const AlTrack *first, *second, *third;

  g_assert_cmpuint(project->tracks->len, ==, 3);
  first = al_project_track(project, 1);
  second = al_project_track(project, 2);
  third = al_project_track(project, 3);

  assert_place(first->place, 4, 5);
  assert_place(first->mix.place, 4, 11);
  g_assert_cmpstr(first->isrc, ==, "FRABC2600001");
  assert_place(first->isrc_place, 6, 11);
  g_assert_cmpfloat(first->transition.gap.seconds, ==, 3);
  assert_place(first->transition.gap.place, 7, 10);
  g_assert_true(g_str_has_suffix(first->hidden.path, "/2.flac"));
  g_assert_cmpfloat(first->hidden.start, ==, 1);
  g_assert_cmpfloat(first->hidden.end, ==, 3);
  g_assert_cmpfloat(first->transition.fade_out.seconds, ==, 4);
  g_assert_cmpint(first->transition.fade_out.curve, ==, AL_CURVE_S);

  g_assert_cmpfloat(second->mix.start, ==, 0.35);
  g_assert_cmpfloat(second->mix.end, ==, 251.9);
  g_assert_cmpfloat(second->transition.gap.seconds, ==, 0);
  g_assert_cmpuint(second->flags, ==, RB_FLAG_COPY_PERMITTED | RB_FLAG_PRE_EMPHASIS);
  g_assert_cmpuint(second->indexes->len, ==, 2);
  assert_place(g_array_index(second->indexes, AlDuration, 1).place, 14, 25);

  g_assert_cmpfloat(third->transition.crossfade.seconds, ==, 3);
  assert_place(third->transition.crossfade.place, 18, 16);
  g_assert_cmpfloat(third->transition.pause.seconds, ==, 1.5);
  assert_place(third->transition.pause.place, 19, 12);
  g_assert_cmpfloat(third->transition.fade_in.seconds, ==, 0.25);
  g_assert_cmpint(third->transition.fade_in.curve, ==, AL_CURVE_COSINE);
  g_assert_cmpuint(third->flags, ==, 0);
}

static void
test_master_and_deliverables(void)
{
  g_autoptr(AlProject) project = parse(
      "segue: 1\nalbum: {title: A}\nmaster: {rate: 88.2 kHz, resampler: libsamplerate}\n" TRACKS
      "deliver:\n  Test pressing: {kind: cd, dither: none, images: [toc, ddp]}\n"
      "  cd: {dither: tpdf}\n");
  const AlDeliverable *first = al_project_deliverable(project, 0);

  g_assert_cmpint(project->master.rate, ==, 88200);
  g_assert_cmpint(project->master.resampler, ==, AL_RESAMPLER_LIBSAMPLERATE);
  g_assert_cmpuint(project->deliverables->len, ==, 2);
  g_assert_cmpstr(first->name, ==, "Test pressing");
  g_assert_cmpint(first->kind, ==, AL_KIND_CD);
  g_assert_cmpint(first->dither, ==, AL_DITHER_NONE);
  g_assert_cmpint(first->images, ==, AL_IMAGE_DDP | AL_IMAGE_TOC);
  assert_place(first->place, 6, 3);
  g_assert_cmpint(al_project_deliverable(project, 1)->dither, ==, AL_DITHER_TPDF);
}

static void
test_levels(void)
{
  g_autoptr(AlProject) project =
      parse("segue: 1\nalbum: {title: A}\n"
            "master: {loudness: tracks, measure: loud-sections, anchor: 2}\n"
            "tracks: [{file: 1.wav, loudness: -1.5 LU}, {file: 1.wav}]\n"
            "deliver:\n"
            "  cd: {loudness: -11 LUFS, ceiling: -0.3 dBTP, max-reduction: 3 dB, anchor: 1,\n"
            "    limiter: {release: 200 ms, look-ahead: 2 ms, link: 50 %}}\n"
            "  loud: {kind: cd, ceiling: 0 dBTP, limiter: {release: auto}}\n");
  const AlDeliveredLevel *cd = &al_project_deliverable(project, 0)->level;
  const AlDeliveredLevel *loud = &al_project_deliverable(project, 1)->level;

  g_assert_cmpint(project->master.loudness, ==, AL_LOUDNESS_MODE_TRACKS);
  g_assert_cmpint(project->master.measure, ==, AL_LOUDNESS_MEASURE_LOUD_SECTIONS);
  g_assert_cmpuint(project->master.anchor, ==, 2);
  g_assert_cmpfloat(al_project_track(project, 1)->loudness_lu, ==, -1.5);
  assert_place(al_project_track(project, 1)->loudness_place, 4, 34);

  g_assert_true(cd->has_target);
  g_assert_cmpfloat(cd->target_lufs, ==, -11);
  assert_place(cd->place, 6, 18);
  g_assert_true(cd->has_ceiling);
  g_assert_cmpfloat(cd->limiter.ceiling_dbtp, ==, -0.3);
  g_assert_cmpfloat(cd->max_reduction_db, ==, 3);
  g_assert_cmpuint(cd->anchor, ==, 1);
  g_assert_cmpfloat(cd->limiter.release_seconds, ==, 0.2);
  g_assert_cmpfloat(cd->limiter.look_ahead_seconds, ==, 0.002);
  g_assert_cmpfloat(cd->limiter.link, ==, 0.5);

  g_assert_false(loud->has_target);
  g_assert_true(loud->has_ceiling);
  g_assert_cmpfloat(loud->limiter.ceiling_dbtp, ==, 0);
  g_assert_cmpfloat(loud->limiter.release_seconds, ==, 0);
}

static void
test_codecs(void)
{
  g_autoptr(AlProject) project =
      parse("segue: 1\nalbum: {title: A}\ntracks: [{file: 1.wav}]\n"
            "deliver:\n"
            "  cd: {codecs: [aac-256, mp3 v0]}\n"
            "  radio: {codecs: opus-96, codec-safe: yes}\n"
            "  download: {formats: [flac 16, mp3 320, vorbis 320], ceiling: -1 dBTP,\n"
            "    codec-safe: yes, album-file: [wav 16, mp3 320, opus 160]}\n");
  const AlCodecSettings *cd = &al_project_deliverable(project, 0)->codecs;
  const AlCodecSettings *radio = &al_project_deliverable(project, 1)->codecs;
  const AlCodecSettings *download = &al_project_deliverable(project, 2)->codecs;

  g_assert_false(cd->safe);
  g_assert_cmpuint(cd->formats->len, ==, 2);
  g_assert_cmpint(g_array_index(cd->formats, AlFormat, 0).encoding.codec, ==, AL_CODEC_AAC);
  g_assert_cmpint(g_array_index(cd->formats, AlFormat, 0).encoding.kbps, ==, 256);
  assert_place(g_array_index(cd->formats, AlFormat, 1).place, 5, 26);

  g_assert_true(radio->safe);
  g_assert_cmpuint(radio->formats->len, ==, 1);

  g_assert_true(download->safe);
  g_assert_cmpuint(download->formats->len, ==, 3);
  g_assert_cmpint(g_array_index(download->formats, AlFormat, 0).encoding.codec, ==, AL_CODEC_MP3);
  g_assert_cmpint(g_array_index(download->formats, AlFormat, 1).encoding.codec, ==,
                  AL_CODEC_VORBIS);
  g_assert_cmpint(g_array_index(download->formats, AlFormat, 2).encoding.codec, ==, AL_CODEC_OPUS);
}

static void
test_tone(void)
{
  g_autoptr(AlProject) project = parse(
      "segue: 1\nalbum: {title: A}\n"
      "master: {tone: {match: 40 %, toward: [1.wav, {file: 2.flac, weight: 2}], limit: off,\n"
      "  detail: 1 oct, range: [100 Hz, 8 kHz], dead-zone: 0.2 dB, side: yes, side-limit: 1 dB,\n"
      "  phase: linear}}\n"
      "tracks: [{file: 1.wav, tone: off}, {file: 1.wav, tone: {toward: track 1}}, {file: 1.wav}]\n"
      "deliver: {cd: {}}\n");
  const AlTone *tone = &al_project_track(project, 3)->tone;

  g_assert_false(al_project_track(project, 1)->tone.on);
  g_assert_true(tone->on);
  g_assert_cmpfloat(tone->settings.strength, ==, 0.4);
  g_assert_cmpfloat(tone->settings.limit_db, ==, HUGE_VAL);
  g_assert_cmpfloat(tone->settings.side_limit_db, ==, 1);
  g_assert_cmpfloat(tone->settings.detail_octaves, ==, 1);
  g_assert_cmpfloat(tone->settings.low_hz, ==, 100);
  g_assert_cmpfloat(tone->settings.high_hz, ==, 8000);
  g_assert_cmpfloat(tone->settings.dead_zone_db, ==, 0.2);
  g_assert_true(tone->settings.side && tone->settings.linear_phase);
  g_assert_cmpint(tone->toward, ==, AL_TONE_TOWARD_FILES);
  g_assert_cmpuint(tone->references->len, ==, 2);
  g_assert_cmpfloat(al_tone_reference(tone, 0)->weight, ==, 1);
  g_assert_cmpfloat(al_tone_reference(tone, 1)->weight, ==, 2);
  tone = &al_project_track(project, 2)->tone;
  g_assert_cmpint(tone->toward, ==, AL_TONE_TOWARD_TRACK);
  g_assert_cmpuint(tone->track, ==, 1);
  g_assert_cmpuint(tone->references->len, ==, 0);
  g_assert_cmpfloat(tone->settings.strength, ==, 0.4);
}

/* A project as other systems save it. */
static void
test_line_breaks_and_byte_order_mark(void)
{
  g_autoptr(GString) text = g_string_new("\xef\xbb\xbf" ALBUM TRACKS CD);
  g_autoptr(AlProject) project = NULL;

  g_string_replace(text, "\n", "\r\n", 0);
  project = parse(text->str);
  g_assert_cmpstr(project->album.catalog, ==, "NF-012");
  assert_place(al_project_track(project, 1)->mix.place, 20, 17);
}

static void
make_files(void)
{
  folder = g_dir_make_tmp("segue-project-XXXXXX", NULL);
  g_assert_nonnull(folder);
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder, files[i], NULL);

    g_assert_true(g_file_set_contents(path, "", 0, NULL));
  }
}

static void
remove_files(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *path = g_build_filename(folder, files[i], NULL);

    g_remove(path);
  }
  g_rmdir(folder);
  g_free(folder);
}

int
main(int argc, char **argv)
{
  int status;

  g_test_init(&argc, &argv, NULL);
  make_files();
  g_test_add_func("/project/album", test_album);
  g_test_add_func("/project/disc_numbers", test_disc_numbers);
  g_test_add_func("/project/musicbrainz", test_musicbrainz);
  g_test_add_func("/project/defaults", test_defaults);
  g_test_add_func("/project/codecs", test_codecs);
  g_test_add_func("/project/default_levels", test_default_levels);
  g_test_add_func("/project/tone", test_tone);
  g_test_add_func("/project/tracks", test_tracks);
  g_test_add_func("/project/master_and_deliverables", test_master_and_deliverables);
  g_test_add_func("/project/levels", test_levels);
  g_test_add_func("/project/line_breaks_and_byte_order_mark", test_line_breaks_and_byte_order_mark);
  status = g_test_run();
  remove_files();
  return status;
}
