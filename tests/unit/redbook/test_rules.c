/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule on a disc that breaks it at one place: it says so there, and nowhere else. */
#include "redbook/rules.h"

#include <string.h>

#include "redbook/cdtext.h"
#include "redbook/cdtext_pack.h"
#include "tests/support/discs.h"

#define SIZE_PACKS 3
#define MAX_PACKS (RB_CDTEXT_MAX_BLOCK_PACKS - SIZE_PACKS)

static RbIndex *
mark(RbDisc *disc, guint track, guint i)
{
  return &g_array_index(rb_disc_track(disc, track)->indexes, RbIndex, i);
}

static RbTextBlock *
block(RbDisc *disc)
{
  return g_ptr_array_index(disc->text_blocks, 0);
}

static void
set_string(char **place, const char *text)
{
  g_free(*place);
  *place = g_strdup(text);
}

static void
set_title(RbDisc *disc, guint track, const char *title)
{
  set_string(&rb_text_block_texts(block(disc), track)->field[RB_TEXT_TITLE], title);
}

static void
set_long_title(RbDisc *disc, gsize characters)
{
  g_autoptr(GString) title = g_string_new(NULL);

  for (gsize i = 0; i < characters; i++)
    g_string_append(title, "\xC3\xA4");
  set_title(disc, 2, title->str);
}

static void
lengthen(RbDisc *disc, gint32 lead_out)
{
  disc->lead_out_sector = lead_out;
}

static void
nothing(RbDisc *disc)
{
  lengthen(disc, 150 + 4500);
}

static void
negative_time(RbDisc *disc)
{
  mark(disc, 2, 0)->sector = -1;
}

static void
beyond_msf(RbDisc *disc)
{
  lengthen(disc, RB_MAX_SECTORS);
}

static void
no_tracks(RbDisc *disc)
{
  g_ptr_array_set_size(disc->text_blocks, 0);
  g_ptr_array_set_size(disc->tracks, 0);
}

static void
hundred_tracks(RbDisc *disc)
{
  g_ptr_array_set_size(disc->text_blocks, 0);
  for (gint32 i = 0; i < 97; i++) {
    RbTrack *track = rb_disc_add_track(disc);

    track->isrc = g_strdup_printf("FRABC26%05d", 100 + i);
    rb_track_add_index(track, 1, 5000 + 300 * i);
  }
  lengthen(disc, 5000 + 300 * 97);
}

static void
ninety_nine_tracks(RbDisc *disc)
{
  hundred_tracks(disc);
  g_ptr_array_set_size(disc->tracks, 99);
}

static void
no_index_1(RbDisc *disc)
{
  g_array_set_size(rb_disc_track(disc, 3)->indexes, 0);
  rb_track_add_index(rb_disc_track(disc, 3), 0, 1425);
}

static void
index_hole(RbDisc *disc)
{
  mark(disc, 2, 3)->number = 4;
}

static void
index_descends(RbDisc *disc)
{
  mark(disc, 2, 3)->sector = 1125;
}

static void
track_descends(RbDisc *disc)
{
  mark(disc, 2, 3)->sector = 1425;
}

static void
empty_pause(RbDisc *disc)
{
  mark(disc, 2, 0)->sector = 975;
}

static void
short_track(RbDisc *disc)
{
  mark(disc, 3, 0)->sector = 975 + 299;
}

static void
shortest_track(RbDisc *disc)
{
  mark(disc, 3, 0)->sector = 975 + 300;
}

/* The own pause of the next track does not count. */
static void
short_track_before_pause(RbDisc *disc)
{
  mark(disc, 2, 0)->sector = 450 + 299;
}

static void
short_last_track(RbDisc *disc)
{
  lengthen(disc, 1425 + 299);
}

static void
late_first_pause(RbDisc *disc)
{
  mark(disc, 1, 0)->sector = 1;
}

static void
short_first_pause(RbDisc *disc)
{
  mark(disc, 1, 1)->sector = 149;
}

static void
over_nominal(RbDisc *disc)
{
  lengthen(disc, RB_NOMINAL_SECTORS + 1);
}

static void
at_nominal(RbDisc *disc)
{
  lengthen(disc, RB_NOMINAL_SECTORS);
}

static void
over_long(RbDisc *disc)
{
  lengthen(disc, RB_LONG_SECTORS + 1);
}

static void
over_longest(RbDisc *disc)
{
  lengthen(disc, RB_LONGEST_SECTORS + 1);
}

static void
at_longest(RbDisc *disc)
{
  lengthen(disc, RB_LONGEST_SECTORS);
}

