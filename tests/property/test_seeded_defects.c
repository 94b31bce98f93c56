/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One defect at a time in a set that is clean: each is found, by its id and in words, and little
 * else is said because of it. */
#include <string.h>

#include "album/disc/verify.h"
#include "redbook/cdtext_pack.h"
#include "tests/support/ddp_set.h"

/* What one defect may be told as. */
#define MOST_FINDINGS 4

#define MAP_CDTEXT 0
#define MAP_PQ 128
#define MAP_AUDIO 256
#define PACKET(n) ((n)*64)

typedef struct {
  const char *name;
  void (*spoil)(DdpSet *set, const char *file, gsize offset, const char *bytes);
  const char *file;
  gsize offset;
  const char *bytes;
  const char *id, *says;
} Defect;

static void
patch(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  GByteArray *content = ddp_set_file(set, file);

  g_assert_cmpuint(offset + strlen(bytes), <=, content->len);
  memcpy(content->data + offset, bytes, strlen(bytes));
}

static void
delete_file(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)offset, (void)bytes;
  g_assert_true(g_hash_table_remove(set->files, file));
}

/* Leaves the first `offset` bytes. */
static void
cut(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)bytes;
  g_byte_array_set_size(ddp_set_file(set, file), (guint)offset);
}

static void
append(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)offset;
  g_byte_array_append(ddp_set_file(set, file), (const guint8 *)bytes, (guint)strlen(bytes));
}

static void
prepend_zeros(DdpSet *set, const char *file, gsize count, const char *bytes)
{
  GByteArray *content = ddp_set_file(set, file);

  (void)bytes;
  g_byte_array_set_size(content, content->len + (guint)count);
  memmove(content->data + count, content->data, content->len - count);
  memset(content->data, 0, count);
}

/* Takes out records: as many bytes as there are characters, from `offset` on. */
static void
take_out(DdpSet *set, const char *file, gsize offset, gsize bytes)
{
  g_byte_array_remove_range(ddp_set_file(set, file), (guint)offset, (guint)bytes);
}

/* The map states what the descriptor has then. */
static void
state_pq_length(DdpSet *set)
{
  g_autofree char *length = g_strdup_printf("%08u", ddp_set_file(set, "PQDESCR")->len);

  patch(set, "DDPMS", MAP_PQ + 14, length);
}

static void
take_out_packet(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)bytes;
  take_out(set, file, offset, 64);
  state_pq_length(set);
}

static void
take_out_track_2(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)bytes;
  take_out(set, file, offset, 128);
  state_pq_length(set);
}

static void
take_out_lead_outs(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  take_out_track_2(set, file, offset, bytes);
}

static void
take_out_stream(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)bytes;
  take_out(set, file, offset, 128);
}

static void
repeat_stream(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  g_autofree char *record = g_strndup((const char *)ddp_set_file(set, file)->data + offset, 128);

  (void)bytes;
  append(set, file, 0, record);
}

/* In two packets, the second behind the first: the lead-out's both, or both of a pause. */
static void
patch_two(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  patch(set, file, offset, bytes);
  patch(set, file, offset + 64, bytes);
}

/* Track 2 and its only other packet follow track 3's. */
static void
swap_tracks(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  guint8 *at = ddp_set_file(set, file)->data + offset;
  guint8 pair[128];

  (void)bytes;
  memcpy(pair, at, sizeof pair);
  memmove(at, at + sizeof pair, sizeof pair);
  memcpy(at + sizeof pair, pair, sizeof pair);
}

/* Codes in CD-TEXT stand aside for defects of others. */
static void
same_isrc_twice(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  take_out_stream(set, "DDPMS", MAP_CDTEXT, NULL);
  delete_file(set, "CDTEXT.BIN", 0, NULL);
  patch(set, file, offset, bytes);
}

static void
flip_bit(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)bytes;
  ddp_set_file(set, file)->data[offset] ^= 0x10;
}

/* Changes a byte of a pack, with a CRC that fits. */
static void
patch_pack(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  guint8 *pack = ddp_set_file(set, file)->data + offset / 18 * 18;
  RbCdtextPack parts;

  patch(set, file, offset, bytes);
  rb_cdtext_pack_read(pack, &parts);
  rb_cdtext_pack_write(&parts, pack);
}

