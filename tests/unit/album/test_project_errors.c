/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Wrong project files, each with everything that is said about it. */
#include "album/project/project.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  const char *name;
  const char *text;
  gsize length;
  const char *expected; /* "line:column: message" of each error, in order */
} Row;

#define TEXT(literal) literal, sizeof(literal) - 1

#define HEAD "segue: 1\nalbum: {title: A}\n"
#define TRACKS "tracks: [{file: a.wav}]\n"
#define UUID "2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f63"
#define DELIVER "deliver: {cd: {}}\n"

static const Row rows[] = {
    {"an empty file", TEXT(""), "1:1: the file is empty\n"},
    {"comments only", TEXT("# nothing\n"), "1:1: the file is empty\n"},
    {"a list at the top", TEXT("- segue: 1\n"), "1:1: expected a project, found a list\n"},
    {"text at the top", TEXT("segue\n"), "1:1: expected a project, found text: \"segue\"\n"},
    {"everything missing", TEXT("album: {}\n"),
     "1:1: the key is missing: \"segue\"\n"
     "1:1: the key is missing: \"tracks\"\n"
     "1:1: the key is missing: \"deliver\"\n"
     "1:8: the key is missing: \"title\"\n"},
    {"a later format",
     TEXT("segue: 2\n"
          "loudness: 3\n"),
     "1:8: the file has a later format: \"2\"\n"},
    {"not a version",
     TEXT("segue: one\n"
          "album: {title: A}\n" TRACKS DELIVER),
     "1:8: this is not a version of the format: \"one\"\n"},
    {"an unknown section",
     TEXT(HEAD TRACKS DELIVER "deliveries: {}\n"
                              "x: 1\n"),
     "5:1: the key is not known: \"deliveries\"\n"
     "6:1: the key is not known: \"x\"\n"},
    {"a misspelt required key", TEXT(HEAD "track: [{file: a.wav}]\n" DELIVER),
     "3:1: the key is not known: \"track\"\n"},
    {"a duplicate key", TEXT(HEAD TRACKS DELIVER "album: {title: B}\n"),
     "5:1: the key stands here twice: \"album\"\n"},
    {"a duplicate key within a track",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    title: A\n"
               "    title: B\n" DELIVER),
     "6:5: the key stands here twice: \"title\"\n"},
    {"nothing after a key",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    gap:\n" DELIVER),
     "5:5: nothing stands after the key: \"gap\"\n"},
    {"a key that is a list", TEXT(HEAD TRACKS DELIVER "[a, b]: c\n"),
     "5:1: expected a key, found a list\n"},
    {"no tracks", TEXT(HEAD "tracks: []\n" DELIVER), "3:9: an album has at least one track\n"},
    {"tracks that are text", TEXT(HEAD "tracks: a.wav\n" DELIVER),
     "3:9: expected a list of tracks, found text: \"a.wav\"\n"},
    {"tracks that are a mapping", TEXT(HEAD "tracks: {file: a.wav}\n" DELIVER),
     "3:9: expected a list of tracks, found a mapping\n"},
    {"a track that is text",
     TEXT(HEAD "tracks:\n"
               "  - a.wav\n" DELIVER),
     "4:5: expected a track, found text: \"a.wav\"\n"},
    {"an empty track",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  -\n" DELIVER),
     "5:3: expected a track, found nothing\n"},
    {"a track without a file", TEXT(HEAD "tracks: [{title: A}]\n" DELIVER),
     "3:10: the key is missing: \"file\"\n"},
    {"a missing file",
     TEXT(HEAD "tracks:\n"
               "  - file: 01 harbor.wav\n" DELIVER),
     "4:11: no such file: \"01 harbor.wav\"\n"},
    {"a file in no folder",
     TEXT(HEAD "tracks:\n"
               "  - file: nowhere/else.wav\n" DELIVER),
     "4:11: no such file: \"nowhere/else.wav\"\n"},
    {"a file at home",
     TEXT(HEAD "tracks:\n"
               "  - file: ~/a.wav\n" DELIVER),
     "4:11: no such file: \"~/a.wav\"\n"},
    {"a folder instead of a file",
     TEXT(HEAD "tracks:\n"
               "  - file: folder\n" DELIVER),
     "4:11: this is a folder, not a file: \"folder\"\n"},
    {"a pipe instead of a file",
     TEXT(HEAD "tracks:\n"
               "  - file: pipe\n" DELIVER),
     "4:11: this is a pipe, not a file: \"pipe\"\n"},
    {"a missing unit",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: 2\n" DELIVER),
     "6:10: the unit is missing: \"2\"\n"},
    {"a wrong unit",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: 2 dB\n" DELIVER),
     "6:10: the unit is wrong, dB is not the unit of a time: \"2 dB\"\n"},
    {"an unknown unit",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: 2 seconds\n" DELIVER),
     "6:10: the unit is not known: \"2 seconds\"\n"},
    {"a decimal comma",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: 2,5 s\n" DELIVER),
     "6:10: the decimal point is a point, not a comma: \"2,5 s\"\n"},
    {"hours",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    end: 1:02:30\n" DELIVER),
     "6:10: ambiguous, hours come as minutes (62:30), sectors as decimals (1:02.400): "
     "\"1:02:30\"\n"},
    {"no number",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: long\n" DELIVER),
     "6:10: this is not a time: \"long\"\n"},
    {"a time that is a list",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: [2 s]\n" DELIVER),
     "6:10: expected a time such as 2 s, 350 ms, 4:11.9 or 12 sectors, found a list\n"},
    {"a negative time",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: -1 s\n"
               "    start: -0.1 s\n"
               "    fade-in: -1 s\n" DELIVER),
     "6:10: a time cannot be negative here: \"-1 s\"\n"
     "7:12: a time cannot be negative here: \"-0.1 s\"\n"
     "8:14: a time cannot be negative here: \"-1 s\"\n"},
    {"longer than a disc",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: 81:00\n"
               "    fade-out: 81:00 linear\n" DELIVER),
     "6:10: longer than a whole disc: \"81:00\"\n"
     "7:15: longer than a whole disc: \"81:00 linear\"\n"},
    {"an unknown curve",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    fade-in: 2 s cosin\n"
               "    fade-out: 2 s steep\n" DELIVER),
     "6:14: the curve is not known: \"2 s cosin\"\n"
     "7:15: the curve is not known: \"2 s steep\"\n"},
    {"a fade without a unit",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    fade-in: 2 cosine\n"
               "    fade-out: cosine\n" DELIVER),
     "6:14: the unit is missing: \"2\"\n"
     "7:15: this is not a time: \"cosine\"\n"},
    {"an unknown check", TEXT(HEAD TRACKS DELIVER "checks: {clickz: off}\n"),
     "5:10: the key is not known: \"clickz\"\n"},
    {"a check that is neither on nor off", TEXT(HEAD TRACKS DELIVER "checks: {hum: no}\n"),
     "5:15: the word is not known here: \"no\"\n"},
    {"a limit of no severity", TEXT(HEAD TRACKS DELIVER "checks: {hum: {fail: -60 dBFS}}\n"),
     "5:16: the key is not known: \"fail\"\n"},
    {"a limit without its unit", TEXT(HEAD TRACKS DELIVER "checks: {head: {note: 2}}\n"),
     "5:23: the unit is missing: \"2\"\n"},
    {"a limit of another unit", TEXT(HEAD TRACKS DELIVER "checks: {noise: {error: -60 dBTP}}\n"),
     "5:25: the unit is wrong, dBTP is not the unit of a level in dBFS: \"-60 dBTP\"\n"},
    {"a limit out of range",
     TEXT(HEAD TRACKS DELIVER "checks: {clipping: {warning: 0}, correlation: {note: 1.1}}\n"),
     "5:30: the limit is too low to have a meaning: \"0\"\n"
     "5:54: the limit is too high to have a meaning: \"1.1\"\n"},
    {"checks that are a list", TEXT(HEAD TRACKS DELIVER "checks: [hum]\n"),
     "5:9: expected checks, found a list\n"},
    {"a gap and a crossfade",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    gap: 0 s\n"
               "    crossfade: 3 s\n" DELIVER),
     "7:16: a track cannot have both a gap and a crossfade\n"},
    {"a crossfade of nothing",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    crossfade: 0 s\n" DELIVER),
     "6:16: a crossfade takes time; without one, gap: 0 s joins tracks: \"0 s\"\n"},
    {"a crossfade into track 1",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    crossfade: 3 s\n" DELIVER),
     "5:16: no track is before the first one, so nothing can fade into it\n"},
    {"a pause with sound behind a gap",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    pause: 2 s\n"
               "  - file: b.wav\n"
               "    pause: 2 s\n" DELIVER),
     "5:12: no track is before the first one, so nothing can sound in its pause\n"
     "7:12: a pause with sound needs the track to follow the one before without a gap\n"},
    {"a short first pause",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    gap: 149 sectors\n" DELIVER),
     "5:10: before track 1 a CD has a pause of at least 2 s\n"},
    {"hidden audio before track 2",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "  - file: b.wav\n"
               "    hidden: a.wav\n" DELIVER),
     "6:13: audio can be hidden before track 1 only, and this is track 2\n"},
    {"hidden audio that is not there",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    hidden: {file: c.wav, stop: 2 s}\n" DELIVER),
     "5:20: no such file: \"c.wav\"\n"
     "5:27: the key is not known: \"stop\"\n"},
    {"an end before its start",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    start: 10 s\n"
               "    end: 9.9 s\n"
               "    hidden: {file: b.wav, end: 0 s}\n" DELIVER),
     "6:10: the end is not after the start\n"
     "7:32: the end leaves nothing of the file\n"},
    {"indexes out of order",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    index: [0 s, 10 s, 9 s, 1]\n" DELIVER),
     "5:13: INDEX 02 is not after the start of the track\n"
     "5:24: INDEX 04 is not after the one before it\n"
     "5:29: the unit is missing: \"1\"\n"},
    {"indexes that are text",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    index: 10 s\n" DELIVER),
     "5:12: expected a list of times, found text: \"10 s\"\n"},
    {"a flag that is neither yes nor no",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    copy-permitted: true\n"
               "    pre-emphasis: 1\n" DELIVER),
     "5:21: the word is not known here: \"true\"\n"
     "6:19: the word is not known here: \"1\"\n"},
    {"an ISRC that is too short",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    isrc: FR-ABC-26-0001\n" DELIVER),
     "5:11: \"FR-ABC-26-0001\" is not an ISRC: it has 11 letters and digits, an ISRC has 12, as in "
     "FR-ABC-26-00001\n"},
    {"an ISRC with a letter in its year",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    isrc: FR-ABC-2O-00001\n" DELIVER),
     "5:11: \"FR-ABC-2O-00001\" is not an ISRC: the year (characters 6 and 7) is two digits; is "
     "the letter O meant to be the digit 0?\n"},
    {"an ISRC that stands twice",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    isrc: FR-ABC-26-00001\n"
               "  - file: b.wav\n"
               "    isrc: frabc2600001\n" DELIVER),
     "7:11: track 1 has the same ISRC: \"FRABC2600001\"\n"},
    {"a UPC that is too short",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  upc: 400638133393\n" TRACKS DELIVER),
     "4:8: \"400638133393\" is not a UPC or EAN: its last digit checks the others and would have "
     "to be 0; one of the digits is wrong\n"},
    {"a UPC with a wrong check digit",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  upc: 4006381333932\n" TRACKS DELIVER),
     "4:8: \"4006381333932\" is not a UPC or EAN: its last digit checks the others and would have "
     "to be 1; one of the digits is wrong\n"},
    {"dates",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  date: 2026-02-29\n" TRACKS DELIVER),
     "4:9: this is not a date: \"2026-02-29\"\n"},
    {"a date in another order",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  date: 20.11.2026\n" TRACKS DELIVER),
     "4:9: this is not a date: \"20.11.2026\"\n"},
    {"a language that does not exist",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  language: xx\n" TRACKS DELIVER),
     "4:13: CD-TEXT has no such language: \"xx\"\n"},
    {"a genre that is not ASCII",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  genre: Électro\n" TRACKS DELIVER),
     "4:10: CD-TEXT cannot hold \"É\": \"Électro\"\n"},
    {"a catalogue number that is not ASCII",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  catalog: \"Nº 12\"\n" TRACKS DELIVER),
     "4:14: CD-TEXT cannot hold \"º\": \"Nº 12\"\n"},
    {"a text that ISO 8859-1 cannot hold",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    title: Dvořák — Largo\n" DELIVER),
     "5:15: CD-TEXT cannot hold \"ř\": \"Dvořák — Largo\"\n"},
    {"a text that MS-JIS cannot hold",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  translations: {ja: {title: 夜😀}}\n" TRACKS DELIVER),
     "4:31: CD-TEXT cannot hold \"😀\": \"夜😀\"\n"},
    {"a line break in a text",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  message: |\n"
          "    one\n"
          "    two\n" TRACKS DELIVER),
     "5:1: a line break in the text: \"one↵two↵\"\n"},
    {"a control character",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  message: \"bell \\a\"\n" TRACKS DELIVER),
     "4:12: a control character in the text: \"bell �\"\n"},
    {"a noncharacter",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  message: \"odd \\uFFFF\"\n" TRACKS DELIVER),
     "4:12: a control character in the text: \"odd \xEF\xBF\xBF\"\n"},
    {"a blank text",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  performer: \" \\u200B\"\n" TRACKS DELIVER),
     "4:14: the text is empty: \" \xE2\x80\x8B\"\n"},
    {"an empty text",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  performer: \"\"\n" TRACKS DELIVER),
     "4:14: the text is empty: \"\"\n"},
    {"a text that is a mapping",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  performer: {name: B}\n" TRACKS DELIVER),
     "4:14: expected text, found a mapping\n"},
    {"a translation into the album's language",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  language: de\n"
          "  translations: {German: {title: A}, fr: A}\n" TRACKS DELIVER),
     "5:18: the album itself is in this language: \"German\"\n"
     "5:42: expected a translation, found text: \"A\"\n"},
    {"a track's translation without the album's",
     TEXT(HEAD "tracks:\n"
               "  - file: a.wav\n"
               "    translations: {fr: {title: A}}\n" DELIVER),
     "5:20: the album has no translation into this language: \"fr\"\n"},
    {"too many translations",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  translations: {de: {title: A}, fr: {title: A}, it: {title: A}, es: {title: A}, pt: "
          "{title: A}, nl: {title: A}, sv: {title: A}, da: {title: A}}\n" TRACKS DELIVER),
     "4:130: CD-TEXT has room for seven translations: \"da\"\n"},
    {"a language twice",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  translations: {de: {title: A}, German: {title: B}}\n" TRACKS DELIVER),
     "4:34: this language stands here twice: \"German\"\n"},
    {"a working rate of another unit", TEXT(HEAD "master: {rate: 48}\n" TRACKS DELIVER),
     "3:16: the unit is missing: \"48\"\n"},
    {"an odd working rate", TEXT(HEAD "master: {rate: 50 kHz}\n" TRACKS DELIVER),
     "3:16: this is not a rate for masters: \"50 kHz\"\n"},
    {"an unknown resampler", TEXT(HEAD "master: {resampler: sox}\n" TRACKS DELIVER),
     "3:21: the word is not known here: \"sox\"\n"},