static void
early_lead_out(RbDisc *disc)
{
  rb_track_add_index(rb_disc_track(disc, 3), 2, 4650);
}

static void
short_programme(RbDisc *disc)
{
  lengthen(disc, 150 + 4499);
}

static void
data_track(RbDisc *disc)
{
  rb_disc_track(disc, 2)->flags = RB_FLAG_DATA;
}

static void
isrc_lower_case(RbDisc *disc)
{
  rb_disc_track(disc, 2)->isrc[0] = 'f';
}

static void
isrc_country_of_digits(RbDisc *disc)
{
  rb_disc_track(disc, 2)->isrc[1] = '1';
}

static void
isrc_long(RbDisc *disc)
{
  set_string(&rb_disc_track(disc, 2)->isrc, "FRABC26000020");
}

static void
isrc_missing(RbDisc *disc)
{
  g_clear_pointer(&rb_disc_track(disc, 2)->isrc, g_free);
}

static void
isrc_zeros(RbDisc *disc)
{
  set_string(&rb_disc_track(disc, 2)->isrc, "000000000000");
}

static void
isrc_twice(RbDisc *disc)
{
  set_string(&rb_disc_track(disc, 2)->isrc, "FRABC2600001");
}

static void
upc_check_digit(RbDisc *disc)
{
  disc->upc[12] = '2';
}

static void
upc_short(RbDisc *disc)
{
  set_string(&disc->upc, "400638133393");
}

static void
unknown_flag(RbDisc *disc)
{
  rb_disc_track(disc, 3)->flags = (RbFlags)32;
}

static void
pre_emphasis(RbDisc *disc)
{
  rb_disc_track(disc, 3)->flags = RB_FLAG_PRE_EMPHASIS;
}

static void
four_channels(RbDisc *disc)
{
  rb_disc_track(disc, 3)->flags = RB_FLAG_FOUR_CHANNEL;
}

static void
copy_and_scms(RbDisc *disc)
{
  rb_disc_track(disc, 3)->flags = RB_FLAG_COPY_PERMITTED | RB_FLAG_SCMS;
}

static void
many_blocks(RbDisc *disc)
{
  for (int i = 0; i < 8; i++)
    rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 9)->genre = 1;
}

/* The arranger's 12 * n bytes are filled to the last: four NULs end the strings. */
static void
fill_packs(RbDisc *disc, guint packs)
{
  g_autoptr(GByteArray) others = rb_cdtext_encode(disc, TRUE, NULL);
  guint left = packs - (others->len / RB_CDTEXT_PACK_BYTES - SIZE_PACKS);
  g_autofree char *text = g_strnfill((gsize)left * RB_CDTEXT_PAYLOAD_BYTES - 4, 'x');

  set_string(&block(disc)->disc.field[RB_TEXT_ARRANGER], text);
}

static void
too_many_packs(RbDisc *disc)
{
  fill_packs(disc, MAX_PACKS + 1);
}

static void
all_packs(RbDisc *disc)
{
  fill_packs(disc, MAX_PACKS);
}

/* Tracks that a block knows nothing of, as a reader may give them. */
static void
more_tracks_than_texts(RbDisc *disc)
{
  g_array_set_size(block(disc)->tracks, 2);
}

static void
no_track_titles(RbDisc *disc)
{
  set_title(disc, 1, NULL);
  set_title(disc, 3, NULL);
}

static void
title_65(RbDisc *disc)
{
  set_long_title(disc, 65);
}

static void
title_64(RbDisc *disc)
{
  set_long_title(disc, 64);
}

static void
title_81(RbDisc *disc)
{
  set_long_title(disc, 81);
}

static void
title_161(RbDisc *disc)
{
  set_long_title(disc, 161);
}

static void
no_album_title(RbDisc *disc)
{
  set_title(disc, 0, NULL);
}

static void
no_track_title(RbDisc *disc)
{
  set_title(disc, 2, NULL);
}

static void
unknown_language(RbDisc *disc)
{
  block(disc)->language = 0x2c;
}

static void
empty_block(RbDisc *disc)
{
  rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x0f);
}

static void
unknown_genre(RbDisc *disc)
{
  block(disc)->genre = 0x1c;
}

static void
not_latin(RbDisc *disc)
{
  set_title(disc, 2, "a\xC5\x81");
}

static void
control_character(RbDisc *disc)
{
  set_title(disc, 2, "a\tb");
}

static void
not_ascii(RbDisc *disc)
{
  set_string(&block(disc)->genre_text, "F\xC3\xB6lk");
}

