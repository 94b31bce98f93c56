/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/draft/draft_texts.h"

#include <string.h>

#include "album/project/project.h"
#include "album/project/utf8.h"
#include "redbook/charset.h"
#include "redbook/language.h"
#include "redbook/place.h"

char *
al_draft_clean(char *text)
{
  GString *cleaned;

  if (text == NULL)
    return NULL;
  cleaned = g_string_new(NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
    gunichar character = g_utf8_get_char(at);

    g_string_append_unichar(cleaned, al_utf8_is_for_text(character) ? character : ' ');
  }
  g_free(text);
  if (g_strstrip(cleaned->str)[0] != '\0')
    return g_string_free(cleaned, FALSE);
  g_string_free(cleaned, TRUE);
  return NULL;
}

/* Calls for every text of a block: of the disc (track 0) and of its tracks. */
typedef void (*ForText)(RbTextBlock *block, guint track, RbTextField field, gpointer data);

static void
for_each_text(RbTextBlock *block, ForText call, gpointer data)
{
  for (guint track = 0; track <= block->tracks->len; track++)
    for (int field = 0; field < RB_TEXT_FIELDS; field++)
      call(block, track, (RbTextField)field, data);
}

static char **
text_at(RbTextBlock *block, guint track, RbTextField field)
{
  return &rb_text_block_texts(block, track)->field[field];
}

static void
clean_text(RbTextBlock *block, guint track, RbTextField field, gpointer data)
{
  char **text = text_at(block, track, field);

  (void)data;
  *text = al_draft_clean(*text);
}

/* Which of the two charsets of projects hold all texts. */
typedef struct {
  gboolean latin, japanese;
} Fitting;

static void
see_fitting(RbTextBlock *block, guint track, RbTextField field, gpointer data)
{
  const char *text = *text_at(block, track, field);
  Fitting *fitting = data;

  if (text == NULL)
    return;
  if (rb_charset_find_unencodable(RB_CHARSET_ISO_8859_1, text) != NULL)
    fitting->latin = FALSE;
  if (rb_charset_find_unencodable(RB_CHARSET_MS_JIS, text) != NULL)
    fitting->japanese = FALSE;
}

static void
choose_language(RbTextBlock *block)
{
  Fitting fitting = {.latin = TRUE, .japanese = TRUE};

  for_each_text(block, see_fitting, &fitting);
  if (!fitting.latin && fitting.japanese)
    block->language = RB_LANGUAGE_JAPANESE;
  else if (rb_language_iso(block->language) == NULL)
    block->language = RB_LANGUAGE_ENGLISH;
}

/* A text in the letters of a charset; `place` is taken over. */
static void
fit(char **text, RbCharset charset, char *place, RbFindings *findings)
{
  g_autofree char *at = place;
  g_autofree char *found = NULL;

  if (*text == NULL || rb_charset_find_unencodable(charset, *text) == NULL)
    return;
  found = *text;
  *text = rb_charset_transliterate(charset, found);
  rb_findings_add(findings, "N03", RB_SEVERITY_WARNING, at,
                  "\"%s\" is written as \"%s\": there is only %s for it.", found, *text,
                  rb_charset_name(charset));
}

/* What is told while the texts of a block are fitted. */
typedef struct {
  RbCharset charset;
  guint number; /* of the block */
  RbFindings *findings;
} BlockFit;

static void
fit_text(RbTextBlock *block, guint track, RbTextField field, gpointer data)
{
  const BlockFit *block_fit = data;

  fit(text_at(block, track, field), block_fit->charset,
      rb_place_text(block_fit->number, track, rb_text_field_name(field)), block_fit->findings);
}

static void
fit_block(RbTextBlock *block, guint number, RbFindings *findings)
{
  BlockFit block_fit = {.charset = al_project_charset(rb_language_iso(block->language)),
                        .number = number,
                        .findings = findings};

  for_each_text(block, fit_text, &block_fit);
  block->genre_text = al_draft_clean(block->genre_text);
  block->disc_id = al_draft_clean(block->disc_id);
  fit(&block->genre_text, RB_CHARSET_ASCII, g_strdup("genre"), findings);
  fit(&block->disc_id, RB_CHARSET_ASCII, g_strdup("catalogue number"), findings);
}

/* Whether a project file can have this block: a language with a code, that no block before has. */
static gboolean
can_be_named(const GPtrArray *blocks, guint number)
{
  const RbTextBlock *block = g_ptr_array_index(blocks, number);

  if (rb_language_iso(block->language) == NULL)
    return FALSE;
  for (guint i = 0; i < number; i++) {
    const RbTextBlock *earlier = g_ptr_array_index(blocks, i);

    if (earlier->language == block->language)
      return FALSE;
  }
  return TRUE;
}

/* An album has a title: that of the sheet where there is no other. */
static void
need_title(const char *origin, RbTexts *album)
{
  char *name, *point;

  if (album->field[RB_TEXT_TITLE] != NULL)
    return;
  name = g_filename_display_basename(origin);
  point = strrchr(name, '.');
  if (point != NULL && point > name)
    *point = '\0';
  album->field[RB_TEXT_TITLE] = name;
}

void
al_draft_fit_texts(AlDraft *draft, RbFindings *findings)
{
  GPtrArray *blocks = draft->disc->text_blocks;

  need_title(draft->origin, &((RbTextBlock *)g_ptr_array_index(blocks, 0))->disc);
  for (guint i = 0; i < blocks->len; i++)
    for_each_text(g_ptr_array_index(blocks, i), clean_text, NULL);
  choose_language(g_ptr_array_index(blocks, 0));
  for (guint i = 1; i < blocks->len;) {
    if (can_be_named(blocks, i)) {
      i++;
      continue;
    }
    rb_findings_add(findings, "N06", RB_SEVERITY_WARNING, "",
                    "The texts of block %u are left out: it has no language, or one that the disc "
                    "has already.",
                    i + 1);
    g_ptr_array_remove_index(blocks, i);
  }
  for (guint i = 0; i < blocks->len; i++)
    fit_block(g_ptr_array_index(blocks, i), i, findings);
}
