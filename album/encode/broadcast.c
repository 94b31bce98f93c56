/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/broadcast.h"

#include <math.h>
#include <string.h>

#include "album/encode/bytes.h"
#include "redbook/charset.h"

#define BEXT_BYTES 602 /* without the coding history */
#define BEXT_VERSION 2
#define BEXT_RESERVED_BYTES 180
#define UMID_BYTES 64
#define NOT_KNOWN 0x7FFF
#define DATE_LETTERS 10

static void
append_field(GByteArray *bytes, const char *ascii, gsize width)
{
  al_bytes_field(bytes, ascii == NULL ? "" : ascii, width);
}

/* The text as ASCII spells it; NULL where nothing of it is left to read but signs. */
static char *
spelled(const char *text)
{
  g_autofree char *ascii = rb_charset_transliterate(RB_CHARSET_ASCII, text == NULL ? "" : text);

  for (const char *at = ascii; *at != '\0'; at++)
    if (g_ascii_isalnum(*at))
      return g_steal_pointer(&ascii);
  return NULL;
}

static void
append_description(GByteArray *bytes, const AlTags *tags)
{
  g_autofree char *title = spelled(tags->broadcast->title);
  g_autofree char *artist = spelled(tags->broadcast->artist);
  g_autofree char *both =
      artist != NULL && title != NULL ? g_strconcat(artist, " - ", title, NULL) : NULL;

  append_field(bytes, both != NULL ? both : title != NULL ? title : artist, 256);
}

static void
append_originator(GByteArray *bytes, const AlTags *tags)
{
  g_autofree char *label = spelled(tags->text[AL_TAG_LABEL]);
  g_autofree char *artist = spelled(tags->broadcast->artist);
  g_autofree char *catalog = spelled(tags->text[AL_TAG_CATALOG]);
  const char *isrc = tags->text[AL_TAG_ISRC];

  append_field(bytes, label != NULL ? label : artist, 32);
  append_field(bytes, isrc != NULL ? isrc : catalog, 32);
}

/* A date that is not complete has no place here. */
static void
append_date(GByteArray *bytes, const char *date)
{
  gboolean complete = date != NULL && strlen(date) == DATE_LETTERS;

  append_field(bytes, complete ? date : NULL, DATE_LETTERS);
  append_field(bytes, complete ? "00:00:00" : NULL, 8);
}

static void
append_hundredths(GByteArray *bytes, double value)
{
  double hundredths = round(value * 100);
  gboolean known = isfinite(value) && fabs(hundredths) < 10000;

  al_bytes_u16le(bytes, known ? (guint)(int)hundredths & 0xFFFF : NOT_KNOWN);
}

static void
append_loudness(GByteArray *bytes, const AlTagBroadcast *broadcast)
{
  append_hundredths(bytes, broadcast->integrated_lufs);
  append_hundredths(bytes, broadcast->range_lu);
  append_hundredths(bytes, broadcast->true_peak_dbtp);
  append_hundredths(bytes, broadcast->max_momentary_lufs);
  append_hundredths(bytes, broadcast->max_short_term_lufs);
}

static void
append_history(GByteArray *bytes, const AlEncoding *encoding)
{
  g_autofree char *history =
      g_strdup_printf("A=PCM,F=%d,W=%d,M=stereo,T=Segue\r\n", encoding->rate, encoding->bits);

  al_bytes_text(bytes, history);
}

GByteArray *
al_broadcast_bext(const AlTags *tags, const AlEncoding *encoding)
{
  const AlTagBroadcast *broadcast = tags->broadcast;
  GByteArray *bytes;

  if (broadcast == NULL)
    return NULL;
  bytes = g_byte_array_new();
  append_description(bytes, tags);
  append_originator(bytes, tags);
  append_date(bytes, tags->text[AL_TAG_DATE]);
  al_bytes_u32le(bytes, (guint32)broadcast->time_frames);
  al_bytes_u32le(bytes, (guint32)(broadcast->time_frames >> 32));
  al_bytes_u16le(bytes, BEXT_VERSION);
  al_bytes_zeros(bytes, UMID_BYTES);
  append_loudness(bytes, broadcast);
  al_bytes_zeros(bytes, BEXT_RESERVED_BYTES);
  g_assert(bytes->len == BEXT_BYTES);
  append_history(bytes, encoding);
  return bytes;
}

GByteArray *
al_broadcast_axml(const AlTags *tags)
{
  const char *isrc = tags->text[AL_TAG_ISRC];
  g_autofree char *escaped = NULL;
  g_autofree char *xml = NULL;
  GByteArray *bytes;

  if (isrc == NULL)
    return NULL;
  escaped = g_markup_escape_text(isrc, -1);
  xml = g_strdup_printf(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<ebucore:ebuCoreMain xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:ebucore=\"urn:ebu:metadata-schema:ebuCore_2012\">\n"
      "<ebucore:coreMetadata>\n"
      "<ebucore:identifier typeLabel=\"GUID\" typeDefinition=\"Globally Unique Identifier\""
      " formatLabel=\"ISRC\" formatDefinition=\"International Standard Recording Code\""
      " formatLink=\"http://www.ebu.ch/metadata/cs/ebu_IdentifierTypeCodeCS.xml#3.7\">\n"
      "<dc:identifier>ISRC:%s</dc:identifier>\n"
      "</ebucore:identifier>\n"
      "</ebucore:coreMetadata>\n"
      "</ebucore:ebuCoreMain>\n",
      escaped);
  bytes = g_byte_array_new();
  al_bytes_text(bytes, xml);
  return bytes;
}
