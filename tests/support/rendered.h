/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_RENDERED_H
#define TEST_RENDERED_H

/* An album in a folder of its own, and what a render makes of it. */

#include "album/deliver/render.h"

typedef struct {
  char *folder; /* with the mixes; the masters go into its folder "masters" */
  AlProject *project;
  AlRender *render; /* NULL: it failed */
  RbFindings *findings;
  GError *error;
} TestRendered;

/* With the folder, and nothing in it. */
void test_rendered_init(TestRendered *rendered);
void test_rendered_clear(TestRendered *rendered);

/* Writes a mix of 24 bits into the folder. */
void test_rendered_add_mix(const TestRendered *rendered, const char *name, int rate,
                           const double *samples, gint64 frames);

/* Reads `yaml` as the project file, which must have no errors, and renders it on two threads; a
 * `dry_run` plans only. What was rendered before is forgotten. */
void test_rendered_run(TestRendered *rendered, const char *yaml, gboolean dry_run);

/* How many findings of this id there are, and the text of the first of them; NULL: there is none.
 */
guint test_rendered_count(const TestRendered *rendered, const char *id);
const char *test_rendered_finding(const TestRendered *rendered, const char *id);

/* A file of the masters: its text, and its samples as integers of 32 bits. The caller frees both.
 */
char *test_rendered_text(const TestRendered *rendered, const char *name);
int *test_rendered_samples(const TestRendered *rendered, const char *name, gint64 *frames);

#endif
