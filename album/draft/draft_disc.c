/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_disc.h"

#include "album/audio/mix.h"
#include "album/draft/disc_excerpt.h"
#include "album/draft/draft_codes.h"
#include "album/draft/draft_texts.h"
#include "album/error.h"
#include "redbook/genre.h"

/* What the disc is converted to where its files cannot be used. */
#define SHEET_NAME "disc.cue"
#define AUDIO_NAME "disc.wav"

/* The codes up to here name no genre. */
#define GENRE_NOT_DEFINED 0x01

typedef struct {
  const AlDiscForm *form;
  const char *project_folder;
  AlDraft *draft;
  gint32 *start_sectors; /* [n]: INDEX 01 of track n + 1; behind the last the lead-out */
  gint32 *end_sectors;   /* [n]: where the sound of track n + 1 ends */
  RbFindings *findings;
} Drafting;

static gint64
frame_of(gint32 sector)
{
  return sector * (gint64)RB_FRAMES_PER_SECTOR;
}

static gboolean
is_silent(const Drafting *drafting, gint32 first_sector, gint32 end_sector, gboolean *silent,
          GError **error)
{
  return al_disc_excerpt_is_silent(drafting->form->image, frame_of(first_sector),
                                   frame_of(end_sector), silent, error);
}

/* The pause between track `number` and the next: silence, or the end of the track. */
static gboolean
place_end(Drafting *drafting, guint number, GError **error)
{
  gint32 *end = &drafting->end_sectors[number - 1], next = drafting->start_sectors[number];
  gint32 pause_sectors = next - rb_disc_track_end(drafting->form->disc, number);
  gboolean silent;

  if (!is_silent(drafting, next - pause_sectors, next, &silent, error))
    return FALSE;
  *end = silent ? next - pause_sectors : next;
  if (number < drafting->form->disc->tracks->len) {
    AlDraftTrack *following = al_draft_track(drafting->draft, number + 1);

    following->gap_sectors = next - *end;
    following->pause_sectors = silent ? 0 : pause_sectors;
  }
  return TRUE;
}

/* A disc whose tracks do not follow each other has nothing that could be cut out. */
static gboolean
check_marks(const RbDisc *disc, GError **error)
{
  gint32 before = -1;

  for (guint number = 1; number <= disc->tracks->len; number++) {
    gint32 start = rb_track_index(rb_disc_track(disc, number), 1);
    gint32 end = rb_disc_track_end(disc, number);
    gint32 next = number < disc->tracks->len ? rb_track_index(rb_disc_track(disc, number + 1), 1)
                                             : disc->lead_out_sector;

    if (start <= before || end <= start || end > next) {
      g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                  "the marks of track %u do not follow each other (segue verify tells more)",
                  number);
      return FALSE;
    }
    before = start;
  }
  return TRUE;
}

static gboolean
place_tracks(Drafting *drafting, GError **error)
{
  const RbDisc *disc = drafting->form->disc;

  for (guint number = 1; number <= disc->tracks->len; number++) {
    al_draft_add_track(drafting->draft);
    drafting->start_sectors[number - 1] = rb_track_index(rb_disc_track(disc, number), 1);
  }
  drafting->start_sectors[disc->tracks->len] = disc->lead_out_sector;
  for (guint number = 1; number <= disc->tracks->len; number++)
    if (!place_end(drafting, number, error))
      return FALSE;
  return TRUE;
}

/* Whether a project file can have this path in it. */
static gboolean
can_be_named(const char *path)
{
  return g_utf8_validate(path, -1, NULL) && !g_regex_match_simple("[[:cntrl:]]", path, 0, 0);
}

/* The frames of the WAV that converting will make, which begins behind the first pause. */
static AlDraftExcerpt
converted(gint64 first_frame, gint64 end_frame)
{
  return (AlDraftExcerpt){.file = g_strdup(AUDIO_NAME),
                          .rate = RB_FRAME_RATE,
                          .first_frame = first_frame - frame_of(RB_FIRST_PAUSE_SECTORS),
                          .end_frame = end_frame - frame_of(RB_FIRST_PAUSE_SECTORS)};
}

static gboolean
refer_to_file(const Drafting *drafting, gint64 first_frame, gint64 end_frame,
              gboolean pause_follows, AlDraftExcerpt *excerpt)
{
  AlDiscExcerpt found;
  AlMixInfo info;

  if (!al_disc_excerpt_find(drafting->form->image, first_frame, end_frame, pause_follows, &found) ||
      !can_be_named(found.path))
    return FALSE;
  excerpt->file = al_draft_path(drafting->project_folder, found.path);
  excerpt->rate = RB_FRAME_RATE;
  excerpt->first_frame = found.first_frame;
  if (!al_mix_inspect(found.path, &info, NULL) || info.frames != found.end_frame)
    excerpt->end_frame = found.end_frame;
  return TRUE;
}

/* What stands before track 1: audio behind the first two seconds, or a longer pause. */
static gboolean
place_hidden(Drafting *drafting, gboolean *hidden, GError **error)
{
  gint32 start = drafting->start_sectors[0];
  gboolean first_silent;

  if (!is_silent(drafting, 0, MIN(start, RB_FIRST_PAUSE_SECTORS), &first_silent, error) ||
      !is_silent(drafting, RB_FIRST_PAUSE_SECTORS, start, hidden, error))
    return FALSE;
  *hidden = !*hidden;
  if (!first_silent)
    rb_findings_add(drafting->findings, "N05", RB_SEVERITY_WARNING, "",
                    "There is sound in the first two seconds of the disc, where a project has "
                    "none.");
  if (!*hidden && start >= RB_FIRST_PAUSE_SECTORS)
    al_draft_track(drafting->draft, 1)->gap_sectors = start;
  return TRUE;
}

