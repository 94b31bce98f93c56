/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DISC_FORM_H
#define AL_DISC_FORM_H

/* A disc as it lies on disk in one of its forms, read by what knows the form. */

#include "redbook/compare.h"
#include "redbook/image.h"

typedef struct {
  char *path; /* a folder with a DDPID, a .cue or a .toc */
  char *name; /* for people: "cd/DDP" */
  RbDisc *disc;
  RbImage *image;    /* from 00:00:00 on */
  RbCompare carries; /* what this form can say of a disc */
} AlDiscForm;

/* Whether this looks like a disc: what al_disc_form_open() would try to read. */
gboolean al_disc_form_is(const char *path);

/* Opens a disc. What is odd about its form goes to the findings; NULL with an error where it cannot
 * be read. `name` is copied. */
AlDiscForm *al_disc_form_open(const char *path, const char *name, RbFindings *findings,
                              GError **error);

void al_disc_form_free(AlDiscForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlDiscForm, al_disc_form_free)

#endif
