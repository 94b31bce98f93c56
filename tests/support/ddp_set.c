/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/ddp_set.h"

#include <string.h>

#include "redbook/cdtext.h"
#include "redbook/checksum.h"
#include "tests/support/discs.h"

#define USUAL_NAMES                                                \
  {                                                                \
    "PQDESCR", "CDTEXT.BIN", "IMAGE.DAT", "MD5-Checksum.md5", NULL \
  }

const DdpSetStyle ddp_set_styles[] = {
    {.name = "cue2ddp",
     .names = {"SD", "CDTEXT.BIN", "IMAGE.DAT", "CHECKSUM.MD5", "CHECKSUM.TXT"},
     .fields = {.upc = "4006381333931", .storage = "71", .fill = ' '}},
    {.name = "Sonoris",
     .names = {"PQDESCR", "CDTEXT.BIN", "IMAGE.DAT", "MD5-Checksum.md5", NULL},
     .fields = {.upc = "4006381333931", .start = "00000000", .storage = "70", .fill = '0'}},
    {.name = "Sonoris with a zero behind CD-TEXT",
     .names = USUAL_NAMES,
     .fields = {.upc = "4006381333931", .start = "00000000", .storage = "70", .fill = '0'},
     .trailing_bytes = TRUE},
    {.name = "HOFA",
     .names = {"PQ_DESCR", "CDTEXT.BIN", "IMAGE.DAT", "MD5_CHECKSUM.MD5", NULL},
     .fields = {.upc = "4006381333931",
                .start = "00000000",
                .storage = "70",
                .text = " 05HELLO",
                .fill = '0'},
     .codes_everywhere = TRUE},
    {.name = "distillery",
     .names = {"DDPPQ", "CDTEXT.BIN", "AUDIO.DAT", "CHECKSUM.MD5", NULL},
     .fields = {.upc = "4006381333931", .storage = "00", .text = "05HELLO", .fill = ' '},
     .single_lead_out = TRUE},
    {.name = "hours of zero, codes on INDEX 01",
     .names = USUAL_NAMES,
     .fields = {.upc = "4006381333931", .hours = "00", .storage = "70", .fill = '0'},
     .codes_everywhere = TRUE,
     .trailing_bytes = TRUE},
    {.name = "from two seconds on",
     .names = USUAL_NAMES,
     .fields = {.upc = "4006381333931", .start = "00000150", .storage = "70", .fill = '0'},
     .audio_from_150 = TRUE},
    {.name = "GEAR",
     .names = {"SUBCODES.DAT", "CDTEXT.BIN", "TRACK", "SUMS.MD5", "CHECKSUM.TXT"},
     .fields = {.upc = "4006381333931", .storage = "70", .fill = ' '},
     .audio_per_track = TRUE},
    {.name = NULL},
};

static void
put(GByteArray *record, gsize offset, const char *text)
{
  if (text != NULL)
    memcpy(record->data + offset, text, strlen(text));
}

/* A record of spaces. */
static GByteArray *
append_record(GByteArray *file, gsize bytes)
{
  gsize length = file->len;

  g_byte_array_set_size(file, (guint)(length + bytes));
  memset(file->data + length, ' ', bytes);
  return file;
}

static GByteArray *
add_file(DdpSet *set, const char *name)
{
  GByteArray *file = g_byte_array_new();

  g_hash_table_insert(set->files, g_strdup(name), file);
  return file;
}

/* 0 DDPID | 8 UPC | 38 master id | 87 CD | 93 user text */
static void
add_id(DdpSet *set)
{
  GByteArray *id = append_record(add_file(set, "DDPID"), 128);

  put(id, 0, "DDP 2.00");
  put(id, 8, set->style->fields.upc);
  put(id, 38, "NIGHT FERRY");
  put(id, 87, "CD");
  put(id, 93, set->style->fields.text);
}

/* 0 VVVM | 4 kind | 14 length | 30 subcode | 71 width of the name | 74 name */
static gsize
append_stream(DdpSet *set, const char *kind, const char *name, gsize length)
{
  GByteArray *map = ddp_set_file(set, "DDPMS");
  gsize at = map->len;
  g_autofree char *digits = set->style->fields.fill == '0' ? g_strdup_printf("%08zu", length)
                                                           : g_strdup_printf("%8zu", length);

  append_record(map, 128);
  put(map, at, "VVVM");
  put(map, at + 4, kind);
  put(map, at + 14, digits);
  put(map, at + 71, set->style->fields.fill == '0' ? "017" : " 17");
  put(map, at + 74, name);
  return at;
}