#ifndef HAVE_SOXR
    {"a resampler that was not built in", TEXT(HEAD "master: {resampler: soxr}\n" TRACKS DELIVER),
     "3:21: this segue was built without it: \"soxr\"\n"},
#endif
    {"a loudness mode that is not known",
     TEXT(HEAD "master: {loudness: track, measure: loud}\n"
               "tracks:\n"
               "  - {file: a.wav, loudness: 1 LU}\n"
               "deliver: {cd: {loudness: -9 LUFS}}\n"),
     "3:20: the word is not known here: \"track\"\n"
     "3:36: the word is not known here: \"loud\"\n"},
    {"wrong settings of tone",
     TEXT(HEAD "master:\n"
               "  tone:\n"
               "    match: 120 %\n"
               "    limit: -3 dB\n"
               "    detail: 0.1 oct\n"
               "    range: [4 kHz, 5 kHz]\n"
               "    dead-zone: 1\n"
               "    side: maybe\n"
               "    side-limit: 2 dB\n"
               "    phase: none\n"
               "    strength: 50 %\n" TRACKS DELIVER),
     "5:12: a match is at most 100 %: \"120 %\"\n"
     "6:12: a limit is at least 0 dB: \"-3 dB\"\n"
     "7:13: the finest detail is 0.33 oct, a third of an octave: \"0.1 oct\"\n"
     "8:12: a range is at least an octave wide, the lower end first\n"
     "9:16: the unit is missing: \"1\"\n"
     "10:11: the word is not known here: \"maybe\"\n"
     "11:17: mid and side are corrected as one, so that side-limit has no meaning\n"
     "12:12: the word is not known here: \"none\"\n"
     "13:5: the key is not known: \"strength\"\n"},
    {"tone of tracks",
     TEXT(HEAD "master: {tone: on}\n"
               "tracks:\n"
               "  - {file: a.wav, tone: {toward: track 3, range: [50 Hz]}}\n"
               "  - {file: a.wav, tone: [off]}\n" DELIVER),
     "3:16: the word is not known here: \"on\"\n"
     "5:34: there is no track 3\n"
     "5:50: a range has two frequencies\n"
     "6:25: expected tone, found a list\n"},
    {"what tone cannot be moved toward",
     TEXT(HEAD
          "master: {tone: {toward: track x}}\n"
          "tracks:\n"
          "  - {file: a.wav, tone: {toward: nowhere.wav}}\n"
          "  - {file: a.wav, tone: {toward: pink 20 dB/oct}}\n"
          "  - {file: a.wav, tone: {toward: pink 4.5 dB}}\n"
          "  - {file: a.wav, tone: {toward: []}}\n"
          "  - {file: a.wav, tone: {toward: [{file: a.wav, weight: 0}, {weight: 1}]}}\n" DELIVER),
     "3:25: this is not the number of a track: \"x\"\n"
     "5:34: no such file: \"nowhere.wav\"\n"
     "6:34: a slope is at most 12 dB/oct: \"20 dB/oct\"\n"
     "7:34: the unit is wrong, dB is not the unit of a slope: \"4.5 dB\"\n"
     "8:34: the list is empty\n"
     "9:57: a weight is at least 0.01: \"0\"\n"
     "9:61: the key is missing: \"file\"\n"},
    {"anchors that are no tracks",
     TEXT(HEAD "master: {loudness: album, anchor: 2}\n" TRACKS "deliver:\n"
               "  cd: {anchor: 99}\n"),
     "3:35: there is no track 2\n"
     "6:16: there is no track 99\n"},
    {"anchors that are no numbers",
     TEXT(HEAD "master: {loudness: album, anchor: first}\n" TRACKS "deliver:\n"
               "  a: {kind: cd, anchor: 0}\n"
               "  b: {kind: cd, anchor: 1.5}\n"
               "  c: {kind: cd, anchor: -1}\n"
               "  d: {kind: cd, anchor: [1]}\n"
               "  e: {kind: cd, anchor: 4294967297}\n"),
     "3:35: this is not the number of a track: \"first\"\n"
     "6:25: this is not the number of a track: \"0\"\n"
     "7:25: this is not the number of a track: \"1.5\"\n"
     "8:25: this is not the number of a track: \"-1\"\n"
     "9:25: expected the number of a track, found a list\n"
     "10:25: this is not the number of a track: \"4294967297\"\n"},
    {"anchors where tracks cannot be read",
     TEXT(HEAD "master: {loudness: album, anchor: 2}\n"
               "tracks: a.wav\n"
               "deliver: {cd: {anchor: 2}}\n"),
     "4:9: expected a list of tracks, found text: \"a.wav\"\n"},
    {"loudness while levels are left alone",
     TEXT(HEAD "master: {anchor: 1}\n"
               "tracks:\n"
               "  - file: a.wav\n"
               "    loudness: -1.5 LU\n"
               "deliver:\n"
               "  cd: {loudness: -9 LUFS, anchor: 1}\n"),
     "3:18: levels are left alone, so that no track can set the others\n"
     "6:15: levels are left alone, so that no track can have an offset\n"
     "8:18: levels are left alone, so that a target has no meaning\n"
     "8:35: levels are left alone, so that an anchor has no meaning\n"},
    {"an offset in an album of one gain",
     TEXT(HEAD "master: {loudness: album}\n"
               "tracks:\n"
               "  - file: a.wav\n"
               "    loudness: 0 LU\n" DELIVER),
     "6:15: the album gets one gain, so that no track can have an offset\n"},
    {"offsets out of range",
     TEXT(HEAD "master: {loudness: tracks}\n"
               "tracks:\n"
               "  - {file: a.wav, loudness: -1.5 dB}\n"
               "  - {file: a.wav, loudness: -30.1 LU}\n"
               "  - {file: a.wav, loudness: 30.1 LU}\n" DELIVER),
     "5:29: the unit is wrong, dB is not the unit of a difference in loudness: \"-1.5 dB\"\n"
     "6:29: an offset is at least -30 LU: \"-30.1 LU\"\n"
     "7:29: an offset is at most 30 LU: \"30.1 LU\"\n"},
    {"levels of the wrong unit",
     TEXT(HEAD "master: {loudness: tracks}\n" TRACKS "deliver:\n"
               "  cd: {loudness: -9 dB, ceiling: -1 dBFS, max-reduction: 3 LU}\n"),
     "6:18: the unit is wrong, dB is not the unit of a loudness: \"-9 dB\"\n"
     "6:34: the unit is wrong, dBFS is not the unit of a true peak: \"-1 dBFS\"\n"
     "6:58: the unit is wrong, LU is not the unit of a level in dB: \"3 LU\"\n"},
    {"levels that are too low",
     TEXT(HEAD "master: {loudness: tracks}\n" TRACKS "deliver:\n"
               "  cd: {loudness: -60.1 LUFS, ceiling: -20.1 dBTP, max-reduction: -1 dB}\n"),
     "6:18: a target is at least -60 LUFS: \"-60.1 LUFS\"\n"
     "6:39: a ceiling is at least -20 dBTP: \"-20.1 dBTP\"\n"
     "6:66: a reduction is not negative: \"-1 dB\"\n"},
    {"levels that are too high",
     TEXT(HEAD "master: {loudness: tracks}\n" TRACKS "deliver:\n"
               "  cd: {loudness: 1 LUFS, ceiling: 0.1 dBTP, max-reduction: 24.1 dB}\n"),
     "6:18: a target is at most 0 LUFS: \"1 LUFS\"\n"
     "6:35: a ceiling is at most 0 dBTP: \"0.1 dBTP\"\n"
     "6:60: a reduction is at most 24 dB: \"24.1 dB\"\n"},
    {"a limiter without a ceiling",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd:\n"
                      "    max-reduction: 3 dB\n"
                      "    limiter: {link: 50 %}\n"),
     "6:20: without a ceiling there is no limiter, so that max-reduction has no meaning\n"
     "7:14: without a ceiling there is no limiter, so that limiter has no meaning\n"},
    {"a limiter that is too fast",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {ceiling: -1 dBTP, limiter: {release: 9 ms, look-ahead: 0.9 ms, "
                      "link: -1 %}}\n"),
     "5:45: a release takes at least 10 ms, or is auto: \"9 ms\"\n"
     "5:63: the look-ahead is at least 1 ms: \"0.9 ms\"\n"
     "5:77: a link is at least 0 %: \"-1 %\"\n"},
    {"a limiter that is too slow",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {ceiling: -1 dBTP, limiter: {release: 5.1 s, look-ahead: 11 ms, "
                      "link: 101 %}}\n"),
     "5:45: a release takes at most 5 s: \"5.1 s\"\n"
     "5:64: the look-ahead is at most 10 ms: \"11 ms\"\n"
     "5:77: a link is at most 100 %: \"101 %\"\n"},
    {"settings of a limiter that are not there",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {ceiling: -1 dBTP, limiter: {attack: 1 ms, release: automatic}}\n"
                      "  b: {kind: cd, ceiling: -1 dBTP, limiter: hard}\n"),
     "5:36: the key is not known: \"attack\"\n"
     "5:59: this is not a time: \"automatic\"\n"
     "6:44: expected the settings of the limiter, found text: \"hard\"\n"},
    {"codecs",
     TEXT(HEAD TRACKS
          "deliver:\n"
          "  cd: {codecs: [aac-256, flac 24, opus-160, opus 160, mp3 5], codec-safe: si}\n"
          "  b: {kind: cd, codecs: []}\n"
          "  c: {kind: cd, codecs: {aac: 256}}\n"),
     "5:26: this deliverable has no such format: \"flac 24\"\n"
     "5:45: this stands in the list twice: \"opus 160\"\n"
     "5:55: mp3 has 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 kbit/s, not 5 (with so few a "
     "file cannot say how long it is)\n"
     "5:75: the word is not known here: \"si\"\n"
     "6:25: the list is empty\n"
     "7:25: expected a format such as flac 24, found a mapping\n"},
    {"codecs without a ceiling",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {codecs: opus-160, codec-safe: yes}\n"
                      "  download: {format: mp3 320, codec-safe: yes}\n"
                      "  b: {kind: download, format: mp3 320, codec-safe: no}\n"),
     "5:38: without a ceiling there is nothing that codec-safe could lower\n"
     "6:43: without a ceiling there is nothing that codec-safe could lower\n"},
    {"safe for no codecs",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {ceiling: -1 dBTP, codec-safe: yes}\n"
                      "  download: {ceiling: -1 dBTP, codec-safe: yes}\n"
                      "  radio: {codec-safe: yes}\n"),
     "5:38: there are no codecs that this could be safe for\n"
     "6:44: there are no codecs that this could be safe for\n"
     "7:23: there are no codecs that this could be safe for\n"},
    {"nothing to deliver", TEXT(HEAD TRACKS "deliver: {}\n"), "4:10: nothing is to be delivered\n"},
    {"an unknown kind",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  disc: {kind: cdr}\n"
                      "  dvd:\n"),
     "5:16: the word is not known here: \"cdr\"\n"
     "6:3: the name is not that of a kind, and there is no key \"kind\": \"dvd\"\n"},
    {"numbers of discs", TEXT("segue: 1\nalbum: {title: A, disc: 2 of 1}\n" TRACKS DELIVER),
     "2:25: this is not the number of a disc: \"2 of 1\"\n"},
    {"a disc of none", TEXT("segue: 1\nalbum: {title: A, disc: 0}\n" TRACKS DELIVER),
     "2:25: this is not the number of a disc: \"0\"\n"},
    {"a disc with a slash", TEXT("segue: 1\nalbum: {title: A, disc: 1/2}\n" TRACKS DELIVER),
     "2:25: this is not the number of a disc: \"1/2\"\n"},
    {"a disc of a number without end",
     TEXT("segue: 1\nalbum: {title: A, disc: 1 of 99999999999999999999}\n" TRACKS DELIVER),
     "2:25: this is not the number of a disc: \"1 of 99999999999999999999\"\n"},
    {"ids of MusicBrainz",
     TEXT("segue: 1\n"
          "album:\n"
          "  title: A\n"
          "  musicbrainz: {release: " UUID ", release-group: [" UUID "0], recording: " UUID "0}\n"
          "tracks:\n"
          "  - file: a.wav\n"
          "    musicbrainz:\n"
          "      recording: https://musicbrainz.org/recording/" UUID "0\n"
          "      artist: [" UUID "0, " UUID "g, " UUID "0]\n"
          "  - {file: b.wav, musicbrainz: {artist: []}}\n"
          "  - {file: b.wav, musicbrainz: " UUID "0}\n" DELIVER),
     "4:26: this is no id of MusicBrainz: \"" UUID "\"\n"
     "4:78: expected text, found a list\n"
     "4:118: the key is not known: \"recording\"\n"
     "8:18: this is no id of MusicBrainz: \"https://musicbrainz.org/recording/" UUID "0\"\n"
     "9:54: this is no id of MusicBrainz: \"" UUID "g\"\n"
     "9:92: this stands in the list twice: \"" UUID "0\"\n"
     "10:41: the list is empty\n"
     "11:32: expected the ids of a track, found text: \"" UUID "0\"\n"},
    {"a name that leaves the folder",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  ../cd: {kind: cd}\n"),
     "5:3: this cannot be the name of a folder: \"../cd\"\n"},
    {"names that are taken",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  report: {kind: cd}\n"
                      "  Manifest.JSON: {kind: cd}\n"
                      "  .git: {kind: cd}\n"
                      "  Com1.old: {kind: cd}\n"),
     "5:3: this cannot be the name of a folder: \"report\"\n"
     "6:3: this cannot be the name of a folder: \"Manifest.JSON\"\n"
     "7:3: this cannot be the name of a folder: \".git\"\n"
     "8:3: this cannot be the name of a folder: \"Com1.old\"\n"},
    {"names that differ in capitals",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd:\n"
                      "  CD: {kind: cd}\n"),
     "6:3: some systems cannot tell this folder from \"cd\": \"CD\"\n"},
    {"an unknown image",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {images: [ddp, iso, ddp]}\n"),
     "5:22: the word is not known here: \"iso\"\n"
     "5:27: this stands in the list twice: \"ddp\"\n"},
    {"images that are text",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {images: ddp}\n"),
     "5:16: expected a list, found text: \"ddp\"\n"},
    {"no image",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {images: []}\n"),
     "5:16: the list is empty\n"},
    {"an unknown dither",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {dither: shape}\n"),
     "5:16: the word is not known here: \"shape\"\n"},
    {"a key of another place",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  cd: {rate: 48 kHz}\n"),
     "5:8: the key is not known: \"rate\"\n"},
    {"a format that is none",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  streaming: {format: flak 24}\n"),
     "5:23: \"flak 24\" is no encoding; expected a codec (wav, aiff, flac, alac, mp3, aac, opus, "
     "vorbis) with its bits or kbit/s: flac 24, mp3 320, mp3 v0\n"},
    {"a format of another kind",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  streaming: {format: mp3 320}\n"
                      "  download: {album-file: [wav 16, mp3 321, opus 160, wav 16]}\n"
                      "  radio: {format: aiff 24}\n"),
     "5:23: this deliverable has no such format: \"mp3 320\"\n"
     "6:35: mp3 has 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 kbit/s, not 321\n"
     "6:54: this stands in the list twice: \"wav 16\"\n"
     "7:19: this deliverable has no such format: \"aiff 24\"\n"},
    {"a format twice",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  download: {formats: [flac 16, mp3 320, flac 16]}\n"),
     "5:42: this stands in the list twice: \"flac 16\"\n"},
    {"no format",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  download: {formats: []}\n"),
     "5:23: the list is empty\n"},
    {"format and formats",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  download: {format: flac 16, formats: [mp3 320]}\n"),
     "5:40: format and formats stand here together\n"},
    {"rates of files",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  streaming: {rate: 44.1}\n"
                      "  b: {kind: streaming, rate: 50 kHz}\n"
                      "  c: {kind: streaming, rate: sauce}\n"),
     "5:21: the unit is missing: \"44.1\"\n"
     "6:30: this is not a rate for masters: \"50 kHz\"\n"
     "7:30: this is not a frequency: \"sauce\"\n"},
    {"metadata and characters",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  streaming: {metadata: some, characters: asci}\n"),
     "5:25: the word is not known here: \"some\"\n"
     "5:43: the word is not known here: \"asci\"\n"},
    {"patterns of names",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  streaming: {names: \"{titel}\"}\n"
                      "  b: {kind: streaming, names: Track}\n"),
     "5:22: this is not a pattern for names: \"{titel}\"\n"
     "6:31: this is not a pattern for names: \"Track\"\n"},
    {"a standard that is none",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  radio: {standard: ebu, ceiling: -1 dBTP}\n"),
     "5:21: the word is not known here: \"ebu\"\n"
     "5:26: the key is not known: \"ceiling\"\n"},
    {"sides",
     TEXT(HEAD "tracks: [{file: a.wav}, {file: b.wav}, {file: a.wav}]\n"
               "deliver:\n"
               "  vinyl: {sides: [[1, 3], [2]]}\n"
               "  b: {kind: vinyl, sides: [[1], [2]]}\n"
               "  c: {kind: vinyl, sides: [1, 2]}\n"
               "  d: {kind: cassette, sides: [[1, 2, 3], []]}\n"),
     "5:23: expected track 2 here, found 3\n"
     "5:28: expected track 4 here, found 2\n"
     "6:27: the sides have 2 tracks, and the album has 3\n"
     "7:28: expected a list of the tracks of a side, found text: \"1\"\n"
     "7:31: expected a list of the tracks of a side, found text: \"2\"\n"
     "8:42: the side is empty\n"},
    {"a record that is none",
     TEXT(HEAD TRACKS "deliver:\n"
                      "  vinyl: {size: 12, speed: 78, mono-below: 600 Hz, high-pass: 1 Hz, "
                      "low-pass: 30 kHz}\n"
                      "  cassette: {speed: 33}\n"),
     "5:17: the word is not known here: \"12\"\n"
     "5:28: the word is not known here: \"78\"\n"
     "5:44: this is at most 500 Hz: \"600 Hz\"\n"
     "5:63: this is at least 5 Hz: \"1 Hz\"\n"
     "5:79: this is at most 20 kHz: \"30 kHz\"\n"
     "6:14: the key is not known: \"speed\"\n"},
    {"texts beyond CD-TEXT without a CD",
     TEXT("segue: 1\nalbum: {title: 夜, performer: 🎵}\n" TRACKS "deliver: {streaming: {}}\n"), ""},
    {"everything at once",
     TEXT("segue: 1\n"
          "album:\n"
          "  titel: A\n"
          "  upc: 12\n"
          "tracks:\n"
          "  - file: c.wav\n"
          "    gap: 1\n"
          "  - file: a.wav\n"
          "    crossfade: 2 dB\n"
          "deliver:\n"
          "  cd: {images: [dpd]}\n"),
     "3:3: the key is not known: \"titel\"\n"
     "4:8: \"12\" is not a UPC or EAN: it has 2 digits, a UPC has 12 and an EAN has 13, the check "
     "digit included\n"
     "6:11: no such file: \"c.wav\"\n"
     "7:10: the unit is missing: \"1\"\n"
     "9:16: the unit is wrong, dB is not the unit of a time: \"2 dB\"\n"
     "11:17: the word is not known here: \"dpd\"\n"},
};

