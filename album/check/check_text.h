/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CHECK_TEXT_H
#define AL_CHECK_TEXT_H

/* What findings about mixes say, to the person who has to talk about them with another person. */

#include "album/project/check_settings.h"

/* How a figure is written. */
typedef enum {
  AL_FIGURE_TIMES,   /* "once", "42 times" */
  AL_FIGURE_WHOLE,   /* "16" */
  AL_FIGURE_TENTHS,  /* "1.5" */
  AL_FIGURE_PRECISE, /* "0.05" */
} AlFigureForm;

typedef struct {
  AlFigureForm form;
  const char *before, *behind; /* what was found, around the figure: a sentence without full stop */
  const char *meaning;         /* for the record */
  const char *request;         /* to the mix engineer */
} AlCheckText;

extern const AlCheckText al_check_texts[AL_CHECKS];

/* The figure in words; for free(). */
char *al_check_text_figure(AlFigureForm form, double figure);

#endif
