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
    rb_findings_add(fitting->findings, "C04", RB_SEVERITY_WARNING, place,
                    "The text \"%s\" is left out.", first);
  else if (count > 1)
    rb_findings_add(fitting->findings, "C04", RB_SEVERITY_WARNING, place,
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

  rb_findings_add(fitting->findings, "C07", RB_SEVERITY_WARNING, place,
                  "The text \"%s\" becomes \"%s\".", old, *text);
}

/* What the block has of that which the target does not hold. */
static AlExtras
lost_extras(const Fitting *fitting)
{
  const RbTextBlock *block = fitting->block;
  AlExtras extras = 0;

  if (block->language != RB_LANGUAGE_UNKNOWN)
    extras |= AL_EXTRA_LANGUAGE;
  if (block->genre != 0 || block->genre_text != NULL)
    extras |= AL_EXTRA_GENRE;
  if (block->disc_id != NULL)
    extras |= AL_EXTRA_CATALOG;
  if (block->copyrighted)
    extras |= AL_EXTRA_COPYRIGHT;
  return extras & ~fitting->target->extras;
}

/* "language, genre" */
static char *
extras_text(AlExtras extras)
{
  static const char *const names[] = {"language", "genre", "catalogue number", "copyright"};
  g_autoptr(GString) text = g_string_new(NULL);

  for (guint i = 0; i < G_N_ELEMENTS(names); i++)
    if (extras & 1u << i)
      g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", names[i]);
  return g_string_free(g_steal_pointer(&text), FALSE);
}

static void
drop_extras(const Fitting *fitting)
{
  RbTextBlock *block = fitting->block;
  AlExtras lost = lost_extras(fitting);
  g_autofree char *place = rb_place_block(fitting->number);
  g_autofree char *text = extras_text(lost);

  if (lost == 0)
    return;
  rb_findings_add(fitting->findings, "C06", RB_SEVERITY_NOTE, place, "Left out: %s.", text);
  if (lost & AL_EXTRA_LANGUAGE)
    block->language = RB_LANGUAGE_UNKNOWN;
  if (lost & AL_EXTRA_COPYRIGHT)
    block->copyrighted = FALSE;
  if (lost & AL_EXTRA_CATALOG)
    g_clear_pointer(&block->disc_id, g_free);
  if (lost & AL_EXTRA_GENRE) {
    block->genre = 0;
    g_clear_pointer(&block->genre_text, g_free);
  }
}

static void
drop_further_blocks(RbDisc *disc, RbFindings *findings)
{
  for (guint i = 1; i < disc->text_blocks->len; i++) {
    const RbTextBlock *block = g_ptr_array_index(disc->text_blocks, i);
    const char *language = rb_language_name(block->language);
    g_autofree char *place = rb_place_block(i);

    rb_findings_add(findings, "C05", RB_SEVERITY_WARNING, place,
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
    drop_extras(&fitting);
  }
}
