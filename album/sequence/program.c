/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/sequence/program.h"

#include <string.h>

#include "album/audio/fade.h"

/* A stretch of audio on the timeline, and how it comes and goes. */
typedef struct {
  guint number; /* of the track, 0: the hidden audio */
  gint64 first_frame, frames;
  gint64 in_frames, out_frames; /* of its fades */
  AlCurve in_curve, out_curve;
  gboolean crossfade_in, crossfade_out;
  double gain;
  AlSource *source; /* NULL until the program reaches it, and behind it */
} Clip;

typedef struct {
  AlSource source;
  AlProgramPart part;
  GArray *clips;    /* of Clip, by first frame; one overlaps at most its neighbours */
  guint first_clip; /* all before it are done */
  gint64 position;  /* on the timeline */
  double block[2 * AL_BLOCK_FRAMES];
} Program;

static double
gain_in(const Clip *clip, gint64 frame)
{
  double position = ((double)frame + 0.5) / (double)clip->in_frames, out, in;

  if (!clip->crossfade_in)
    return al_fade_gain(clip->in_curve, position);
  al_fade_equal_power(position, &out, &in);
  return in;
}

static double
gain_out(const Clip *clip, gint64 frame)
{
  double left = ((double)(clip->frames - frame) - 0.5) / (double)clip->out_frames, out, in;

  if (!clip->crossfade_out)
    return al_fade_gain(clip->out_curve, left);
  al_fade_equal_power(1 - left, &out, &in);
  return out;
}

/* Fades the part of `block` (frames `from` to `from + count` of the clip) that lies in its fades.
 */
static void
apply_fades(const Clip *clip, double *block, gint64 from, gint64 count)
{
  for (gint64 i = from; i < MIN(from + count, clip->in_frames); i++) {
    double gain = gain_in(clip, i);

    block[2 * (i - from)] *= gain;
    block[2 * (i - from) + 1] *= gain;
  }
  for (gint64 i = MAX(from, clip->frames - clip->out_frames); i < from + count; i++) {
    double gain = gain_out(clip, i);

    block[2 * (i - from)] *= gain;
    block[2 * (i - from) + 1] *= gain;
  }
}

/* Opens a clip at its frame `from`, which is its first unless the program begins within it. */
static gboolean
open_clip(Program *program, Clip *clip, gint64 from, GError **error)
{
  clip->source = program->part.open(clip->number, program->part.data, error);
  if (clip->source == NULL)
    return FALSE;
  g_assert(clip->source->rate == program->source.rate);
  return al_source_skip(clip->source, from, error);
}

/* Reads frames `from` to `from + count` of a clip into the program's block. */
static gboolean
read_clip(Program *program, Clip *clip, gint64 from, gint64 count, GError **error)
{
  gssize got;

  if (clip->source == NULL && !open_clip(program, clip, from, error))
    return FALSE;
  got = al_source_read(clip->source, program->block, (gsize)count, error);
  if (got < 0)
    return FALSE;
  /* A source of another length than it said is a bug of ours, not of the mix. */
  g_assert(got == count);
  return TRUE;
}

/* Adds to `out` (`frames` frames from the program's position on) what the clip has there. */
static gboolean
mix_clip(Program *program, Clip *clip, double *out, gint64 frames, GError **error)
{
  gint64 begin = MAX(program->position, clip->first_frame);
  gint64 end = MIN(program->position + frames, clip->first_frame + clip->frames);

  if (begin >= end)
    return TRUE;
  if (!read_clip(program, clip, begin - clip->first_frame, end - begin, error))
    return FALSE;
  apply_fades(clip, program->block, begin - clip->first_frame, end - begin);
  out += 2 * (begin - program->position);
  for (gint64 i = 0; i < 2 * (end - begin); i++)
    out[i] += clip->gain * program->block[i];
  if (end == clip->first_frame + clip->frames)
    g_clear_pointer(&clip->source, al_source_free);
  return TRUE;
}

static gssize
program_read(AlSource *source, double *block, gsize frames, GError **error)
{
  Program *program = (Program *)source;
  gint64 end = program->part.first_frame + source->frames;
  gint64 count = MIN((gint64)frames, end - program->position);

  count = MIN(count, AL_BLOCK_FRAMES);
  memset(block, 0, sizeof(double) * 2 * (gsize)count);
  for (guint i = program->first_clip; i < program->clips->len; i++) {
    Clip *clip = &g_array_index(program->clips, Clip, i);

    if (clip->first_frame >= program->position + count)
      break;
    if (!mix_clip(program, clip, block, count, error))
      return -1;
    if (clip->first_frame + clip->frames <= program->position && i == program->first_clip)
      program->first_clip++;
  }
  program->position += count;
  return (gssize)count;
}

static void
program_free(AlSource *source)
{
  Program *program = (Program *)source;

  g_array_unref(program->clips);
  g_free(program);
}

static void
clip_clear(gpointer data)
{
  Clip *clip = data;

  al_source_free(clip->source);
}

static double
gain_of(const Program *program, guint number)
{
  return program->part.gains != NULL ? program->part.gains[number] : 1;
}

static void
add_hidden(Program *program)
{
  Clip clip = {
      .first_frame = program->part.timeline->hidden_frame,
      .frames = program->part.timeline->hidden_frames,
      .gain = gain_of(program, 0),
  };

  if (clip.frames > 0)
    g_array_append_val(program->clips, clip);
}

static void
add_track(Program *program, guint number)
{
  const AlTimeline *timeline = program->part.timeline;
  const AlTransition *transition = &al_project_track(program->part.project, number)->transition;
  const AlSlot *slot = al_timeline_slot(timeline, number);
  gint64 overlap_next =
      number < timeline->slots->len ? al_timeline_slot(timeline, number + 1)->overlap_frames : 0;
  Clip clip = {
      .number = number,
      .first_frame = slot->first_frame,
      .frames = slot->frames,
      .in_frames = slot->overlap_frames > 0 ? slot->overlap_frames : slot->fade_in_frames,
      .out_frames = overlap_next > 0 ? overlap_next : slot->fade_out_frames,
      .in_curve = transition->fade_in.curve,
      .out_curve = transition->fade_out.curve,
      .crossfade_in = slot->overlap_frames > 0,
      .crossfade_out = overlap_next > 0,
      .gain = gain_of(program, number),
  };

  g_array_append_val(program->clips, clip);
}

AlSource *
al_program_new(const AlProgramPart *part)
{
  static const AlSourceClass class = {.read = program_read, .free = program_free};
  Program *program = g_new0(Program, 1);
  gint64 rest = part->timeline->frames - part->first_frame;

  program->source = (AlSource){.class = &class,
                               .rate = part->timeline->rate,
                               .frames = part->frames > 0 ? part->frames : rest};
  g_assert(program->source.frames <= rest);
  program->part = *part;
  program->position = part->first_frame;
  program->clips = g_array_new(FALSE, FALSE, sizeof(Clip));
  g_array_set_clear_func(program->clips, clip_clear);
  add_hidden(program);
  for (guint number = 1; number <= part->timeline->slots->len; number++)
    add_track(program, number);
  return &program->source;
}
