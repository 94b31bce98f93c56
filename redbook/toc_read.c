/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/toc_read.h"

#include <string.h>

#include "redbook/error.h"
#include "redbook/msf_text.h"
#include "redbook/scanner.h"

#define MAX_BLOCKS 8
#define MAX_FRAMES ((gint64)RB_MAX_SECTORS * RB_FRAMES_PER_SECTOR)
#define MAX_ITEM_BYTES 256
#define MAX_LANGUAGE 0x7f
#define MAX_CODE_CHARACTERS 32

typedef enum { TOKEN_END, TOKEN_WORD, TOKEN_TIME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_SIGN } Kind;

typedef struct {
  Kind kind;
  RbScanner place; /* with `at` at the token's first character */
  char *text;      /* of a string: what is between the quotes, escapes and all */
} Token;

typedef struct {
  RbScanner scanner;
  Token token; /* the next one */
  RbSheet *sheet;
  guint8 languages[MAX_BLOCKS]; /* from the LANGUAGE_MAP */

  /* The track that is being read; NULL before the first. */
  RbTrack *track;
  gint64 start_frames; /* of its INDEX 01 in its audio */
  gint64 frames;       /* of its audio so far, -1 where a file goes to its end */
  gboolean has_start;
  GArray *index_frames; /* of gint64: INDEX 02 and up, from INDEX 01 */
  Token track_token;    /* for the place only */
} Parser;

static gboolean
fail_at(const Token *token, GError **error, const char *expected)
{
  if (token->kind == TOKEN_END)
    return rb_scanner_fail(&token->place, token->place.at, error, "the file ends; expected %s",
                           expected);
  return rb_scanner_fail(&token->place, token->place.at, error, "\"%s\"; expected %s", token->text,
                         expected);
}

static void
skip_blanks(RbScanner *scanner)
{
  for (;;) {
    if (*scanner->at == ' ' || *scanner->at == '\t')
      scanner->at++;
    else if (scanner->at[0] == '/' && scanner->at[1] == '/')
      scanner->at += strcspn(scanner->at, "\n\r");
    else if (!rb_scanner_skip_line_end(scanner))
      return;
  }
}

static const char *
string_end(const char *at)
{
  while (*at != '"' && *at != '\n' && *at != '\r' && *at != '\0')
    at += at[0] == '\\' && (at[1] == '"' || at[1] == '\\') ? 2 : 1;
  return *at == '"' ? at : NULL;
}

/* D:D:D of any number of digits; the colon of "0:9" is a sign of its own. */
static gsize
time_characters(const char *at)
{
  gsize n = 0;

  for (int part = 0; part < 3; part++) {
    gsize digits = strspn(at + n, "0123456789");

    if (digits == 0 || (part < 2 && at[n + digits] != ':'))
      return 0;
    n += digits + (part < 2);
  }
  return n;
}

static gsize
word_characters(const char *at)
{
  gsize n = 0;

  while (g_ascii_isalnum(at[n]) || at[n] == '_')
    n++;
  return n;
}

/* Reads the token behind parser->token into it. */
static gboolean
advance(Parser *parser, GError **error)
{
  RbScanner *scanner = &parser->scanner;
  Token *token = &parser->token;
  gsize characters;

  skip_blanks(scanner);
  g_free(token->text);
  *token = (Token){.place = *scanner};
  const char *at = scanner->at;

  if (*at == '\0') {
    token->kind = TOKEN_END;
    return TRUE;
  }
  if (*at == '"') {
    const char *stop = string_end(at + 1);

    if (stop == NULL)
      return rb_scanner_fail(scanner, at, error, "this string has no closing quote in its line");
    token->kind = TOKEN_STRING;
    token->text = g_strndup(at + 1, (gsize)(stop - at - 1));
    scanner->at = stop + 1;
    return TRUE;
  }
  if ((characters = time_characters(at)) > 0)
    token->kind = TOKEN_TIME;
  else if ((characters = word_characters(at)) > 0)
    token->kind = strspn(at, "0123456789") == characters ? TOKEN_NUMBER : TOKEN_WORD;
  else {
    characters = (gsize)g_utf8_skip[(guchar)*at];
    token->kind = TOKEN_SIGN;
  }
  token->text = g_strndup(at, characters);
  scanner->at = at + characters;
  return TRUE;
}

