/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/side_files.h"

#include <math.h>

#include "album/deliver/codec_safety.h"
#include "album/deliver/codec_trials.h"
#include "album/deliver/file_cut.h"
#include "album/deliver/file_names.h"
#include "album/deliver/file_tags.h"
#include "album/deliver/finished_report.h"
#include "album/deliver/groove.h"
#include "album/deliver/side_sheet.h"
#include "album/deliver/sides.h"
#include "album/project/read_sides.h"

/* The bass of a record has no more in the side than this, and is in phase (delivery checks take
 * -20 dB as a warning and -10 dB as a fault). */
#define MOST_SIDE_DB (-10.0)

/* What the steps below have in common. */
typedef struct {
  const AlRendering *rendering;
  const AlDelivered *delivered;
  GPtrArray *records;
  const AlRecord *record;
  GArray *sides; /* of AlSide */
} Work;

static void
work_init(Work *work, const AlRendering *rendering, const AlDelivered *delivered)
{
  const AlSideSettings *settings = &delivered->deliverable->sides;

  work->rendering = rendering;
  work->delivered = delivered;
  work->records = al_records_shipped();
  work->record = al_records_find(work->records, settings->form, settings->speed);
  g_assert(work->record != NULL);
  work->sides = al_sides_new(settings, rendering->timeline, work->record);
}

static void
work_clear(Work *work)
{
  g_ptr_array_unref(work->records);
  g_array_unref(work->sides);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Work, work_clear)

static const AlSide *
side_at(const Work *work, guint i)
{
  return &g_array_index(work->sides, AlSide, i);
}

/* "vinyl, side A" */
static char *
place_of(const Work *work, guint i)
{
  return g_strdup_printf("%s, side %c", work->delivered->deliverable->name, 'A' + (int)i);
}

/* A record cannot be turned over in the middle of a crossfade. */
static void
check_breaks(const Work *work)
{
  const GArray *written = work->delivered->deliverable->sides.sides;

  for (guint i = 1; i < written->len; i++) {
    const AlSideTracks *side = &g_array_index(written, AlSideTracks, i);

    if (al_timeline_slot(work->rendering->timeline, side->first)->overlap_frames > 0)
      al_diagnostics_add(work->rendering->project->diagnostics, side->place, NULL,
                         "track %u crossfades with the one before it, and is on another side",
                         side->first);
  }
}

static void
tell_length(const Work *work, guint i, RbFindings *findings)
{
  double seconds = al_side_seconds(side_at(work, i), work->rendering->timeline);
  int whole = (int)ceil(seconds), longest = (int)work->record->longest_seconds;
  const char *form = al_record_form_name(work->record->form);
  g_autofree char *place = place_of(work, i);
  double level_db;

  if (seconds > work->record->longest_seconds)
    rb_findings_add(findings, "G01", RB_SEVERITY_WARNING, place,
                    "It lasts %d:%02d, and a side of this form (%s%s) holds up to %d:%02d.",
                    whole / 60, whole % 60, form,
                    work->record->speed == 33   ? ", 33 rpm"
                    : work->record->speed == 45 ? ", 45 rpm"
                                                : "",
                    longest / 60, longest % 60);
  else if (seconds > work->record->ideal_seconds &&
           al_record_level(work->record, seconds, &level_db))
    rb_findings_add(findings, "G02", RB_SEVERITY_NOTE, place,
                    "It lasts %d:%02d, which leaves about %+.1f dB of level on a %s at %d rpm.",
                    whole / 60, whole % 60, level_db, form, work->record->speed);
}

static void
check_lengths(const Work *work)
{
  const AlDeliverable *deliverable = work->delivered->deliverable;
  const GArray *formats = deliverable->files.formats;
  gint64 longest = 0;

  for (guint i = 0; i < work->sides->len; i++)
    longest = MAX(longest, side_at(work, i)->frames);
  for (guint i = 0; i < formats->len; i++)
    al_file_cut_check_length(work->rendering, deliverable, &g_array_index(formats, AlFormat, i),
                             longest);
}