static void
not_japanese(RbDisc *disc)
{
  block(disc)->charset = RB_CHARSET_MS_JIS;
  set_title(disc, 2, "\xC3\xA4");
}

static const struct {
  const char *name;
  void (*change)(RbDisc *disc);
  const char *id; /* NULL: nothing is said */
  RbSeverity severity;
  const char *place;
} cases[] = {
    {"nothing", nothing, NULL, RB_SEVERITY_NOTE, NULL},
    {"negative_time", negative_time, "R03", RB_SEVERITY_ERROR, "track 2, index 0"},
    {"beyond_msf", beyond_msf, "R03", RB_SEVERITY_ERROR, "lead-out"},
    {"no_tracks", no_tracks, "R04", RB_SEVERITY_ERROR, ""},
    {"hundred_tracks", hundred_tracks, "R04", RB_SEVERITY_ERROR, ""},
    {"ninety_nine_tracks", ninety_nine_tracks, NULL, RB_SEVERITY_NOTE, NULL},
    {"no_index_1", no_index_1, "R05", RB_SEVERITY_ERROR, "track 3"},
    {"index_hole", index_hole, "R05", RB_SEVERITY_ERROR, "track 2, index 4"},
    {"index_descends", index_descends, "R05", RB_SEVERITY_ERROR, "track 2, index 3"},
    {"track_descends", track_descends, "R05", RB_SEVERITY_ERROR, "track 3, index 1"},
    {"empty_pause", empty_pause, "R06", RB_SEVERITY_ERROR, "track 2, index 0"},
    {"short_track", short_track, "R07", RB_SEVERITY_ERROR, "track 2"},
    {"shortest_track", shortest_track, NULL, RB_SEVERITY_NOTE, NULL},
    {"short_track_before_pause", short_track_before_pause, "R07", RB_SEVERITY_ERROR, "track 1"},
    {"short_last_track", short_last_track, "R07", RB_SEVERITY_ERROR, "track 3"},
    {"late_first_pause", late_first_pause, "R08", RB_SEVERITY_ERROR, "track 1"},
    {"short_first_pause", short_first_pause, "R08", RB_SEVERITY_ERROR, "track 1, index 1"},
    {"hidden_audio", nothing, "R09", RB_SEVERITY_NOTE, "track 1"},
    {"over_nominal", over_nominal, "R11", RB_SEVERITY_NOTE, ""},
    {"at_nominal", at_nominal, NULL, RB_SEVERITY_NOTE, NULL},
    {"over_long", over_long, "R11", RB_SEVERITY_WARNING, ""},
    {"over_longest", over_longest, "R11", RB_SEVERITY_ERROR, ""},
    {"at_longest", at_longest, "R11", RB_SEVERITY_WARNING, ""},
    {"early_lead_out", early_lead_out, "R13", RB_SEVERITY_ERROR, "lead-out"},
    {"short_programme", short_programme, "R14", RB_SEVERITY_NOTE, ""},
    {"data_track", data_track, "R15", RB_SEVERITY_ERROR, "track 2"},
    {"isrc_lower_case", isrc_lower_case, "R20", RB_SEVERITY_ERROR, "track 2"},
    {"isrc_country_of_digits", isrc_country_of_digits, "R20", RB_SEVERITY_ERROR, "track 2"},
    {"isrc_long", isrc_long, "R20", RB_SEVERITY_ERROR, "track 2"},
    {"isrc_missing", isrc_missing, "R21", RB_SEVERITY_WARNING, "track 2"},
    {"isrc_zeros", isrc_zeros, "R21", RB_SEVERITY_WARNING, "track 2"},
    {"isrc_twice", isrc_twice, "R21", RB_SEVERITY_WARNING, "track 2"},
    {"upc_check_digit", upc_check_digit, "R23", RB_SEVERITY_ERROR, ""},
    {"upc_short", upc_short, "R23", RB_SEVERITY_ERROR, ""},
    {"unknown_flag", unknown_flag, "R27", RB_SEVERITY_ERROR, "track 3"},
    {"pre_emphasis", pre_emphasis, "R28", RB_SEVERITY_WARNING, "track 3"},
    {"four_channels", four_channels, "R29", RB_SEVERITY_WARNING, "track 3"},
    {"copy_and_scms", copy_and_scms, "R30", RB_SEVERITY_ERROR, "track 3"},
    {"many_blocks", many_blocks, "R41", RB_SEVERITY_ERROR, ""},
    {"too_many_packs", too_many_packs, "R41", RB_SEVERITY_ERROR, "text block 1"},
    {"all_packs", all_packs, "R42", RB_SEVERITY_ERROR, "text block 1, disc, arranger"},
    {"title_65", title_65, "R42", RB_SEVERITY_NOTE, "text block 1, track 2, title"},
    {"title_64", title_64, NULL, RB_SEVERITY_NOTE, NULL},
    {"title_81", title_81, "R42", RB_SEVERITY_WARNING, "text block 1, track 2, title"},
    {"title_161", title_161, "R42", RB_SEVERITY_ERROR, "text block 1, track 2, title"},
    {"no_album_title", no_album_title, "R44", RB_SEVERITY_WARNING, "text block 1, disc, title"},
    {"no_track_title", no_track_title, "R44", RB_SEVERITY_NOTE, "text block 1, title"},
    {"no_track_titles", no_track_titles, "R44", RB_SEVERITY_NOTE, "text block 1, title"},
    {"more_tracks_than_texts", more_tracks_than_texts, NULL, RB_SEVERITY_NOTE, NULL},
    {"unknown_language", unknown_language, "R46", RB_SEVERITY_ERROR, "text block 1"},
    {"empty_block", empty_block, "R47", RB_SEVERITY_WARNING, "text block 2"},
    {"unknown_genre", unknown_genre, "R48", RB_SEVERITY_ERROR, "text block 1"},
    {"not_latin", not_latin, "R49", RB_SEVERITY_ERROR, "text block 1, track 2, title"},
    {"control_character", control_character, "R49", RB_SEVERITY_ERROR,
     "text block 1, track 2, title"},
    {"not_ascii", not_ascii, "R49", RB_SEVERITY_ERROR, "text block 1, disc, genre"},
    {"not_japanese", not_japanese, "R49", RB_SEVERITY_ERROR, "text block 1, track 2, title"},
};

