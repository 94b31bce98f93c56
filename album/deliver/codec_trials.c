/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/codec_trials.h"

#include "album/deliver/file_cut.h"
#include "album/deliver/programs.h"

/* The highest rate of a lossy codec. */
#define HIGHEST_RATE 48000

void
al_codec_trials_plan(const AlRendering *rendering, const AlDelivered *delivered)
{
  const GArray *codecs = delivered->deliverable->codecs.formats;

  for (guint i = 0; i < codecs->len; i++) {
    const AlFormat *codec = &g_array_index(codecs, AlFormat, i);
    AlEncoding encoding = codec->encoding;
    g_autoptr(GError) error = NULL;

    encoding.rate = al_codec_rate(encoding.codec, rendering->timeline->rate);
    if (!al_encoding_check(&encoding, &error))
      al_diagnostics_add(rendering->project->diagnostics, codec->place, NULL, "%s", error->message);
  }
}

/* The format of the files that is this codec; NULL: none is. */
static const AlFormat *
find_own(const AlDeliverable *deliverable, const AlEncoding *codec)
{
  const GArray *own = deliverable->files.formats;

  for (guint i = 0; own != NULL && i < own->len; i++) {
    const AlFormat *format = &g_array_index(own, AlFormat, i);

    if (format->encoding.codec == codec->codec && format->encoding.kbps == codec->kbps &&
        format->encoding.vbr_quality == codec->vbr_quality)
      return format;
  }
  return NULL;
}

/* Programs that the deliverable itself does not need: one that is not kept otherwise (of a CD), and
 * with a ceiling that is lowered those of another ceiling. */
guint64
al_codec_trials_bytes(const AlRendering *rendering, const AlDelivered *delivered)
{
  const AlDeliverable *deliverable = delivered->deliverable;
  const GArray *codecs = deliverable->codecs.formats;
  guint programs = 1;

  if (codecs->len == 0)
    return 0;
  for (guint i = 0; i < codecs->len; i++)
    programs += find_own(deliverable, &g_array_index(codecs, AlFormat, i).encoding) != NULL;
  return (deliverable->codecs.safe ? programs : 1) *
         al_programs_bytes(rendering->timeline, MAX(rendering->timeline->rate, HIGHEST_RATE));
}

/* A codec, and the program that it is given. */
typedef struct {
  const AlProgram *program;
  AlEncoding encoding;
} Trial;

typedef struct {
  const AlRendering *rendering;
  const GArray *trials; /* of Trial */
  GPtrArray *done;      /* of AlDeliveredCodec, all trials of track 1, then of track 2 */
} Trials;

static gboolean
prepare(const AlRendering *rendering, const AlDelivered *delivered, const AlFinish *finish,
        GArray *trials, GError **error)
{
  const GArray *codecs = delivered->deliverable->codecs.formats;

  for (guint i = 0; i < codecs->len; i++) {
    Trial trial = {.encoding = g_array_index(codecs, AlFormat, i).encoding};
    const AlFormat *own = find_own(delivered->deliverable, &trial.encoding);
    const AlFinish wanted =
        own != NULL ? al_file_cut_finish(delivered, rendering->timeline, own) : *finish;

    trial.program = al_programs_get(rendering, &wanted, error);
    if (trial.program == NULL)
      return FALSE;
    trial.encoding.rate = al_codec_rate(trial.encoding.codec, wanted.rate);
    g_array_append_val(trials, trial);
  }
  return TRUE;
}

static gboolean
try_codec(guint i, gpointer data, GError **error)
{
  const Trials *trials = data;
  AlDeliveredCodec *codec = g_ptr_array_index(trials->done, i);
  const AlProgram *program = g_array_index(trials->trials, Trial, i % trials->trials->len).program;
  const gint64 *starts = program->finished->starts + codec->track;
  g_autoptr(AlSource) track =
      al_float_store_open_part(program->store, starts[0], starts[1] - starts[0]);

  codec->check = al_codec_check_new(track, &codec->encoding,
                                    al_staging_work_folder(trials->rendering->staging),
                                    trials->rendering->job->cancellable, error);
  return codec->check != NULL;
}

static void
list_codecs(Trials *trials, guint tracks)
{
  for (guint i = 0; i < tracks * trials->trials->len; i++) {
    AlDeliveredCodec *codec = g_new0(AlDeliveredCodec, 1);

    codec->track = 1 + i / trials->trials->len;
    codec->encoding = g_array_index(trials->trials, Trial, i % trials->trials->len).encoding;
    g_ptr_array_add(trials->done, codec);
  }
}

GPtrArray *
al_codec_trials_run(const AlRendering *rendering, const AlDelivered *delivered,
                    const AlFinish *finish, GError **error)
{
  g_autoptr(GArray) prepared = g_array_new(FALSE, FALSE, sizeof(Trial));
  g_autoptr(GPtrArray) done = g_ptr_array_new_with_free_func(al_delivered_codec_free);
  Trials trials = {.rendering = rendering, .trials = prepared, .done = done};

  if (!prepare(rendering, delivered, finish, prepared, error))
    return NULL;
  list_codecs(&trials, delivered->tracks->len);
  if (!al_job_each(rendering->job, "Trying codecs", done->len, try_codec, &trials, error))
    return NULL;
  return g_steal_pointer(&done);
}
