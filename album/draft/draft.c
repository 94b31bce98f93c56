/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft.h"

#include <string.h>

static void
track_clear(gpointer data)
{
  AlDraftTrack *track = data;

  g_free(track->mix.file);
  g_free(track->hidden.file);
  al_musicbrainz_clear(&track->musicbrainz);
}

AlDraft *
al_draft_new(const char *origin)
{
  AlDraft *draft = g_new0(AlDraft, 1);

  draft->origin = g_strdup(origin);
  draft->disc = rb_disc_new();
  draft->tracks = g_array_new(FALSE, TRUE, sizeof(AlDraftTrack));
  g_array_set_clear_func(draft->tracks, track_clear);
  return draft;
}

void
al_draft_free(AlDraft *draft)
{
  if (draft == NULL)
    return;
  g_free(draft->origin);
  g_free(draft->command);
  rb_disc_free(draft->disc);
  g_array_unref(draft->tracks);
  g_free(draft->label);
  g_free(draft->date);
  g_free(draft->copyright);
  g_free(draft->cover);
  al_musicbrainz_clear(&draft->musicbrainz);
  g_free(draft);
}

AlDraftTrack *
al_draft_add_track(AlDraft *draft)
{
  const AlDraftTrack track = {.mix.end_frame = -1, .hidden.end_frame = -1, .gap_sectors = -1};

  g_array_append_val(draft->tracks, track);
  while (draft->disc->tracks->len < draft->tracks->len)
    rb_disc_add_track(draft->disc);
  return al_draft_track(draft, draft->tracks->len);
}

AlDraftTrack *
al_draft_track(const AlDraft *draft, guint number)
{
  g_assert(number >= 1 && number <= draft->tracks->len);
  return &g_array_index(draft->tracks, AlDraftTrack, number - 1);
}

char *
al_draft_path(const char *project_folder, const char *path)
{
  g_autofree char *folder = g_canonicalize_filename(project_folder, NULL);
  g_autofree char *file = g_canonicalize_filename(path, NULL);
  gsize length = strlen(folder);
  gboolean below = strncmp(file, folder, length) == 0 && file[length] == G_DIR_SEPARATOR;

  return g_utf8_make_valid(below ? file + length + 1 : file, -1);
}
