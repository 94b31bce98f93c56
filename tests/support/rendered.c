/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/rendered.h"

#include <sndfile.h>
#include <string.h>

#include "tests/support/sound_file.h"

void
test_rendered_init(TestRendered *rendered)
{
  *rendered = (TestRendered){.folder = test_folder_new()};
}

static void
forget(TestRendered *rendered)
{
  g_clear_pointer(&rendered->render, al_render_free);
  g_clear_pointer(&rendered->project, al_project_free);
  g_clear_pointer(&rendered->findings, rb_findings_free);
  g_clear_error(&rendered->error);
}

void
test_rendered_clear(TestRendered *rendered)
{
  forget(rendered);
  test_folder_remove(rendered->folder);
}

void
test_rendered_add_mix(const TestRendered *rendered, const char *name, int rate,
                      const double *samples, gint64 frames)
{
  g_autofree char *path = g_build_filename(rendered->folder, name, NULL);

  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_24, rate, 2, samples, frames);
}

void
test_rendered_run(TestRendered *rendered, const char *yaml, gboolean dry_run)
{
  g_autofree char *path = g_build_filename(rendered->folder, "album.yaml", NULL);
  const AlRenderSettings settings = {.dry_run = dry_run};
  const AlJob job = {.threads = 2};
  g_autofree char *wrong = NULL;

  forget(rendered);
  rendered->project = al_project_parse(path, yaml, strlen(yaml));
  wrong = al_diagnostics_format(rendered->project->diagnostics);
  g_assert_cmpstr(wrong, ==, "");
  rendered->findings = rb_findings_new();
  rendered->render =
      al_render(rendered->project, &settings, &job, rendered->findings, &rendered->error);
}

guint
test_rendered_count(const TestRendered *rendered, const char *id)
{
  guint count = 0;

  for (guint i = 0; i < rb_findings_count(rendered->findings); i++)
    count += strcmp(rb_findings_get(rendered->findings, i)->id, id) == 0;
  return count;
}

const char *
test_rendered_finding(const TestRendered *rendered, const char *id)
{
  for (guint i = 0; i < rb_findings_count(rendered->findings); i++)
    if (strcmp(rb_findings_get(rendered->findings, i)->id, id) == 0)
      return rb_findings_get(rendered->findings, i)->text;
  return NULL;
}

char *
test_rendered_text(const TestRendered *rendered, const char *name)
{
  g_autofree char *path = g_build_filename(rendered->folder, "masters", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents(path, &text, NULL, &error);
  g_assert_no_error(error);
  return text;
}

int *
test_rendered_samples(const TestRendered *rendered, const char *name, gint64 *frames)
{
  g_autofree char *path = g_build_filename(rendered->folder, "masters", name, NULL);
  SF_INFO info = {0};
  SNDFILE *file = sf_open(path, SFM_READ, &info);
  int *samples;

  g_assert_nonnull(file);
  samples = g_new(int, 2 * (gsize)info.frames);
  g_assert_cmpint(sf_readf_int(file, samples, info.frames), ==, info.frames);
  sf_close(file);
  *frames = info.frames;
  return samples;
}