/* Every finding about a changed disc is the one that the case names, or one of those that the disc
 * gets before it is changed (hidden audio, pre-emphasis); some changes break a second rule. */
static gboolean
is_beside(const char *name, const RbFinding *finding)
{
  static const struct {
    const char *name;
    const char *id;
  } beside[] = {
      {"negative_time", "R05"},
      {"short_last_track", "R14"},
      {"too_many_packs", "R42"},
      {"not_japanese", "R49"},
  };

  if (g_str_equal(finding->id, "R09") || g_str_equal(finding->id, "R28"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(beside); i++) {
    if (g_str_equal(beside[i].name, name) && g_str_equal(beside[i].id, finding->id))
      return TRUE;
  }
  return FALSE;
}

static void
test_case(gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE(data);
  g_autoptr(RbDisc) disc = discs_sample();
  g_autoptr(RbFindings) findings = rb_findings_new();
  guint found = 0;

  nothing(disc);
  cases[i].change(disc);
  rb_rules_judge(disc, findings);
  for (guint f = 0; f < rb_findings_count(findings); f++) {
    const RbFinding *finding = rb_findings_get(findings, f);

    if (cases[i].id != NULL && g_str_equal(finding->id, cases[i].id) &&
        finding->severity == cases[i].severity && g_str_equal(finding->place, cases[i].place))
      found++;
    else if (!is_beside(cases[i].name, finding))
      g_error("%s, %s, %s: %s", finding->id, rb_severity_name(finding->severity), finding->place,
              finding->text);
    g_assert_true(g_str_has_suffix(finding->text, "."));
    g_assert_false(g_ascii_islower(finding->text[0]));
  }
  g_assert_cmpuint(found, ==, cases[i].id != NULL ? 1 : 0);
}

/* Every rule has a case, and the tables are in the order of their ids. */
static void
test_every_rule_has_a_case(void)
{
  const RbRule *const tables[] = {rb_rules_time, rb_rules_codes, rb_rules_text};
  const char *before = "";

  for (gsize t = 0; t < G_N_ELEMENTS(tables); t++) {
    for (const RbRule *rule = tables[t]; rule->id != NULL; rule++) {
      gboolean has_case = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        has_case = has_case || g_strcmp0(cases[i].id, rule->id) == 0;
      if (!has_case)
        g_error("%s has no case", rule->id);
      g_assert_cmpstr(before, <, rule->id);
      before = rule->id;
    }
  }
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *path = g_strconcat("/rules/", cases[i].name, NULL);

    g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_case);
  }
  g_test_add_func("/rules/every_rule_has_a_case", test_every_rule_has_a_case);
  return g_test_run();
}
