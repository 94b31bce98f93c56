/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/language.h"

typedef struct {
  const char *name;
  const char *iso; /* NULL where ISO 639-1 has none */
} Language;

/* By EBU code. 0x2c to 0x44 are not given to languages. */
static const Language languages[] = {
    [0x00] = {"Unknown", NULL},    [0x01] = {"Albanian", "sq"},      [0x02] = {"Breton", "br"},
    [0x03] = {"Catalan", "ca"},    [0x04] = {"Croatian", "hr"},      [0x05] = {"Welsh", "cy"},
    [0x06] = {"Czech", "cs"},      [0x07] = {"Danish", "da"},        [0x08] = {"German", "de"},
    [0x09] = {"English", "en"},    [0x0a] = {"Spanish", "es"},       [0x0b] = {"Esperanto", "eo"},
    [0x0c] = {"Estonian", "et"},   [0x0d] = {"Basque", "eu"},        [0x0e] = {"Faroese", "fo"},
    [0x0f] = {"French", "fr"},     [0x10] = {"Frisian", "fy"},       [0x11] = {"Irish", "ga"},
    [0x12] = {"Gaelic", "gd"},     [0x13] = {"Galician", "gl"},      [0x14] = {"Icelandic", "is"},
    [0x15] = {"Italian", "it"},    [0x16] = {"Lappish", "se"},       [0x17] = {"Latin", "la"},
    [0x18] = {"Latvian", "lv"},    [0x19] = {"Luxembourgian", "lb"}, [0x1a] = {"Lithuanian", "lt"},
    [0x1b] = {"Hungarian", "hu"},  [0x1c] = {"Maltese", "mt"},       [0x1d] = {"Dutch", "nl"},
    [0x1e] = {"Norwegian", "no"},  [0x1f] = {"Occitan", "oc"},       [0x20] = {"Polish", "pl"},
    [0x21] = {"Portuguese", "pt"}, [0x22] = {"Romanian", "ro"},      [0x23] = {"Romansh", "rm"},
    [0x24] = {"Serbian", "sr"},    [0x25] = {"Slovak", "sk"},        [0x26] = {"Slovenian", "sl"},
    [0x27] = {"Finnish", "fi"},    [0x28] = {"Swedish", "sv"},       [0x29] = {"Turkish", "tr"},
    [0x2a] = {"Flemish", NULL},    [0x2b] = {"Walloon", "wa"},       [0x45] = {"Zulu", "zu"},
    [0x46] = {"Vietnamese", "vi"}, [0x47] = {"Uzbek", "uz"},         [0x48] = {"Urdu", "ur"},
    [0x49] = {"Ukrainian", "uk"},  [0x4a] = {"Thai", "th"},          [0x4b] = {"Telugu", "te"},
    [0x4c] = {"Tatar", "tt"},      [0x4d] = {"Tamil", "ta"},         [0x4e] = {"Tadzhik", "tg"},
    [0x4f] = {"Swahili", "sw"},    [0x50] = {"Sranan Tongo", NULL},  [0x51] = {"Somali", "so"},
    [0x52] = {"Sinhalese", "si"},  [0x53] = {"Shona", "sn"},         [0x54] = {"Serbo-Croat", "sh"},
    [0x55] = {"Ruthenian", NULL},  [0x56] = {"Russian", "ru"},       [0x57] = {"Quechua", "qu"},
    [0x58] = {"Pushtu", "ps"},     [0x59] = {"Punjabi", "pa"},       [0x5a] = {"Persian", "fa"},
    [0x5b] = {"Papiamento", NULL}, [0x5c] = {"Oriya", "or"},         [0x5d] = {"Nepali", "ne"},
    [0x5e] = {"Ndebele", "nd"},    [0x5f] = {"Marathi", "mr"},       [0x60] = {"Moldavian", "mo"},
    [0x61] = {"Malaysian", "ms"},  [0x62] = {"Malagasy", "mg"},      [0x63] = {"Macedonian", "mk"},
    [0x64] = {"Laotian", "lo"},    [0x65] = {"Korean", "ko"},        [0x66] = {"Khmer", "km"},
    [0x67] = {"Kazakh", "kk"},     [0x68] = {"Kannada", "kn"},       [0x69] = {"Japanese", "ja"},
    [0x6a] = {"Indonesian", "id"}, [0x6b] = {"Hindi", "hi"},         [0x6c] = {"Hebrew", "he"},
    [0x6d] = {"Hausa", "ha"},      [0x6e] = {"Guarani", "gn"},       [0x6f] = {"Gujarati", "gu"},
    [0x70] = {"Greek", "el"},      [0x71] = {"Georgian", "ka"},      [0x72] = {"Fulani", "ff"},
    [0x73] = {"Dari", NULL},       [0x74] = {"Chuvash", "cv"},       [0x75] = {"Chinese", "zh"},
    [0x76] = {"Burmese", "my"},    [0x77] = {"Bulgarian", "bg"},     [0x78] = {"Bengali", "bn"},
    [0x79] = {"Belarusian", "be"}, [0x7a] = {"Bambara", "bm"},       [0x7b] = {"Azerbaijani", "az"},
    [0x7c] = {"Assamese", "as"},   [0x7d] = {"Armenian", "hy"},      [0x7e] = {"Arabic", "ar"},
    [0x7f] = {"Amharic", "am"},
};

const char *
rb_language_name(guint8 code)
{
  return code < G_N_ELEMENTS(languages) ? languages[code].name : NULL;
}

const char *
rb_language_iso(guint8 code)
{
  return code < G_N_ELEMENTS(languages) ? languages[code].iso : NULL;
}

gboolean
rb_language_find(const char *text, guint8 *code)
{
  for (guint8 i = 0; i < G_N_ELEMENTS(languages); i++) {
    if ((languages[i].name != NULL && g_ascii_strcasecmp(languages[i].name, text) == 0) ||
        (languages[i].iso != NULL && g_ascii_strcasecmp(languages[i].iso, text) == 0)) {
      *code = i;
      return TRUE;
    }
  }
  return FALSE;
}
