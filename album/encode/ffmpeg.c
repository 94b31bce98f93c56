/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/ffmpeg.h"

#include <string.h>

#include "album/error.h"

#define PROGRAM "ffmpeg"

/* What is run. */
typedef struct {
  const char *const *arguments;
  const char *input_path;    /* NULL: none */
  GCancellable *cancellable; /* NULL: runs to its end */
} Call;

static GStrv
make_command(const Call *call)
{
  GStrvBuilder *builder = g_strv_builder_new();
  GStrv command;

  g_strv_builder_add_many(builder, PROGRAM, "-hide_banner", "-loglevel", "error", NULL);
  for (const char *const *argument = call->arguments; *argument != NULL; argument++)
    g_strv_builder_add(builder, *argument);
  command = g_strv_builder_end(builder);
  g_strv_builder_unref(builder);
  return command;
}

/* It does not hear the signals that interrupt us: our threads block those, and it inherits that. */
static void
kill_interrupted(GCancellable *cancellable, gpointer process)
{
  (void)cancellable;
  g_subprocess_force_exit(process);
}

/* Until it has closed its outputs. GLib 2.74 corrupts memory where several threads at once wait for
 * processes and a cancellable, so that kills the process instead, and the wait is over. */
static gboolean
listen_to(GSubprocess *process, GCancellable *cancellable, GBytes **out, GBytes **err,
          GError **error)
{
  gulong handler =
      cancellable == NULL
          ? 0
          : g_cancellable_connect(cancellable, G_CALLBACK(kill_interrupted), process, NULL);
  gboolean heard = g_subprocess_communicate(process, NULL, NULL, out, err, error);

  g_cancellable_disconnect(cancellable, handler);
  return heard;
}

/* Takes over `bytes`; what is not UTF-8 in them is replaced. */
static char *
text_of(GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  char *text = data != NULL ? g_utf8_make_valid(data, (gssize)length) : g_strdup("");

  g_bytes_unref(bytes);
  return text;
}

/* What it printed on standard output (`printed`) and standard error (`said`), whether it ended well
 * or not. */
static gboolean
run(const Call *call, char **printed, char **said, GError **error)
{
  g_autoptr(GSubprocessLauncher) launcher =
      g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_auto(GStrv) command = make_command(call);
  GBytes *out, *err;

  if (call->input_path != NULL)
    g_subprocess_launcher_set_stdin_file_path(launcher, call->input_path);
  process = g_subprocess_launcher_spawnv(launcher, (const char *const *)command, error);
  if (process == NULL)
    return FALSE;
  if (!listen_to(process, call->cancellable, &out, &err, error)) {
    g_subprocess_force_exit(process);
    g_subprocess_wait(process, NULL, NULL);
    return FALSE;
  }
  *printed = text_of(out);
  *said = text_of(err);
  return g_subprocess_wait_check(process, NULL, error);
}

gboolean
al_ffmpeg_run(const char *const *arguments, const char *input_path, GCancellable *cancellable,
              GError **error)
{
  const Call call = {.arguments = arguments, .input_path = input_path, .cancellable = cancellable};
  g_autofree char *printed = NULL;
  g_autofree char *said = NULL;

  if (al_error_cancelled(cancellable, error))
    return FALSE;
  if (run(&call, &printed, &said, error))
    return TRUE;
  if (g_cancellable_is_cancelled(cancellable)) {
    g_clear_error(error);
    al_error_cancelled(cancellable, error);
    return FALSE;
  }
  if (said != NULL && *g_strstrip(said) != '\0')
    g_prefix_error(error, "%s: ", said);
  g_prefix_error(error, PROGRAM ": ");
  return FALSE;
}

/* Asks the program. */
static gboolean
find_encoder(const char *encoder, GError **error)
{
  g_autofree char *topic = g_strconcat("encoder=", encoder, NULL);
  const char *arguments[] = {"-h", topic, NULL};
  const Call call = {.arguments = arguments};
  g_autofree char *printed = NULL;
  g_autofree char *said = NULL;
  g_autofree char *answer = g_strdup_printf("Encoder %s ", encoder);

  if (!run(&call, &printed, &said, NULL)) {
    g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
                "%s is encoded by the ffmpeg program, which is not on PATH or does not run; "
                "install it, or leave %s out",
                encoder, encoder);
    return FALSE;
  }
  if (g_str_has_prefix(printed, answer))
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
              "the ffmpeg program that is installed has no encoder for %s", encoder);
  return FALSE;
}

/* A program that is not there is not asked, and one that has become another, by PATH, is asked
 * anew. Who asks while another does waits for the answer. */
gboolean
al_ffmpeg_check_encoder(const char *encoder, GError **error)
{
  static GMutex lock;
  static GHashTable *found; /* "PROGRAM ENCODER" */
  g_autofree char *program = g_find_program_in_path(PROGRAM);
  g_autofree char *key = g_strdup_printf("%s %s", program == NULL ? "" : program, encoder);
  gboolean is_there;

  g_mutex_lock(&lock);
  if (found == NULL)
    found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  is_there = g_hash_table_contains(found, key) || find_encoder(encoder, error);
  if (is_there)
    g_hash_table_add(found, g_steal_pointer(&key));
  g_mutex_unlock(&lock);
  return is_there;
}

char *
al_ffmpeg_file(const char *path)
{
  return g_strconcat("file:", path, NULL);
}
