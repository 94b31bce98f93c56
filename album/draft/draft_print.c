/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_print.h"

#include <string.h>

#include "album/draft/draft_lines.h"
#include "album/draft/draft_musicbrainz.h"
#include "redbook/isrc.h"
#include "redbook/language.h"

/* What of a track's texts follows from the album's where the track has none of its own. */
static gboolean
is_inherited(RbTextField field)
{
  return field != RB_TEXT_TITLE && field != RB_TEXT_MESSAGE;
}

static RbTextBlock *
block_at(const AlDraft *draft, guint i)
{
  return g_ptr_array_index(draft->disc->text_blocks, i);
}

/* Texts of the album (`album` NULL) or of a track. */
static void
print_texts(GString *out, int indent, const RbTexts *texts, const RbTexts *album)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    if (album != NULL && is_inherited((RbTextField)field) &&
        g_strcmp0(texts->field[field], album->field[field]) == 0)
      continue;
    al_draft_line_text(out, indent, rb_text_field_name((RbTextField)field), texts->field[field]);
  }
}

/* The texts of a track, or of the album (0), in the further languages. A language in which only
 * tracks have texts needs one of the album, too. */
static void
print_translations(GString *out, int indent, const AlDraft *draft, guint number)
{
  gboolean begun = FALSE;

  for (guint i = 1; i < draft->disc->text_blocks->len; i++) {
    RbTextBlock *block = block_at(draft, i);
    g_autoptr(GString) texts = g_string_new(NULL);

    print_texts(texts, indent + 4, rb_text_block_texts(block, number),
                number > 0 ? &block->disc : NULL);
    if (texts->len == 0 && number == 0)
      al_draft_line_text(texts, indent + 4, "title", block_at(draft, 0)->disc.field[RB_TEXT_TITLE]);
    if (texts->len == 0)
      continue;
    if (!begun)
      al_draft_line_value(out, indent, "translations", "");
    al_draft_line_value(out, indent + 2, rb_language_iso(block->language), "");
    g_string_append(out, texts->str);
    begun = TRUE;
  }
}

/* A key, or its name and what belongs there as a comment. */
static void
print_or_ask(GString *out, const char *key, const char *text, const char *what)
{
  if (text != NULL)
    al_draft_line_text(out, 2, key, text);
  else
    g_string_append_printf(out, "  # %s:%*s# %s\n", key, MAX(1, 12 - (int)strlen(key)), "", what);
}

static void
print_disc_number(GString *out, const AlDiscNumber *disc)
{
  g_autofree char *text = disc->count > 0 ? g_strdup_printf("%u of %u", disc->number, disc->count)
                                          : g_strdup_printf("%u", disc->number);

  if (disc->number > 0)
    al_draft_line_value(out, 2, "disc", text);
}

static void
print_album(GString *out, const AlDraft *draft)
{
  const RbTextBlock *block = block_at(draft, 0);

  g_string_append(out, "\nalbum:\n");
  print_texts(out, 2, &block->disc, NULL);
  if (block->disc.field[RB_TEXT_PERFORMER] == NULL)
    print_or_ask(out, "performer", NULL, "the artist; also songwriter, composer, arranger");
  al_draft_line_value(out, 2, "language", rb_language_iso(block->language));
  print_or_ask(out, "genre", block->genre_text, "Rock Music, Jazz, ..., or a text of your own");
  print_or_ask(out, "upc", draft->disc->upc, "the bar code: 12 or 13 digits");
  print_or_ask(out, "catalog", block->disc_id, "the catalogue number of the label");
  print_or_ask(out, "label", draft->label, "the record label");
  print_or_ask(out, "date", draft->date, "of the release: 2026-11-20");
  print_or_ask(out, "copyright", draft->copyright, "2026 and the owner; also phonogram");
  print_or_ask(out, "cover", draft->cover, "a picture: art/front.png");
  print_disc_number(out, &draft->disc_number);
  al_draft_musicbrainz_print(out, 2, &draft->musicbrainz, NULL);
  print_translations(out, 2, draft, 0);
}

static void
print_times(GString *out, int indent, const AlDraftExcerpt *excerpt)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (excerpt->first_frame > 0) {
    start = al_draft_time(excerpt->first_frame, excerpt->rate);
    al_draft_line_value(out, indent, "start", start);
  }
  if (excerpt->end_frame >= 0) {
    end = al_draft_time(excerpt->end_frame, excerpt->rate);
    al_draft_line_value(out, indent, "end", end);
  }
}

static void
print_gap(GString *out, guint number, const AlDraftTrack *track)
{
  g_autofree char *gap = NULL;
  g_autofree char *pause = NULL;

  if (track->gap_sectors < 0 || (number == 1 && track->gap_sectors == RB_FIRST_PAUSE_SECTORS))
    return;
  gap = al_draft_gap(track->gap_sectors);
  al_draft_line_value(out, 4, "gap", gap);
  if (track->pause_sectors == 0)
    return;
  pause = al_draft_gap(track->pause_sectors);
  al_draft_line_value(out, 4, "pause", pause);
}

