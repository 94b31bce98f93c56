/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURED_ROW_H
#define MEASURED_ROW_H

/* What was measured, as rows of quantities: what the table, JSON and CSV have in common. */

#include "album/measure/file_measurement.h"

/* A file, or the album. */
typedef struct {
  const char *path;   /* NULL: the album */
  const char *format; /* NULL: the album */
  const AlMeasured *measured;
  double seconds;
  int rate, channels; /* 0: the files of the album differ */
} MeasuredRow;

typedef struct {
  const char *name;    /* in JSON and CSV, with its unit */
  const char *heading; /* in the table; NULL: it is not shown there as a number */
  int decimals;        /* in CSV */
  int table_decimals;
  double (*value)(const MeasuredRow *row); /* not finite: it does not exist */
} MeasuredQuantity;

#define MEASURED_QUANTITIES 14

/* All forms show them in this order. */
extern const MeasuredQuantity measured_quantities[MEASURED_QUANTITIES];

/* The rows (MeasuredRow) of the files that could be read, and then, where there are any, that of
 * the album. They point into `measurements`. */
GArray *measured_rows_new(const AlFileMeasurements *measurements);

/* A number, or `none` where it is not finite; the caller frees it. */
char *measured_format(double value, int decimals, const char *none);

#endif
