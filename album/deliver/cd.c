/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd.h"

#include <math.h>
#include <string.h>

#include "album/deliver/cd_audio.h"
#include "album/deliver/cd_files.h"
#include "album/deliver/proof.h"
#include "album/deliver/proof_cdio.h"
#include "album/error.h"
#include "album/sequence/program.h"

/* Frames in a write where nothing else is asked for. */
#define WRITE_FRAMES (16 * RB_FRAMES_PER_SECTOR)

/* Room for the descriptor files and the sheets, which have no more than 99 tracks to tell of. */
#define SHEET_BYTES (4 * 1024 * 1024)

guint64
al_cd_bytes(const AlDeliverable *deliverable, const RbDisc *disc)
{
  guint64 images = 0;

  images += (deliverable->images & AL_IMAGE_DDP) != 0;
  images += (deliverable->images & (AL_IMAGE_CUE | AL_IMAGE_TOC)) != 0;
  images += (deliverable->images & AL_IMAGE_BIN) != 0;
  return SHEET_BYTES + images * (guint64)disc->lead_out_sector * RB_BYTES_PER_SECTOR;
}

/* One region per track: from the start of its audio on the disc to that of the next. */
static AlPeakRegion *
track_regions(const AlCd *cd, const RbDisc *disc)
{
  AlPeakRegion *regions = g_new0(AlPeakRegion, disc->tracks->len);

  for (guint i = 0; i < disc->tracks->len; i++)
    regions[i].first_frame =
        al_timeline_slot(cd->timeline, i + 1)->first_frame * RB_FRAME_RATE / cd->timeline->rate;
  return regions;
}

static void
tell_overs(const AlPeakRegion *region, AlDeliveredTrack *track, const char *name,
           RbFindings *findings)
{
  g_autofree char *place = g_strdup_printf("%s, track %u", name, track->number);

  track->sample_peak_dbfs = 20 * log10(MIN(region->peak, 1));
  if (region->over_full_scale > 0)
    rb_findings_add(findings, "A01", RB_SEVERITY_ERROR, place,
                    "%" G_GINT64_FORMAT " samples are over full scale, by up to %.2f dB, and were "
                    "clipped, first %.3f s into the track; lower its level.",
                    region->over_full_scale, 20 * log10(region->peak),
                    (double)(region->first_over_frame - region->first_frame) / RB_FRAME_RATE);
}

static RbDigest *
write_audio(const AlCd *cd, AlDelivered *delivered, const AlCdFiles *files, RbFindings *findings,
            GError **error)
{
  guint count = delivered->disc->tracks->len;
  g_autofree AlPeakRegion *regions = track_regions(cd, delivered->disc);
  g_autoptr(GPtrArray) writers = al_cd_files_open_images(files, error);
  g_autoptr(AlSource) program = al_program_new(cd->timeline, cd->project, al_mixes_open, cd->mixes);
  const AlCdAudio audio = {.program = program,
                           .resampler = cd->project->master.resampler,
                           .dither = delivered->deliverable->dither,
                           .block_frames = cd->block_frames > 0 ? cd->block_frames : WRITE_FRAMES,
                           .writers = writers,
                           .regions = regions,
                           .region_count = count};

  RbDigest *digest = writers != NULL ? al_cd_audio_write(&audio, cd->job, error) : NULL;

  if (digest == NULL)
    return NULL;
  for (guint i = 0; i < count; i++)
    tell_overs(&regions[i], &g_array_index(delivered->tracks, AlDeliveredTrack, i),
               delivered->deliverable->name, findings);
  return digest;
}

static AlDiscForm *
open_form(const AlCdFiles *files, const AlCdForm *written, RbFindings *findings, GError **error)
{
  g_autofree char *path = al_cd_files_path(files, written->name);
  AlDiscForm *form = al_disc_form_open(path, written->name, findings, error);

  if (form != NULL)
    form->carries = written->carries;
  return form;
}

static gboolean
nothing_differs(const RbFindings *differences, GError **error)
{
  if (rb_findings_count_of(differences, RB_SEVERITY_ERROR) == 0)
    return TRUE;
  for (guint i = 0; i < rb_findings_count(differences); i++) {
    const RbFinding *finding = rb_findings_get(differences, i);

    if (finding->severity != RB_SEVERITY_ERROR)
      continue;
    g_set_error(error, AL_ERROR, AL_ERROR_PROOF,
                "what was written is not what was meant (%s, %s: %s); the masters were thrown away",
                finding->id, finding->place, finding->text);
    break;
  }
  return FALSE;
}

/* Whatever differs here is a fault of this program or of the disk, so no master may come of it. */
static gboolean
prove(const AlCd *cd, const AlDelivered *delivered, const AlCdFiles *files, const char *md5,
      GError **error)
{
  const AlProofExpected expected = {.disc = delivered->disc, .carries = RB_COMPARE_ALL, .md5 = md5};
  g_autoptr(GPtrArray) forms = g_ptr_array_new_with_free_func((GDestroyNotify)al_disc_form_free);
  g_autoptr(RbFindings) differences = rb_findings_new();
  const GArray *written = al_cd_files_forms(files);

  for (guint i = 0; i < written->len; i++) {
    const AlCdForm *form = &g_array_index(written, AlCdForm, i);
    g_autofree char *path = al_cd_files_path(files, form->name);

    g_ptr_array_add(forms, open_form(files, form, differences, error));
    if (g_ptr_array_index(forms, i) == NULL)
      return FALSE;
    if (form->libcdio_reads && !al_proof_cdio(path, form->name, &expected, differences, error))
      return FALSE;
  }
  return al_proof(&expected, forms, cd->job, differences, error) &&
         nothing_differs(differences, error);
}

gboolean
al_cd_make(const AlCd *cd, AlDelivered *delivered, RbFindings *findings, GError **error)
{
  g_autoptr(AlCdFiles) files = al_cd_files_new(cd->project, delivered, cd->staging);
  g_autoptr(RbDigest) digest = write_audio(cd, delivered, files, findings, error);

  return digest != NULL && al_cd_files_write_sheets(files, digest, error) &&
         prove(cd, delivered, files, rb_digest_text(digest, RB_CHECKSUM_MD5), error);
}
