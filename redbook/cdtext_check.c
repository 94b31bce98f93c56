/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext.h"

#include "redbook/cdtext_pack.h"
#include "redbook/cdtext_stream.h"
#include "redbook/language.h"
#include "redbook/place.h"

/* Three packs of every block are its size information. */
#define BUDGET (RB_CDTEXT_MAX_BLOCK_PACKS - 3)
#define LONGEST_NAMED 3

/* A text, and how long it is. */
typedef struct {
  const RbCdtextStream *stream;
  guint8 track;
  guint characters;
} Text;

static gint
compare_longest_first(gconstpointer a, gconstpointer b)
{
  const Text *first = a;
  const Text *second = b;

  if (first->characters != second->characters)
    return first->characters > second->characters ? -1 : 1;
  if (first->stream->type != second->stream->type)
    return first->stream->type < second->stream->type ? -1 : 1;
  return first->track < second->track ? -1 : first->track > second->track;
}

static GArray *
list_texts(const GPtrArray *streams)
{
  GArray *texts = g_array_new(FALSE, FALSE, sizeof(Text));

  for (guint i = 0; i < streams->len; i++) {
    const RbCdtextStream *stream = g_ptr_array_index(streams, i);

    for (guint s = 0; s < stream->strings->len && stream->type < RB_PACK_TEXT + RB_TEXT_FIELDS;
         s++) {
      Text text = {.stream = stream,
                   .track = g_array_index(stream->strings, RbCdtextString, s).track,
                   .characters = rb_cdtext_stream_characters(stream, s)};

      g_array_append_val(texts, text);
    }
  }
  g_array_sort(texts, compare_longest_first);
  return texts;
}

static char *
name_text(const Text *text)
{
  const char *field = rb_text_field_name((RbTextField)(text->stream->type - RB_PACK_TEXT));

  return text->track == 0 ? g_strdup_printf("the %s of the disc", field)
                          : g_strdup_printf("the %s of track %u", field, text->track);
}

/* Characters to take from a stream so that it fills `excess` packs less. */
static guint
characters_over(const RbCdtextStream *stream, guint excess)
{
  guint kept = (rb_cdtext_stream_packs(stream) - excess) * RB_CDTEXT_PAYLOAD_BYTES;

  return (stream->bytes->len - kept + stream->width - 1) / stream->width;
}

/* Which texts to shorten: the longest alone where that is enough, else the longest few, with what
 * they must lose together. */
static char *
advise(const GPtrArray *streams, guint excess)
{
  g_autoptr(GArray) texts = list_texts(streams);
  const Text *longest;
  g_autoptr(GString) advice = g_string_new("Shorten ");

  if (texts->len == 0)
    return g_strdup("Shorten the catalogue number, the genre or the codes");
  longest = &g_array_index(texts, Text, 0);
  if (excess < rb_cdtext_stream_packs(longest->stream) &&
      characters_over(longest->stream, excess) <= longest->characters / 2) {
    g_autofree char *name = name_text(longest);

    g_string_append_printf(advice, "%s (%u characters) by %u", name, longest->characters,
                           characters_over(longest->stream, excess));
    return g_string_free(g_steal_pointer(&advice), FALSE);
  }
  g_string_append_printf(advice, "the texts by about %u characters in all; the longest are ",
                         excess * RB_CDTEXT_PAYLOAD_BYTES / longest->stream->width);
  for (guint i = 0; i < MIN(texts->len, LONGEST_NAMED); i++) {
    g_autofree char *name = name_text(&g_array_index(texts, Text, i));

    g_string_append_printf(advice, "%s%s (%u)", i > 0 ? ", " : "", name,
                           g_array_index(texts, Text, i).characters);
  }
  return g_string_free(g_steal_pointer(&advice), FALSE);
}

static void
check_budget(const GPtrArray *streams, guint number, guint8 language, RbFindings *findings)
{
  const char *name = language != RB_LANGUAGE_UNKNOWN ? rb_language_name(language) : NULL;
  g_autofree char *place = rb_place_block(number);
  guint packs = 0;
  g_autofree char *advice = NULL;

  for (guint i = 0; i < streams->len; i++)
    packs += rb_cdtext_stream_packs(g_ptr_array_index(streams, i));
  if (packs <= BUDGET)
    return;
  advice = advise(streams, packs - BUDGET);
  rb_findings_add(findings, "R41", RB_SEVERITY_ERROR, place,
                  "The %s%stexts fill %u packs, a block holds %d: %u too many. %s.",
                  name != NULL ? name : "", name != NULL ? " " : "", packs, BUDGET, packs - BUDGET,
                  advice);
}

gboolean
rb_cdtext_check(const RbDisc *disc, gboolean with_codes, RbFindings *findings)
{
  guint errors = rb_findings_count_of(findings, RB_SEVERITY_ERROR);
  guint written = 0;

  for (guint i = 0; i < disc->text_blocks->len; i++) {
    const RbTextBlock *block = g_ptr_array_index(disc->text_blocks, i);
    g_autoptr(GPtrArray) streams =
        rb_cdtext_streams_new(disc, i, with_codes && written == 0, findings, NULL);

    written += streams->len > 0;
    check_budget(streams, i, block->language, findings);
  }
  if (written > RB_CDTEXT_MAX_BLOCKS)
    rb_findings_add(findings, "R41", RB_SEVERITY_ERROR, "",
                    "Texts in %u languages; CD-TEXT holds %d.", written, RB_CDTEXT_MAX_BLOCKS);
  return rb_findings_count_of(findings, RB_SEVERITY_ERROR) == errors;
}