typedef struct {
  char *folder;
  char *path; /* of the project file */
} Fixture;

static const char *const mixes[] = {"a.wav", "b.wav", "01 harbour.wav"};

static void
set_up(Fixture *fixture, gconstpointer data)
{
  g_autofree char *subfolder = NULL, *pipe = NULL;

  (void)data;
  fixture->folder = g_dir_make_tmp("segue-project-XXXXXX", NULL);
  g_assert_nonnull(fixture->folder);
  fixture->path = g_build_filename(fixture->folder, "album.yaml", NULL);
  subfolder = g_build_filename(fixture->folder, "folder", NULL);
  g_assert_cmpint(g_mkdir(subfolder, 0755), ==, 0);
  pipe = g_build_filename(fixture->folder, "pipe", NULL);
  g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS(mixes); i++) {
    g_autofree char *mix = g_build_filename(fixture->folder, mixes[i], NULL);

    g_assert_true(g_file_set_contents(mix, "", 0, NULL));
  }
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
  g_autofree char *subfolder = g_build_filename(fixture->folder, "folder", NULL);
  g_autofree char *pipe = g_build_filename(fixture->folder, "pipe", NULL);

  (void)data;
  for (gsize i = 0; i < G_N_ELEMENTS(mixes); i++) {
    g_autofree char *mix = g_build_filename(fixture->folder, mixes[i], NULL);

    g_remove(mix);
  }
  g_rmdir(subfolder);
  g_remove(pipe);
  g_remove(fixture->path);
  g_rmdir(fixture->folder);
  g_free(fixture->folder);
  g_free(fixture->path);
}