static gboolean
is(const Parser *parser, const char *text)
{
  return (parser->token.kind == TOKEN_WORD || parser->token.kind == TOKEN_SIGN) &&
         g_str_equal(parser->token.text, text);
}

static gboolean
need_sign(Parser *parser, const char *sign, GError **error)
{
  if (!is(parser, sign))
    return fail_at(&parser->token, error, sign);
  return advance(parser, error);
}

/* Transfer full; NULL with an error. */
static char *
need_string(Parser *parser, const char *expected, GError **error)
{
  if (parser->token.kind != TOKEN_STRING) {
    fail_at(&parser->token, error, expected);
    return NULL;
  }
  g_autofree char *text = g_steal_pointer(&parser->token.text);

  return advance(parser, error) ? g_steal_pointer(&text) : NULL;
}

static gboolean
need_number(Parser *parser, guint most, guint *number, GError **error)
{
  g_autofree char *expected = g_strdup_printf("a number from 0 to %u", most);
  const Token *token = &parser->token;

  if (token->kind != TOKEN_NUMBER || strlen(token->text) > 9 ||
      g_ascii_strtoull(token->text, NULL, 10) > most)
    return fail_at(token, error, expected);
  *number = (guint)g_ascii_strtoull(token->text, NULL, 10);
  return advance(parser, error);
}

static gboolean
is_time(const Parser *parser)
{
  return parser->token.kind == TOKEN_TIME || parser->token.kind == TOKEN_NUMBER;
}

/* A time MM:SS:FF, or a number of samples, which our words call frames. */
static gboolean
need_time(Parser *parser, gint64 *frames, GError **error)
{
  static const char expected[] = "a time MM:SS:FF or a number of samples, below 100 minutes";
  const Token *token = &parser->token;
  gint32 sectors;

  if (token->kind == TOKEN_TIME) {
    if (!rb_msf_parse(token->text, &sectors, NULL))
      return fail_at(token, error, expected);
    *frames = (gint64)sectors * RB_FRAMES_PER_SECTOR;
  } else {
    if (token->kind != TOKEN_NUMBER || strlen(token->text) > 10)
      return fail_at(token, error, expected);
    *frames = g_ascii_strtoll(token->text, NULL, 10);
    if (*frames >= MAX_FRAMES)
      return fail_at(token, error, expected);
  }
  return advance(parser, error);
}

static guint
track_number(const Parser *parser)
{
  return parser->sheet->disc->tracks->len;
}

/* Texts */

/* The bytes that a string stands for, where escapes are bytes and other characters are UTF-8. */
static GByteArray *
unescape(const char *text)
{
  GByteArray *bytes = g_byte_array_new();

  while (*text != '\0') {
    guint8 byte = (guint8)*text++;

    if (byte == '\\' && (*text == '"' || *text == '\\'))
      byte = (guint8)*text++;
    else if (byte == '\\' && strspn(text, "01234567") >= 3 && *text <= '3') {
      byte = (guint8)((text[0] - '0') * 64 + (text[1] - '0') * 8 + text[2] - '0');
      text += 3;
    }
    g_byte_array_append(bytes, &byte, 1);
  }
  return bytes;
}

/* A string as UTF-8, NULL where its bytes are not of the charset. A string that stands in the file
 * in UTF-8 without escapes is taken as it is. */