static void
append_subcode(DdpSet *set, const char *subcode, const char *name)
{
  gsize at = append_stream(set, "S0", name, ddp_set_file(set, name)->len);

  put(ddp_set_file(set, "DDPMS"), at + 30, subcode);
}

/* 22 start | 38 mode | 40 storage | 46 pause */
static void
append_audio(DdpSet *set, const char *name, const char *pause)
{
  GByteArray *map = ddp_set_file(set, "DDPMS");
  gsize at = append_stream(set, "D0", name, ddp_set_file(set, name)->len / RB_BYTES_PER_SECTOR);

  put(map, at + 22, set->style->fields.start);
  put(map, at + 38, "DA");
  put(map, at + 40, set->style->fields.storage);
  put(map, at + 46, pause);
}

/* 4 track | 6 index | 8 hours | 10 MMSSFF | 16 flags | 20 ISRC | 32 UPC */
static void
append_packet(DdpSet *set, const char *place, const char *time, const char *isrc, const char *upc)
{
  GByteArray *pq = ddp_set_file(set, set->style->names.pq);
  gsize at = pq->len;

  append_record(pq, 64);
  put(pq, at, "VVVS");
  put(pq, at + 4, place);
  put(pq, at + 8, set->style->fields.hours);
  put(pq, at + 10, time);
  put(pq, at + 16, "01");
  put(pq, at + 20, isrc);
  put(pq, at + 32, upc);
}

static void
add_pq(DdpSet *set)
{
  const char *upc = set->disc->upc;
  gboolean all = set->style->codes_everywhere;
  const char *isrc[3];

  for (guint i = 0; i < 3; i++)
    isrc[i] = rb_disc_track(set->disc, i + 1)->isrc;
  add_file(set, set->style->names.pq);
  append_packet(set, "0000", "000000", NULL, upc);
  append_packet(set, "0100", "000000", isrc[0], all ? upc : NULL);
  append_packet(set, "0101", "000200", all ? isrc[0] : NULL, all ? upc : NULL);
  append_packet(set, "0201", "000650", isrc[1], all ? upc : NULL);
  append_packet(set, "0202", "000800", all ? isrc[1] : NULL, all ? upc : NULL);
  append_packet(set, "0300", "001125", isrc[2], all ? upc : NULL);
  append_packet(set, "0301", "001225", all ? isrc[2] : NULL, all ? upc : NULL);
  append_packet(set, "AA01", "001725", NULL, all ? upc : NULL);
  if (!set->style->single_lead_out)
    append_packet(set, "AA01", "001725", NULL, all ? upc : NULL);
}

static void
add_cdtext(DdpSet *set)
{
  g_autoptr(GByteArray) packs = rb_cdtext_encode(set->disc, TRUE, NULL);

  g_byte_array_append(add_file(set, set->style->names.cdtext), packs->data, packs->len);
}

/* Sectors of the disc's audio as a file. */
static void
add_piece(DdpSet *set, const char *name, const guint8 *audio, gint32 first, gint32 end)
{
  g_byte_array_append(add_file(set, name), audio + (gsize)first * RB_BYTES_PER_SECTOR,
                      (guint)(end - first) * RB_BYTES_PER_SECTOR);
}

static void
add_streams(DdpSet *set)
{
  gsize bytes;
  g_autofree guint8 *audio = discs_audio(set->disc, 0, &bytes);
  const DdpSetStyle *style = set->style;

  memset(audio, 0, RB_FIRST_PAUSE_SECTORS * RB_BYTES_PER_SECTOR);
  add_file(set, "DDPMS");
  append_subcode(set, "CDTEXT", style->names.cdtext);
  append_subcode(set, "PQ DESCR", style->names.pq);
  if (style->audio_per_track) {
    add_piece(set, "TRACK01.DAT", audio, 0, 500);
    add_piece(set, "TRACK02.DAT", audio, 500, 850);
    add_piece(set, "TRACK03.DAT", audio, 850, DDP_SET_SECTORS);
    append_audio(set, "TRACK01.DAT", " 150");
    append_audio(set, "TRACK02.DAT", NULL);
    append_audio(set, "TRACK03.DAT", NULL);
  } else {
    add_piece(set, style->names.audio, audio, style->audio_from_150 ? 150 : 0, DDP_SET_SECTORS);
    append_audio(set, style->names.audio, style->audio_from_150 ? "   0" : " 150");
  }
}

