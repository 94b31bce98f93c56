/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/track_files.h"

#include <glib/gstdio.h>

#include "album/deliver/codec_safety.h"
#include "album/deliver/codec_trials.h"
#include "album/deliver/file_cut.h"
#include "album/deliver/file_names.h"
#include "album/deliver/file_tags.h"
#include "album/deliver/finished_report.h"
#include "album/deliver/receiver_check.h"

/* A format, and what is written in it. */
typedef struct {
  const AlFormat *format;
  gboolean album; /* the album as one file, not the tracks */
} Set;

/* All that is to be written, format by format. */
static GArray *
list_sets(const AlDeliverable *deliverable)
{
  const AlFileSettings *files = &deliverable->files;
  GArray *sets = g_array_new(FALSE, FALSE, sizeof(Set));

  for (guint i = 0; i < files->formats->len + files->album_formats->len; i++) {
    gboolean album = i >= files->formats->len;
    Set set = {.format =
                   album ? &g_array_index(files->album_formats, AlFormat, i - files->formats->len)
                         : &g_array_index(files->formats, AlFormat, i),
               .album = album};

    g_array_append_val(sets, set);
  }
  return sets;
}

/* The longest file of a set, in frames of the working rate. */
static gint64
longest_file(const AlTimeline *timeline, gboolean album)
{
  gint64 longest = 0;

  if (album)
    return timeline->frames - al_timeline_slot(timeline, 1)->first_frame;
  for (guint number = 1; number <= timeline->slots->len; number++)
    longest = MAX(longest, al_timeline_track_end(timeline, number) -
                               al_timeline_slot(timeline, number)->first_frame);
  return longest;
}

static void
check_encoding(const AlRendering *rendering, const AlDeliverable *deliverable,
               const AlFormat *format)
{
  AlEncoding encoding = al_file_cut_encoding(deliverable, rendering->timeline, format);
  g_autoptr(GError) error = NULL;

  if (!al_encoding_check(&encoding, &error))
    al_diagnostics_add(rendering->project->diagnostics, format->place, NULL, "%s", error->message);
}

static void
check_cover(const AlRendering *rendering, const AlDeliverable *deliverable)
{
  const AlAlbum *album = &rendering->project->album;
  g_autoptr(AlCover) cover = NULL;
  g_autoptr(GError) error = NULL;

  if (album->cover == NULL || !deliverable->files.metadata)
    return;
  cover = al_cover_load(album->cover, &error);
  if (cover == NULL)
    al_diagnostics_add(rendering->project->diagnostics, album->cover_place,
                       "write metadata: none where files shall have no cover", "%s",
                       error->message);
}

void
al_track_files_plan(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings)
{
  const AlDeliverable *deliverable = delivered->deliverable;
  g_autoptr(GArray) sets = list_sets(deliverable);

  for (guint i = 0; i < sets->len; i++) {
    const Set *set = &g_array_index(sets, Set, i);

    check_encoding(rendering, deliverable, set->format);
    al_file_cut_check_length(rendering, deliverable, set->format,
                             longest_file(rendering->timeline, set->album));
  }
  al_codec_trials_plan(rendering, delivered);
  al_file_names_check(rendering->project, deliverable);
  check_cover(rendering, deliverable);
  if (deliverable->kind == AL_KIND_STREAMING)
    al_receiver_check_plan(rendering, delivered, findings);
}

/* What the cover adds to each file. */
static guint64
cover_bytes(const AlRendering *rendering, const AlDeliverable *deliverable)
{
  const char *path = rendering->project->album.cover;
  GStatBuf status;

  return path != NULL && deliverable->files.metadata && g_stat(path, &status) == 0
             ? (guint64)status.st_size
             : 0;
}