/* The first lines of all errors, without the name of the file and the word "error". */
static char *
list_errors(const AlProject *project)
{
  g_autofree char *shown = al_diagnostics_format(project->diagnostics);
  g_autofree char *prefix = g_strconcat(project->path, ":", NULL);
  g_auto(GStrv) lines = g_strsplit(shown, "\n", -1);
  GString *list = g_string_new(NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix(lines[i], prefix))
      g_string_append_printf(list, "%s\n", lines[i] + strlen(prefix));
  }
  g_string_replace(list, ": error: ", ": ", 0);
  return g_string_free(list, FALSE);
}

static void
assert_errors(const Fixture *fixture, const char *text, gsize length, const char *expected)
{
  g_autoptr(AlProject) project = al_project_parse(fixture->path, text, length);
  g_autofree char *errors = list_errors(project);

  g_assert_cmpstr(errors, ==, expected);
}

static void
test_row(Fixture *fixture, gconstpointer data)
{
  const Row *row = data;

  assert_errors(fixture, row->text, row->length, row->expected);
}

/* The lines that all rows are made of are right themselves. */
static void
test_no_error(Fixture *fixture, gconstpointer data)
{
  (void)data;
  assert_errors(fixture, TEXT(HEAD TRACKS DELIVER), "");
}

