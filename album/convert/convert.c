/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/convert.h"

#include <string.h>

#include "album/convert/converting.h"
#include "album/convert/cue_texts.h"
#include "album/convert/fit.h"
#include "album/convert/publish.h"
#include "album/disc/one_disc.h"
#include "album/error.h"
#include "redbook/rules.h"

/* Room for what is not audio: descriptors, sheets, tags of 100 files. */
#define OTHER_BYTES (4 * 1024 * 1024)

typedef gboolean (*Write)(const AlConverting *converting, GError **error);

static const Write writers[AL_TARGETS] = {
    [AL_TARGET_DDP] = al_converting_write_ddp,       [AL_TARGET_CUE] = al_converting_write_cue,
    [AL_TARGET_BIN] = al_converting_write_bin,       [AL_TARGET_TOC] = al_converting_write_toc,
    [AL_TARGET_TRACKS] = al_converting_write_tracks,
};

/* The rules without which a disc has no marks that any form could hold. */
static gboolean
is_of_form(const char *id)
{
  static const char *const ids[] = {"R03", "R04", "R05", "R06", "R08", "R13", "R15", "R27"};

  for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
    if (strcmp(ids[i], id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
check_form(const AlDiscForm *form, GError **error)
{
  g_autoptr(RbFindings) broken = rb_findings_new();

  rb_rules_judge(form->disc, broken);
  for (guint i = 0; i < rb_findings_count(broken); i++) {
    const RbFinding *finding = rb_findings_get(broken, i);

    if (finding->severity != RB_SEVERITY_ERROR || !is_of_form(finding->id))
      continue;
    g_set_error(error, AL_ERROR, AL_ERROR_AUDIO,
                "%s cannot be converted, for no disc can be as it says (%s%s%s: %s)", form->path,
                finding->id, finding->place[0] != '\0' ? ", " : "", finding->place, finding->text);
    return FALSE;
  }
  return TRUE;
}

/* Where the output goes. */
typedef struct {
  char *place;  /* the folder, or the sheet */
  char *folder; /* in which the place is */
  char *base;   /* name of the files of a sheet, without ending */
} Place;

static void
place_clear(Place *place)
{
  g_free(place->place);
  g_free(place->folder);
  g_free(place->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Place, place_clear)

/* A name that stands in a sheet between quotes. */
static gboolean
check_base(const char *base, GError **error)
{
  if (g_utf8_validate(base, -1, NULL) && strpbrk(base, "\"\\\n\r") == NULL && base[0] != '\0')
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE,
              "a sheet cannot name a file \"%s\": expected UTF-8 without quotes, backslashes and "
              "line ends",
              base);
  return FALSE;
}

/* The name without the ending that it may have. */
static char *
base_of(const char *name)
{
  static const char *const endings[] = {".cue", ".toc", ".bin", ".wav"};
  g_autofree char *lower = g_ascii_strdown(name, -1);
  gsize length = strlen(name);

  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(lower, endings[i]))
      return g_strndup(name, length - strlen(endings[i]));
  return g_strdup(name);
}

/* To be asked before long work. */
static gboolean
is_free(const AlConverting *converting, const Place *place, GError **error)
{
  const char *const endings[] = {converting->target.ending, converting->target.audio_ending,
                                 converting->cdtext ? AL_CDTEXT_ENDING : NULL};

  if (converting->target.ending == NULL)
    return al_publish_is_free(place->place, error);
  for (gsize i = 0; i < G_N_ELEMENTS(endings) && endings[i] != NULL; i++) {
    g_autofree char *path = g_strconcat(place->folder, "/", place->base, endings[i], NULL);

    if (!al_publish_is_free(path, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_place(const AlConverting *converting, Place *place, GError **error)
{
  const char *ending = converting->target.ending;
  g_autofree char *path = g_canonicalize_filename(converting->conversion->out, NULL);
  g_autofree char *name = g_path_get_basename(path);

  place->folder = g_path_get_dirname(path);
  place->base = base_of(name);
  if (ending == NULL)
    place->place = g_steal_pointer(&path);
  else
    place->place = g_strconcat(place->folder, "/", place->base, ending, NULL);
  return (ending == NULL || check_base(place->base, error)) && is_free(converting, place, error);
}

static gboolean
reserve_room(const AlConverting *converting, GError **error)
{
  guint64 bytes = (guint64)converting->source->disc->lead_out_sector * RB_BYTES_PER_SECTOR;

  return al_staging_reserve(converting->staging, bytes + OTHER_BYTES, error);
}

static gboolean
publish(const AlConverting *converting, const Place *place, GError **error)
{
  if (converting->target.ending == NULL)
    return al_publish_folder(converting->staging, place->place, error);
  return al_publish_files(converting->staging, converting->names, place->folder, error);
}

/* What is there now, for the user. */
static GPtrArray *
written_paths(const AlConverting *converting, const Place *place)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  const char *folder = converting->target.ending == NULL ? place->place : place->folder;

  for (guint i = 0; i < converting->names->len; i++)
    g_ptr_array_add(paths, g_build_filename(folder, g_ptr_array_index(converting->names, i), NULL));
  return paths;
}

static gboolean
wants_cdtext(const AlConversion *conversion, const RbDisc *disc)
{
  gboolean cue = conversion->target == AL_TARGET_CUE || conversion->target == AL_TARGET_BIN;

  return cue && !conversion->portable && al_cue_texts_wanted(disc);
}

/* What the output can say. */
static AlTarget
target_of(const AlConversion *conversion, gboolean cdtext)
{
  AlTarget target = al_target(conversion->target, conversion->portable);

  if (cdtext) {
    target.carries = RB_COMPARE_ALL;
    target.extras = AL_EXTRA_ALL;
  }
  /* WAV and AIFF have cue points; FLAC has a tag for the language. */
  if (conversion->target == AL_TARGET_TRACKS && conversion->codec != AL_CODEC_FLAC)
    target.carries |= RB_COMPARE_INDEXES;
  else if (conversion->target == AL_TARGET_TRACKS)
    target.extras |= AL_EXTRA_LANGUAGE;
  return target;
}

static GPtrArray *
convert_form(const AlConversion *conversion, const AlDiscForm *form, const AlJob *job,
             RbFindings *findings, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AlStaging) staging = NULL;
  g_auto(Place) place = {0};
  AlConverting converting = {.conversion = conversion,
                             .cdtext = wants_cdtext(conversion, form->disc),
                             .source = form,
                             .names = names,
                             .job = job,
                             .findings = findings};

  converting.target = target_of(conversion, converting.cdtext);
  if (!find_place(&converting, &place, error))
    return NULL;
  al_fit(form->disc, &converting.target, findings);
  staging = al_staging_new(place.place, error);
  converting.staging = staging;
  converting.base = place.base;
  if (staging == NULL || !reserve_room(&converting, error) ||
      !writers[conversion->target](&converting, error) || !publish(&converting, &place, error))
    return NULL;
  return written_paths(&converting, &place);
}

GPtrArray *
al_convert(const AlConversion *conversion, const AlJob *job, RbFindings *findings, GError **error)
{
  g_autoptr(AlDiscForm) form = al_one_disc_open(conversion->in, findings, error);

  if (form == NULL || !check_form(form, error))
    return NULL;
  return convert_form(conversion, form, job, findings, error);
}
