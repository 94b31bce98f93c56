/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_READ_CHECKS_H
#define AL_READ_CHECKS_H

/* The section `checks`: from where on a mix is not in order.
 *
 *   checks:
 *     hum: off
 *     clipping: {warning: 3, error: off}
 */

#include "album/project/schema.h"

/* AlCheckSettings. */
void al_read_checks(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key,
                    gpointer member);

#endif
