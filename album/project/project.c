/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/project.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "album/error.h"
#include "album/project/read_album.h"
#include "album/project/read_chain.h"
#include "album/project/read_checks.h"
#include "album/project/read_deliver.h"
#include "album/project/read_master.h"
#include "album/project/read_track.h"
#include "album/project/values.h"
#include "album/project/yaml.h"

#define FORMAT "1"

/* Far beyond any album: 99 tracks with every text at its longest are below 200 kB. */
#define MAX_BYTES (1024 * 1024)

static void
read_version(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  (void)key;
  (void)member;
  if (al_schema_expect(reader, value, AL_YAML_TEXT, "the version of the format, 1") &&
      strcmp(value->text, FORMAT) != 0)
    al_schema_tell(reader, value, "expected 1", "this is not a version of the format");
}

/* The album is read before the tracks, whose texts are in its language; chains before those that
 * name them; the chain for all tracks before the tracks that take it over. */
static const AlSchemaKey keys[] = {
    {.key = "segue", .read = read_version, .required = TRUE, .example = "segue: " FORMAT},
    {.key = "album",
     .read = al_read_album,
     .offset = offsetof(AlProject, album),
     .required = TRUE,
     .example = "album: {title: Night Ferry}"},
    {.key = "master", .read = al_read_master, .offset = offsetof(AlProject, master)},
    {.key = "chains", .read = al_read_named_chains},
    {.key = "chain", .read = al_read_chain, .offset = offsetof(AlProject, chain)},
    {.key = "tracks",
     .read = al_read_tracks,
     .offset = offsetof(AlProject, tracks),
     .required = TRUE,
     .example = "tracks: [{file: first.wav, title: First}]"},
    {.key = "deliver",
     .read = al_read_deliver,
     .offset = offsetof(AlProject, deliverables),
     .required = TRUE,
     .example = "deliver: {cd: {dither: shaped}}"},
    {.key = "checks", .read = al_read_checks, .offset = offsetof(AlProject, checks)},
    {.key = NULL},
};

/* A format of a later program has keys that this one does not know: then all else would be noise.
 */
static gboolean
is_of_later_format(AlReader *reader, const AlYamlNode *root)
{
  const AlYamlNode *version = root->kind == AL_YAML_MAP ? al_yaml_get(root, "segue") : NULL;

  if (version == NULL || version->kind != AL_YAML_TEXT ||
      g_ascii_strtoull(version->text, NULL, 10) < 2 ||
      strspn(version->text, "0123456789") != strlen(version->text))
    return FALSE;
  al_schema_tell(reader, version, "this program reads version " FORMAT "; a later one is needed",
                 "the file has a later format");
  return TRUE;
}

static void
read_root(AlProject *project, const AlYamlNode *root)
{
  g_autofree char *folder = g_path_get_dirname(project->path);
  g_autoptr(AlNamedChains) chains = al_named_chains_new();
  AlReader reader = {.diagnostics = project->diagnostics,
                     .folder = folder,
                     .language = project->album.language,
                     .has_disc = al_deliver_has_disc(root),
                     .chains = chains,
                     .project = project};

  if (!is_of_later_format(&reader, root))
    al_schema_read(&reader, root, "a project", keys, project);
}

static AlProject *
project_new(const char *path, const char *text, gsize length)
{
  AlProject *project = g_new0(AlProject, 1);
  g_autofree char *valid = g_utf8_make_valid(text, (gssize)length);

  project->path = g_strdup(path);
  project->diagnostics = al_diagnostics_new(path, valid);
  al_album_init(&project->album);
  al_step_list_init(&project->chain);
  al_tone_init(&project->master.tone);
  al_check_settings_init(&project->checks);
  project->tracks = g_ptr_array_new_with_free_func(al_track_free);
  project->deliverables = g_ptr_array_new_with_free_func(al_deliverable_free);
  return project;
}

AlProject *
al_project_parse(const char *path, const char *text, gsize length)
{
  AlProject *project = project_new(path, text, length);
  g_autoptr(AlYamlNode) root = al_yaml_parse(text, length, project->diagnostics);

  if (root != NULL)
    read_root(project, root);
  return project;
}

/* Everything that can be read from `path`, which may be a pipe, up to MAX_BYTES. */
static GByteArray *
load(const char *path, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  guint8 block[16384];
  gsize got;
  FILE *file = g_file_test(path, G_FILE_TEST_IS_DIR) ? (errno = EISDIR, NULL) : fopen(path, "rb");
  gboolean failed;

  if (file == NULL) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "cannot open the project file %s: %s", path,
                g_strerror(errno));
    return NULL;
  }
  while (bytes->len <= MAX_BYTES && (got = fread(block, 1, sizeof(block), file)) > 0)
    g_byte_array_append(bytes, block, (guint)got);
  failed = ferror(file) != 0;
  fclose(file);
  if (!failed && bytes->len <= MAX_BYTES)
    return g_steal_pointer(&bytes);
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
              failed ? "cannot read the project file %s" : "%s is too large for a project file",
              path);
  return NULL;
}

AlProject *
al_project_read(const char *path, GError **error)
{
  g_autoptr(GByteArray) bytes = load(path, error);

  if (bytes == NULL)
    return NULL;
  g_byte_array_append(bytes, (const guint8 *)"", 1); /* an array of nothing has no address */
  return al_project_parse(path, (const char *)bytes->data, bytes->len - 1);
}

void
al_project_free(AlProject *project)
{
  if (project == NULL)
    return;
  g_free(project->path);
  al_diagnostics_free(project->diagnostics);
  al_album_clear(&project->album);
  al_tone_clear(&project->master.tone);
  al_step_list_clear(&project->chain);
  g_ptr_array_unref(project->tracks);
  g_ptr_array_unref(project->deliverables);
  g_free(project);
}

const AlTrack *
al_project_track(const AlProject *project, guint number)
{
  g_assert(number >= 1 && number <= project->tracks->len);
  return g_ptr_array_index(project->tracks, number - 1);
}

const AlDeliverable *
al_project_deliverable(const AlProject *project, guint i)
{
  g_assert(i < project->deliverables->len);
  return g_ptr_array_index(project->deliverables, i);
}
