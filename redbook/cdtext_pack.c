/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redbook/cdtext_pack.h"

#include <string.h>

#define CRC_POLYNOMIAL 0x1021
#define CRC_OFFSET 16

/* Times x, modulo the polynomial. */
static guint
shift(guint crc)
{
  return ((crc & 0x8000) != 0 ? crc << 1 ^ CRC_POLYNOMIAL : crc << 1) & 0xffff;
}

static guint16
checksum(const guint8 *bytes)
{
  guint crc = 0;

  for (int i = 0; i < CRC_OFFSET; i++) {
    crc ^= (guint)bytes[i] << 8;
    for (int bit = 0; bit < 8; bit++)
      crc = shift(crc);
  }
  return (guint16)~crc;
}

void
rb_cdtext_pack_write(const RbCdtextPack *pack, guint8 bytes[RB_CDTEXT_PACK_BYTES])
{
  guint16 crc;

  g_assert(pack->block < RB_CDTEXT_MAX_BLOCKS && pack->position <= RB_CDTEXT_MAX_POSITION);
  bytes[0] = pack->type;
  bytes[1] = pack->track;
  bytes[2] = pack->sequence;
  bytes[3] = (guint8)((pack->double_byte ? 0x80 : 0) | pack->block << 4 | pack->position);
  memcpy(bytes + 4, pack->payload, RB_CDTEXT_PAYLOAD_BYTES);
  crc = checksum(bytes);
  bytes[CRC_OFFSET] = (guint8)(crc >> 8);
  bytes[CRC_OFFSET + 1] = (guint8)(crc & 0xff);
}

gboolean
rb_cdtext_pack_read(const guint8 bytes[RB_CDTEXT_PACK_BYTES], RbCdtextPack *pack)
{
  *pack = (RbCdtextPack){
      .type = bytes[0],
      .track = bytes[1],
      .sequence = bytes[2],
      .double_byte = (bytes[3] & 0x80) != 0,
      .block = bytes[3] >> 4 & 7,
      .position = bytes[3] & 15,
  };
  memcpy(pack->payload, bytes + 4, RB_CDTEXT_PAYLOAD_BYTES);
  return checksum(bytes) == (bytes[CRC_OFFSET] << 8 | bytes[CRC_OFFSET + 1]);
}

/* A flipped bit adds its power of x to what the CRC is off by: 1 for the last bit, and one times x
 * more for each bit before it. */
int
rb_cdtext_pack_repair(guint8 bytes[RB_CDTEXT_PACK_BYTES])
{
  guint off = checksum(bytes) ^ (guint)(bytes[CRC_OFFSET] << 8 | bytes[CRC_OFFSET + 1]);
  guint power = 1;

  for (int bit = 8 * RB_CDTEXT_PACK_BYTES - 1; bit >= 0; bit--) {
    if (power == off) {
      bytes[bit / 8] ^= (guint8)(0x80 >> bit % 8);
      return bit;
    }
    power = shift(power);
  }
  return -1;
}
