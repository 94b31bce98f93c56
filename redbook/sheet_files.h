/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_SHEET_FILES_H
#define RB_SHEET_FILES_H

/* The audio files that a sheet names, on disk. Their names are relative to the folder of the sheet,
 * and may have lost their case on the way. */

#include "redbook/sheet.h"

/* Sets path and frames of every file. FALSE with an error, behind path, line and column of the
 * sheet: RB_ERROR_FILE where a file is not there, with what lies in its place, or cannot be read,
 * RB_ERROR_FORMAT where it is not as the audio of a disc. */
gboolean rb_sheet_measure_files(RbSheet *sheet, GError **error);

#endif
