/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/process/processor.h"

#include "album/error.h"
#include "tests/support/stream.h"
#include "tests/support/tone.h"

#include <string.h>

#define RATE 48000
#define DELAY 700
#define FRAMES 2000

/* A processor that only delays, by more than a block. */
typedef struct {
  AlProcessor processor;
  double lines[2 * (DELAY + AL_PROCESSOR_FRAMES)];
} Late;

static void
late_process(AlProcessor *processor, double *block)
{
  Late *late = (Late *)processor;
  const gsize size = 2 * AL_PROCESSOR_FRAMES;

  memcpy(late->lines + 2 * DELAY, block, size * sizeof *block);
  memcpy(block, late->lines, size * sizeof *block);
  memmove(late->lines, late->lines + size, sizeof(double) * 2 * DELAY);
}

static void
late_free(AlProcessor *processor)
{
  g_free(processor);
}

static const AlProcessorClass late_class = {late_process, late_free};

static AlSource *
late_new(AlSource *input)
{
  Late *late = g_new0(Late, 1);

  al_processor_init(&late->processor, &late_class, input, 0, DELAY);
  return &late->processor.source;
}

static void
test_delay_is_compensated(void)
{
  const gsize sizes[] = {1, 7, 588, 4096};
  g_autofree double *block = signal_silence(FRAMES);

  signal_add_noise(block, FRAMES, 1, 1);
  for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
    g_autoptr(AlSource) input = stream_new(block, FRAMES, RATE);
    g_autoptr(AlSource) late = late_new(input);
    g_autofree double *out = stream_read_all(late, sizes[i]);

    g_assert_cmpmem(block, sizeof(double) * 2 * FRAMES, out, sizeof(double) * 2 * FRAMES);
  }
}

/* The input was read from before: what is left of it is all there is. */
static void
test_ends_with_its_input(void)
{
  g_autofree double *block = signal_silence(FRAMES);
  g_autofree double *out = signal_silence(FRAMES);
  g_autoptr(AlSource) input = stream_new(block, FRAMES, RATE);
  g_autoptr(AlSource) late = NULL;

  g_assert_true(al_source_skip(input, 600, NULL));
  late = late_new(input);
  g_assert_cmpint(al_source_read(late, out, FRAMES, NULL), ==, FRAMES - 600);
  g_assert_cmpint(al_source_read(late, out, FRAMES, NULL), ==, 0);
}

static gssize
broken_read(AlSource *source, double *block, gsize frames, GError **error)
{
  (void)source, (void)block, (void)frames;
  g_set_error_literal(error, AL_ERROR, AL_ERROR_AUDIO, "broken");
  return -1;
}

static void
test_fails_with_its_input(void)
{
  const AlSourceClass broken_class = {broken_read, NULL};
  AlSource broken = {.class = &broken_class, .rate = RATE, .frames = 10};
  g_autoptr(AlSource) late = late_new(&broken);
  g_autoptr(GError) error = NULL;
  double out[20];

  g_assert_cmpint(al_source_read(late, out, 10, &error), ==, -1);
  g_assert_error(error, AL_ERROR, AL_ERROR_AUDIO);
  g_assert_cmpint(al_source_read(late, out, 10, NULL), ==, -1);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/processor/delay_is_compensated", test_delay_is_compensated);
  g_test_add_func("/processor/ends_with_its_input", test_ends_with_its_input);
  g_test_add_func("/processor/fails_with_its_input", test_fails_with_its_input);
  return g_test_run();
}
