/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_RECEIVER_CHECK_H
#define AL_RECEIVER_CHECK_H

/* Holds a deliverable against the limits of its receivers. Whatever is beyond them is a warning:
 * what a receiver makes of it is for it to say.
 *
 * | id  | what                                                                  |
 * |-----|-----------------------------------------------------------------------|
 * | S01 | a format that the receiver does not take                              |
 * | S02 | a sample rate that it does not take                                   |
 * | S03 | a depth that it does not take                                         |
 * | S04 | metadata, which it does not want                                      |
 * | S05 | a file name with characters that it does not take                     |
 * | S06 | a track that is shorter than it takes                                 |
 * | S07 | silence at the head or the tail of a track that is longer             |
 * | S08 | a sample peak above its limit                                         |
 * | S09 | a file that is larger                                                 |
 */

#include "album/deliver/delivered.h"
#include "album/deliver/programs.h"
#include "redbook/finding.h"

/* Before anything is made. A receiver that is not known goes to the project's diagnostics. */
void al_receiver_check_plan(const AlRendering *rendering, const AlDelivered *delivered,
                            RbFindings *findings);

/* After the files were made, of this program. FALSE with an error where it cannot be read back. */
gboolean al_receiver_check_audio(const AlRendering *rendering, const AlDelivered *delivered,
                                 const AlProgram *program, RbFindings *findings, GError **error);

#endif
