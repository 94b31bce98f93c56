/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_STEP_H
#define AL_STEP_H

/* Steps of a chain, and the kinds of them that there are.
 *
 * A processor is a plain module: a settings struct in real units, and a source (audio/source.h)
 * made from it. Its step kind describes it to everything else: one table of parameters, from which
 * the project file is read and checked, `segue help STEP` is printed and the manual is written.
 *
 *   AlStep --kind--> AlStepKind --parameters--> AlParameter[]   offsets into the settings
 *     |                   |
 *     |                   +--list--> AlEntryList --forms--> AlEntryForm[] --tables--> AlParameter[]
 *     +--settings--> AlGainSettings, AlEqSettings, ...                 offsets into an entry
 *
 * A setting is a double in the parameter's unit, or for a choice an int that holds an enum or a
 * gboolean.
 *
 * To add a processor: a module in album/process/; its AlStepKind in NAME_step.c here and in the
 * list of steps.c; settings for it in tests/property/test_steps.c; its help and its part of the
 * manual with SEGUE_UPDATE_GOLDEN=1 from tests/golden/test_step_help and test_manual; a line in
 * tests/bench/bench_steps.c. */

#include <glib.h>
#include <math.h>

#include "album/audio/source.h"

/* What a quantity is written in, and how the settings hold it. */
typedef enum {
  AL_UNIT_DB,      /* dB */
  AL_UNIT_HZ,      /* Hz or kHz; in Hz */
  AL_UNIT_SECONDS, /* s or ms; in s */
  AL_UNIT_PERCENT, /* %; 1.0 is 100 % */
  AL_UNIT_DEGREES, /* deg */
  AL_UNIT_NUMBER,  /* no unit */
  AL_UNIT_CHOICE,  /* one of the words; an int */
} AlUnit;

/* A word and the value that it stands for. */
typedef struct {
  const char *word;
  double value;
} AlWord;

typedef struct {
  const char *name; /* as in the project file; NULL ends a table */
  AlUnit unit;
  double minimum, maximum; /* of a quantity, both allowed */
  double default_value;    /* AL_REQUIRED: it must be written */
  const AlWord *words;     /* a choice: all it may be; a quantity: what may stand in its place, such
                            * as "auto" or "off", with values outside the range; ends with NULL */
  gsize offset;            /* of the setting in its struct */
  const char *text;        /* one sentence */
} AlParameter;

#define AL_REQUIRED ((double)NAN)

/* The value of the word "auto". */
#define AL_AUTO ((double)INFINITY)

/* "no" and "yes", for gboolean settings. */
extern const AlWord al_words_no_yes[];

/* "auto" */
extern const AlWord al_words_auto[];

/* "6 dB/oct" to "48 dB/oct" in sixes, valued in dB. */
extern const AlWord al_words_slopes[];

/* A form of the entries in a list, {NAME: value, parameter: value, ...}. The parameter with the
 * name of the form tells which form an entry has; where forms have no name there is just one. */
typedef struct {
  const char *name; /* "bell" */
  const char *text; /* a sentence; NULL ends the table */
  int form;         /* the value of the entry's form field */
  const AlParameter *const
      *tables; /* the entry's parameters, in one or more tables; ends with NULL */
} AlEntryForm;

/* The list that some steps have: the bands of an equaliser. It may be written in place of the
 * step's settings where those stay at their defaults. */
typedef struct {
  const char *name;  /* its key, where written beside other settings: "bands" */
  gsize offset;      /* of the GArray * in the settings */
  gsize entry_size;  /* bytes */
  gsize form_offset; /* of the int that holds the form in an entry */
  guint minimum, maximum;
  const AlEntryForm *forms;
  /* A table of forms whose first parameter must be written for the others to have a meaning; NULL:
   * there is none. */
  const AlParameter *led;
} AlEntryList;

/* What a step did to the audio that was read through it. Where nothing can be told, all zero. */
typedef struct {
  gboolean left_out;        /* it would have done nothing, and was not there */
  double max_reduction_db;  /* the most that it turned anything down */
  double mean_reduction_db; /* mean over the time in which it worked */
  double working_share;     /* of the time, 0 to 1, with a reduction over 0.1 dB; of a limiter, as
                             * reduction.h counts it */
} AlStepReport;

typedef struct {
  const char *name;    /* the key in the project file */
  const char *summary; /* one sentence */
  const char *example; /* YAML, ends with a newline */
  const AlParameter *parameters;
  const AlEntryList *list; /* NULL where there is none */
  gsize settings_size;
  gboolean mixable; /* takes `mix`: its output may be blended with its input */
  /* The parameter that may be AL_AUTO until chain_make_up.h finds it (it counts as 0 dB before);
   * NULL: there is none. */
  const char *make_up;
  /* FALSE with an error where settings do not go together, whatever the rate; NULL: all do. */
  gboolean (*check)(const void *settings, GError **error);
  /* Would these settings leave every sample as it is? */
  gboolean (*idle)(const void *settings);
  /* The step at work on `input`; NULL with an error where the settings do not go together or not
   * with the rate. The settings are not needed after this. */
  AlSource *(*create)(const void *settings, AlSource *input, GError **error);
  void (*report)(AlSource *source, AlStepReport *report); /* NULL: nothing to tell */
} AlStepKind;

/* All kinds, in the order of a usual chain; ends with NULL (steps.c). */
extern const AlStepKind *const al_step_kinds[];

/* NULL where there is none of that name. */
const AlStepKind *al_step_kind_find(const char *name);

/* A step as the project file asks for it. */
typedef struct {
  const AlStepKind *kind;
  void *settings;
  gboolean bypass;
  double mix; /* of the step's output in the sum with its input; 1.0 unless kind->mixable */
} AlStep;

/* What may be written for every step, with offsets into AlStep; mix only where kind->mixable. */
extern const AlParameter al_step_bypass;
extern const AlParameter al_step_mix;

/* A step with every setting at its default (AL_REQUIRED ones are NAN) and an empty list. */
AlStep *al_step_new(const AlStepKind *kind);
AlStep *al_step_copy(const AlStep *step);
void al_step_free(AlStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AlStep, al_step_free)

/* Appends an entry of a form to the step's list, at its defaults, and returns it; valid until the
 * next one is added. */
void *al_step_add_entry(AlStep *step, const AlEntryForm *form);

/* Would the step leave every sample as it is? Then a chain has no stage for it. */
gboolean al_step_is_idle(const AlStep *step);

/* The parameter of that name, NULL where there is none. */
const AlParameter *al_parameter_find(const AlParameter *table, const char *name);
const AlParameter *al_entry_form_parameter(const AlEntryForm *form, const char *name);

/* Writes and reads a setting in the struct that the parameter belongs to. */
void al_parameter_set(const AlParameter *parameter, void *settings, double value);
double al_parameter_get(const AlParameter *parameter, const void *settings);

/* Is the value in the parameter's range, or that of one of its words? */
gboolean al_parameter_allows(const AlParameter *parameter, double value);

/* The value as one would write it: "850 Hz", "6.5 kHz", "30 ms", "50 %", "auto". Caller frees. */
char *al_parameter_format(const AlParameter *parameter, double value);

/* The range and words as text: "20 Hz to 20 kHz", "minimum | linear". Caller frees. */
char *al_parameter_format_range(const AlParameter *parameter);

/* The manual of a kind as plain text: summary, parameters, forms, example. Caller frees. */
char *al_step_help(const AlStepKind *kind);

#endif
