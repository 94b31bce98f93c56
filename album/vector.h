/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_VECTOR_H
#define AL_VECTOR_H

#include <glib.h>

/* AL_VECTOR_CLONES before a function has it compiled again for AVX2 and for AVX-512, and the best
 * that the machine has taken when the program starts. The result is the same to the bit: the loops
 * that it is meant for work out several outputs side by side, each in its own fixed order, and
 * nothing is contracted (-ffp-contract=off). Where the compiler or the system cannot choose at
 * start, or a sanitizer would run before it is set up, it is empty. It goes before static
 * functions: with clones, clang 14 makes no name that another file could call. */

#if defined(__has_attribute)
#if __has_attribute(target_clones)
#define AL_HAS_TARGET_CLONES 1
#endif
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AL_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define AL_SANITIZED 1
#endif

#if defined(AL_HAS_TARGET_CLONES) && defined(__x86_64__) && defined(__ELF__) && \
    defined(__GLIBC__) && !defined(AL_SANITIZED)
#define AL_VECTOR_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define AL_VECTOR_CLONES
#endif

/* The highest of so many lanes, a power of two; the lanes are used up. */
static inline double
al_vector_highest(double *lanes, gsize count)
{
  for (gsize half = count / 2; half > 0; half /= 2)
    for (gsize i = 0; i < half; i++)
      lanes[i] = lanes[i + half] > lanes[i] ? lanes[i + half] : lanes[i];
  return lanes[0];
}

#endif
