/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program's memory does not grow with the album, and its time grows in proportion. A disc
 * that is full is measured by hand: tests/bench/full_disc.sh. */
#include <sndfile.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "tests/support/signal.h"
#include "tests/support/sound_file.h"

#define RATE 96000
#define MIX_SECONDS 60

/* The sanitizers keep memory of their own, in proportion to what is in use. */
#if defined(__SANITIZE_ADDRESS__)
#define MOST_MEGABYTES 1000
#else
#define MOST_MEGABYTES 250
#endif

typedef struct {
  double megabytes; /* the most that was resident */
  double seconds;   /* of processors */
} Cost;

static void
write_album(const char *folder, guint tracks)
{
  g_autofree char *path = g_build_filename(folder, "album.yaml", NULL);
  g_autoptr(GString) yaml = g_string_new("segue: 1\nalbum: {title: Long}\ntracks:\n");

  for (guint i = 0; i < tracks; i++)
    g_string_append(yaml, "  - {file: mix.wav}\n");
  g_string_append(yaml, "deliver: {cd: {images: [ddp]}}\n");
  g_assert_true(g_file_set_contents(path, yaml->str, -1, NULL));
}

static Cost
render(const char *folder, guint tracks)
{
  g_autofree char *album = g_build_filename(folder, "album.yaml", NULL);
  const char *arguments[] = {g_getenv("SEGUE"), "render", "--quiet", album, NULL};
  struct rusage usage;
  int status;
  GPid child;

  write_album(folder, tracks);
  g_assert_true(g_spawn_async(NULL, (char **)(gpointer)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                              NULL, NULL, &child, NULL));
  g_assert_cmpint(wait4(child, &status, 0, &usage), ==, child);
  g_assert_cmpint(status, ==, 0);
  return (Cost){
      .megabytes = (double)usage.ru_maxrss / 1024,
      .seconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                 1e-6 * (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
  };
}

/* Gone before a render is begun: what a process has resident counts for its children too. */
static void
write_mix(const char *folder)
{
  g_autofree char *path = g_build_filename(folder, "mix.wav", NULL);
  g_autofree double *samples = test_noise(0.5, 3, MIX_SECONDS * RATE);

  test_sound_file_write(path, SF_FORMAT_WAV | SF_FORMAT_PCM_24, RATE, 2, samples,
                        MIX_SECONDS * RATE);
}

static void
test_growth(void)
{
  char *folder = test_folder_new();
  Cost small, large;

  if (g_getenv("SEGUE") == NULL) {
    g_test_skip("run by make check");
    test_folder_remove(folder);
    return;
  }
  write_mix(folder);
  small = render(folder, 2);
  large = render(folder, 8);
  g_test_message("2 minutes: %.1f MB, %.2f s; 8 minutes: %.1f MB, %.2f s", small.megabytes,
                 small.seconds, large.megabytes, large.seconds);
  g_assert_cmpfloat(large.megabytes, <, MOST_MEGABYTES);
  g_assert_cmpfloat(large.megabytes, <, 1.2 * small.megabytes);
  g_assert_cmpfloat(large.seconds, <, 1.5 * 4 * small.seconds);
  test_folder_remove(folder);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/memory/growth", test_growth);
  return g_test_run();
}