void
al_side_files_plan(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings)
{
  g_auto(Work) work = {0};

  work_init(&work, rendering, delivered);
  check_breaks(&work);
  check_lengths(&work);
  al_codec_trials_plan(rendering, delivered);
  for (guint i = 0; i < work.sides->len; i++)
    tell_length(&work, i, findings);
}

static AlFinish
finish_of(const Work *work, const AlFormat *format)
{
  AlFinish finish = al_file_cut_finish(work->delivered, work->rendering->timeline, format);

  finish.shaping = &work->delivered->deliverable->sides.shaping;
  return finish;
}

guint64
al_side_files_bytes(const AlRendering *rendering, const AlDelivered *delivered)
{
  const GArray *formats = delivered->deliverable->files.formats;
  const AlTimeline *timeline = rendering->timeline;
  g_autoptr(GArray) finishes = g_array_new(FALSE, FALSE, sizeof(AlFinish));
  guint64 bytes = al_codec_trials_bytes(rendering, delivered);
  g_auto(Work) work = {0};
  double seconds = 0;

  work_init(&work, rendering, delivered);
  for (guint i = 0; i < work.sides->len; i++)
    seconds += al_side_seconds(side_at(&work, i), timeline);
  for (guint i = 0; i < formats->len; i++) {
    const AlFormat *format = &g_array_index(formats, AlFormat, i);
    AlEncoding encoding = al_file_cut_encoding(delivered->deliverable, timeline, format);
    AlFinish finish = finish_of(&work, format);

    g_array_append_val(finishes, finish);
    bytes +=
        al_file_cut_bytes(&encoding, (gint64)ceil(seconds * encoding.rate), work.sides->len, 0);
  }
  return bytes + al_programs_bytes(timeline, finishes);
}

static AlFileCut *
cut_side(const Work *work, const AlProgram *program, const AlEncoding *encoding, guint i)
{
  const AlDeliverable *deliverable = work->delivered->deliverable;
  const AlSide *side = side_at(work, i);
  gint64 rate = work->rendering->timeline->rate;
  gint64 end = side->first_frame + side->frames;
  AlFileCut *cut = g_new0(AlFileCut, 1);
  g_autofree char *name = al_side_name(work->rendering->project, deliverable, i);
  g_autofree char *format = al_encoding_print(encoding);
  gboolean several = deliverable->files.formats->len > 1;

  cut->program = program;
  cut->encoding = *encoding;
  cut->first_track = side->first;
  cut->last_track = side->last;
  cut->first_frame = program->finished->starts[side->first];
  cut->frames = (end * encoding->rate + rate - 1) / rate - cut->first_frame;
  cut->head_frames = side->head_frames * encoding->rate / rate;
  cut->name = g_strdup_printf("%s/%s%s%s.%s", deliverable->name, several ? format : "",
                              several ? "/" : "", name, al_codec_extension(encoding->codec));
  if (deliverable->files.metadata)
    cut->tags = al_file_tags_new_side(work->rendering, program->finished, side, name);
  return cut;
}

static const AlProgram *
cut_format(const Work *work, const AlFormat *format, GPtrArray *cuts, GError **error)
{
  const AlDeliverable *deliverable = work->delivered->deliverable;
  const AlFinish finish = finish_of(work, format);
  AlEncoding encoding = al_file_cut_encoding(deliverable, work->rendering->timeline, format);
  const AlProgram *program = al_programs_get(work->rendering, &finish, error);

  for (guint i = 0; program != NULL && i < work->sides->len; i++)
    g_ptr_array_add(cuts, cut_side(work, program, &encoding, i));
  return program;
}