/* All audio in files that are there; FALSE where some is in none that a project can use. */
static gboolean
refer_to_files(Drafting *drafting, gboolean hidden)
{
  AlDraft *draft = drafting->draft;
  guint tracks = draft->tracks->len;

  if (hidden &&
      !refer_to_file(drafting, frame_of(RB_FIRST_PAUSE_SECTORS),
                     frame_of(drafting->start_sectors[0]), TRUE, &al_draft_track(draft, 1)->hidden))
    return FALSE;
  for (guint number = 1; number <= tracks; number++) {
    gint32 end = drafting->end_sectors[number - 1];
    gboolean pause = number == tracks || end < drafting->start_sectors[number];

    if (!refer_to_file(drafting, frame_of(drafting->start_sectors[number - 1]), frame_of(end),
                       pause, &al_draft_track(draft, number)->mix))
      return FALSE;
  }
  return TRUE;
}

static void
tell_command(Drafting *drafting)
{
  g_autofree char *sheet = g_build_filename(drafting->project_folder, SHEET_NAME, NULL);
  g_autofree char *from = g_shell_quote(drafting->form->path);
  g_autofree char *to = g_shell_quote(g_str_has_prefix(sheet, "./") ? sheet + 2 : sheet);

  drafting->draft->command = g_strdup_printf("segue convert %s %s", from, to);
  rb_findings_add(drafting->findings, "N01", RB_SEVERITY_NOTE, "",
                  "A project cannot use the audio of this disc as it lies there. Run first: %s",
                  drafting->draft->command);
}

static void
refer_to_converted(Drafting *drafting, gboolean hidden)
{
  AlDraft *draft = drafting->draft;

  for (guint number = 1; number <= draft->tracks->len; number++) {
    AlDraftTrack *track = al_draft_track(draft, number);

    g_free(track->mix.file);
    track->mix = converted(frame_of(drafting->start_sectors[number - 1]),
                           frame_of(drafting->end_sectors[number - 1]));
  }
  if (hidden) {
    AlDraftExcerpt *excerpt = &al_draft_track(draft, 1)->hidden;

    g_free(excerpt->file);
    *excerpt = converted(frame_of(RB_FIRST_PAUSE_SECTORS), frame_of(drafting->start_sectors[0]));
  }
  tell_command(drafting);
}

/* A genre in words: a text of the disc's own, or the name of its code. */
static const char *
genre_text(const RbTextBlock *block)
{
  if (block->genre_text != NULL)
    return block->genre_text;
  return block->genre > GENRE_NOT_DEFINED ? rb_genre_name(block->genre) : NULL;
}

static void
copy_block(RbDisc *to, const RbTextBlock *from)
{
  RbTextBlock *block = rb_disc_add_text_block(to, from->charset, from->language);

  for (guint i = 0; i < MIN(block->tracks->len, from->tracks->len); i++)
    rb_texts_copy(&g_array_index(block->tracks, RbTexts, i),
                  &g_array_index(from->tracks, RbTexts, i));
  rb_texts_copy(&block->disc, &from->disc);
  block->copyrighted = from->copyrighted;
  block->genre = from->genre;
  block->genre_text = g_strdup(genre_text(from));
  block->disc_id = g_strdup(from->disc_id);
}

/* Codes, flags, marks and texts as they stand on the disc. */
static void
copy_disc(const RbDisc *from, AlDraft *draft)
{
  RbDisc *to = draft->disc;

  to->upc = g_strdup(from->upc);
  to->lead_out_sector = from->lead_out_sector;
  for (guint number = 1; number <= from->tracks->len; number++) {
    const RbTrack *track = rb_disc_track(from, number);
    RbTrack *copy = rb_disc_track(to, number);

    copy->flags = track->flags;
    copy->isrc = g_strdup(track->isrc);
    g_array_append_vals(copy->indexes, track->indexes->data, track->indexes->len);
  }
  for (guint i = 0; i < from->text_blocks->len; i++)
    copy_block(to, g_ptr_array_index(from->text_blocks, i));
  if (from->text_blocks->len == 0)
    rb_disc_add_text_block(to, RB_CHARSET_ISO_8859_1, 0);
}

static gboolean
place_audio(Drafting *drafting, GError **error)
{
  gboolean hidden;

  if (!check_marks(drafting->form->disc, error) || !place_tracks(drafting, error) ||
      !place_hidden(drafting, &hidden, error))
    return FALSE;
  if (!refer_to_files(drafting, hidden))
    refer_to_converted(drafting, hidden);
  return TRUE;
}

AlDraft *
al_draft_from_disc(const AlDiscForm *form, const char *project_folder, RbFindings *findings,
                   GError **error)
{
  g_autoptr(AlDraft) draft = al_draft_new(form->name);
  g_autofree gint32 *starts = g_new(gint32, form->disc->tracks->len + 1);
  g_autofree gint32 *ends = g_new(gint32, form->disc->tracks->len);
  Drafting drafting = {.form = form,
                       .project_folder = project_folder,
                       .draft = draft,
                       .start_sectors = starts,
                       .end_sectors = ends,
                       .findings = findings};

  if (!place_audio(&drafting, error))
    return NULL;
  copy_disc(form->disc, draft);
  if (((RbTextBlock *)g_ptr_array_index(draft->disc->text_blocks, 0))->copyrighted)
    rb_findings_add(findings, "N07", RB_SEVERITY_NOTE, "",
                    "The disc says that its texts are protected by copyright: say by whom, under "
                    "copyright.");
  al_draft_fit_texts(draft, findings);
  al_draft_fit_codes(draft, findings);
  return g_steal_pointer(&draft);
}
