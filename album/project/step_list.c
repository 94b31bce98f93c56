/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/step_list.h"

static void
free_step(gpointer step)
{
  al_step_free(step);
}

void
al_step_list_init(AlStepList *list)
{
  list->steps = g_ptr_array_new_with_free_func(free_step);
  list->places = g_array_new(FALSE, FALSE, sizeof(AlPlace));
}

void
al_step_list_clear(AlStepList *list)
{
  g_ptr_array_unref(list->steps);
  g_array_unref(list->places);
}

void
al_step_list_add(AlStepList *list, AlStep *step, AlPlace place)
{
  g_ptr_array_add(list->steps, step);
  g_array_append_val(list->places, place);
}

void
al_step_list_append(AlStepList *list, const AlStepList *other)
{
  for (guint i = 0; i < other->steps->len; i++)
    al_step_list_add(list, al_step_copy(g_ptr_array_index(other->steps, i)),
                     al_step_list_place(other, i));
}

AlPlace
al_step_list_place(const AlStepList *list, guint i)
{
  g_assert(i < list->places->len);
  return g_array_index(list->places, AlPlace, i);
}
