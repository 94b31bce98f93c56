/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "album/convert/convert.h"
#include "src/options.h"
#include "src/progress.h"
#include "src/report.h"

/* The options as the user writes them. */
typedef struct {
  char *to;
  char *format;
  char *gaps;
  gboolean portable;
} Asked;

static void
asked_clear(Asked *asked)
{
  g_free(asked->to);
  g_free(asked->format);
  g_free(asked->gaps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Asked, asked_clear)

static gboolean
refuse(const char *what, const char *value, const char *expected)
{
  fprintf(stderr, "segue convert: %s \"%s\"; expected %s\n", what, value, expected);
  return FALSE;
}

static gboolean
read_target(const Asked *asked, AlConversion *conversion)
{
  if (asked->to != NULL)
    return al_target_find(asked->to, &conversion->target) ||
           refuse("there is no form", asked->to, "ddp, cue, bin, toc or tracks");
  if (asked->format != NULL || asked->gaps != NULL) {
    gboolean folder = al_target_guess(conversion->out, &conversion->target) &&
                      conversion->target == AL_TARGET_DDP;

    conversion->target = AL_TARGET_TRACKS;
    return folder || refuse("--format and --gaps make tracks, and one file is named",
                            conversion->out, "the name of a folder");
  }
  return al_target_guess(conversion->out, &conversion->target) ||
         refuse("it is not clear what is to become of", conversion->out,
                "--to=cue, --to=toc, or --to=tracks with the name of a folder");
}

/* Options that the target does not know are a misunderstanding. */
static gboolean
check_options(const Asked *asked, const AlConversion *conversion)
{
  gboolean tracks = conversion->target == AL_TARGET_TRACKS;
  gboolean cue = conversion->target == AL_TARGET_CUE || conversion->target == AL_TARGET_BIN;

  if (asked->format != NULL && !tracks)
    return refuse("--format is for tracks, not for", asked->to, "--to=tracks");
  if (asked->gaps != NULL && !tracks)
    return refuse("--gaps is for tracks, not for", asked->to, "--to=tracks");
  if (asked->portable && !cue)
    return refuse("--portable is for a CUE, not for", al_target(conversion->target, FALSE).name,
                  "--to=cue or --to=bin");
  return TRUE;
}

/* The codecs in which a track comes back as it was, with nothing but libraries. */
static gboolean
find_codec(const char *name, AlCodec *codec)
{
  static const AlCodec codecs[] = {AL_CODEC_WAV, AL_CODEC_FLAC, AL_CODEC_AIFF};

  for (gsize i = 0; i < G_N_ELEMENTS(codecs); i++) {
    if (strcmp(name, al_codec_name(codecs[i])) == 0) {
      *codec = codecs[i];
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
read_conversion(const Asked *asked, AlConversion *conversion)
{
  conversion->portable = asked->portable;
  if (asked->format != NULL && !find_codec(asked->format, &conversion->codec))
    return refuse("there is no format", asked->format, "wav, flac or aiff");
  if (asked->gaps != NULL && !al_gaps_find(asked->gaps, &conversion->gaps))
    return refuse("gaps cannot go to", asked->gaps, "end, start or leave-out");
  return read_target(asked, conversion) && check_options(asked, conversion);
}

static void
print_files(const GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    printf("wrote %s\n", (const char *)g_ptr_array_index(files, i));
  puts("Read back and proven: the same audio, and all that this form can hold of the disc.");
}

static void
print_json(const GPtrArray *files, const RbFindings *findings)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();

  json_builder_set_member_name(builder, "files");
  json_builder_begin_array(builder);
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *valid = g_utf8_make_valid(g_ptr_array_index(files, i), -1);

    json_builder_add_string_value(builder, valid);
  }
  json_builder_end_array(builder);
  report_json_outcome(builder, findings, NULL, NULL);
  report_json_end(builder);
}

static int
convert(const AlConversion *conversion, const Options *options)
{
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GError) error = NULL;
  Progress progress;
  AlJob job;

  progress_init(&progress, options->quiet);
  job = progress_job(&progress, 0);
  files = al_convert(conversion, &job, findings, &error);
  progress_end(&progress);
  if (files != NULL && options->json)
    print_json(files, findings);
  else if (files != NULL && !options->quiet)
    print_files(files);
  return report_end(options->json, findings, error);
}

static int
run(int argc, char **argv)
{
  g_auto(Asked) asked = {0};
  AlConversion conversion = {.codec = AL_CODEC_WAV};
  const GOptionEntry entries[] = {
      {"to", 't', 0, G_OPTION_ARG_STRING, &asked.to,
       "ddp, cue, bin, toc or tracks; by default as the name of OUT says", "FORM"},
      {"portable", 0, 0, G_OPTION_ARG_NONE, &asked.portable,
       "A CUE that says only what every reader takes", NULL},
      {"format", 'f', 0, G_OPTION_ARG_STRING, &asked.format,
       "Of tracks: wav (default), flac or aiff", "FORMAT"},
      {"gaps", 'g', 0, G_OPTION_ARG_STRING, &asked.gaps,
       "Where tracks have the gaps: end (default; of the track before), start or leave-out",
       "WHERE"},
      G_OPTION_ENTRY_NULL,
  };
  Options options;

  if (!options_read(&cmd_convert, entries, 2, 2, argc, argv, &options))
    return EXIT_REFUSED;
  conversion.in = options.arguments[0];
  conversion.out = options.arguments[1];
  if (!read_conversion(&asked, &conversion))
    return EXIT_REFUSED;
  return convert(&conversion, &options);
}

const Command cmd_convert = {
    .name = "convert",
    .arguments = "IN OUT",
    .summary = "Turns a disc into another form: DDP, CUE+WAV, CUE+BIN, TOC, or a file a track.",
    .run = run,
};
