/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/check/fault.h"

#include <math.h>

void
al_faults_init(AlFaults *faults)
{
  *faults = (AlFaults){.spots = g_array_new(FALSE, FALSE, sizeof(AlFault)), .figure = NAN};
}

void
al_faults_clear(AlFaults *faults)
{
  g_array_unref(faults->spots);
}

void
al_faults_copy(AlFaults *to, const AlFaults *from)
{
  GArray *spots = to->spots;

  g_array_set_size(spots, 0);
  g_array_append_vals(spots, from->spots->data, from->spots->len);
  *to = *from;
  to->spots = spots;
}

static gint64
end_of(const AlFault *fault)
{
  return fault->first_frame + fault->frames;
}

void
al_faults_add(AlFaults *faults, const AlFault *event, gint64 join_frames)
{
  AlFault *last = faults->spots->len > 0
                      ? &g_array_index(faults->spots, AlFault, faults->spots->len - 1)
                      : NULL;

  faults->events++;
  if (last != NULL && event->first_frame <= end_of(last) + join_frames && faults->more_spots == 0) {
    gint64 end = MAX(end_of(last), end_of(event));

    last->first_frame = MIN(last->first_frame, event->first_frame);
    last->frames = end - last->first_frame;
    last->channels |= event->channels;
  } else if (faults->spots->len < AL_FAULTS_KEPT) {
    g_array_append_val(faults->spots, *event);
  } else {
    faults->more_spots++;
  }
}

static gboolean
is_near(const AlFault *fault, const AlFaults *others, gint64 frames)
{
  for (guint i = 0; i < others->spots->len; i++) {
    const AlFault *other = al_faults_get(others, i);

    if (fault->first_frame <= end_of(other) + frames &&
        end_of(fault) >= other->first_frame - frames)
      return TRUE;
  }
  return FALSE;
}

void
al_faults_remove_near(AlFaults *faults, const AlFaults *other, gint64 frames)
{
  for (guint i = faults->spots->len; i-- > 0;)
    if (is_near(al_faults_get(faults, i), other, frames)) {
      g_array_remove_index(faults->spots, i);
      faults->events--;
    }
}

guint
al_faults_spots(const AlFaults *faults)
{
  return faults->spots->len + faults->more_spots;
}

const AlFault *
al_faults_get(const AlFaults *faults, guint i)
{
  return &g_array_index(faults->spots, AlFault, i);
}

const char *
al_fault_channels_name(guint channels)
{
  static const char *const names[] = {"", "left", "right", "both channels"};

  return names[channels & AL_FAULT_BOTH];
}
