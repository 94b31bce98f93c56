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

    if (al_encoding_same_form(&format->encoding, codec))
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
         al_program_bytes(rendering->timeline, MAX(rendering->timeline->rate, HIGHEST_RATE));
}

/* A track in a codec, and the program that it is cut from. */
typedef struct {
  const AlProgram *program;
  AlDeliveredCodec *codec; /* what comes of it */
} Trial;

typedef struct {
  const AlRendering *rendering;
  const AlDelivered *delivered;
  const AlFinish *finish;
  const GPtrArray *over; /* NULL: all are tried */
  GArray *trials;        /* of Trial */
} Trials;

static gboolean
is_wanted(const Trials *trials, guint number, const AlFormat *codec)
{
  for (guint i = 0; trials->over != NULL && i < trials->over->len; i++) {
    const AlDeliveredCodec *before = g_ptr_array_index(trials->over, i);

    if (before->track == number && before->format == codec)
      return al_codec_check_peak(before->check) > AL_CODEC_LIMIT_DBTP;
  }
  return trials->over == NULL;
}

/* The program that a codec is given, its files' own where it has any. */
static const AlProgram *
find_program(const Trials *trials, const AlFormat *codec, GError **error)
{
  const AlFormat *own = find_own(trials->delivered->deliverable, &codec->encoding);
  const AlFinish wanted =
      own != NULL ? al_file_cut_finish(trials->delivered, trials->rendering->timeline, own)
                  : *trials->finish;

  return al_programs_get(trials->rendering, &wanted, error);
}

/* NULL with an error. */
static AlDeliveredCodec *
add_trial(const Trials *trials, guint number, const AlFormat *format, GError **error)
{
  Trial trial = {.program = find_program(trials, format, error)};

  if (trial.program == NULL)
    return NULL;
  trial.codec = g_new0(AlDeliveredCodec, 1);
  trial.codec->track = number;
  trial.codec->format = format;
  trial.codec->encoding = format->encoding;
  trial.codec->encoding.rate =
      al_codec_rate(trial.codec->encoding.codec, trial.program->finish.rate);
  g_array_append_val(trials->trials, trial);
  return trial.codec;
}

/* Fills `done` with what is to be tried. */
static gboolean
prepare(const Trials *trials, GPtrArray *done, GError **error)
{
  const GArray *codecs = trials->delivered->deliverable->codecs.formats;

  for (guint number = 1; number <= trials->delivered->tracks->len; number++)
    for (guint i = 0; i < codecs->len; i++) {
      const AlFormat *format = &g_array_index(codecs, AlFormat, i);
      AlDeliveredCodec *codec;

      if (!is_wanted(trials, number, format))
        continue;
      codec = add_trial(trials, number, format, error);
      if (codec == NULL)
        return FALSE;
      g_ptr_array_add(done, codec);
    }
  return TRUE;
}

static gboolean
try_codec(guint i, gpointer data, GError **error)
{
  const Trials *trials = data;
  const Trial *trial = &g_array_index(trials->trials, Trial, i);
  const gint64 *starts = trial->program->finished->starts + trial->codec->track;
  g_autoptr(AlSource) track =
      al_float_store_open_part(trial->program->store, starts[0], starts[1] - starts[0]);

  trial->codec->check = al_codec_check_new(track, &trial->codec->encoding,
                                           al_staging_work_folder(trials->rendering->staging),
                                           trials->rendering->job->cancellable, error);
  return trial->codec->check != NULL;
}

GPtrArray *
al_codec_trials_run(const AlRendering *rendering, const AlDelivered *delivered,
                    const AlFinish *finish, const GPtrArray *over, GError **error)
{
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(Trial));
  g_autoptr(GPtrArray) done = g_ptr_array_new_with_free_func(al_delivered_codec_free);
  Trials trials = {.rendering = rendering,
                   .delivered = delivered,
                   .finish = finish,
                   .over = over,
                   .trials = list};

  if (!prepare(&trials, done, error) ||
      !al_job_each(rendering->job, "Trying codecs", done->len, try_codec, &trials, error))
    return NULL;
  return g_steal_pointer(&done);
}
