/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SERVICES_H
#define SERVICES_H

/* What streaming services would do with a record, as the user sees it. `verdicts` are those of
 * al_services_judge(). */

#include <json-glib/json-glib.h>

#include "album/deliver/render.h"
#include "album/deliver/service_verdict.h"

/* What `services` would do with a deliverable that was measured: verdicts. */
GPtrArray *services_judge(const AlDelivered *delivered, const GPtrArray *services);

/* A table on stdout: one row a service. */
void services_print(const GPtrArray *verdicts);

/* What else there is to know of each service, one line each. */
void services_print_notes(const GPtrArray *verdicts);

/* Adds "services": [...]. */
void services_json(JsonBuilder *builder, const GPtrArray *verdicts);

#endif