/* The offset counts from the end, for the three packs of sizes. */
static void
patch_last_pack(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  patch_pack(set, file, ddp_set_file(set, file)->len - offset, bytes);
}

static void
state_cdtext_length(DdpSet *set)
{
  g_autofree char *length = g_strdup_printf("%08u", ddp_set_file(set, "CDTEXT.BIN")->len);

  patch(set, "DDPMS", MAP_CDTEXT + 14, length);
}

static void
take_out_pack(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  (void)bytes;
  take_out(set, file, offset, 18);
  state_cdtext_length(set);
}

static void
take_out_sizes(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  GByteArray *content = ddp_set_file(set, file);

  (void)offset, (void)bytes;
  g_byte_array_set_size(content, content->len - 54);
  state_cdtext_length(set);
}

static void
put_header(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  prepend_zeros(set, file, offset, bytes);
  state_cdtext_length(set);
}

static void
swap_bytes(DdpSet *set, const char *file, gsize offset, const char *bytes)
{
  GByteArray *content = ddp_set_file(set, file);

  (void)offset, (void)bytes;
  for (guint i = 0; i + 1 < content->len; i += 2) {
    guint8 low = content->data[i];

    content->data[i] = content->data[i + 1];
    content->data[i + 1] = low;
  }
}

static const Defect defects[] = {
    {"no DDPID", delete_file, "DDPID", 0, NULL, "V03", "there is no file DDPID"},
    {"DDPID: another mark", patch, "DDPID", 0, "RIFF", "V03", "DDPID begins with \"RIFF"},
    {"DDPID: a DVD", patch, "DDPID", 87, "DV", "V03", "not the master of a CD"},
    {"DDPID: an older level", patch, "DDPID", 0, "DDP 1.01", "R80", "level is \"DDP 1.01\""},
    {"DDPID: cut", cut, "DDPID", 100, NULL, "V03", "DDPID has 100 bytes, expected 128"},
    {"DDPID: too long", append, "DDPID", 0, "0123456789", "R80", "It has 138 bytes, expected 128"},
    {"DDPID: another UPC", patch, "DDPID", 8, "0123456789012", "R24", "is 0123456789012 in DDPID"},
    {"DDPID: no UPC", patch, "DDPID", 8, "             ", "R24", "none in DDPID"},
    {"DDPID: a UPC with a wrong check digit", patch, "DDPID", 20, "9", "R23", "4006381333939"},
    {"DDPID: user text without length", patch, "DDPID", 93, "xxxHELLO", "R80", "no length"},

    {"no DDPMS", delete_file, "DDPMS", 0, NULL, "V03", "there is no file DDPMS"},
    {"DDPMS: another mark", patch, "DDPMS", MAP_PQ, "VVVX", "V03",
     "DDPMS, packet 2 does not begin"},
    {"DDPMS: cut", cut, "DDPMS", 300, NULL, "V03", "DDPMS has 300 bytes"},
    {"DDPMS: no PQ", take_out_stream, "DDPMS", MAP_PQ, NULL, "V03", "names no PQ descriptor"},
    {"DDPMS: no audio", take_out_stream, "DDPMS", MAP_AUDIO, NULL, "V03", "names no audio"},
    {"DDPMS: PQ twice", repeat_stream, "DDPMS", MAP_PQ, NULL, "V03", "second stream of this kind"},
    {"DDPMS: audio too long", patch, "DDPMS", MAP_AUDIO + 14, "00001301", "R86",
     "DDPMS states 1301"},
    {"DDPMS: a length of letters", patch, "DDPMS", MAP_AUDIO + 14, "0000130x", "V03",
     "byte 14: \"0000130x\" is not a number"},
    {"DDPMS: PQ too long", patch, "DDPMS", MAP_PQ + 14, "00000640", "R86",
     "576 bytes, DDPMS states 640"},
    {"DDPMS: CD-TEXT too short", patch, "DDPMS", MAP_CDTEXT + 14, "00000018", "R86",
     "DDPMS states 18"},
    {"DDPMS: data", patch, "DDPMS", MAP_AUDIO + 38, "10", "V03", "not audio in whole sectors"},
    {"DDPMS: with subcode in the image", patch, "DDPMS", MAP_AUDIO + 40, "8", "V03",
     "not audio in whole sectors"},
    {"DDPMS: another pause", patch, "DDPMS", MAP_AUDIO + 46, " 151", "R86",
     "states a pause of 151 sectors"},
    {"DDPMS: a late start", patch, "DDPMS", MAP_AUDIO + 22, "00000150", "R86",
     "the audio that DDPMS states ends at 1450"},
    {"DDPMS: a start beyond any disc", patch, "DDPMS", MAP_AUDIO + 22, "99999999", "V03",
     "sector 99999999, which no disc has"},
    {"DDPMS: a file that is not there", patch, "DDPMS", MAP_AUDIO + 74, "IMAGE2.DAT", "V03",
     "there is no file IMAGE2.DAT"},
    {"DDPMS: a file elsewhere", patch, "DDPMS", MAP_AUDIO + 74, "../A.DAT ", "V03",
     "\"../A.DAT\" is not the name of a file"},
    {"DDPMS: a new session", patch, "DDPMS", MAP_AUDIO + 91, "S", "R80", "begins a new session"},
    {"DDPMS: an offset", patch, "DDPMS", MAP_AUDIO + 104, "000002352", "R80",
     "an offset in its file"},
    {"DDPMS: CD-TEXT not named", take_out_stream, "DDPMS", MAP_CDTEXT, NULL, "R87",
     "CDTEXT.BIN, which DDPMS does not name"},

    {"no PQ", delete_file, "PQDESCR", 0, NULL, "V03", "there is no file PQDESCR"},
    {"PQ: another mark", patch, "PQDESCR", PACKET(3), "XXXX", "V03", "packet 4: \"XXXX\""},
    {"PQ: cut", cut, "PQDESCR", 500, NULL, "V03", "PQ descriptor has 500 bytes"},
    {"PQ: no lead-in", take_out_packet, "PQDESCR", PACKET(0), NULL, "R80",
     "no packet for the lead-in"},
    {"PQ: no lead-out", take_out_lead_outs, "PQDESCR", PACKET(7), NULL, "V03", "no lead-out"},
    {"PQ: lead-outs differ", patch, "PQDESCR", PACKET(8) + 10, "001726", "R80",
     "stands here again, at another time"},
    {"PQ: lead-out off by one", patch_two, "PQDESCR", PACKET(7) + 10, "001726", "R86",
     "It is at sector 1301, the audio that DDPMS states ends at 1300"},
    {"PQ: lead-out before the last index", patch_two, "PQDESCR", PACKET(7) + 10, "001000", "R13",
     "behind the last index"},
    {"PQ: a track is missing", take_out_track_2, "PQDESCR", PACKET(3), NULL, "V03",
     "packet 4: \"03\" is not the track that is due here"},
    {"PQ: tracks out of order", swap_tracks, "PQDESCR", PACKET(3), NULL, "V03",
     "\"03\" is not the track that is due here"},
    {"PQ: 75 sectors", patch, "PQDESCR", PACKET(3) + 14, "75", "V03", "\"000675\" is not a time"},
    {"PQ: 60 seconds", patch, "PQDESCR", PACKET(3) + 12, "60", "V03", "\"006050\" is not a time"},
    {"PQ: a time of letters", patch, "PQDESCR", PACKET(3) + 12, "0x", "V03", "is not a number"},
    {"PQ: an index before the one before it", patch, "PQDESCR", PACKET(4) + 10, "000610", "R05",
     "not behind the index before it"},
    {"PQ: tracks overlap", patch_two, "PQDESCR", PACKET(5) + 10, "000700", "R05",
     "not behind the index before it"},
    {"PQ: an index is left out", patch, "PQDESCR", PACKET(4) + 6, "03", "R05",
     "Index 3 where index 2 belongs"},
    {"PQ: no INDEX 01", patch, "PQDESCR", PACKET(6) + 6, "02", "R05", "No INDEX 01"},
    {"PQ: a pause of nothing", patch, "PQDESCR", PACKET(5) + 10, "001225", "R06",
     "at least one sector"},
    {"PQ: a short track", patch, "PQDESCR", PACKET(3) + 10, "000749", "R07",
     "a track lasts at least 00:04:00"},
    {"PQ: a short last track", patch, "PQDESCR", PACKET(6) + 10, "001326", "R07",
     "a track lasts at least 00:04:00"},
    {"PQ: a short first pause", patch, "PQDESCR", PACKET(2) + 10, "000174", "R08",
     "track 1 starts at 00:02:00"},
    {"PQ: a late first pause", patch, "PQDESCR", PACKET(1) + 10, "000010", "R08",
     "No INDEX 00 at 00:00:00"},
    {"PQ: another ISRC", patch, "PQDESCR", PACKET(3) + 20, "FRABC2600009", "R24",
     "CD-TEXT has the code FRABC2600002, the PQ descriptor FRABC2600009"},
    {"PQ: an ISRC of another form", patch, "PQDESCR", PACKET(3) + 20, "1RABC2600002", "R20",
     "1RABC2600002"},
    {"PQ: an ISRC twice", same_isrc_twice, "PQDESCR", PACKET(5) + 20, "FRABC2600002", "R21",
     "FRABC2600002"},
    {"PQ: an ISRC is missing", same_isrc_twice, "PQDESCR", PACKET(5) + 20, "            ", "R21",
     "No ISRC"},
    {"PQ: an ISRC changes in its track", patch, "PQDESCR", PACKET(4) + 20, "FRABC2600009", "R24",
     "The ISRC is FRABC2600009, before it was FRABC2600002"},
    {"PQ: no UPC", patch, "PQDESCR", PACKET(0) + 32, "             ", "R24",
     "is not in the PQ descriptor"},
    {"PQ: a UPC with a wrong check digit", patch, "PQDESCR", PACKET(0) + 44, "9", "R23",
     "4006381333939"},
    {"PQ: flags change in a track", patch, "PQDESCR", PACKET(4) + 16, "21", "R27",
     "other than before in this track"},
    {"PQ: flags that are none", patch, "PQDESCR", PACKET(4) + 16, "X1", "R27",
     "\"X1\" are not flags"},
    {"PQ: a data track", patch_two, "PQDESCR", PACKET(3) + 16, "41", "R15", "A data track"},
    {"PQ: four channels", patch_two, "PQDESCR", PACKET(3) + 16, "81", "R29", "hannels"},
    {"PQ: copy permitted with SCMS", patch_two, "PQDESCR", PACKET(3) + 16, "2S", "R30", "SCMS"},
    {"PQ: pre-emphasis", patch_two, "PQDESCR", PACKET(3) + 16, "11", "R28", "re-emphasis"},
    {"PQ: flags of the lead-out", patch_two, "PQDESCR", PACKET(7) + 16, "21", "R80",
     "Expected index 01 and flags 01"},
    {"PQ: hours", patch, "PQDESCR", PACKET(3) + 8, "77", "R80", "are reserved, and are not blank"},

    {"no CD-TEXT", delete_file, "CDTEXT.BIN", 0, NULL, "R87", "there is no file CDTEXT.BIN"},
    {"CD-TEXT: a bit", flip_bit, "CDTEXT.BIN", 18 + 6, NULL, "R40", "one flipped bit explains it"},
    {"CD-TEXT: two bytes", patch, "CDTEXT.BIN", 18 + 6, "??", "R40", "no single bit explains it"},
    {"CD-TEXT: cut", cut, "CDTEXT.BIN", 95, NULL, "R50", "95 bytes are not CD-TEXT"},
    {"CD-TEXT: a header", put_header, "CDTEXT.BIN", 4, NULL, "R50", "4 bytes of a drive's answer"},
    {"CD-TEXT: a sequence number", patch_pack, "CDTEXT.BIN", 18 + 2, "\x07", "R45",
     "sequence number 7"},
    {"CD-TEXT: the track of a pack", patch_pack, "CDTEXT.BIN", 18 + 1, "\x03", "R45",
     "of track 3; it does at character"},
    {"CD-TEXT: a pack is missing", take_out_pack, "CDTEXT.BIN", 18, NULL, "R45", "number 1 is due"},
    {"CD-TEXT: no size information", take_out_sizes, "CDTEXT.BIN", 0, NULL, "R46", "not complete"},
    {"CD-TEXT: a count of packs", patch_last_pack, "CDTEXT.BIN", 54 - 8, "\x09", "R46",
     "the size information names 9"},
    {"CD-TEXT: more tracks than the disc", patch_last_pack, "CDTEXT.BIN", 54 - 6, "\x05", "R46",
     "texts for 5 tracks, the disc has 3"},
    {"CD-TEXT: a charset that is none", patch_last_pack, "CDTEXT.BIN", 54 - 4, "\x33", "R43",
     "character set 0x33 is not known"},

    {"no image", delete_file, "IMAGE.DAT", 0, NULL, "V03", "there is no file IMAGE.DAT"},
    {"image: a sector is missing", cut, "IMAGE.DAT", 1299 * 2352, NULL, "R86",
     "It has 1299 sectors, DDPMS states 1300"},
    {"image: a byte too many", append, "IMAGE.DAT", 0, "x", "R86", "it ends inside one"},
    {"image: empty", cut, "IMAGE.DAT", 0, NULL, "R86", "It has 0 sectors"},
    {"image: a header", prepend_zeros, "IMAGE.DAT", 44, NULL, "R86", "it ends inside one"},
    {"image: big-endian", swap_bytes, "IMAGE.DAT", 0, NULL, "R01", "it is big-endian"},
};

