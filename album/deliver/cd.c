/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd.h"

#include "album/deliver/cd_audio.h"
#include "album/deliver/cd_files.h"
#include "album/deliver/cd_report.h"
#include "album/disc/proof.h"
#include "album/disc/proof_cdio.h"
#include "album/match/match.h"

/* Frames in a write where nothing else is asked for. */
#define WRITE_FRAMES (16 * RB_FRAMES_PER_SECTOR)

/* The first is nearly always enough. */
#define MOST_PASSES 4

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

static AlMatching
matching_of(const AlCd *cd, const AlDeliverable *deliverable)
{
  return (AlMatching){.project = cd->project,
                      .timeline = cd->timeline,
                      .open = al_mixes_open,
                      .data = cd->mixes,
                      .level = &deliverable->level,
                      .margin = al_cd_audio_margin(deliverable->dither),
                      .rate = RB_FRAME_RATE};
}

/* Where the regions of the audio begin on the disc: the pause with its hidden audio, then each
 * track from the start of its audio. */
static gint64 *
region_starts(const AlCd *cd)
{
  guint count = cd->timeline->slots->len;
  gint64 *starts = g_new0(gint64, count + 1);

  for (guint number = 1; number <= count; number++)
    starts[number] =
        al_timeline_slot(cd->timeline, number)->first_frame * RB_FRAME_RATE / cd->timeline->rate;
  return starts;
}

/* Plays the program with these gains and writes all images. */
static AlCdWritten *
write_audio(const AlCd *cd, const AlDeliverable *deliverable, const AlCdFiles *files,
            const GArray *matched, GError **error)
{
  g_autofree double *gains = al_match_gains(matched);
  g_autofree gint64 *starts = region_starts(cd);
  g_autoptr(GPtrArray) writers = al_cd_files_open_images(files, error);
  const AlProgramPart part = {.timeline = cd->timeline,
                              .project = cd->project,
                              .open = al_mixes_open,
                              .data = cd->mixes,
                              .gains = gains};
  g_autoptr(AlSource) program = al_program_new(&part);
  const AlDeliveredLevel *level = &deliverable->level;
  const AlCdAudio audio = {.program = program,
                           .resampler = cd->project->master.resampler,
                           .limiter = level->has_ceiling ? &level->limiter : NULL,
                           .dither = deliverable->dither,
                           .block_frames = cd->block_frames > 0 ? cd->block_frames : WRITE_FRAMES,
                           .writers = writers,
                           .starts = starts,
                           .regions = matched->len};

  return writers != NULL ? al_cd_audio_write(&audio, cd->job, error) : NULL;
}

/* Writes the audio, and again with better gains where what was written misses its loudness: at the
 * edges of tracks the whole program can differ from what matching tried. */
static AlCdWritten *
write_matched(const AlCd *cd, AlDelivered *delivered, const AlCdFiles *files, GArray *matched,
              GError **error)
{
  const AlMatching matching = matching_of(cd, delivered->deliverable);

  for (delivered->passes = 1;; delivered->passes++) {
    g_autoptr(AlCdWritten) written = write_audio(cd, delivered->deliverable, files, matched, error);

    if (written == NULL)
      return NULL;
    if (delivered->passes == MOST_PASSES ||
        !al_match_correct(&matching, al_region_measurement_list(written->measured), matched))
      return g_steal_pointer(&written);
  }
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
         al_proof_passed(differences, error);
}

gboolean
al_cd_make(const AlCd *cd, AlDelivered *delivered, RbFindings *findings, GError **error)
{
  const AlMatching matching = matching_of(cd, delivered->deliverable);
  g_autoptr(AlCdFiles) files = al_cd_files_new(cd->project, delivered, cd->staging);
  g_autoptr(GArray) matched = al_match(&matching, cd->job, error);
  g_autoptr(AlCdWritten) written =
      matched != NULL ? write_matched(cd, delivered, files, matched, error) : NULL;

  if (written == NULL)
    return FALSE;
  al_cd_report(&matching, matched, written, delivered, findings);
  return al_cd_files_write_sheets(files, written->digest, error) &&
         prove(cd, delivered, files, rb_digest_text(written->digest, RB_CHECKSUM_MD5), error);
}
