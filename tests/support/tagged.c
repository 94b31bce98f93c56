/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/tagged.h"

#include <FLAC/metadata.h>
#include <sndfile.h>
#include <string.h>

#include "tests/support/sound_file.h"

#define FRAMES 4410

static void
add_comments(const char *path, const char *const *comments)
{
  FLAC__Metadata_Chain *chain = FLAC__metadata_chain_new();
  FLAC__Metadata_Iterator *iterator = FLAC__metadata_iterator_new();
  FLAC__StreamMetadata *block = FLAC__metadata_object_new(FLAC__METADATA_TYPE_VORBIS_COMMENT);

  for (; *comments != NULL; comments++) {
    FLAC__StreamMetadata_VorbisComment_Entry entry = {.length = (FLAC__uint32)strlen(*comments),
                                                      .entry = (FLAC__byte *)(gsize)*comments};

    g_assert_true(FLAC__metadata_object_vorbiscomment_append_comment(block, entry, true));
  }
  g_assert_true(FLAC__metadata_chain_read(chain, path));
  FLAC__metadata_iterator_init(iterator, chain);
  while (FLAC__metadata_iterator_next(iterator))
    if (FLAC__metadata_iterator_get_block_type(iterator) == FLAC__METADATA_TYPE_VORBIS_COMMENT)
      g_assert_true(FLAC__metadata_iterator_delete_block(iterator, false));
  g_assert_true(FLAC__metadata_iterator_insert_block_after(iterator, block));
  g_assert_true(FLAC__metadata_chain_write(chain, false, false));
  FLAC__metadata_iterator_delete(iterator);
  FLAC__metadata_chain_delete(chain);
}

void
test_tagged_write(const char *path, int format, const char *const *comments)
{
  g_autofree int *samples = g_new0(int, 2 * FRAMES);

  test_sound_file_write_integers(path, format != 0 ? format : SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                                 44100, 2, samples, FRAMES);
  if (comments != NULL)
    add_comments(path, comments);
}