/* In what stands beside the set; done when the checksums are listed. */
static const Defect late_defects[] = {
    {"sums: none", delete_file, "MD5-Checksum.md5", 0, NULL, "R81",
     "There is no list of checksums"},
    {"sums: a digit", patch, "MD5-Checksum.md5", 0, "00000000", "R81",
     "This is not the file that was written: its MD5 is"},
    {"sums: a file that is not there", append, "MD5-Checksum.md5", 0,
     "d41d8cd98f00b204e9800998ecf8427e *GONE.DAT\n", "R81", "there is no file GONE.DAT"},
    {"sums: a file is not listed", cut, "MD5-Checksum.md5", 169, NULL, "R81",
     "No checksum is listed for"},
    {"sums: no list", patch, "MD5-Checksum.md5", 0, "x", "R81", "line 1 is no checksum"},
    {"image: one sample", flip_bit, "IMAGE.DAT", 1000000, NULL, "R81", "IMAGE.DAT"},
};

/* Whether a finding is of the defect, and whether it counts: notes do not, nor what others hear in
 * the audio, which is noise. */
static gboolean
counts(const RbFinding *finding)
{
  return finding->severity != RB_SEVERITY_NOTE && !g_str_has_prefix(finding->id, "R6");
}

static gboolean
is_said(const RbFindings *findings, const Defect *defect)
{
  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);
    g_autofree char *all = g_strconcat(finding->place, ": ", finding->text, NULL);

    if (counts(finding) && g_str_equal(finding->id, defect->id) &&
        strstr(all, defect->says) != NULL)
      return TRUE;
  }
  return FALSE;
}

