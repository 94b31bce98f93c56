/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/convert/fit_texts.h"

#include <string.h>

#include "redbook/charset.h"
#include "redbook/language.h"
#include "redbook/place.h"

/* A block of texts and where what becomes of it is told. */
typedef struct {
  RbTextBlock *block;
  guint number;
  const AlTarget *target;
  RbFindings *findings;
} Fitting;

static void
drop_field(const Fitting *fitting, RbTextField field)
{
  g_autofree char *place = rb_place_field(fitting->number, rb_text_field_name(field));
  g_autofree char *first = NULL;
  guint count = 0;

  for (guint track = 0; track <= fitting->block->tracks->len; track++) {
    char **text = &rb_text_block_texts(fitting->block, track)->field[field];
    g_autofree char *lost = g_steal_pointer(text);

    if (lost != NULL && count++ == 0)
      first = g_steal_pointer(&lost);
  }
  if (count == 1)
    rb_findings_add(fitting->findings, "C06", RB_SEVERITY_WARNING, place,
                    "The text \"%s\" is left out.", first);
  else if (count > 1)
    rb_findings_add(fitting->findings, "C06", RB_SEVERITY_WARNING, place,
                    "%u texts are left out; the first is \"%s\".", count, first);
}

/* A composed text as the target can hold it. */
static char *
held_text(const Fitting *fitting, const char *text)
{
  RbCharset charset = fitting->block->charset;

  if (!(fitting->target->carries & RB_COMPARE_QUOTES))
    return g_strdelimit(g_strdelimit(g_strdup(text), "\n\r", ' '), "\"", '\'');
  /* Only where a block is written as one do its texts stand in its charset. */
  if (!(fitting->target->carries & RB_COMPARE_BLOCKS) ||
      rb_charset_find_unencodable(charset, text) == NULL)
    return g_strdup(text);
  return rb_charset_transliterate(charset, text);
}

static void
fit_text(const Fitting *fitting, guint track, RbTextField field)
{
  char **text = &rb_text_block_texts(fitting->block, track)->field[field];
  g_autofree char *old = NULL;

  if (*text == NULL)
    return;
  /* An accent for itself and a letter with it are the same text; forms write the latter. */
  old = g_utf8_normalize(*text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_free(*text);
  *text = held_text(fitting, old);
  if (strcmp(*text, old) == 0)
    return;
  g_autofree char *place = rb_place_text(fitting->number, track, rb_text_field_name(field));

  rb_findings_add(fitting->findings, "C09", RB_SEVERITY_WARNING, place,
                  "The text \"%s\" becomes \"%s\".", old, *text);
}

/* What is said of a block beside its texts. */
static void
drop_extras(const Fitting *fitting)
{
  RbTextBlock *block = fitting->block;
  g_autofree char *place = rb_place_block(fitting->number);
  g_autoptr(GString) lost = g_string_new(NULL);

  if (block->language != RB_LANGUAGE_UNKNOWN)
    g_string_append(lost, ", language");
  if (block->genre != 0 || block->genre_text != NULL)
    g_string_append(lost, ", genre");
  if (block->disc_id != NULL)
    g_string_append(lost, ", catalogue number");
  if (block->copyrighted)
    g_string_append(lost, ", copyright");
  block->language = RB_LANGUAGE_UNKNOWN;
  block->genre = 0;
  block->copyrighted = FALSE;
  g_clear_pointer(&block->genre_text, g_free);
  g_clear_pointer(&block->disc_id, g_free);
  if (lost->len > 0)
    rb_findings_add(fitting->findings, "C08", RB_SEVERITY_NOTE, place, "Left out: %s.",
                    lost->str + strlen(", "));
}

static void
drop_further_blocks(RbDisc *disc, RbFindings *findings)
{
  for (guint i = 1; i < disc->text_blocks->len; i++) {
    const RbTextBlock *block = g_ptr_array_index(disc->text_blocks, i);
    const char *language = rb_language_name(block->language);
    g_autofree char *place = rb_place_block(i);

    rb_findings_add(findings, "C07", RB_SEVERITY_WARNING, place,
                    "The texts in %s are left out: only one language can be held.",
                    language != NULL ? language : "a further language");
  }
  if (disc->text_blocks->len > 1)
    g_ptr_array_set_size(disc->text_blocks, 1);
}

void
al_fit_texts(RbDisc *disc, const AlTarget *target, RbFindings *findings)
{
  if (!(target->carries & RB_COMPARE_BLOCKS))
    drop_further_blocks(disc, findings);
  for (guint i = 0; i < disc->text_blocks->len; i++) {
    Fitting fitting = {.block = g_ptr_array_index(disc->text_blocks, i),
                       .number = i,
                       .target = target,
                       .findings = findings};

    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      if (!(target->fields & AL_FIELD(field)))
        drop_field(&fitting, (RbTextField)field);
      for (guint track = 0; track <= fitting.block->tracks->len; track++)
        fit_text(&fitting, track, (RbTextField)field);
    }
    if (!(target->carries & RB_COMPARE_EXTRAS))
      drop_extras(&fitting);
  }
}