guint64
al_track_files_bytes(const AlRendering *rendering, const AlDelivered *delivered)
{
  g_autoptr(GArray) sets = list_sets(delivered->deliverable);
  g_autoptr(GArray) finishes = g_array_new(FALSE, FALSE, sizeof(AlFinish));
  const AlTimeline *timeline = rendering->timeline;
  guint64 cover = cover_bytes(rendering, delivered->deliverable);
  guint64 bytes = al_codec_trials_bytes(rendering, delivered);

  for (guint i = 0; i < sets->len; i++) {
    const Set *set = &g_array_index(sets, Set, i);
    AlEncoding encoding = al_file_cut_encoding(delivered->deliverable, timeline, set->format);
    AlFinish finish = al_file_cut_finish(delivered, timeline, set->format);

    g_array_append_val(finishes, finish);
    bytes += al_file_cut_bytes(&encoding, timeline->frames * encoding.rate / timeline->rate,
                               set->album ? 1 : timeline->slots->len, cover);
  }
  return bytes + al_programs_bytes(timeline, finishes);
}

/* "streaming/01 Harbour Lights.flac"; several formats have a folder each. */
static char *
name_of(const AlDeliverable *deliverable, const GArray *sets, const AlEncoding *encoding,
        const char *base)
{
  g_autofree char *format = al_encoding_print(encoding);

  return g_strdup_printf("%s/%s%s%s.%s", deliverable->name, sets->len > 1 ? format : "",
                         sets->len > 1 ? "/" : "", base, al_codec_extension(encoding->codec));
}

/* What the cuts of one format have in common. */
typedef struct {
  const AlRendering *rendering;
  const AlDeliverable *deliverable;
  const GArray *sets;
  const AlProgram *program;
  AlEncoding encoding;
  AlCover *cover; /* NULL: none */
} Cutting;

static AlFileCut *
cut_new(const Cutting *cutting, const char *base, gint64 first_frame, gint64 end_frame)
{
  AlFileCut *cut = g_new0(AlFileCut, 1);

  cut->program = cutting->program;
  cut->encoding = cutting->encoding;
  cut->first_frame = first_frame;
  cut->frames = end_frame - first_frame;
  cut->name = name_of(cutting->deliverable, cutting->sets, &cutting->encoding, base);
  return cut;
}

static AlFileCut *
cut_track(const Cutting *cutting, guint number)
{
  const AlProject *project = cutting->rendering->project;
  const AlFinished *finished = cutting->program->finished;
  g_autofree char *base = al_track_name(project, cutting->deliverable, number);
  AlFileCut *cut = cut_new(cutting, base, finished->starts[number], finished->starts[number + 1]);

  cut->first_track = cut->last_track = number;
  if (!cutting->deliverable->files.metadata)
    return cut;
  cut->tags = al_file_tags_new(project, number, finished, cutting->cover);
  if (cutting->deliverable->kind == AL_KIND_RADIO)
    al_file_tags_add_broadcast(cut->tags, cutting->rendering, number, finished);
  return cut;
}

static AlFileCut *
cut_album(const Cutting *cutting)
{
  const AlProject *project = cutting->rendering->project;
  const AlFinished *finished = cutting->program->finished;
  g_autofree char *base = al_album_name(project, cutting->deliverable);
  AlFileCut *cut =
      cut_new(cutting, base, finished->starts[1], finished->starts[project->tracks->len + 1]);

  cut->first_track = 1;
  cut->last_track = project->tracks->len;
  if (cutting->deliverable->files.metadata)
    cut->tags = al_file_tags_new_album(cutting->rendering, finished, cutting->cover);
  return cut;
}

static void
cut_set(const Cutting *cutting, const Set *set, GPtrArray *cuts)
{
  if (set->album)
    g_ptr_array_add(cuts, cut_album(cutting));
  for (guint number = 1; !set->album && number <= cutting->rendering->project->tracks->len;
       number++)
    g_ptr_array_add(cuts, cut_track(cutting, number));
}

