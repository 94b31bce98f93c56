/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/error.h"

GQuark
rb_error_quark(void)
{
  return g_quark_from_static_string("rb-error-quark");
}
