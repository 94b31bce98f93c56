/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/cover.h"

#include <glib/gstdio.h>
#include <png.h>
#include <string.h>
#include <turbojpeg.h>

#include "album/error.h"

typedef struct {
  int width;
  int height;
  int depth;
  int colours;
} Form;

/* A kind of picture that goes into audio files. Both functions give NULL where all is well, else
 * what is wrong; to be freed. */
typedef struct {
  const char *mime;
  const char *magic;
  /* Reads the header only. */
  char *(*inspect)(const guint8 *data, gsize size, Form *form);
  /* Decodes it all, as large as inspect() has told. */
  char *(*decode)(const guint8 *data, gsize size, const Form *form);
} PictureKind;

static char *
inspect_jpeg(const guint8 *data, gsize size, Form *form)
{
  tjhandle decoder = tjInitDecompress();
  int sampling, colours;
  char *wrong = NULL;

  if (tjDecompressHeader3(decoder, data, size, &form->width, &form->height, &sampling, &colours) !=
      0)
    wrong = g_strdup(tjGetErrorStr2(decoder));
  else
    form->depth = colours == TJCS_GRAY ? 8 : colours == TJCS_CMYK || colours == TJCS_YCCK ? 32 : 24;
  tjDestroy(decoder);
  return wrong;
}

static char *
decode_jpeg(const guint8 *data, gsize size, const Form *form)
{
  tjhandle decoder = tjInitDecompress();
  int pixel_form = form->depth == 32 ? TJPF_CMYK : form->depth == 8 ? TJPF_GRAY : TJPF_RGB;
  g_autofree guint8 *pixels =
      g_malloc_n((gsize)form->width * (gsize)form->height, (gsize)form->depth / 8);
  char *wrong = NULL;

  if (tjDecompress2(decoder, data, size, pixels, form->width, 0, form->height, pixel_form,
                    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) != 0)
    wrong = g_strdup(tjGetErrorStr2(decoder));
  tjDestroy(decoder);
  return wrong;
}

/* Bits per pixel by the header (IHDR: PNG, 11.2.2). A palette has 24 to those who show it. */
static int
depth_of_png(const guint8 *data, gsize size)
{
  static const int channels[] = {[0] = 1, [2] = 3, [3] = 3, [4] = 2, [6] = 4};
  guint8 bits = size > 25 ? data[24] : 8, type = size > 25 ? data[25] : 2;

  return type == 3 ? 24 : bits * (type < G_N_ELEMENTS(channels) ? channels[type] : 3);
}

static char *
inspect_png(const guint8 *data, gsize size, Form *form)
{
  png_image image = {.version = PNG_IMAGE_VERSION};

  if (!png_image_begin_read_from_memory(&image, data, size))
    return g_strdup(image.message);
  form->width = (int)MIN(image.width, (guint32)G_MAXINT);
  form->height = (int)MIN(image.height, (guint32)G_MAXINT);
  form->depth = depth_of_png(data, size);
  form->colours = (image.format & PNG_FORMAT_FLAG_COLORMAP) != 0 ? (int)image.colormap_entries : 0;
  png_image_free(&image);
  return NULL;
}

static char *
decode_png(const guint8 *data, gsize size, const Form *form)
{
  png_image image = {.version = PNG_IMAGE_VERSION};
  g_autofree guint8 *pixels = NULL;

  (void)form;
  if (!png_image_begin_read_from_memory(&image, data, size))
    return g_strdup(image.message);
  image.format = PNG_FORMAT_RGBA;
  pixels = g_malloc(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, NULL, pixels, 0, NULL))
    return g_strdup(image.message);
  return PNG_IMAGE_FAILED(image) ? g_strdup(image.message) : NULL;
}

static const PictureKind kinds[] = {
    {"image/jpeg", "\xFF\xD8\xFF", inspect_jpeg, decode_jpeg},
    {"image/png", "\x89PNG\r\n\x1A\n", inspect_png, decode_png},
};

static const PictureKind *
find_kind(const guint8 *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
    gsize length = strlen(kinds[i].magic);

    if (size >= length && memcmp(data, kinds[i].magic, length) == 0)
      return &kinds[i];
  }
  return NULL;
}

static gboolean
fail(const char *path, const char *wrong, GError **error)
{
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s: %s", path, wrong);
  return FALSE;
}

static gboolean
check_size(const char *path, const Form *form, GError **error)
{
  g_autofree char *wrong =
      g_strdup_printf("the cover has %d x %d pixels; more than %d on a side is too large",
                      form->width, form->height, AL_COVER_MAX_PIXELS);

  return MAX(form->width, form->height) <= AL_COVER_MAX_PIXELS || fail(path, wrong, error);
}

static gboolean
check_picture(const char *path, const PictureKind *kind, GBytes *bytes, Form *form, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data(bytes, &size);
  g_autofree char *wrong = kind->inspect(data, size, form);

  if (wrong == NULL) {
    if (!check_size(path, form, error))
      return FALSE;
    wrong = kind->decode(data, size, form);
  }
  if (wrong != NULL)
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "%s: the cover is damaged: %s", path, wrong);
  return wrong == NULL;
}

static GBytes *
load_bytes(const char *path, GError **error)
{
  GStatBuf status;
  char *data = NULL;
  gsize size;
  g_autoptr(GError) cause = NULL;

  if (g_stat(path, &status) == 0 && status.st_size > AL_COVER_MAX_BYTES) {
    g_set_error(error, AL_ERROR, AL_ERROR_PROJECT,
                "%s: the cover has %" G_GINT64_FORMAT " bytes; more than %d is too large", path,
                (gint64)status.st_size, AL_COVER_MAX_BYTES);
    return NULL;
  }
  if (g_file_get_contents(path, &data, &size, &cause))
    return g_bytes_new_take(data, size);
  g_set_error(error, AL_ERROR, AL_ERROR_PROJECT, "the cover cannot be read: %s", cause->message);
  return NULL;
}

AlCover *
al_cover_load(const char *path, GError **error)
{
  g_autoptr(GBytes) bytes = load_bytes(path, error);
  const PictureKind *kind;
  Form form = {0};
  AlCover *cover;

  if (bytes == NULL)
    return NULL;
  kind = find_kind(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
  if (kind == NULL) {
    fail(path, "the cover is neither a JPEG nor a PNG picture", error);
    return NULL;
  }
  if (!check_picture(path, kind, bytes, &form, error))
    return NULL;
  cover = g_atomic_rc_box_new0(AlCover);
  cover->bytes = g_steal_pointer(&bytes);
  cover->mime = kind->mime;
  cover->width = form.width;
  cover->height = form.height;
  cover->depth = form.depth;
  cover->colours = form.colours;
  return cover;
}

AlCover *
al_cover_ref(AlCover *cover)
{
  return g_atomic_rc_box_acquire(cover);
}

static void
clear_cover(gpointer cover)
{
  g_bytes_unref(((AlCover *)cover)->bytes);
}

void
al_cover_unref(AlCover *cover)
{
  g_atomic_rc_box_release_full(cover, clear_cover);
}
