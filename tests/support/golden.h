/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include <glib.h>

/* Compares `bytes` bytes of text with tests/golden/`name`; what was found is shown where they
 * differ. With SEGUE_UPDATE_GOLDEN set it writes the file instead: look at the difference before
 * committing it. */
void golden_compare(const char *name, const char *text, gsize bytes);

#endif
