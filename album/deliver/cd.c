/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/cd.h"

#include "album/deliver/cd_audio.h"
#include "album/deliver/cd_disc.h"
#include "album/deliver/cd_files.h"
#include "album/deliver/codec_safety.h"
#include "album/deliver/codec_trials.h"
#include "album/deliver/finished_report.h"
#include "album/deliver/programs.h"
#include "album/disc/proof.h"
#include "album/disc/proof_cdio.h"
#include "redbook/rules.h"

/* Room for the descriptor files and the sheets, which have no more than 99 tracks to tell of. */
#define SHEET_BYTES (4 * 1024 * 1024)

/* What breaks a rule has a place in the project file: the track's, or the deliverable's. */
static void
diagnose(const AlProject *project, const AlDeliverable *deliverable, const RbFinding *finding)
{
  guint track = rb_finding_track(finding);
  AlPlace place = track > 0 ? al_project_track(project, track)->place : deliverable->place;

  al_diagnostics_add(project->diagnostics, place, NULL, "%s%s%s: %s (rule %s)", deliverable->name,
                     finding->place[0] != '\0' ? ", " : "", finding->place, finding->text,
                     finding->id);
}

void
al_cd_plan(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings)
{
  g_autoptr(RbFindings) broken = rb_findings_new();

  delivered->disc = al_cd_disc_new(rendering->project, rendering->timeline);
  al_codec_trials_plan(rendering, delivered);
  rb_rules_judge(delivered->disc, broken);
  rb_findings_append(findings, broken, delivered->deliverable->name);
  for (guint i = 0; i < rb_findings_count(broken); i++)
    if (rb_findings_get(broken, i)->severity == RB_SEVERITY_ERROR)
      diagnose(rendering->project, delivered->deliverable, rb_findings_get(broken, i));
}

guint64
al_cd_bytes(const AlRendering *rendering, const AlDelivered *delivered)
{
  AlImages wanted = delivered->deliverable->images;
  guint64 images = 0;

  images += (wanted & AL_IMAGE_DDP) != 0;
  images += (wanted & (AL_IMAGE_CUE | AL_IMAGE_TOC)) != 0;
  images += (wanted & AL_IMAGE_BIN) != 0;
  return SHEET_BYTES + al_codec_trials_bytes(rendering, delivered) +
         images * (guint64)delivered->disc->lead_out_sector * RB_BYTES_PER_SECTOR;
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
prove(const AlRendering *rendering, const AlDelivered *delivered, const AlCdFiles *files,
      const char *md5, GError **error)
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
  return al_proof(&expected, forms, rendering->job, differences, error) &&
         al_proof_passed(differences, error);
}

/* What its files sound like, from the pause before track 1 on. */
static void
tell_measured(const AlFinished *finished, AlDelivered *delivered)
{
  AlMeasured disc = al_measurement_album(al_region_measurement_list(finished->regions->measured),
                                         delivered->tracks->len + 1);

  for (guint i = 0; i < delivered->files->len; i++) {
    AlDeliveredAudio *audio = &((AlDeliveredFile *)g_ptr_array_index(delivered->files, i))->audio;

    audio->integrated_lufs = disc.loudness.integrated_lufs;
    audio->true_peak_dbtp = disc.true_peak_dbtp;
  }
}

gboolean
al_cd_make(const AlRendering *rendering, AlDelivered *delivered, RbFindings *findings,
           GError **error)
{
  const AlDeliverable *deliverable = delivered->deliverable;
  const AlFinish wanted = {
      .rate = RB_FRAME_RATE, .bits = 16, .dither = deliverable->dither, .level = &delivered->level};
  g_autoptr(AlCdFiles) files = al_cd_files_new(rendering->project, delivered, rendering->staging);
  g_autoptr(AlCdAudio) audio = al_cd_audio_new(files, rendering);
  const AlTaker taker = {.take = al_cd_audio_take, .data = audio};
  const AlFinished *finished;
  RbDigest *digest;

  if (!al_codec_safety_check(rendering, delivered, &wanted, findings, error))
    return FALSE;
  finished = al_programs_take(rendering, &wanted, &taker, error);
  if (finished == NULL)
    return FALSE;
  digest = al_cd_audio_digest(audio);
  al_finished_report(finished, delivered, findings);
  tell_measured(finished, delivered);
  return al_cd_files_write_sheets(files, digest, error) &&
         prove(rendering, delivered, files, rb_digest_text(digest, RB_CHECKSUM_MD5), error);
}