static gboolean
load_cover(const AlRendering *rendering, const AlDeliverable *deliverable, AlCover **cover,
           GError **error)
{
  const char *path = rendering->project->album.cover;

  *cover = path != NULL && deliverable->files.metadata ? al_cover_load(path, error) : NULL;
  return *cover != NULL || path == NULL || !deliverable->files.metadata;
}

static const AlProgram *
get_program(const AlRendering *rendering, AlDelivered *delivered, const AlFormat *format,
            GError **error)
{
  const AlFinish finish = al_file_cut_finish(delivered, rendering->timeline, format);

  return al_programs_get(rendering, &finish, error);
}

/* Other lossy forms than its own are made of what its first format has. */
static gboolean
check_codecs(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings,
             GError **error)
{
  const AlFinish finish =
      al_file_cut_finish(delivered, rendering->timeline,
                         &g_array_index(delivered->deliverable->files.formats, AlFormat, 0));

  return al_codec_safety_check(rendering, delivered, &finish, findings, error);
}

/* Less is within what meters differ by. */
#define CUT_PEAK_DB 0.05

/* The limiter keeps the program below its ceiling, and a file that begins or ends in the middle of
 * loud sound has a step there which the program has not. */
static void
tell_cut_peaks(AlDelivered *delivered, RbFindings *findings)
{
  const AlDeliveredLevel *level = &delivered->level;
  double most_dbtp = level->limiter.ceiling_dbtp + CUT_PEAK_DB;

  for (guint number = 1; level->has_ceiling && number <= delivered->tracks->len; number++) {
    double peak_dbtp = al_delivered_track(delivered, number)->loudness.true_peak_dbtp;
    g_autofree char *place = g_strdup_printf("%s, track %u", delivered->deliverable->name, number);

    if (peak_dbtp > most_dbtp)
      rb_findings_add(findings, "A05", RB_SEVERITY_WARNING, place,
                      "By itself its file reaches %.2f dBTP, and the ceiling is %.2f dBTP: it "
                      "begins or ends at full level, and that cut makes a peak which the program "
                      "has not. Fade it in and out within some milliseconds, or lower the ceiling.",
                      peak_dbtp, level->limiter.ceiling_dbtp);
  }
}

/* What there is to be told of the finished audio; that of the first format stands for all. */
static gboolean
report(const AlRendering *rendering, AlDelivered *delivered, const AlProgram *program,
       RbFindings *findings, GError **error)
{
  al_finished_report(program->finished, delivered, findings);
  tell_cut_peaks(delivered, findings);
  return delivered->deliverable->kind != AL_KIND_STREAMING ||
         al_receiver_check_audio(rendering, delivered, program, findings, error);
}

gboolean
al_track_files_make(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings,
                    GError **error)
{
  const AlDeliverable *deliverable = delivered->deliverable;
  g_autoptr(GArray) sets = list_sets(deliverable);
  g_autoptr(GPtrArray) cuts = g_ptr_array_new_with_free_func(al_file_cut_free);
  g_autoptr(AlCover) cover = NULL;

  if (!load_cover(rendering, deliverable, &cover, error) ||
      !check_codecs(rendering, delivered, findings, error))
    return FALSE;
  for (guint i = 0; i < sets->len; i++) {
    const Set *set = &g_array_index(sets, Set, i);
    Cutting cutting = {.rendering = rendering,
                       .deliverable = deliverable,
                       .sets = sets,
                       .program = get_program(rendering, delivered, set->format, error),
                       .encoding =
                           al_file_cut_encoding(deliverable, rendering->timeline, set->format),
                       .cover = cover};

    if (cutting.program == NULL)
      return FALSE;
    cut_set(&cutting, set, cuts);
  }
  return al_file_cuts_write(cuts, rendering, delivered, error) &&
         report(rendering, delivered, ((AlFileCut *)g_ptr_array_index(cuts, 0))->program, findings,
                error);
}