static void
test_100_tracks(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new(HEAD "tracks:\n");

  (void)data;
  for (int i = 0; i < 99; i++)
    g_string_append(text, "  - file: a.wav\n");
  g_string_append(text, DELIVER);
  assert_errors(fixture, text->str, text->len, "");
  g_string_insert(text, text->len - strlen(DELIVER), "  - file: a.wav\n  - file: a.wav\n");
  assert_errors(fixture, text->str, text->len,
                "103:5: a CD has at most 99 tracks, and this is one more\n");
}

static void
test_99_further_indexes(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new(HEAD "tracks:\n  - file: a.wav\n    index:\n");

  (void)data;
  for (int i = 1; i <= 98; i++)
    g_string_append_printf(text, "      - %d s\n", i);
  g_string_append(text, DELIVER);
  assert_errors(fixture, text->str, text->len, "");
  g_string_insert(text, text->len - strlen(DELIVER), "      - 99 s\n");
  assert_errors(fixture, text->str, text->len,
                "104:9: a track has at most 98 indexes after INDEX 01\n");
}

static void
test_depth(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new(HEAD "x: ");

  (void)data;
  for (int i = 0; i < 100000; i++)
    g_string_append_c(text, '[');
  assert_errors(fixture, text->str, text->len,
                "3:35: lists and mappings are nested too deeply here\n");
}

