/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_SOURCE_RULES_H
#define TEST_SOURCE_RULES_H

/* Holds a source to the rules at the top of album/audio/source.h. To test a new kind of source,
 * write a function that makes it, and call one of these from tests/property/test_sources.c. */

#include "album/audio/source.h"

/* Makes a source; whatever it reads from goes into `owned` (of AlSource), first what is read last,
 * to be freed in reverse order. */
typedef AlSource *(*TestMakeSource)(GPtrArray *owned, gconstpointer data);

/* Makes a stage that reads from `input`. */
typedef AlSource *(*TestMakeStage)(AlSource *input, gconstpointer data);

/* The length is as told, blocks are full up to the end, and blocks of 1, 7, 588 and 4096 frames and
 * of mixed sizes give the same bits. */
void test_source_rules(TestMakeSource make, gconstpointer data);

/* The same for a stage over noise of several lengths (0 and 1 frame among them) at `input_rate`,
 * and that a failure of its input ends it, told once, and that it can be freed half read. */
void test_stage_rules(TestMakeStage make, gconstpointer data, int input_rate);

#endif
