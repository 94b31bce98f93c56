/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/project/read_checks.h"

#include <math.h>
#include <string.h>

#include "album/project/values.h"

static gboolean
is_off(const AlYamlNode *value)
{
  return value->kind == AL_YAML_TEXT && strcmp(value->text, "off") == 0;
}

static void
read_limit(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  const AlCheckKind *kind = key->detail;
  const AlRange range = {kind->smallest, kind->largest, "the limit is too low to have a meaning",
                         "the limit is too high to have a meaning"};

  if (is_off(value))
    *(double *)member = NAN;
  else
    al_value_quantity(reader, value, kind->quantity, &range, member);
}

/* "off", "on", or limits by severity. */
static void
read_check(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  static const AlChoice switches[] = {{"on", FALSE}, {"off", TRUE}, {NULL, 0}};
  AlCheckLimits *limits = member;
  AlSchemaKey keys[AL_SEVERITIES + 1] = {{.key = NULL}};

  if (value->kind == AL_YAML_TEXT) {
    al_value_find_choice(reader, value, switches, &limits->off);
    return;
  }
  for (gsize i = 0; i < AL_SEVERITIES; i++)
    keys[i] = (AlSchemaKey){.key = rb_severity_name((RbSeverity)i),
                            .read = read_limit,
                            .offset = offsetof(AlCheckLimits, limits) + i * sizeof(double),
                            .detail = key->detail};
  al_schema_read(reader, value, "a check", keys, limits);
}

void
al_read_checks(AlReader *reader, const AlYamlNode *value, const AlSchemaKey *key, gpointer member)
{
  AlSchemaKey keys[AL_CHECKS + 1] = {{.key = NULL}};

  (void)key;
  for (gsize i = 0; i < AL_CHECKS; i++)
    keys[i] = (AlSchemaKey){.key = al_check_kinds[i].name,
                            .read = read_check,
                            .offset = offsetof(AlCheckSettings, of) + i * sizeof(AlCheckLimits),
                            .detail = &al_check_kinds[i]};
  al_schema_read(reader, value, "checks", keys, member);
}