static char *
decode_text(const char *text, RbCharset charset)
{
  g_autoptr(GByteArray) bytes = unescape(text);
  const char *data = (const char *)bytes->data;

  if (bytes->len == 0)
    return g_strdup("");
  if (memchr(data, '\0', bytes->len) != NULL)
    return NULL;
  if (!g_str_is_ascii(text) && g_utf8_validate_len(data, bytes->len, NULL))
    return g_strndup(data, bytes->len);
  return g_convert(data, bytes->len, "UTF-8", charset == RB_CHARSET_MS_JIS ? "CP932" : "ISO-8859-1",
                   NULL, NULL, NULL);
}

static RbTextBlock *
text_block(Parser *parser, guint number)
{
  GPtrArray *blocks = parser->sheet->disc->text_blocks;

  while (blocks->len <= number)
    rb_disc_add_text_block(parser->sheet->disc, RB_CHARSET_ISO_8859_1, 0);
  return g_ptr_array_index(blocks, number);
}

static gboolean
read_language_map(Parser *parser, GError **error)
{
  if (!need_sign(parser, "{", error))
    return FALSE;
  while (!is(parser, "}")) {
    guint block, language;

    if (!need_number(parser, MAX_BLOCKS - 1, &block, error) || !need_sign(parser, ":", error))
      return FALSE;
    if (is(parser, "EN")) {
      language = 0x09;
      if (!advance(parser, error))
        return FALSE;
    } else if (!need_number(parser, MAX_LANGUAGE, &language, error))
      return FALSE;
    parser->languages[block] = (guint8)language;
    if (is(parser, ",") && !advance(parser, error))
      return FALSE;
  }
  return advance(parser, error);
}

/* What an item holds, as bytes: "string" or { 1, 2, ... }. */
static GByteArray *
read_item_bytes(Parser *parser, GError **error)
{
  if (parser->token.kind == TOKEN_STRING) {
    g_autofree char *text = need_string(parser, "a string", error);

    return text != NULL ? unescape(text) : NULL;
  }
  g_autoptr(GByteArray) bytes = g_byte_array_new();

  if (!need_sign(parser, "{", error))
    return NULL;
  while (!is(parser, "}")) {
    guint number;

    if (!need_number(parser, 255, &number, error))
      return NULL;
    guint8 byte = (guint8)number;

    g_byte_array_append(bytes, &byte, 1);
    if (bytes->len > MAX_ITEM_BYTES) {
      fail_at(&parser->token, error, "at most 256 bytes here");
      return NULL;
    }
    if (is(parser, ",") && !advance(parser, error))
      return NULL;
  }
  return advance(parser, error) ? g_steal_pointer(&bytes) : NULL;
}