static void
test_unreadable(Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  (void)data;
  g_assert_null(al_project_read(fixture->folder, &error));
  g_assert_nonnull(error);
  g_clear_error(&error);
  g_assert_null(al_project_read(fixture->path, &error));
  g_assert_nonnull(strstr(error->message, fixture->path));
  g_clear_error(&error);
  g_assert_null(al_project_read("/dev/zero", &error));
  g_assert_nonnull(strstr(error->message, "too large"));
}

/* One error in full, from a file on disk. */
static void
test_hints(Fixture *fixture, gconstpointer data)
{
  g_autoptr(AlProject) project = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *expected = NULL;

  (void)data;
  g_assert_true(g_file_set_contents(fixture->path,
                                    HEAD "tracks:\n  - file: 01 harbor.wav\n    fade_in: 1 s\n"
                                         "deliver: {cd: {dither: tpfd}}\n",
                                    -1, NULL));
  project = al_project_read(fixture->path, NULL);
  shown = al_diagnostics_format(project->diagnostics);
  expected = g_strdup_printf("%s:4:11: error: no such file: \"01 harbor.wav\"\n"
                             "    4 |   - file: 01 harbor.wav\n"
                             "      |           ^\n"
                             "   its folder has \"01 harbour.wav\"\n"
                             "%s:5:5: error: the key is not known: \"fade_in\"\n"
                             "    5 |     fade_in: 1 s\n"
                             "      |     ^\n"
                             "   did you mean \"fade-in\"?\n"
                             "%s:6:24: error: the word is not known here: \"tpfd\"\n"
                             "    6 | deliver: {cd: {dither: tpfd}}\n"
                             "      |                        ^\n"
                             "   expected shaped, tpdf or none; did you mean \"tpdf\"?\n",
                             fixture->path, fixture->path, fixture->path);
  g_assert_cmpstr(shown, ==, expected);
}

