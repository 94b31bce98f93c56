/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_INTERPOLATION_GRID_H
#define AL_INTERPOLATION_GRID_H

/* The grids of interpolation.h: a block and its surroundings at twice and at four times the rate,
 * in single precision. */

#include "album/measure/interpolation.h"

/* Frames around the block that the grids reach over: the maxima of the frames beside the block
 * count for its first and last frame, and what is made of the finer grid reaches two frames
 * further. */
#define AL_INTERPOLATION_HALF_EDGE 16
#define AL_INTERPOLATION_GRID_EDGE 4

#define AL_INTERPOLATION_HALF_FRAMES (AL_INTERPOLATION_BLOCK + 2 * AL_INTERPOLATION_HALF_EDGE)
#define AL_INTERPOLATION_GRID_POINTS (4 * (AL_INTERPOLATION_BLOCK + 2 * AL_INTERPOLATION_GRID_EDGE))

/* half[n]: the value halfway between frames n and n + 1, counted from AL_INTERPOLATION_HALF_EDGE
 * before the block; AL_INTERPOLATION_HALF_FRAMES of them. By the filter of 64 taps; and by this and
 * that of 192 taps, which share much of their work. `samples` points at the first frame of the
 * block, with half the reach before and behind it, or the whole. */
void al_interpolation_half(const float *samples, float *half);
void al_interpolation_half_twice(const float *samples, float *half, float *long_half);

/* The grid of quarters of a frame; grid[4 * AL_INTERPOLATION_GRID_EDGE] is the first frame of the
 * block. */
void al_interpolation_grid(const float *samples, const float *half, float *grid);

/* A sinc, `distance` samples from its middle, in a Kaiser window that ends at `end`. */
double al_windowed_sinc(double distance, double end, double beta);

#endif
