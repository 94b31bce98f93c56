/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_CONTAINER_H
#define AL_CONTAINER_H

/* Does an audio file hold as many bytes of audio as its header promises?
 *
 * libsndfile reads a file that was cut off as if it had been meant to be that short. The containers
 * of uncompressed audio (WAV, RF64, W64, AIFF, CAF, AU) say how long their audio is, so this looks
 * for that promise and compares it with the size of the file. Compressed streams (FLAC, Ogg, MPEG)
 * betray a cut themselves, when they are decoded. */

#include <glib.h>

/* FALSE with an error that gives both numbers where the file is shorter than it promises, or cannot
 * be read. TRUE where it is whole, promises nothing (a WAV written to a pipe), or is no container
 * of the kinds above: what it is then is not for this to say. */
gboolean al_container_check(const char *path, GError **error);

#endif
