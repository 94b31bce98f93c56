/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "src/rendering.h"

#define MOST_JOBS 1024
#define MOST_BLOCK_FRAMES 65536

typedef struct {
  char *out;
  char **only;
  char *dump_stages;
  int jobs;
  int block_frames;
  gboolean dry_run;
} RenderOptions;

static gboolean
read_options(int argc, char **argv, RenderOptions *render, Options *common)
{
  const GOptionEntry entries[] = {
      {"out", 'o', 0, G_OPTION_ARG_FILENAME, &render->out,
       "Put the masters into DIR (default: masters/ beside the project)", "DIR"},
      {"only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &render->only,
       "Make only this deliverable; can be given again", "NAME"},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &render->jobs,
       "Use N threads (default: all processors); the result is the same", "N"},
      {"dry-run", 'n', 0, G_OPTION_ARG_NONE, &render->dry_run,
       "Check and lay out everything, write nothing", NULL},
      {"dump-stages", 0, 0, G_OPTION_ARG_FILENAME, &render->dump_stages,
       "Write the audio after each step of each track's chain into DIR", "DIR"},
      {"block-frames", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &render->block_frames,
       "Pull audio in blocks of N frames; the result is the same", "N"},
      G_OPTION_ENTRY_NULL,
  };

  if (!options_read(&cmd_render, entries, 1, 1, argc, argv, common))
    return FALSE;
  if (render->jobs < 0 || render->jobs > MOST_JOBS || render->block_frames < 0 ||
      render->block_frames > MOST_BLOCK_FRAMES) {
    fprintf(stderr, "segue render: --jobs is a number of threads from 1 to %d\n", MOST_JOBS);
    return FALSE;
  }
  return TRUE;
}

static int
run(int argc, char **argv)
{
  RenderOptions render = {0};
  Options common;
  int status = EXIT_REFUSED;

  if (read_options(argc, argv, &render, &common)) {
    const AlRenderSettings settings = {.place = render.out,
                                       .only = (const char *const *)render.only,
                                       .dry_run = render.dry_run,
                                       .dump_stages = render.dump_stages,
                                       .block_frames = (gsize)render.block_frames};

    status = rendering_run(common.arguments[0], &settings, &common, (guint)render.jobs);
  }
  g_free(render.out);
  g_free(render.dump_stages);
  g_strfreev(render.only);
  return status;
}

const Command cmd_render = {
    .name = "render",
    .arguments = "ALBUM",
    .summary = "Makes the masters of an album from its project file.",
    .run = run,
};
