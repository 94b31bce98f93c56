/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/rules.h"

static void
judge_all(const RbRule *rules, const RbDisc *disc, RbFindings *findings)
{
  for (const RbRule *rule = rules; rule->id != NULL; rule++)
    rule->judge(disc, rule->id, findings);
}

void
rb_rules_judge(const RbDisc *disc, RbFindings *findings)
{
  judge_all(rb_rules_time, disc, findings);
  judge_all(rb_rules_codes, disc, findings);
  judge_all(rb_rules_text, disc, findings);
}
