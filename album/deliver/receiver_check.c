/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/receiver_check.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "album/deliver/file_cut.h"
#include "album/deliver/file_names.h"
#include "album/deliver/receivers.h"
#include "album/encode/encoding.h"

/* What is below is silence to who listens: -70 dBFS, as delivery checks take it. */
#define SILENCE 3.2e-4

/* A receiver and the deliverable that is held against it. */
typedef struct {
  const AlRendering *rendering;
  const AlDelivered *delivered;
  const AlReceiver *receiver;
  RbFindings *findings;
} Check;

/* What of a track is beyond what can be known before it is made. */
typedef struct {
  double head_seconds, tail_seconds; /* of silence */
  double peak;
} Edges;

typedef struct {
  Check check;
  Edges *edges; /* by track, from 1; NULL before they are made */
} Heard;

static void warn(const Check *check, const char *id, guint track, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Warns at a track, or with 0 at the deliverable. */
static void
warn(const Check *check, const char *id, guint track, const char *format, ...)
{
  const char *name = check->delivered->deliverable->name;
  gboolean any = strcmp(check->receiver->name, AL_RECEIVER_ANY) == 0;
  g_autofree char *place =
      track > 0 ? g_strdup_printf("%s, track %u", name, track) : g_strdup(name);
  g_autofree char *text = NULL;
  va_list arguments;

  va_start(arguments, format);
  text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  rb_findings_add(check->findings, id, RB_SEVERITY_WARNING, place, "%s: %s.",
                  any ? "Most receivers" : check->receiver->name, text);
}

static gboolean
takes_rate(const GArray *rates, int rate)
{
  gboolean takes = rates->len == 0;

  for (guint i = 0; i < rates->len; i++)
    takes = takes || g_array_index(rates, int, i) == rate;
  return takes;
}

static void
check_format(const Check *check, const AlFormat *format)
{
  const AlReceiverFiles *files = &check->receiver->files;
  AlEncoding encoding =
      al_file_cut_encoding(check->delivered->deliverable, check->rendering->timeline, format);

  if (files->codecs != 0 && (files->codecs >> encoding.codec & 1) == 0)
    warn(check, "S01", 0, "files of the format %s are not taken", al_codec_name(encoding.codec));
  if (!takes_rate(files->rates, encoding.rate))
    warn(check, "S02", 0, "files of %.1f kHz are not taken", encoding.rate / 1000.0);
  if (files->bits != 0 && encoding.bits != 0 && (files->bits >> encoding.bits & 1) == 0)
    warn(check, "S03", 0, "files of %d bits are not taken", encoding.bits);
}

static gboolean
is_plain(const char *name)
{
  for (; *name != '\0'; name++)
    if (!g_ascii_isalnum(*name) && *name != '-' && *name != '_')
      return FALSE;
  return TRUE;
}

static void
check_names(const Check *check)
{
  const AlProject *project = check->rendering->project;

  for (guint number = 1; number <= project->tracks->len; number++) {
    g_autofree char *name = al_track_name(project, check->delivered->deliverable, number);

    if (!is_plain(name)) {
      warn(check, "S05", number,
           "names have A to Z, a to z, 0 to 9, hyphen and underscore only, and this is \"%s\" "
           "(characters: plain)",
           name);
      return; /* one tells it all */
    }
  }
}

/* Of the files, to which gaps and crossfades belong. */
static void
check_lengths(const Check *check)
{
  const AlTimeline *timeline = check->rendering->timeline;
  double shortest = check->receiver->audio.shortest_seconds;

  for (guint number = 1; number <= timeline->slots->len; number++) {
    gint64 frames =
        al_timeline_track_end(timeline, number) - al_timeline_slot(timeline, number)->first_frame;
    double seconds = (double)frames / timeline->rate;

    if (seconds < shortest)
      warn(check, "S06", number, "a track has at least %.0f s, and this has %.1f s", shortest,
           seconds);
  }
}

static void
plan_for(const Heard *heard, const AlReceiver *receiver)
{
  Check check = heard->check;
  const AlFileSettings *files = &check.delivered->deliverable->files;

  check.receiver = receiver;
  for (guint i = 0; i < files->formats->len; i++)
    check_format(&check, &g_array_index(files->formats, AlFormat, i));
  if (receiver->files.no_metadata && files->metadata)
    warn(&check, "S04", 0, "files are without metadata (metadata: none)");
  if (receiver->files.plain_names)
    check_names(&check);
  check_lengths(&check);
}

/* Each receiver that the deliverable names, and those of all. */
static void
each_receiver(const Heard *heard, void (*visit)(const Heard *, const AlReceiver *))
{
  g_autoptr(GPtrArray) receivers = al_receivers_shipped();
  const GArray *named = heard->check.delivered->deliverable->files.receivers;

  visit(heard, al_receivers_find(receivers, AL_RECEIVER_ANY));
  for (guint i = 0; i < named->len; i++) {
    const AlReceiver *receiver =
        al_receivers_find(receivers, g_array_index(named, AlReceiverName, i).name);

    if (receiver != NULL)
      visit(heard, receiver);
  }
}

static void
check_known(const AlRendering *rendering, const AlDeliverable *deliverable)
{
  g_autoptr(GPtrArray) receivers = al_receivers_shipped();
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autofree char *all = NULL;

  for (guint i = 0; i < receivers->len; i++)
    g_ptr_array_add(names, ((const AlReceiver *)g_ptr_array_index(receivers, i))->name);
  g_ptr_array_add(names, NULL);
  all = g_strjoinv(", ", (char **)names->pdata);
  for (guint i = 0; i < deliverable->files.receivers->len; i++) {
    const AlReceiverName *named = &g_array_index(deliverable->files.receivers, AlReceiverName, i);
    g_autofree char *meant =
        al_schema_suggest(named->name, (const char *const *)(gpointer)names->pdata);
    g_autofree char *hint = meant == NULL ? g_strdup_printf("expected one of %s", all) : NULL;

    if (al_receivers_find(receivers, named->name) == NULL)
      al_diagnostics_add(rendering->project->diagnostics, named->place,
                         meant != NULL ? meant : hint, "no such receiver is known: \"%s\"",
                         named->name);
  }
}

void
al_receiver_check_plan(const AlRendering *rendering, const AlDelivered *delivered,
                       RbFindings *findings)
{
  const Heard heard = {
      .check = {.rendering = rendering, .delivered = delivered, .findings = findings}};

  check_known(rendering, delivered->deliverable);
  each_receiver(&heard, plan_for);
}

/* Where the first and the last sound of a track are. */
static gboolean
find_edges(const AlProgram *program, guint number, Edges *edges, GError **error)
{
  const AlFinished *finished = program->finished;
  gint64 total = finished->starts[number + 1] - finished->starts[number];
  g_autoptr(AlSource) source = al_float_store_open(program->store, finished->starts[number]);
  gint64 first = total, last = -1;
  double block[2 * AL_BLOCK_FRAMES];

  *edges = (Edges){0};
  for (gint64 done = 0; done < total;) {
    gint64 count = MIN(total - done, AL_BLOCK_FRAMES);

    if (al_source_read(source, block, (gsize)count, error) < 0)
      return FALSE;
    for (gint64 i = 0; i < count; i++) {
      double level = MAX(fabs(block[2 * i]), fabs(block[2 * i + 1]));

      edges->peak = MAX(edges->peak, level);
      if (level > SILENCE) {
        first = MIN(first, done + i);
        last = done + i;
      }
    }
    done += count;
  }
  edges->head_seconds = (double)first / finished->rate;
  edges->tail_seconds = (double)(total - 1 - last) / finished->rate;
  return TRUE;
}

static void
check_silence(const Check *check, guint number, const Edges *edges)
{
  double most = check->receiver->audio.most_silence_seconds;

  if (edges->head_seconds > most)
    warn(check, "S07", number,
         "a track begins with at most %.0f s of silence, and this with %.1f s", most,
         edges->head_seconds);
  if (edges->tail_seconds > most)
    warn(check, "S07", number, "a track ends with at most %.0f s of silence, and this with %.1f s",
         most, edges->tail_seconds);
}

static void
check_sizes(const Check *check)
{
  double most = check->receiver->files.most_megabytes;

  for (guint i = 0; most > 0 && i < check->delivered->files->len; i++) {
    const AlDeliveredFile *file = g_ptr_array_index(check->delivered->files, i);
    g_autofree char *path =
        g_build_filename(al_staging_folder(check->rendering->staging), file->name, NULL);
    g_autoptr(GFile) object = g_file_new_for_path(path);
    g_autoptr(GFileInfo) info = g_file_query_info(object, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
    double megabytes = info != NULL ? (double)g_file_info_get_size(info) / 1e6 : 0;

    if (megabytes > most)
      warn(check, "S09", file->audio.track, "a file has at most %.0f MB, and this has %.1f MB",
           most, megabytes);
  }
}

static void
hear_for(const Heard *heard, const AlReceiver *receiver)
{
  Check check = heard->check;

  check.receiver = receiver;
  for (guint number = 1; number <= check.delivered->tracks->len; number++) {
    const Edges *edges = &heard->edges[number];
    double dbfs = 20 * log10(edges->peak);

    check_silence(&check, number, edges);
    if (dbfs > receiver->audio.highest_dbfs)
      warn(&check, "S08", number, "peaks have at most %.1f dBFS, and here is one of %.2f dBFS",
           receiver->audio.highest_dbfs, dbfs);
  }
  check_sizes(&check);
}

gboolean
al_receiver_check_audio(const AlRendering *rendering, const AlDelivered *delivered,
                        const AlProgram *program, RbFindings *findings, GError **error)
{
  guint count = delivered->tracks->len;
  g_autofree Edges *edges = g_new0(Edges, count + 1);
  Heard heard = {
      .check = {.rendering = rendering, .delivered = delivered, .findings = findings},
      .edges = edges,
  };

  for (guint number = 1; number <= count; number++)
    if (!find_edges(program, number, &edges[number], error))
      return FALSE;
  each_receiver(&heard, hear_for);
  return TRUE;
}
