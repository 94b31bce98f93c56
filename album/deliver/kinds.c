/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/deliver/kinds.h"

#include "album/deliver/cd.h"

static const AlKindOperations operations[] = {
    [AL_KIND_CD] = {al_cd_plan, al_cd_bytes, al_cd_make},
};

const AlKindOperations *
al_kind_operations(AlKind kind)
{
  g_assert((gsize)kind < G_N_ELEMENTS(operations));
  return &operations[kind];
}
