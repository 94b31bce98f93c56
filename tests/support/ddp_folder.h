/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_DDP_FOLDER_H
#define TESTS_DDP_FOLDER_H

#include "redbook/disc.h"

/* Writes a disc as a DDP into a new folder: audio without pattern, the first pause silent. */
void ddp_folder_write(const char *folder, const RbDisc *disc);

#endif
