/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "src/measuring.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "src/report.h"
#include "src/table.h"

/* A row of any of the forms: a file, or the album. */
typedef struct {
  const char *path; /* NULL: the album */
  const char *format;
  const AlMeasured *measured;
  double seconds;
  int rate, channels; /* 0: files of the album differ */
} Row;

static Row
file_row(const AlFileMeasurement *file)
{
  return (Row){
      .path = file->path,
      .format = file->info.format,
      .measured = al_measurement_get(file->measurement),
      .seconds = al_file_measurement_seconds(file),
      .rate = file->info.rate,
      .channels = file->info.channels,
  };
}

/* The rows of the files that could be read, and then, where there are any, that of the album. */
static GArray *
make_rows(const AlFileMeasurements *measurements)
{
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(Row));
  Row album = {.measured = &measurements->album, .seconds = measurements->album_seconds};

  for (guint i = 0; i < measurements->files->len; i++) {
    const AlFileMeasurement *file = al_file_measurements_get(measurements, i);
    Row row;

    if (file->measurement == NULL)
      continue;
    row = file_row(file);
    album.rate = rows->len == 0 || album.rate == row.rate ? row.rate : 0;
    album.channels = rows->len == 0 || album.channels == row.channels ? row.channels : 0;
    g_array_append_val(rows, row);
  }
  if (rows->len > 0)
    g_array_append_val(rows, album);
  return rows;
}

static double
integrated(const Row *row)
{
  return row->measured->loudness.integrated_lufs;
}

static double
range(const Row *row)
{
  return row->measured->loudness.range_lu;
}

static double
max_momentary(const Row *row)
{
  return row->measured->loudness.max_momentary_lufs;
}

static double
max_short_term(const Row *row)
{
  return row->measured->loudness.max_short_term_lufs;
}

static double
loud_sections(const Row *row)
{
  return row->measured->loudness.loud_sections_lufs;
}

static double
true_peak(const Row *row)
{
  return row->measured->true_peak_dbtp;
}

static double
sample_peak(const Row *row)
{
  return al_levels_peak_dbfs(&row->measured->levels);
}

static double
plr(const Row *row)
{
  return row->measured->plr_lu;
}

static double
min_psr(const Row *row)
{
  return row->measured->min_psr_lu;
}

static double
dynamic_range(const Row *row)
{
  return row->measured->dynamic_range != 0 ? row->measured->dynamic_range : AL_LOUDNESS_NONE;
}

static double
offset_left(const Row *row)
{
  return 100 * al_levels_dc_offset(&row->measured->levels, 0);
}

static double
offset_right(const Row *row)
{
  return row->channels == 1 ? AL_LOUDNESS_NONE
                            : 100 * al_levels_dc_offset(&row->measured->levels, 1);
}

static double
correlation(const Row *row)
{
  return row->channels == 1 ? AL_LOUDNESS_NONE : al_levels_correlation(&row->measured->levels);
}

static double
length(const Row *row)
{
  return row->seconds;
}

/* What all forms show of a row, in this order. Not finite: it does not exist. */
typedef struct {
  const char *name;    /* in JSON and CSV */
  const char *heading; /* in the table */
  int decimals;        /* in CSV and in the table */
  int table_decimals;
  double (*value)(const Row *row);
} Quantity;

static const Quantity quantities[] = {
    {"integrated_lufs", ">LUFS", 3, 1, integrated},
    {"loudness_range_lu", ">LRA", 3, 1, range},
    {"max_momentary_lufs", ">Max M", 3, 1, max_momentary},
    {"max_short_term_lufs", ">Max S", 3, 1, max_short_term},
    {"loud_sections_lufs", ">Loud", 3, 1, loud_sections},
    {"true_peak_dbtp", ">dBTP", 3, 2, true_peak},
    {"sample_peak_dbfs", ">dBFS", 3, 2, sample_peak},
    {"plr_lu", ">PLR", 3, 1, plr},
    {"min_psr_lu", ">PSR", 3, 1, min_psr},
    {"dynamic_range_db", ">DR", 0, 0, dynamic_range},
    {"dc_offset_left_percent", ">DC L %", 4, 3, offset_left},
    {"dc_offset_right_percent", ">DC R %", 4, 3, offset_right},
    {"correlation", ">Corr", 4, 2, correlation},
    {"length_seconds", NULL, 3, 3, length},
};

