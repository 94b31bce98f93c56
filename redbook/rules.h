/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_RULES_H
#define RB_RULES_H

/* The rules of the Red Book, of the plants and of the players, judged on a disc as data.
 *
 * Each finding has the id of its rule, a place ("track 3", "track 3, index 2", "" for the disc) and
 * says what was found and what is allowed. Audio is not looked at (that the first pause is silent,
 * that pre-emphasised audio is flagged).
 *
 * | id  | severity | what is demanded                                      | source               |
 * |-----|----------|-------------------------------------------------------|----------------------|
 * | R03 | error    | times from 00:00:00 to 99:59:74                       | IEC 60908, cdrdao    |
 * | R04 | error    | 1 to 99 tracks                                        | IEC 60908            |
 * | R05 | error    | indexes from 00 or 01 without hole to 99, ascending,  | IEC 60908, flac      |
 * |     |          | INDEX 01 there; tracks ascending                      |                      |
 * | R06 | error    | INDEX 01 at least a sector behind INDEX 00            | REAPER ddp_info      |
 * | R07 | error    | 300 sectors from INDEX 01 to the next track's INDEX   | IEC 60908, REAPER    |
 * |     |          | 00 or 01, or the lead-out                             |                      |
 * | R08 | error    | INDEX 00 of track 1 at 00:00:00, INDEX 01 at 00:02:00 | WaveLab manual       |
 * |     |          | or later                                              |                      |
 * | R09 | note     | a first pause over 2 s can hide audio                 | Feurio               |
 * | R11 | error,   | lead-out at most at 79:57:00; beyond 78:00:00 many    | plants (redbook.md,  |
 * |     | warning, | plants want a waiver; beyond 74:00:00 some do         | R11 and R12)         |
 * |     | note     |                                                       |                      |
 * | R13 | error    | the lead-out lies behind the last index               | IEC 60908            |
 * | R14 | note     | a programme under one minute; some plants refuse      | Groovehouse          |
 * | R15 | error    | audio only                                            | plants               |
 * | R20 | error    | ISRC: CCXXXYYNNNNN                                    | ISRC Bulletin 2015/1 |
 * | R21 | warning  | ISRC all zeros, twice on a disc, or missing on a      | ISRC Bulletin 2015/1 |
 * |     |          | track while others have one                           |                      |
 * | R23 | error    | UPC/EAN: 13 digits, the check digit right             | GS1, cdrdao manual   |
 * | R27 | error    | no flags but those of the control nibble, and SCMS    | IEC 60908 17.5       |
 * | R28 | warning  | pre-emphasis flagged: audio must have it              | WaveLab manual       |
 * | R29 | warning  | four channels: no player knows them                   | IEC 60908            |
 * | R30 | error    | not both copy permitted and SCMS                      | IEC 60908            |
 * | R41 | error    | at most 8 blocks, 253 packs of text in each           | MMC-3 annex J        |
 * | R42 | error,   | a text at most 160 characters; beyond 80 a CUE, beyond| Red Book 5.8, CDRWIN,|
 * |     | warning, | 64 old players cut it                                 | players              |
 * |     | note     |                                                       |                      |
 * | R44 | warning, | a field that a track has, the disc and all tracks     | cdrdao manual        |
 * |     | note     | have (note where tracks have none: it stays empty)    |                      |
 * | R46 | error    | the language of a block has a code                    | EBU Tech 3264        |
 * | R47 | warning  | no block without texts                                | Steinberg            |
 * | R48 | error    | genre codes to 0x1b                                   | libburn cdtext.txt   |
 * | R49 | error    | all characters are in the block's charset             | MMC-3 annex J        |
 */

#include "redbook/disc.h"
#include "redbook/finding.h"

/* R07: IEC 60908: a track lasts at least 4 s. */
#define RB_SHORTEST_TRACK_SECTORS 300

/* R11. The lead-out's absolute time, the longer of the readings. The nominal 74:00; 78:00 where a
 * plant takes a disc without a waiver; 79:57 the most that any takes. */
#define RB_NOMINAL_SECTORS (74 * 60 * RB_SECTORS_PER_SECOND)
#define RB_LONG_SECTORS (78 * 60 * RB_SECTORS_PER_SECOND)
#define RB_LONGEST_SECTORS ((79 * 60 + 57) * RB_SECTORS_PER_SECOND)

/* R14 */
#define RB_SHORT_PROGRAMME_SECTORS (60 * RB_SECTORS_PER_SECOND)

/* R42 */
#define RB_OLD_PLAYER_CHARACTERS 64
#define RB_CUE_CHARACTERS 80
#define RB_MAX_TEXT_CHARACTERS 160

typedef void (*RbJudge)(const RbDisc *disc, const char *id, RbFindings *findings);

typedef struct {
  const char *id;
  RbJudge judge;
} RbRule;

/* The three parts of the rules; each table ends with an id NULL. */
extern const RbRule rb_rules_time[];
extern const RbRule rb_rules_codes[];
extern const RbRule rb_rules_text[];

/* Judges a disc by all rules, in the order of their ids; R49 stands with R41, both from
 * rb_cdtext_check() with the codes. The disc may be as wrong as it likes. */
void rb_rules_judge(const RbDisc *disc, RbFindings *findings);

#endif
