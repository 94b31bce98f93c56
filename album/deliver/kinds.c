/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/kinds.h"

#include "album/deliver/cd.h"
#include "album/deliver/side_files.h"
#include "album/deliver/track_files.h"

static const AlKindOperations operations[AL_KIND_COUNT] = {
    [AL_KIND_CD] = {al_cd_plan, al_cd_bytes, al_cd_make},
    [AL_KIND_STREAMING] = {al_track_files_plan, al_track_files_bytes, al_track_files_make},
    [AL_KIND_DOWNLOAD] = {al_track_files_plan, al_track_files_bytes, al_track_files_make},
    [AL_KIND_RADIO] = {al_track_files_plan, al_track_files_bytes, al_track_files_make},
    [AL_KIND_VINYL] = {al_side_files_plan, al_side_files_bytes, al_side_files_make},
    [AL_KIND_CASSETTE] = {al_side_files_plan, al_side_files_bytes, al_side_files_make},
};

const AlKindOperations *
al_kind_operations(AlKind kind)
{
  g_assert(kind < AL_KIND_COUNT);
  return &operations[kind];
}
