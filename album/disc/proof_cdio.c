/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/disc/proof_cdio.h"

#include <string.h>

#include "redbook/cdio_reader.h"

/* Sectors that are read at a time. */
#define PIECE_SECTORS 100

static void
hash(GChecksum *md5, gint16 *samples, gsize sectors)
{
  gsize count = sectors * RB_FRAMES_PER_SECTOR * 2;

  for (gsize i = 0; i < count; i++)
    samples[i] = GINT16_TO_LE(samples[i]);
  g_checksum_update(md5, (const guchar *)samples, (gssize)(count * sizeof *samples));
}

/* The MD5 of the disc's samples; the first pause, which a BIN does not hold, is silence. */
static char *
hash_audio(RbCdioReader *reader, gint32 lead_out_sector, GError **error)
{
  g_autoptr(GChecksum) md5 = g_checksum_new(G_CHECKSUM_MD5);
  g_autofree gint16 *samples =
      g_new0(gint16, 2 * RB_FRAMES_PER_SECTOR * MAX(PIECE_SECTORS, RB_FIRST_PAUSE_SECTORS));

  hash(md5, samples, RB_FIRST_PAUSE_SECTORS);
  for (gint32 at = RB_FIRST_PAUSE_SECTORS; at < lead_out_sector; at += PIECE_SECTORS) {
    guint count = (guint)MIN(PIECE_SECTORS, lead_out_sector - at);

    if (!rb_cdio_reader_read(reader, at, samples, count, error))
      return NULL;
    hash(md5, samples, count);
  }
  return g_strdup(g_checksum_get_string(md5));
}

gboolean
al_proof_cdio(const char *cue_path, const char *name, const AlProofExpected *expected,
              RbFindings *findings, GError **error)
{
  /* A BIN's CUE is in the dialect for everyone: without credits. */
  const RbCompare visible = RB_COMPARE_CDIO & ~(RbCompare)RB_COMPARE_CREDITS;
  g_autoptr(RbCdioReader) reader = rb_cdio_reader_open_cue(cue_path, error);
  g_autoptr(RbFindings) differences = rb_findings_new();
  g_autoptr(RbDisc) disc = NULL;
  g_autofree char *md5 = NULL;

  if (reader == NULL)
    return FALSE;
  disc = rb_cdio_reader_disc(reader);
  rb_disc_compare(expected->disc, disc, visible, differences);
  rb_cdio_reader_complaints(reader, differences);
  rb_findings_append(findings, differences, name);
  md5 = hash_audio(reader, expected->disc->lead_out_sector, error);
  if (md5 == NULL)
    return FALSE;
  if (strcmp(md5, expected->md5) != 0)
    rb_findings_add(findings, "P21", RB_SEVERITY_ERROR, name,
                    "The audio that libcdio reads differs from what was written.");
  return TRUE;
}