/* INDEX 02 and on, from the start of the track. */
static void
print_indexes(GString *out, const RbTrack *track)
{
  g_autoptr(GString) times = g_string_new(NULL);
  gint32 start = rb_track_index(track, 1);

  for (guint8 index = 2; index <= RB_MAX_INDEX; index++) {
    gint32 sector = rb_track_index(track, index);
    g_autofree char *time = NULL;

    if (sector <= start)
      break;
    time = al_draft_time((sector - start) * (gint64)RB_FRAMES_PER_SECTOR, RB_FRAME_RATE);
    g_string_append_printf(times, "%s%s", times->len > 0 ? ", " : "", time);
  }
  if (times->len > 0)
    g_string_append_printf(out, "    index: [%s]\n", times->str);
}

static void
print_codes(GString *out, const RbTrack *track)
{
  g_autofree char *isrc = track->isrc != NULL ? rb_isrc_format(track->isrc) : NULL;

  if (isrc != NULL)
    al_draft_line_value(out, 4, "isrc", isrc);
  else
    g_string_append(out, "    # isrc:\n");
  if (track->flags & RB_FLAG_COPY_PERMITTED)
    al_draft_line_value(out, 4, "copy-permitted", "yes");
  if (track->flags & RB_FLAG_PRE_EMPHASIS)
    al_draft_line_value(out, 4, "pre-emphasis", "yes");
}

static void
print_hidden(GString *out, const AlDraftExcerpt *hidden)
{
  if (hidden->file == NULL)
    return;
  g_string_append(out,
                  "    hidden:                         # found by going back from the start\n");
  al_draft_line_text(out, 6, "file", hidden->file);
  print_times(out, 6, hidden);
}

static void
print_track(GString *out, const AlDraft *draft, guint number)
{
  const AlDraftTrack *track = al_draft_track(draft, number);
  RbTextBlock *block = block_at(draft, 0);

  al_draft_line_text(out, 2, "- file", track->mix.file);
  print_times(out, 4, &track->mix);
  print_texts(out, 4, rb_text_block_texts(block, number), &block->disc);
  print_codes(out, rb_disc_track(draft->disc, number));
  al_draft_musicbrainz_print(out, 4, &track->musicbrainz, draft->musicbrainz.artist);
  print_gap(out, number, track);
  print_hidden(out, &track->hidden);
  print_indexes(out, rb_disc_track(draft->disc, number));
  print_translations(out, 4, draft, number);
}

static void
print_findings(GString *out, const RbFindings *findings)
{
  if (rb_findings_count(findings) > 0)
    g_string_append(out, "#\n# What is not as it was found:\n");
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);
    g_autofree char *line = g_strdup_printf("- %s%s%s", finding->place,
                                            finding->place[0] != '\0' ? ": " : "", finding->text);

    al_draft_line_comment(out, 0, line);
  }
}

static void
print_head(GString *out, const AlDraft *draft, const RbFindings *findings)
{
  g_autofree char *origin =
      g_strconcat("A project for segue, made from ", draft->origin, ".", NULL);

  al_draft_line_comment(out, 0, origin);
  g_string_append(out,
                  "#\n"
                  "# segue check shows what is missing or wrong here, segue render makes the\n"
                  "# masters, man segue-album tells all keys. Nothing ever writes to this file.\n");
  print_findings(out, findings);
  g_string_append(out, "segue: 1\n");
}

static const char tracks_head[] =
    "\n"
    "# Times have a unit: 2 s, 350 ms, 4:11.9 (minutes and seconds), 12 sectors (of 1/75 s). The "
    "gap\n"
    "# is silence before a track, 2 s where none is given; with 0 s it is joined to the one "
    "before.\n"
    "# Also: fade-in, fade-out, crossfade, chain (segue help lists its steps), ...\n"
    "tracks:\n";

static const char tail[] =
    "\n"
    "# Levels stay as they are. To bring all tracks to one loudness, for example:\n"
    "# master: {loudness: tracks}\n"
    "deliver:\n"
    "  cd:\n"
    "    # loudness: -11 LUFS\n"
    "    # ceiling: -0.3 dBTP              # a true-peak limiter\n"
    "    images: [ddp, cue, toc, bin]\n";

char *
al_draft_print(const AlDraft *draft, const RbFindings *findings)
{
  GString *out = g_string_new(NULL);

  print_head(out, draft, findings);
  print_album(out, draft);
  g_string_append(out, tracks_head);
  for (guint number = 1; number <= draft->tracks->len; number++)
    print_track(out, draft, number);
  g_string_append(out, tail);
  return g_string_free(out, FALSE);
}
