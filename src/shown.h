/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SHOWN_H
#define SHOWN_H

/* A disc as JSON on stdout. */

#include "album/disc/disc_form.h"

/* `md5` is that of the audio; the findings are what was odd about the form. */
void shown_print_json(const AlDiscForm *form, const char *md5, const RbFindings *findings);

#endif