static RbDisc *
make_disc(void)
{
  RbDisc *disc = rb_disc_new();
  RbTextBlock *block;

  discs_add_track(disc, 150);
  rb_track_add_index(discs_add_track(disc, 500), 2, 600);
  rb_track_add_index(rb_disc_add_track(disc), 0, 850);
  rb_track_add_index(rb_disc_track(disc, 3), 1, 925);
  disc->lead_out_sector = DDP_SET_SECTORS;
  disc->upc = g_strdup("4006381333931");
  for (guint i = 1; i <= 3; i++)
    rb_disc_track(disc, i)->isrc = g_strdup_printf("FRABC260000%u", i);
  block = rb_disc_add_text_block(disc, RB_CHARSET_ISO_8859_1, 0x09);
  discs_set_texts(block, RB_TEXT_TITLE,
                  (const char *[]){"Night Ferry", "Harbour Lights", "Fog: Part One", "Tide"});
  discs_set_texts(block, RB_TEXT_PERFORMER,
                  (const char *[]){"The L\xC3\xA4nterns", "The L\xC3\xA4nterns",
                                   "The L\xC3\xA4nterns & Mara", "The L\xC3\xA4nterns"});
  return disc;
}

DdpSet *
ddp_set_new(const DdpSetStyle *style)
{
  DdpSet *set = g_new(DdpSet, 1);

  *set = (DdpSet){
      .folder = g_dir_make_tmp("segue-ddp-XXXXXX", NULL),
      .style = style,
      .files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify)g_byte_array_unref),
      .disc = make_disc(),
  };
  add_id(set);
  add_pq(set);
  add_cdtext(set);
  if (style->trailing_bytes) {
    g_byte_array_append(ddp_set_file(set, style->names.cdtext), (const guint8 *)"", 1);
    g_byte_array_append(ddp_set_file(set, style->names.pq), (const guint8 *)"\r\n", 2);
  }
  add_streams(set);
  return set;
}

void
ddp_set_free(DdpSet *set)
{
  discs_remove_folder(set->folder);
  g_free(set->folder);
  g_hash_table_unref(set->files);
  rb_disc_free(set->disc);
  g_free(set);
}

GByteArray *
ddp_set_file(const DdpSet *set, const char *name)
{
  GByteArray *file = g_hash_table_lookup(set->files, name);

  if (file == NULL)
    g_error("the set has no file %s", name);
  return file;
}

static void
append_sum(GString *list, const DdpSet *set, const char *name, gboolean crc)
{
  g_autoptr(RbDigest) digest = rb_digest_new(RB_CHECKSUM_DDP);
  const GByteArray *file = ddp_set_file(set, name);
  gboolean hofa = g_str_equal(set->style->name, "HOFA");

  rb_digest_update(digest, file->data, file->len);
  if (crc)
    g_string_append_printf(list, "%s=%s\n", name, rb_digest_text(digest, RB_CHECKSUM_CRC32));
  else
    g_string_append_printf(list, "%s *%s%s", rb_digest_text(digest, RB_CHECKSUM_MD5), name,
                           hofa ? "\r\n" : "\n");
}

static void
add_list(DdpSet *set, const char *list_name, const GList *names, gboolean crc)
{
  g_autoptr(GString) list = g_string_new(crc ? "[CRC32 Checksum]\n" : "");

  for (; names != NULL; names = names->next)
    append_sum(list, set, names->data, crc);
  g_byte_array_append(add_file(set, list_name), (const guint8 *)list->str, (guint)list->len);
}

void
ddp_set_add_sums(DdpSet *set)
{
  g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(set->files), (GCompareFunc)g_strcmp0);

  add_list(set, set->style->names.md5, names, FALSE);
  if (set->style->names.crc != NULL)
    add_list(set, set->style->names.crc, names, TRUE);
}

void
ddp_set_write(const DdpSet *set)
{
  GHashTableIter iterator;
  gpointer name, content;

  g_hash_table_iter_init(&iterator, set->files);
  while (g_hash_table_iter_next(&iterator, &name, &content)) {
    g_autofree char *path = g_build_filename(set->folder, name, NULL);
    const GByteArray *file = content;
    g_autoptr(GError) error = NULL;

    g_file_set_contents_full(path, (const char *)file->data, file->len, G_FILE_SET_CONTENTS_NONE,
                             0666, &error);
    g_assert_no_error(error);
  }
}
