/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/tone/tone_picture.h"

#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include "album/error.h"

/* In points. */
#define LEFT 60.0
#define TOP 40.0
#define WIDTH 640.0
#define HEIGHT 400.0
#define BOTTOM 50.0
#define LEGEND 220.0
#define LEGEND_ROW 16.0

#define DB_PER_LINE 10.0

/* A scale that reaches further shows nothing but what is not there. */
#define DEEPEST_DB 80.0

typedef struct {
  const AlTonePicture *picture;
  cairo_t *cairo;
  double lowest_db, highest_db; /* of the scale, whole lines of it */
} Drawing;

static double
x_of(guint band)
{
  return LEFT + WIDTH * band / (AL_TONE_BANDS - 1);
}

static double
y_of(const Drawing *drawing, double level_db)
{
  double share = (level_db - drawing->lowest_db) / (drawing->highest_db - drawing->lowest_db);

  return TOP + HEIGHT * (1 - CLAMP(share, 0, 1));
}

static void
find_scale(Drawing *drawing)
{
  double lowest = HUGE_VAL, highest = -HUGE_VAL;

  for (guint i = 0; i < drawing->picture->count; i++) {
    for (guint band = 0; band < AL_TONE_BANDS; band++) {
      double level_db = drawing->picture->lines[i].level_db[band];

      if (level_db <= AL_TONE_NONE)
        continue;
      lowest = MIN(lowest, level_db);
      highest = MAX(highest, level_db);
    }
  }
  if (lowest > highest)
    lowest = highest = 0;
  drawing->highest_db = DB_PER_LINE * (floor(highest / DB_PER_LINE) + 1);
  drawing->lowest_db =
      MAX(DB_PER_LINE * floor(lowest / DB_PER_LINE), drawing->highest_db - DEEPEST_DB);
}

/* `align`: which share of the width lies before `x`. */
static void
draw_text(cairo_t *cairo, double x, double y, double align, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout(cairo);
  PangoFontDescription *font = pango_font_description_from_string("Sans 9");
  int width, height;

  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_text(layout, text, -1);
  if (align == 0) {
    pango_layout_set_width(layout, (int)(LEGEND - 40) * PANGO_SCALE);
    pango_layout_set_ellipsize(layout,
                               x > LEFT + WIDTH ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
  }
  pango_layout_get_pixel_size(layout, &width, &height);
  cairo_set_source_rgb(cairo, 0, 0, 0);
  cairo_move_to(cairo, x - align * width, y - height / 2.0);
  pango_cairo_show_layout(cairo, layout);
  g_object_unref(layout);
}

static void
draw_line(cairo_t *cairo, double x, double y, double to_x, double to_y)
{
  cairo_set_line_width(cairo, 0.5);
  cairo_set_source_rgb(cairo, 0.8, 0.8, 0.8);
  cairo_move_to(cairo, x, y);
  cairo_line_to(cairo, to_x, to_y);
  cairo_stroke(cairo);
}

static void
draw_scales(const Drawing *drawing)
{
  for (double db = drawing->lowest_db; db <= drawing->highest_db; db += DB_PER_LINE) {
    g_autofree char *text = g_strdup_printf("%.0f dB", db);
    double y = y_of(drawing, db);

    draw_line(drawing->cairo, LEFT, y, LEFT + WIDTH, y);
    draw_text(drawing->cairo, LEFT - 6, y, 1, text);
  }
  /* The octaves, 31.5 Hz to 16 kHz. */
  for (guint band = 1; band < AL_TONE_BANDS; band += 3) {
    draw_line(drawing->cairo, x_of(band), TOP, x_of(band), TOP + HEIGHT);
    draw_text(drawing->cairo, x_of(band), TOP + HEIGHT + 12, 0.5, al_tone_band_name(band));
  }
  draw_text(drawing->cairo, LEFT + WIDTH / 2, TOP + HEIGHT + 32, 0.5, "Hz");
  draw_text(drawing->cairo, LEFT + WIDTH / 2, TOP / 2, 0.5, drawing->picture->title);
}

/* Hues that stay apart however many there are: steps of the golden angle. */
static void
set_colour(cairo_t *cairo, const AlToneLine *line, guint i)
{
  double hue = 6 * fmod(0.6 + 0.6180339887498949 * i, 1);

  if (line->strong)
    cairo_set_source_rgb(cairo, 0, 0, 0);
  else
    cairo_set_source_rgb(cairo, 0.9 * CLAMP(fabs(hue - 3) - 1, 0, 1),
                         0.8 * CLAMP(2 - fabs(hue - 2), 0, 1),
                         0.9 * CLAMP(2 - fabs(hue - 4), 0, 1));
  cairo_set_line_width(cairo, line->strong ? 3 : 1.25);
}

static void
draw_curve(const Drawing *drawing, guint i)
{
  const AlToneLine *line = &drawing->picture->lines[i];
  double legend_y = TOP + LEGEND_ROW * (i + 0.5), legend_x = LEFT + WIDTH + 16;

  set_colour(drawing->cairo, line, i);
  for (guint band = 0; band < AL_TONE_BANDS; band++) {
    if (line->level_db[band] <= AL_TONE_NONE)
      cairo_new_sub_path(drawing->cairo);
    else
      cairo_line_to(drawing->cairo, x_of(band), y_of(drawing, line->level_db[band]));
  }
  cairo_stroke(drawing->cairo);
  cairo_move_to(drawing->cairo, legend_x, legend_y);
  cairo_line_to(drawing->cairo, legend_x + 16, legend_y);
  cairo_stroke(drawing->cairo);
  draw_text(drawing->cairo, legend_x + 22, legend_y, 0, line->name);
}

static void
draw(const AlTonePicture *picture, cairo_t *cairo)
{
  Drawing drawing = {.picture = picture, .cairo = cairo};

  find_scale(&drawing);
  draw_scales(&drawing);
  for (int strong = FALSE; strong <= TRUE; strong++)
    for (guint i = 0; i < picture->count; i++)
      if (picture->lines[i].strong == strong)
        draw_curve(&drawing, i);
}

static cairo_status_t
collect(void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append(closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
al_tone_picture_write(const AlTonePicture *picture, const char *path, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  g_autoptr(GError) trouble = NULL;
  double height = TOP + MAX(HEIGHT + BOTTOM, LEGEND_ROW * picture->count + TOP);
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream(collect, bytes, LEFT + WIDTH + LEGEND, height);
  cairo_t *cairo = cairo_create(surface);

  draw(picture, cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  if (g_file_set_contents(path, (const char *)bytes->data, (gssize)bytes->len, &trouble))
    return TRUE;
  g_set_error(error, AL_ERROR, AL_ERROR_WRITE, "cannot write the picture: %s", trouble->message);
  return FALSE;
}