/* "-0.0" is no news. */
static char *
format_number(double value, int decimals, const char *none)
{
  double unit = pow(10, -decimals);

  if (!isfinite(value))
    return g_strdup(none);
  return g_strdup_printf("%.*f", decimals, fabs(value) < unit / 2 ? 0 : value);
}

/* How much of every path is the same folder. */
static gsize
common_folder(const GArray *rows)
{
  const char *first = g_array_index(rows, Row, 0).path;
  gsize common = strlen(first);

  for (guint i = 0; i + 1 < rows->len; i++) {
    const char *path = g_array_index(rows, Row, i).path;
    gsize same = 0;

    while (same < common && path[same] == first[same] && path[same] != '\0')
      same++;
    common = same;
  }
  while (common > 0 && first[common - 1] != G_DIR_SEPARATOR)
    common--;
  return common;
}

static void
add_length(Table *table, double seconds)
{
  gint64 tenths = (gint64)(seconds * 10 + 0.5);

  table_add(table, "%d:%02d.%d", (int)(tenths / 600), (int)(tenths / 10 % 60), (int)(tenths % 10));
}

static void
add_format(Table *table, const Row *row)
{
  g_autofree char *rate =
      row->rate > 0 ? g_strdup_printf("%g kHz", row->rate / 1000.0) : g_strdup("different rates");
  const char *channels = row->channels == 0 ? "" : row->channels == 1 ? ", mono" : ", stereo";

  table_add(table, "%s%s%s%s", row->path != NULL ? row->format : "", row->path != NULL ? ", " : "",
            rate, channels);
}

static void
add_row(Table *table, const Row *row, gsize folder)
{
  g_autofree char *name =
      row->path != NULL ? g_filename_display_name(row->path + folder) : g_strdup("album");

  table_add(table, "%s", name);
  for (gsize i = 0; i < G_N_ELEMENTS(quantities); i++) {
    const Quantity *quantity = &quantities[i];
    g_autofree char *number = format_number(quantity->value(row), quantity->table_decimals, "-");

    if (quantity->heading != NULL)
      table_add(table, "%s", number);
  }
  add_length(table, row->seconds);
  add_format(table, row);
}

void
measuring_print_table(const AlFileMeasurements *measurements)
{
  const char *columns[G_N_ELEMENTS(quantities) + 4] = {"File"};
  g_autoptr(GArray) rows = make_rows(measurements);
  g_autoptr(Table) table = NULL;
  guint count = 1, shown = measurements->measured > 1 ? rows->len : measurements->measured;

  if (rows->len == 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS(quantities); i++)
    if (quantities[i].heading != NULL)
      columns[count++] = quantities[i].heading;
  columns[count++] = ">Length";
  columns[count] = "Format";
  table = table_new(columns);
  for (guint i = 0; i < shown; i++)
    add_row(table, &g_array_index(rows, Row, i), common_folder(rows));
  table_print(table, stdout);
}

static void
print_notes(const GPtrArray *verdicts)
{
  putchar('\n');
  for (guint i = 0; i < verdicts->len; i++) {
    const AlServiceVerdict *verdict = g_ptr_array_index(verdicts, i);
    g_autofree char *name = al_service_verdict_name(verdict);

    if (verdict->service->note != NULL)
      printf("%s: %s.\n", name, verdict->service->note);
  }
}

void
measuring_print_services(const GPtrArray *verdicts)
{
  static const char *const columns[] = {"Service", "What it does", "Evidence", "Date", NULL};
  g_autoptr(Table) table = table_new(columns);

  for (guint i = 0; i < verdicts->len; i++) {
    const AlServiceVerdict *verdict = g_ptr_array_index(verdicts, i);
    const AlService *service = verdict->service;
    g_autofree char *name = al_service_verdict_name(verdict);
    g_autofree char *action = al_service_verdict_action(verdict);

    table_add(table, "%s", name);
    table_add(table, "%s", action);
    table_add(table, "%s", al_evidence_name(service->evidence));
    table_add(table, "%s", service->date);
  }
  table_print(table, stdout);
  print_notes(verdicts);
}

static void
json_text(JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *valid = value != NULL ? g_utf8_make_valid(value, -1) : NULL;

  json_builder_set_member_name(builder, name);
  if (valid != NULL)
    json_builder_add_string_value(builder, valid);
  else
    json_builder_add_null_value(builder);
}

/* A count, or null where it is 0: files of the album differ. */
static void
json_count(JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name(builder, name);
  if (value != 0)
    json_builder_add_int_value(builder, value);
  else
    json_builder_add_null_value(builder);
}

