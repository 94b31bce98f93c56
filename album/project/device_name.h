/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DEVICE_NAME_H
#define AL_DEVICE_NAME_H

/* Names that are files everywhere but on Windows. */

#include <glib.h>

/* Does Windows keep this name for a device? "con" and "Aux.wav", "LPT1": whatever the capitals, and
 * whatever stands behind a point. */
gboolean al_device_name_is(const char *name);

#endif
