/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef RB_SECTOR_H
#define RB_SECTOR_H

/* The compact disc's unit of time and space: the sector.
 *
 * "Frame" is one sample of each channel; "sector" is 1/75 s. Sector numbers are absolute: sector 0
 * is 00:00:00, the first of the pause before track 1, which is the first sector of a DDP image and
 * 150 below zero in the logical block addresses of a drive (LBA = sector - 150).
 * Source: IEC 60908; ECMA-130 clause 20. */

#define RB_SECTORS_PER_SECOND 75
#define RB_FRAMES_PER_SECTOR 588
#define RB_BYTES_PER_SECTOR 2352
#define RB_FRAME_RATE 44100

/* The shortest pause before track 1, also the shortest time that a lead-in needs: 2 s. */
#define RB_FIRST_PAUSE_SECTORS 150

/* 99:59:74 + 1: what the two digits of minutes in PQ and TOC can say. */
#define RB_MAX_SECTORS (100 * 60 * RB_SECTORS_PER_SECOND)

#define RB_MAX_TRACKS 99
#define RB_MAX_INDEX 99

#endif