static void
json_row(JsonBuilder *builder, const Row *row)
{
  json_builder_begin_object(builder);
  if (row->path != NULL) {
    json_text(builder, "path", row->path);
    json_text(builder, "format", row->format);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(quantities); i++)
    report_json_number(builder, quantities[i].name, quantities[i].value(row));
  json_count(builder, "frames", row->rate > 0 ? row->measured->frames : 0);
  json_count(builder, "rate", row->rate);
  json_count(builder, "channels", row->channels);
  json_builder_end_object(builder);
}

static void
json_level(JsonBuilder *builder, double db)
{
  if (isfinite(db))
    json_builder_add_double_value(builder, db);
  else
    json_builder_add_null_value(builder);
}

static void
json_service(JsonBuilder *builder, const AlServiceVerdict *verdict)
{
  g_autofree char *text = al_service_verdict_text(verdict);
  const AlService *service = verdict->service;

  json_builder_begin_object(builder);
  json_text(builder, "service", service->name);
  json_text(builder, "mode", service->mode);
  json_builder_set_member_name(builder, "gains_db");
  json_builder_begin_array(builder);
  for (guint i = 0; i < verdict->tracks; i++)
    json_level(builder, verdict->gains_db[i]);
  json_builder_end_array(builder);
  json_text(builder, "text", text);
  json_text(builder, "date", service->date);
  json_text(builder, "evidence", al_evidence_name(service->evidence));
  json_text(builder, "source", service->source);
  json_text(builder, "note", service->note);
  json_builder_end_object(builder);
}

static void
json_services(JsonBuilder *builder, const GPtrArray *services)
{
  json_builder_set_member_name(builder, "services");
  json_builder_begin_array(builder);
  for (guint i = 0; i < services->len; i++)
    json_service(builder, g_ptr_array_index(services, i));
  json_builder_end_array(builder);
}

void
measuring_print_json(const AlFileMeasurements *measurements, const GPtrArray *services,
                     const RbFindings *findings)
{
  g_autoptr(JsonBuilder) builder = report_json_begin();
  g_autoptr(GArray) rows = make_rows(measurements);

  json_builder_set_member_name(builder, "files");
  json_builder_begin_array(builder);
  for (guint i = 0; i + 1 < rows->len; i++)
    json_row(builder, &g_array_index(rows, Row, i));
  json_builder_end_array(builder);
  json_builder_set_member_name(builder, "album");
  if (rows->len > 0)
    json_row(builder, &g_array_index(rows, Row, rows->len - 1));
  else
    json_builder_add_null_value(builder);
  if (services != NULL)
    json_services(builder, services);
  report_json_findings(builder, findings);
  report_json_end(builder);
}

/* A field of CSV: in quotes, themselves doubled, where it has to be. */
static void
print_field(const char *text, const char *after)
{
  if (strpbrk(text, ",\"\r\n") == NULL) {
    printf("%s%s", text, after);
    return;
  }
  putchar('"');
  for (; *text != '\0'; text++)
    printf(*text == '"' ? "\"\"" : "%c", *text);
  printf("\"%s", after);
}

/* A count, and nothing where it is 0. */
static void
print_count(gint64 count, const char *after)
{
  if (count != 0)
    printf("%" G_GINT64_FORMAT, count);
  fputs(after, stdout);
}

static void
print_csv_row(const Row *row)
{
  print_field(row->path != NULL ? row->path : "album", ",");
  print_field(row->path != NULL ? row->format : "", ",");
  for (gsize i = 0; i < G_N_ELEMENTS(quantities); i++) {
    g_autofree char *number = format_number(quantities[i].value(row), quantities[i].decimals, "");

    print_field(number, ",");
  }
  print_count(row->rate > 0 ? row->measured->frames : 0, ",");
  print_count(row->rate, ",");
  print_count(row->channels, "\r\n");
}

void
measuring_print_csv(const AlFileMeasurements *measurements)
{
  g_autoptr(GArray) rows = make_rows(measurements);

  fputs("path,format,", stdout);
  for (gsize i = 0; i < G_N_ELEMENTS(quantities); i++)
    printf("%s,", quantities[i].name);
  fputs("frames,rate_hz,channels\r\n", stdout);
  for (guint i = 0; i < rows->len; i++)
    print_csv_row(&g_array_index(rows, Row, i));
}