/* Listens to a side as it will be cut. */
static gboolean
find_trouble(const AlFileCut *cut, const AlJob *job, AlGrooveTrouble *trouble, GError **error)
{
  g_autoptr(AlGroove) groove = al_groove_new(cut->encoding.rate);
  g_autoptr(AlSource) source = al_file_cut_open(cut);
  double block[2 * AL_BLOCK_FRAMES];
  gssize count;

  while ((count = al_source_read(source, block, AL_BLOCK_FRAMES, error)) > 0) {
    if (al_job_cancelled(job, error))
      return FALSE;
    al_groove_feed(groove, block, (gsize)count);
  }
  *trouble = al_groove_trouble(groove);
  return count == 0;
}

/* Tape takes bass from anywhere, but it saturates where highs are loud. */
static gboolean
tell_trouble(const Work *work, const AlFileCut *cut, guint i, RbFindings *findings, GError **error)
{
  gboolean is_cut = work->record->form != AL_RECORD_CASSETTE;
  g_autofree char *place = place_of(work, i);
  AlGrooveTrouble trouble;
  gint64 second;

  if (!find_trouble(cut, work->rendering->job, &trouble, error))
    return FALSE;
  second = trouble.first_sibilant_frame / cut->encoding.rate;
  if (trouble.sibilant_stretches > 0)
    rb_findings_add(findings, "G03", RB_SEVERITY_WARNING, place,
                    "Sibilance in %u places of 50 ms, first at %d:%02d, is hard to %s: listen, "
                    "and consider a deesser.",
                    trouble.sibilant_stretches, (int)(second / 60), (int)(second % 60),
                    is_cut ? "cut" : "record on tape");
  if (is_cut && (trouble.side_db > MOST_SIDE_DB || trouble.correlation < 0))
    rb_findings_add(findings, "G04", RB_SEVERITY_WARNING, place,
                    "Its bass (below 150 Hz) is wide: the side is %.1f dB against the middle, the "
                    "correlation %.2f; consider mono-below.",
                    trouble.side_db, trouble.correlation);
  return TRUE;
}

static gboolean
write_sheet(const Work *work, const AlFileCut *first, AlDelivered *delivered, GError **error)
{
  const AlSideSheet sheet = {.rendering = work->rendering,
                             .delivered = work->delivered,
                             .record = work->record,
                             .sides = work->sides,
                             .finished = first->program->finished,
                             .extension = al_codec_extension(first->encoding.codec)};
  g_autofree char *name =
      g_strconcat(work->delivered->deliverable->name, "/", AL_SIDE_SHEET_NAME, NULL);
  g_autofree char *path = al_staging_path(work->rendering->staging, name, error);
  g_autofree char *text = al_side_sheet_print(&sheet);

  al_delivered_add_file(delivered, name, NULL);
  return path != NULL && g_file_set_contents(path, text, -1, error);
}

gboolean
al_side_files_make(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings,
                   GError **error)
{
  const GArray *formats = delivered->deliverable->files.formats;
  g_autoptr(GPtrArray) cuts = g_ptr_array_new_with_free_func(al_file_cut_free);
  g_auto(Work) work = {0};
  const AlFileCut *first;
  AlFinish finish;

  work_init(&work, rendering, delivered);
  finish = finish_of(&work, &g_array_index(formats, AlFormat, 0));
  if (!al_codec_safety_check(rendering, delivered, &finish, findings, error))
    return FALSE;
  for (guint i = 0; i < formats->len; i++)
    if (cut_format(&work, &g_array_index(formats, AlFormat, i), cuts, error) == NULL)
      return FALSE;
  first = g_ptr_array_index(cuts, 0);
  al_finished_report(first->program->finished, delivered, findings);
  for (guint i = 0; i < work.sides->len; i++)
    if (!tell_trouble(&work, g_ptr_array_index(cuts, i), i, findings, error))
      return FALSE;
  return al_file_cuts_write(cuts, rendering, delivered, error) &&
         write_sheet(&work, first, delivered, error);
}
