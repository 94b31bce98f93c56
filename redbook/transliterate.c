/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/transliterate.h"

#include <stdlib.h>

typedef struct {
  gunichar character;
  const char *spelling;
} Spelling;

/* By character, ascending. Greek: ISO 843's transliteration without its marks. Cyrillic: the
 * passport spelling of ICAO Doc 9303, except for the short i, y and soft sign, as names of artists
 * are usually written. */
static const Spelling spellings[RB_TRANSLITERATE_COUNT] = {
    {0x0009, " "},   {0x000a, " "},    {0x000d, " "},   {0x00a0, " "},  {0x00a1, "!"},
    {0x00a3, "GBP"}, {0x00a5, "JPY"},  {0x00a9, "(C)"}, {0x00ab, "\""}, {0x00ad, "-"},
    {0x00ae, "(R)"}, {0x00b0, "deg"},  {0x00b1, "+/-"}, {0x00b4, "'"},  {0x00b5, "u"},
    {0x00b7, "."},   {0x00bb, "\""},   {0x00bf, "?"},   {0x00c6, "AE"}, {0x00d0, "D"},
    {0x00d7, "x"},   {0x00d8, "O"},    {0x00de, "Th"},  {0x00df, "ss"}, {0x00e6, "ae"},
    {0x00f0, "d"},   {0x00f7, "/"},    {0x00f8, "o"},   {0x00fe, "th"}, {0x0110, "D"},
    {0x0111, "d"},   {0x0126, "H"},    {0x0127, "h"},   {0x0131, "i"},  {0x0138, "k"},
    {0x0141, "L"},   {0x0142, "l"},    {0x014a, "NG"},  {0x014b, "ng"}, {0x0152, "OE"},
    {0x0153, "oe"},  {0x0166, "T"},    {0x0167, "t"},   {0x018f, "E"},  {0x0192, "f"},
    {0x0259, "e"},   {0x02b9, "'"},    {0x02bb, "'"},   {0x02bc, "'"},  {0x02c6, "^"},
    {0x02dc, "~"},   {0x0391, "A"},    {0x0392, "V"},   {0x0393, "G"},  {0x0394, "D"},
    {0x0395, "E"},   {0x0396, "Z"},    {0x0397, "I"},   {0x0398, "Th"}, {0x0399, "I"},
    {0x039a, "K"},   {0x039b, "L"},    {0x039c, "M"},   {0x039d, "N"},  {0x039e, "X"},
    {0x039f, "O"},   {0x03a0, "P"},    {0x03a1, "R"},   {0x03a3, "S"},  {0x03a4, "T"},
    {0x03a5, "Y"},   {0x03a6, "F"},    {0x03a7, "Ch"},  {0x03a8, "Ps"}, {0x03a9, "O"},
    {0x03b1, "a"},   {0x03b2, "v"},    {0x03b3, "g"},   {0x03b4, "d"},  {0x03b5, "e"},
    {0x03b6, "z"},   {0x03b7, "i"},    {0x03b8, "th"},  {0x03b9, "i"},  {0x03ba, "k"},
    {0x03bb, "l"},   {0x03bc, "m"},    {0x03bd, "n"},   {0x03be, "x"},  {0x03bf, "o"},
    {0x03c0, "p"},   {0x03c1, "r"},    {0x03c2, "s"},   {0x03c3, "s"},  {0x03c4, "t"},
    {0x03c5, "y"},   {0x03c6, "f"},    {0x03c7, "ch"},  {0x03c8, "ps"}, {0x03c9, "o"},
    {0x0402, "Dj"},  {0x0404, "Ye"},   {0x0405, "Dz"},  {0x0406, "I"},  {0x0408, "J"},
    {0x0409, "Lj"},  {0x040a, "Nj"},   {0x040b, "C"},   {0x040f, "Dz"}, {0x0410, "A"},
    {0x0411, "B"},   {0x0412, "V"},    {0x0413, "G"},   {0x0414, "D"},  {0x0415, "E"},
    {0x0416, "Zh"},  {0x0417, "Z"},    {0x0418, "I"},   {0x0419, "Y"},  {0x041a, "K"},
    {0x041b, "L"},   {0x041c, "M"},    {0x041d, "N"},   {0x041e, "O"},  {0x041f, "P"},
    {0x0420, "R"},   {0x0421, "S"},    {0x0422, "T"},   {0x0423, "U"},  {0x0424, "F"},
    {0x0425, "Kh"},  {0x0426, "Ts"},   {0x0427, "Ch"},  {0x0428, "Sh"}, {0x0429, "Shch"},
    {0x042a, ""},    {0x042b, "Y"},    {0x042c, ""},    {0x042d, "E"},  {0x042e, "Yu"},
    {0x042f, "Ya"},  {0x0430, "a"},    {0x0431, "b"},   {0x0432, "v"},  {0x0433, "g"},
    {0x0434, "d"},   {0x0435, "e"},    {0x0436, "zh"},  {0x0437, "z"},  {0x0438, "i"},
    {0x0439, "y"},   {0x043a, "k"},    {0x043b, "l"},   {0x043c, "m"},  {0x043d, "n"},
    {0x043e, "o"},   {0x043f, "p"},    {0x0440, "r"},   {0x0441, "s"},  {0x0442, "t"},
    {0x0443, "u"},   {0x0444, "f"},    {0x0445, "kh"},  {0x0446, "ts"}, {0x0447, "ch"},
    {0x0448, "sh"},  {0x0449, "shch"}, {0x044a, ""},    {0x044b, "y"},  {0x044c, ""},
    {0x044d, "e"},   {0x044e, "yu"},   {0x044f, "ya"},  {0x0452, "dj"}, {0x0454, "ye"},
    {0x0455, "dz"},  {0x0456, "i"},    {0x0458, "j"},   {0x0459, "lj"}, {0x045a, "nj"},
    {0x045b, "c"},   {0x045f, "dz"},   {0x0490, "G"},   {0x0491, "g"},  {0x1e9e, "SS"},
    {0x2010, "-"},   {0x2011, "-"},    {0x2012, "-"},   {0x2013, "-"},  {0x2014, "-"},
    {0x2015, "-"},   {0x2018, "'"},    {0x2019, "'"},   {0x201a, ","},  {0x201b, "'"},
    {0x201c, "\""},  {0x201d, "\""},   {0x201e, "\""},  {0x201f, "\""}, {0x2020, "+"},
    {0x2022, "*"},   {0x2026, "..."},  {0x2032, "'"},   {0x2033, "\""}, {0x2039, "<"},
    {0x203a, ">"},   {0x2044, "/"},    {0x20ac, "EUR"}, {0x2190, "<-"}, {0x2192, "->"},
    {0x2212, "-"},   {0x221e, "oo"},   {0x2264, "<="},  {0x2265, ">="}, {0x2605, "*"},
    {0x2606, "*"},   {0x266d, "b"},    {0x266f, "#"},   {0x3001, ","},  {0x3002, "."},
    {0x300c, "\""},  {0x300d, "\""},   {0x301c, "~"},   {0x30fb, "."},
};

static int
compare(const void *key, const void *element)
{
  gunichar character = *(const gunichar *)key;
  const Spelling *spelling = element;

  return character < spelling->character ? -1 : character > spelling->character;
}

const char *
rb_transliterate_character(gunichar character)
{
  const Spelling *found =
      bsearch(&character, spellings, G_N_ELEMENTS(spellings), sizeof(Spelling), compare);

  return found != NULL ? found->spelling : NULL;
}