static gboolean
read_binary_item(Parser *parser, RbTextBlock *block, const char *item, GError **error)
{
  g_autoptr(GByteArray) bytes = read_item_bytes(parser, error);

  if (bytes == NULL)
    return FALSE;
  if (g_str_equal(item, "GENRE") && bytes->len >= 2) {
    block->genre = (guint16)(bytes->data[0] << 8 | bytes->data[1]);
    g_clear_pointer(&block->genre_text, g_free);
    if (bytes->len > 2 && bytes->data[2] != '\0')
      block->genre_text = g_convert((const char *)bytes->data + 2,
                                    (gssize)strnlen((const char *)bytes->data + 2, bytes->len - 2),
                                    "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  }
  if (g_str_equal(item, "SIZE_INFO") && bytes->len >= 4) {
    if (bytes->data[0] == RB_CHARSET_MS_JIS || bytes->data[0] == RB_CHARSET_ASCII)
      block->charset = (RbCharset)bytes->data[0];
    block->copyrighted = bytes->data[3] != 0;
  }
  return TRUE;
}

/* The place where an item's string goes; NULL for items that are not texts. */
static char **
text_place(Parser *parser, RbTextBlock *block, const char *item)
{
  for (int field = 0; field < RB_TEXT_FIELDS; field++) {
    if (g_ascii_strcasecmp(item, rb_text_field_name((RbTextField)field)) == 0)
      return &rb_text_block_texts(block, track_number(parser))->field[field];
  }
  return g_str_equal(item, "DISC_ID") && track_number(parser) == 0 ? &block->disc_id : NULL;
}

static gboolean
is_binary_item(const char *item)
{
  return g_str_equal(item, "GENRE") || g_str_equal(item, "SIZE_INFO") ||
         g_str_has_prefix(item, "TOC_INFO") || g_str_has_prefix(item, "RESERVED") ||
         g_str_equal(item, "CLOSED");
}

static gboolean
read_item(Parser *parser, RbTextBlock *block, GError **error)
{
  if (parser->token.kind != TOKEN_WORD)
    return fail_at(&parser->token, error, "an item of CD_TEXT");
  g_autofree char *item = g_strdup(parser->token.text);
  char **place = text_place(parser, block, item);
  gboolean is_code =
      g_str_equal(item, "ISRC") || g_str_equal(item, "UPC_EAN") || g_str_equal(item, "DISC_ID");

  if (place == NULL && !is_code && !is_binary_item(item))
    return fail_at(&parser->token, error, "an item of CD_TEXT");
  if (!advance(parser, error))
    return FALSE;
  if (place == NULL && !is_code)
    return read_binary_item(parser, block, item, error);
  g_autofree char *text = need_string(parser, "a string", error);

  if (text == NULL)
    return FALSE;
  if (place == NULL)
    return TRUE;
  g_free(*place);
  *place = g_steal_pointer(&text);
  return TRUE;
}

static gboolean
read_cd_text(Parser *parser, GError **error)
{
  if (!need_sign(parser, "{", error))
    return FALSE;
  while (!is(parser, "}")) {
    guint number;

    if (is(parser, "LANGUAGE_MAP")) {
      if (!advance(parser, error) || !read_language_map(parser, error))
        return FALSE;
      continue;
    }
    if (!is(parser, "LANGUAGE"))
      return fail_at(&parser->token, error, "LANGUAGE, LANGUAGE_MAP or }");
    if (!advance(parser, error) || !need_number(parser, MAX_BLOCKS - 1, &number, error) ||
        !need_sign(parser, "{", error))
      return FALSE;
    while (!is(parser, "}")) {
      if (!read_item(parser, text_block(parser, number), error))
        return FALSE;
    }
    if (!advance(parser, error))
      return FALSE;
  }
  return advance(parser, error);
}

/* Tracks */

static void
add_step(Parser *parser, const Token *token, RbStep step)
{
  step.line = token->place.line;
  step.column = rb_scanner_column(&token->place, token->place.at);
  g_array_append_val(parser->sheet->steps, step);
}

static gboolean
add_mark(Parser *parser, guint8 index, gint64 frames, GError **error)
{
  const Token *token = &parser->track_token;

  if (frames % RB_FRAMES_PER_SECTOR != 0)
    return rb_scanner_fail(&token->place, token->place.at, error,
                           "index %u of track %u does not lie on a sector (588 samples)", index,
                           track_number(parser));
  if (frames >= MAX_FRAMES)
    return rb_scanner_fail(&token->place, token->place.at, error,
                           "index %u of track %u lies beyond 99:59:74", index,
                           track_number(parser));
  add_step(parser, token,
           (RbStep){.kind = RB_STEP_MARK,
                    .track = track_number(parser),
                    .index = index,
                    .sectors = (gint32)(frames / RB_FRAMES_PER_SECTOR)});
  return TRUE;
}

static gboolean
finish_track(Parser *parser, GError **error)
{
  if (parser->track == NULL)
    return TRUE;
  add_step(parser, &parser->track_token, (RbStep){.kind = RB_STEP_PAD});
  if (parser->start_frames > 0 && !add_mark(parser, 0, 0, error))
    return FALSE;
  if (!add_mark(parser, 1, parser->start_frames, error))
    return FALSE;
  for (guint i = 0; i < parser->index_frames->len; i++) {
    gint64 frames = g_array_index(parser->index_frames, gint64, i);

    if (!add_mark(parser, (guint8)(i + 2), parser->start_frames + frames, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
begin_track(Parser *parser, GError **error)
{
  if (!finish_track(parser, error))
    return FALSE;
  if (track_number(parser) >= RB_MAX_TRACKS)
    return fail_at(&parser->token, error, "the end of the file behind 99 tracks");
  parser->track_token = (Token){.place = parser->token.place};
  if (!advance(parser, error))
    return FALSE;
  if (!is(parser, "AUDIO"))
    return fail_at(&parser->token, error, "AUDIO");
  parser->track = rb_disc_add_track(parser->sheet->disc);
  for (guint i = 0; i < parser->sheet->disc->text_blocks->len; i++)
    g_array_set_size(text_block(parser, i)->tracks, track_number(parser));
  parser->start_frames = 0;
  parser->frames = 0;
  parser->has_start = FALSE;
  g_array_set_size(parser->index_frames, 0);
  add_step(parser, &parser->track_token, (RbStep){.kind = RB_STEP_ANCHOR});
  return advance(parser, error);
}

static void
add_frames(Parser *parser, gint64 frames)
{
  if (parser->frames >= 0)
    parser->frames = frames < 0 ? -1 : MIN(parser->frames + frames, MAX_FRAMES);
}

static gboolean
read_silence(Parser *parser, GError **error)
{
  Token place = {.place = parser->token.place};
  gint64 frames;

  if (!advance(parser, error) || !need_time(parser, &frames, error))
    return FALSE;
  add_step(parser, &place, (RbStep){.kind = RB_STEP_SILENCE, .frames = frames});
  add_frames(parser, frames);
  return TRUE;
}

static RbAudioForm
form_of(const char *name, gboolean swap)
{
  static const char *const endings[] = {".wav", ".flac", ".aif", ".aiff"};
  g_autofree char *lower = g_ascii_strdown(name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
    if (g_str_has_suffix(lower, endings[i]))
      return RB_AUDIO_SOUND_FILE;
  }
  return swap ? RB_AUDIO_RAW_LITTLE_ENDIAN : RB_AUDIO_RAW_BIG_ENDIAN;
}

static gboolean
read_file(Parser *parser, GError **error)
{
  Token place = {.place = parser->token.place};
  gint64 first, frames = -1;

  if (!advance(parser, error))
    return FALSE;
  g_autofree char *source = need_string(parser, "the name of a file", error);

  if (source == NULL)
    return FALSE;
  g_autofree char *name = decode_text(source, RB_CHARSET_ISO_8859_1);

  if (name == NULL || name[0] == '\0')
    return rb_scanner_fail(&place.place, place.place.at, error, "this is no name of a file");
  gboolean swap = is(parser, "SWAP");

  if (swap && !advance(parser, error))
    return FALSE;
  if (!need_time(parser, &first, error) || (is_time(parser) && !need_time(parser, &frames, error)))
    return FALSE;
  add_step(parser, &place,
           (RbStep){.kind = RB_STEP_AUDIO,
                    .file = rb_sheet_add_file(parser->sheet, name, form_of(name, swap)),
                    .first_frame = first,
                    .frames = frames});
  add_frames(parser, frames);
  return TRUE;
}

static gboolean
read_start(Parser *parser, gboolean pregap, GError **error)
{
  Token place = {.place = parser->token.place};

  if (parser->has_start)
    return fail_at(&parser->token, error, "one PREGAP or START in a track");
  parser->has_start = TRUE;
  if (!advance(parser, error))
    return FALSE;
  if (pregap || is_time(parser)) {
    if (!need_time(parser, &parser->start_frames, error))
      return FALSE;
    if (pregap) {
      add_step(parser, &place, (RbStep){.kind = RB_STEP_SILENCE, .frames = parser->start_frames});
      add_frames(parser, parser->start_frames);
    }
    return TRUE;
  }
  if (parser->frames < 0)
    return rb_scanner_fail(&place.place, place.place.at, error,
                           "START without a time behind a FILE without a length");
  parser->start_frames = parser->frames;
  return TRUE;
}

static gboolean
read_index(Parser *parser, GError **error)
{
  GArray *indexes = parser->index_frames;
  gint64 last = indexes->len > 0 ? g_array_index(indexes, gint64, indexes->len - 1) : 0;
  Token place = {.place = parser->token.place};
  gint64 frames;

  if (!advance(parser, error) || !need_time(parser, &frames, error))
    return FALSE;
  if (frames <= last)
    return rb_scanner_fail(&place.place, place.place.at, error,
                           "this INDEX is not behind the one before it");
  if (indexes->len + 2 > RB_MAX_INDEX)
    return rb_scanner_fail(&place.place, place.place.at, error, "more than 98 INDEX in a track");
  g_array_append_val(indexes, frames);
  return TRUE;
}

static gboolean
read_track_flag(Parser *parser, GError **error)
{
  gboolean no = is(parser, "NO");

  if (no && !advance(parser, error))
    return FALSE;
  RbFlags flag = is(parser, "COPY")           ? RB_FLAG_COPY_PERMITTED
                 : is(parser, "PRE_EMPHASIS") ? RB_FLAG_PRE_EMPHASIS
                                              : 0;

  if (flag == 0)
    return fail_at(&parser->token, error, no ? "COPY or PRE_EMPHASIS" : "a statement of a track");
  parser->track->flags = no ? parser->track->flags & ~flag : parser->track->flags | flag;
  return advance(parser, error);
}

static gboolean
read_code(Parser *parser, char **code, const char *expected, GError **error)
{
  Token place = {.place = parser->token.place};

  if (!advance(parser, error))
    return FALSE;
  g_autofree char *text = need_string(parser, expected, error);

  if (text == NULL)
    return FALSE;
  if (*code != NULL || g_utf8_strlen(text, -1) > MAX_CODE_CHARACTERS)
    return rb_scanner_fail(&place.place, place.place.at, error, "expected one code: %s", expected);
  *code = g_steal_pointer(&text);
  return TRUE;
}

static gboolean
read_track_statement(Parser *parser, GError **error)
{
  if (is(parser, "FILE") || is(parser, "AUDIOFILE"))
    return read_file(parser, error);
  if (is(parser, "SILENCE") || is(parser, "ZERO"))
    return read_silence(parser, error);
  if (is(parser, "PREGAP") || is(parser, "START"))
    return read_start(parser, is(parser, "PREGAP"), error);
  if (is(parser, "INDEX"))
    return read_index(parser, error);
  if (is(parser, "ISRC"))
    return read_code(parser, &parser->track->isrc, "an ISRC of 12 characters", error);
  if (is(parser, "CD_TEXT"))
    return advance(parser, error) && read_cd_text(parser, error);
  if (is(parser, "TWO_CHANNEL_AUDIO"))
    return advance(parser, error);
  if (is(parser, "FOUR_CHANNEL_AUDIO")) {
    parser->track->flags |= RB_FLAG_FOUR_CHANNEL;
    return advance(parser, error);
  }
  return read_track_flag(parser, error);
}

static gboolean
read_disc_statement(Parser *parser, GError **error)
{
  if (is(parser, "CATALOG"))
    return read_code(parser, &parser->sheet->disc->upc, "a code of 13 digits", error);
  if (is(parser, "CD_TEXT"))
    return advance(parser, error) && read_cd_text(parser, error);
  if (is(parser, "CD_DA") || is(parser, "CD_ROM") || is(parser, "CD_ROM_XA"))
    return advance(parser, error);
  if (is(parser, "FIRST_TRACK_NO")) {
    if (!advance(parser, error))
      return FALSE;
    if (parser->token.kind != TOKEN_NUMBER || !g_str_equal(parser->token.text, "1"))
      return fail_at(&parser->token, error, "a first track 1");
    return advance(parser, error);
  }
  return fail_at(&parser->token, error, "CATALOG, CD_DA, CD_TEXT or TRACK");
}

static gboolean
is_empty(RbTextBlock *block)
{
  for (guint number = 0; number <= block->tracks->len; number++) {
    for (int field = 0; field < RB_TEXT_FIELDS; field++) {
      if (rb_text_block_texts(block, number)->field[field] != NULL)
        return FALSE;
    }
  }
  return block->genre == 0 && block->genre_text == NULL && block->disc_id == NULL;
}

/* An empty string is how cdrdao says that there is none. */
static gboolean
decode_in_place(char **text, RbCharset charset)
{
  if (*text == NULL)
    return TRUE;
  char *decoded = decode_text(*text, charset);

  g_free(*text);
  *text = decoded;
  if (decoded == NULL)
    return FALSE;
  if (decoded[0] == '\0')
    g_clear_pointer(text, g_free);
  return TRUE;
}

/* Texts are kept as they stand until the charset of their block is known. */
static gboolean
finish_texts(Parser *parser, GError **error)
{
  GPtrArray *blocks = parser->sheet->disc->text_blocks;

  for (guint i = blocks->len; i-- > 0;) {
    RbTextBlock *block = g_ptr_array_index(blocks, i);
    gboolean valid = decode_in_place(&block->disc_id, RB_CHARSET_ISO_8859_1);

    block->language = parser->languages[i];
    for (guint number = 0; number <= block->tracks->len; number++) {
      for (int field = 0; field < RB_TEXT_FIELDS; field++)
        valid &= decode_in_place(&rb_text_block_texts(block, number)->field[field], block->charset);
    }
    if (!valid) {
      g_set_error(error, RB_ERROR, RB_ERROR_FORMAT,
                  "%s: a text of language %u holds bytes that are not of its charset",
                  parser->sheet->path, i);
      return FALSE;
    }
    if (is_empty(block))
      g_ptr_array_remove_index(blocks, i);
  }
  return TRUE;
}

static gboolean
read_toc(Parser *parser, GError **error)
{
  if (!advance(parser, error))
    return FALSE;
  while (parser->token.kind != TOKEN_END) {
    gboolean ok = is(parser, "TRACK")     ? begin_track(parser, error)
                  : parser->track != NULL ? read_track_statement(parser, error)
                                          : read_disc_statement(parser, error);

    if (!ok)
      return FALSE;
  }
  if (parser->track == NULL)
    return fail_at(&parser->token, error, "a TRACK");
  return finish_track(parser, error) && finish_texts(parser, error);
}

RbSheet *
rb_toc_parse(const char *text, gsize bytes, const char *path, GError **error)
{
  g_autofree char *decoded = rb_scanner_decode(text, bytes, path, error);

  if (decoded == NULL)
    return NULL;
  g_autoptr(RbSheet) sheet = rb_sheet_new(path);
  g_autoptr(GArray) index_frames = g_array_new(FALSE, FALSE, sizeof(gint64));
  Parser parser = {
      .scanner = {.path = path, .at = decoded, .line_start = decoded, .line = 1},
      .sheet = sheet,
      .index_frames = index_frames,
  };
  gboolean ok = read_toc(&parser, error);

  g_free(parser.token.text);
  return ok ? g_steal_pointer(&sheet) : NULL;
}

gboolean
rb_toc_read(const char *path, RbDisc **disc, RbImage **image, GError **error)
{
  g_autofree char *text = NULL;
  gsize bytes;

  if (!rb_sheet_load_text(path, &text, &bytes, error))
    return FALSE;
  g_autoptr(RbSheet) sheet = rb_toc_parse(text, bytes, path, error);

  return sheet != NULL && rb_sheet_open(sheet, RB_FIRST_PAUSE_SECTORS, disc, image, error);
}