/* What is said below the caret of the first error of a text. */
static void
test_advice(void)
{
  static const struct {
    const char *text, *advice;
  } cases[] = {
      {"album: {title: A}\n" TRACKS DELIVER, "   write, for example, segue: 1\n"},
      {HEAD TRACKS, "   write, for example, deliver: {cd: {dither: shaped}}\n"},
      {"segue: 1\nalbum: {title: \"“A”\"}\n" TRACKS DELIVER,
       "   it holds ISO 8859-1 here; this would fit: \"\"A\"\"\n"},
      {"segue: 1\nalbum: {title: 夜}\n" TRACKS DELIVER,
       "   it holds ISO 8859-1 here: write it in Latin letters, and Japanese into "
       "translations: {ja: {...}}\n"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(AlProject) project =
        al_project_parse("album.yaml", cases[i].text, strlen(cases[i].text));
    g_autofree char *shown = al_diagnostics_format(project->diagnostics);

    g_assert_nonnull(strstr(shown, cases[i].advice));
  }
}

static void
add(const char *name, gconstpointer data, void (*test)(Fixture *, gconstpointer))
{
  g_autofree char *words = g_strdelimit(g_strdup(name), " ", '_');
  g_autofree char *path = g_strconcat("/project_errors/", words, NULL);

  g_test_add(path, Fixture, data, set_up, test, tear_down);
}

int
main(int argc, char **argv)
{
  g_test_init(&argc, &argv, NULL);
  add("no error", NULL, test_no_error);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    add(rows[i].name, &rows[i], test_row);
  add("100 tracks", NULL, test_100_tracks);
  add("99 further indexes", NULL, test_99_further_indexes);
  add("too deep", NULL, test_depth);
  add("unreadable", NULL, test_unreadable);
  add("hints", NULL, test_hints);
  g_test_add_func("/project_errors/advice", test_advice);
  return g_test_run();
}
