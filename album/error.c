/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/error.h"

G_DEFINE_QUARK(al - error - quark, al_error)
