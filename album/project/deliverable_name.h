/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DELIVERABLE_NAME_H
#define AL_DELIVERABLE_NAME_H

/* The name of a deliverable is the name of its folder in masters/, on every system that the masters
 * are copied to. */

/* What is wrong with a name, as the rest of a sentence; NULL where nothing is. */
const char *al_deliverable_name_fault(const char *name);

#endif
