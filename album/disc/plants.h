/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_PLANTS_H
#define AL_PLANTS_H

/* Pressing plants and what they take: the data of plants.yaml, which explains every key. Nothing
 * about a plant stands in code. */

#include "redbook/disc.h"
#include "redbook/finding.h"

typedef struct {
  char *name;
  char *about;
  gint32 usual_sectors;    /* the lead-out, absolute; 0: not known, as the next two */
  gint32 longest_sectors;  /* likewise */
  gint32 shortest_sectors; /* of the programme */
  int checksums;           /* whether a DDP must have a list of them */
  char *source;
  char *note; /* NULL: none */
} AlPlant;

/* Reads a file of plants, `name` for messages. A list of AlPlant; NULL with an error that shows all
 * that is wrong, each with its place. */
GPtrArray *al_plants_parse(const char *name, const char *text, gsize length, GError **error);

/* Those that the program comes with. */
GPtrArray *al_plants_shipped(void);

/* The plant of that name, in any case; NULL where there is none. */
const AlPlant *al_plants_find(const GPtrArray *plants, const char *name);

/* What the plant would say of the disc: R12, an error beyond its longest or below its shortest, a
 * warning beyond its usual time. */
void al_plant_judge(const AlPlant *plant, const RbDisc *disc, RbFindings *findings);

#endif
