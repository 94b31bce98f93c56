/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/plants.h"

#include "album/project/data_file.h"
#include "album/project/values.h"
#include "redbook/msf.h"

static const AlChoice required[] = {{"required", TRUE}, {NULL, 0}};

static void
read_time(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  g_autoptr(GError) error = NULL;

  (void)key;
  if (al_value_is_text(reader, value) && !rb_msf_parse(value->text, member, &error))
    al_schema_tell(reader, value, "a time is MM:SS:FF", error->message);
}

static const AlSchemaKey plant_keys[] = {
    {.key = "plant", .read = al_value_text, .offset = offsetof(AlPlant, name), .required = TRUE},
    {.key = "about", .read = al_value_text, .offset = offsetof(AlPlant, about), .required = TRUE},
    {.key = "usual", .read = read_time, .offset = offsetof(AlPlant, usual_sectors)},
    {.key = "longest", .read = read_time, .offset = offsetof(AlPlant, longest_sectors)},
    {.key = "shortest", .read = read_time, .offset = offsetof(AlPlant, shortest_sectors)},
    {.key = "checksums",
     .read = al_value_choice,
     .offset = offsetof(AlPlant, checksums),
     .detail = required},
    {.key = "source", .read = al_value_text, .offset = offsetof(AlPlant, source), .required = TRUE},
    {.key = "note", .read = al_value_text, .offset = offsetof(AlPlant, note)},
    {.key = NULL},
};

static void
plant_free(gpointer data)
{
  AlPlant *plant = data;

  g_free(plant->name);
  g_free(plant->about);
  g_free(plant->source);
  g_free(plant->note);
  g_free(plant);
}

static void
read_plant(AlReader *reader, const AlYamlNode *item, GPtrArray *plants)
{
  AlPlant *plant = g_new0(AlPlant, 1);

  g_ptr_array_add(plants, plant);
  al_schema_read(reader, item, "a plant", plant_keys, plant);
  if (plant->longest_sectors > 0 && plant->usual_sectors > plant->longest_sectors)
    al_schema_tell(reader, item, "usual is at most longest", "usual and longest contradict");
}

static const AlDataShape plants_shape = {
    .list = "plants", .entry = "a plant", .read = read_plant, .entry_free = plant_free};

GPtrArray *
al_plants_parse(const char *name, const char *text, gsize length, GError **error)
{
  return al_data_file_parse(&plants_shape, name, text, length, error);
}

GPtrArray *
al_plants_shipped(void)
{
  return al_data_file_shipped(&plants_shape, "plants.yaml");
}

const AlPlant *
al_plants_find(const GPtrArray *plants, const char *name)
{
  for (guint i = 0; i < plants->len; i++) {
    const AlPlant *plant = g_ptr_array_index(plants, i);

    if (g_ascii_strcasecmp(plant->name, name) == 0)
      return plant;
  }
  return NULL;
}

/* The time of a disc that MM:SS:FF can say; beyond that R03 speaks. */
static char *
format_time(gint32 sectors)
{
  return rb_msf_format(CLAMP(sectors, 0, RB_MAX_SECTORS - 1));
}

static void
judge_end(const AlPlant *plant, gint32 end, RbFindings *findings)
{
  gboolean too_long = plant->longest_sectors > 0 && end > plant->longest_sectors;
  g_autofree char *time = format_time(end);
  g_autofree char *limit = format_time(too_long ? plant->longest_sectors : plant->usual_sectors);

  if (too_long)
    rb_findings_add(findings, "R12", RB_SEVERITY_ERROR, plant->name,
                    "The disc ends at %s; %s takes up to %s (%s).", time, plant->about, limit,
                    plant->source);
  else if (plant->usual_sectors > 0 && end > plant->usual_sectors)
    rb_findings_add(findings, "R12", RB_SEVERITY_WARNING, plant->name,
                    "The disc ends at %s; beyond %s %s has to be asked (%s).", time, limit,
                    plant->about, plant->source);
}

void
al_plant_judge(const AlPlant *plant, const RbDisc *disc, RbFindings *findings)
{
  gint32 start = disc->tracks->len > 0 ? rb_track_index(rb_disc_track(disc, 1), 1) : -1;

  judge_end(plant, disc->lead_out_sector, findings);
  if (start >= 0 && disc->lead_out_sector - start < plant->shortest_sectors) {
    g_autofree char *time = format_time(disc->lead_out_sector - start);
    g_autofree char *limit = format_time(plant->shortest_sectors);

    rb_findings_add(findings, "R12", RB_SEVERITY_ERROR, plant->name,
                    "The programme lasts %s; %s takes %s and more (%s).", time, plant->about, limit,
                    plant->source);
  }
}
