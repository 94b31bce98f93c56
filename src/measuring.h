/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURING_H
#define MEASURING_H

/* What was measured of files, as the user sees it: a table, JSON, or CSV (RFC 4180), on stdout. */

#include "album/deliver/service_verdict.h"
#include "album/measure/file_measurement.h"

/* One row a file that could be read, and one for the album where there are several. */
void measuring_print_table(const AlFileMeasurements *measurements);

/* What could not be read is among its errors. `services`: NULL, or what al_services_judge() said of
 * them. */
void measuring_print_json(const AlFileMeasurements *measurements, const GPtrArray *services,
                          const RbFindings *findings);

/* A header, a row a file that could be read, and one of the path "album"; a value that does not
 * exist is an empty field. */
void measuring_print_csv(const AlFileMeasurements *measurements);

#endif
