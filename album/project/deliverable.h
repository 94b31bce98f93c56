/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef AL_DELIVERABLE_H
#define AL_DELIVERABLE_H

/* What is to be delivered, as the project file says it. */

#include "album/audio/quantise.h"
#include "album/encode/encoding.h"
#include "album/project/delivered_level.h"

typedef enum {
  AL_KIND_CD,
  AL_KIND_STREAMING,
  AL_KIND_DOWNLOAD,
  AL_KIND_RADIO,
  AL_KIND_VINYL,
  AL_KIND_CASSETTE,
  AL_KIND_COUNT
} AlKind;

/* The forms in which a CD deliverable is written. */
typedef enum {
  AL_IMAGE_DDP = 1 << 0,
  AL_IMAGE_CUE = 1 << 1, /* CUE + WAV */
  AL_IMAGE_TOC = 1 << 2, /* cdrdao, of the same WAV */
  AL_IMAGE_BIN = 1 << 3, /* CUE + BIN */
} AlImages;

/* Which characters the names of files may have. */
typedef enum {
  AL_CHARACTERS_UNICODE, /* all that every file system can hold */
  AL_CHARACTERS_ASCII,
  AL_CHARACTERS_PLAIN, /* A to Z, a to z, 0 to 9, hyphen and underscore */
} AlCharacters;

/* A form in which tracks or sides are written. */
typedef struct {
  AlEncoding encoding; /* its rate is 0: it follows from the deliverable's */
  AlPlace place;
} AlFormat;

typedef struct {
  char *name; /* as in receivers.yaml */
  AlPlace place;
} AlReceiverName;

/* How the program becomes files. */
typedef struct {
  GArray *formats;       /* of AlFormat; at least one */
  GArray *album_formats; /* of AlFormat: the album as one file */
  int rate;              /* frames per second; 0: the working rate */
  gboolean metadata;     /* FALSE: nothing but format and audio */
  char *names;           /* as in name_pattern.h */
  AlCharacters characters;
  AlPlace place;     /* of the names, or of the deliverable */
  GArray *receivers; /* of AlReceiverName: whose limits count, besides those of all */
} AlFileSettings;

/* What lossy codecs make of the tracks: to be told, or to be kept below full scale. */
typedef struct {
  GArray *formats; /* of AlFormat; empty: none is tried */
  gboolean safe;   /* the ceiling is lowered until they leave nothing over */
} AlCodecSettings;

typedef enum {
  AL_RECORD_7_INCH,
  AL_RECORD_10_INCH,
  AL_RECORD_12_INCH,
  AL_RECORD_CASSETTE,
} AlRecordForm;

/* The tracks of a side, by number. */
typedef struct {
  guint first, last;
  AlPlace place;
} AlSideTracks;

/* What is done to the program for the sake of a groove. 0: nothing. */
typedef struct {
  double mono_below_hz;
  double high_pass_hz;
  double low_pass_hz;
} AlShaping;

typedef struct {
  GArray *sides; /* of AlSideTracks; empty: to be proposed */
  AlRecordForm form;
  int speed; /* 33 or 45; 0: a cassette */
  AlShaping shaping;
} AlSideSettings;

/* A deliverable: of a CD the images count, of all others the files, of records and cassettes the
 * sides too. */
typedef struct {
  char *name; /* its folder in masters/ */
  AlKind kind;
  AlPlace place;
  AlDither dither;
  AlDeliveredLevel level;
  AlCodecSettings codecs;
  AlImages images; /* all four where not given */
  AlFileSettings files;
  AlSideSettings sides;
} AlDeliverable;

#endif
