/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DDP_SET_H
#define AL_DDP_SET_H

/* The DDP as Segue writes it: a fileset in the usual style, with the two lists of checksums that
 * plants look for. */

#include "redbook/checksum.h"
#include "redbook/ddp.h"

/* The name of the audio in the set. */
const char *al_ddp_set_audio_name(void);

/* All files of the set but the audio, CHECKSUM.MD5 and CHECKSUM.TXT last: GPtrArray of RbDdpFile.
 * `audio` is the digest (RB_CHECKSUM_DDP) of the audio. NULL with an error as rb_ddp_encode(). */
GPtrArray *al_ddp_set_new(const RbDisc *disc, RbDigest *audio, GError **error);

#endif