static guint
tell(const char *name, const RbFindings *findings)
{
  guint count = 0;

  for (guint i = 0; i < rb_findings_count(findings); i++) {
    const RbFinding *finding = rb_findings_get(findings, i);

    if (counts(finding))
      g_test_message("%s: %s, %s: %s", name, finding->id, finding->place, finding->text);
    count += counts(finding);
  }
  return count;
}

static void
test_defect(const Defect *defect, gboolean late)
{
  const AlJob job = {.threads = 1};
  g_autoptr(DdpSet) set = ddp_set_new(&ddp_set_styles[1]);
  g_autoptr(RbFindings) findings = rb_findings_new();
  g_autoptr(AlVerified) verified = NULL;
  g_autoptr(GError) error = NULL;
  guint told;

  if (late)
    ddp_set_add_sums(set);
  defect->spoil(set, defect->file, defect->offset, defect->bytes);
  if (!late)
    ddp_set_add_sums(set);
  ddp_set_write(set);
  verified = al_verify(set->folder, NULL, &job, findings, &error);
  g_assert_no_error(error);
  told = tell(defect->name, findings);
  if (!is_said(findings, defect))
    g_test_fail_printf("%s: no finding %s \"%s\"", defect->name, defect->id, defect->says);
  if (told > MOST_FINDINGS)
    g_test_fail_printf("%s: %u findings", defect->name, told);
}

static void
test_defects(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(defects); i++)
    test_defect(&defects[i], FALSE);
}

static void
test_late_defects(void)
{
  for (gsize i = 0; i < G_N_ELEMENTS(late_defects); i++)
    test_defect(&late_defects[i], TRUE);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  g_test_message("%zu defects", G_N_ELEMENTS(defects) + G_N_ELEMENTS(late_defects));
  g_test_add_func("/seeded_defects/in_the_set", test_defects);
  g_test_add_func("/seeded_defects/beside_the_set", test_late_defects);
  return g_test_run();
}
