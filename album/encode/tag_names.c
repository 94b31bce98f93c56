/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "album/encode/tag_names.h"

#define TEXT(comment, frame, info, atom)    \
  {                                         \
    comment, frame, info, atom, NULL, FALSE \
  }
#define MUSICBRAINZ(comment, frame, name, several)                                \
  {                                                                               \
    "MUSICBRAINZ_" comment, frame, NULL, NULL, "MusicBrainz " name " Id", several \
  }

/* TIPL holds pairs of a role and a name; id3.c puts "arranger" before it. TLAN wants the three
 * letters of ISO 639-2, so ID3 goes without the language. `ISRC` in LIST INFO means the source.
 * What MusicBrainz calls a recording now, it called a track when these names were given. */
static const AlTagNames table[AL_TAG_COUNT] = {
    [AL_TAG_TITLE] = TEXT("TITLE", "TIT2", "INAM", "\xA9nam"),
    [AL_TAG_ARTIST] = TEXT("ARTIST", "TPE1", "IART",
                           "\xA9"
                           "ART"),
    [AL_TAG_ALBUM] = TEXT("ALBUM", "TALB", "IPRD",
                          "\xA9"
                          "alb"),
    [AL_TAG_ALBUM_ARTIST] = TEXT("ALBUMARTIST", "TPE2", NULL, "aART"),
    [AL_TAG_COMPOSER] = TEXT("COMPOSER", "TCOM", NULL, "\xA9wrt"),
    [AL_TAG_SONGWRITER] = TEXT("LYRICIST", "TEXT", NULL, NULL),
    [AL_TAG_ARRANGER] = TEXT("ARRANGER", "TIPL", NULL, NULL),
    [AL_TAG_GENRE] = TEXT("GENRE", "TCON", "IGNR", "\xA9gen"),
    [AL_TAG_DATE] = TEXT("DATE", "TDRC", "ICRD",
                         "\xA9"
                         "day"),
    [AL_TAG_ISRC] = TEXT("ISRC", "TSRC", NULL, NULL),
    [AL_TAG_UPC] = TEXT("BARCODE", "TXXX", NULL, NULL),
    [AL_TAG_CATALOG] = TEXT("CATALOGNUMBER", "TXXX", NULL, NULL),
    [AL_TAG_LABEL] = TEXT("LABEL", "TPUB", NULL, NULL),
    [AL_TAG_COPYRIGHT] = TEXT("COPYRIGHT", "TCOP", "ICOP", "cprt"),
    [AL_TAG_PHONOGRAM] = TEXT("PRODUCEDNOTICE", "TPRO", NULL, NULL),
    [AL_TAG_LANGUAGE] = TEXT("LANGUAGE", NULL, NULL, NULL),
    [AL_TAG_COMMENT] = TEXT("COMMENT", "COMM", "ICMT",
                            "\xA9"
                            "cmt"),
    [AL_TAG_MUSICBRAINZ_RELEASE] = MUSICBRAINZ("ALBUMID", "TXXX", "Album", FALSE),
    [AL_TAG_MUSICBRAINZ_RELEASE_GROUP] =
        MUSICBRAINZ("RELEASEGROUPID", "TXXX", "Release Group", FALSE),
    [AL_TAG_MUSICBRAINZ_ALBUM_ARTIST] = MUSICBRAINZ("ALBUMARTISTID", "TXXX", "Album Artist", TRUE),
    [AL_TAG_MUSICBRAINZ_RECORDING] = MUSICBRAINZ("TRACKID", "UFID", "Track", FALSE),
    [AL_TAG_MUSICBRAINZ_TRACK] = MUSICBRAINZ("RELEASETRACKID", "TXXX", "Release Track", FALSE),
    [AL_TAG_MUSICBRAINZ_ARTIST] = MUSICBRAINZ("ARTISTID", "TXXX", "Artist", TRUE),
};

const AlTagNames *
al_tag_names(AlTag tag)
{
  return &table[tag];
}

const char *
al_tag_names_free(const AlTagNames *names)
{
  return names->free != NULL ? names->free : names->comment;
}

char **
al_tag_names_split(const AlTagNames *names, const char *text)
{
  return g_strsplit(text, " ", names->several ? -1 : 1);
}
