# SPDX-License-Identifier: GPL-3.0-or-later
# All deliverables of an album together, beside the sum of each alone, beside the encoders of other
# programs, which are given the finished tracks and do nothing but encode them with the same settings, and
# beside their decoders, as every file of ours is decoded again and proven.
# Processor time, user and system together, as encoders and we differ in how many threads they have.
# Usage: bash deliverables.sh SEGUE FILE ...    SEGUE: the program; mixes, 44.1 kHz
# A good album to try: ten files of the Debian package wesnoth-1.16-music. Five of them (13 minutes) on two
# cores of an EPYC, with the encoders of Debian 12: together 119 s, each alone 149 s, the encoders 75 s, the
# decoders 17 s. The rest is the CD, eight finished programs with their limiters and meters, and checksums.
set -eu
segue=$(realpath "$1")
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='%U %S'

{
  echo 'segue: 1'
  echo 'album: {title: Bench, performer: Bench}'
  echo 'master: {loudness: tracks}'
  echo 'tracks:'
  number=0
  for file in "$@"; do
    number=$((number + 1))
    echo "  - {file: \"$(realpath "$file")\", title: Track $number}"
  done
  cat <<'END'
deliver:
  cd: {loudness: -11 LUFS, ceiling: -0.3 dBTP}
  streaming: {formats: [wav 24, flac 24, aiff 24], loudness: -14 LUFS, ceiling: -1 dBTP}
  clean: {kind: streaming, format: flac 16, rate: 48 kHz, metadata: none, loudness: -14 LUFS, ceiling: -1 dBTP}
  download: {formats: [flac 24, alac 24, mp3 320, mp3 v0, aac 256, opus 160, vorbis 320], loudness: -11 LUFS, ceiling: -1 dBTP}
  radio: {standard: ebu-r128}
  vinyl: {mono-below: 150 Hz}
  cassette: {format: wav 16}
END
} >"$folder/album.yaml"
cat "$@" >/dev/null # all of them read from memory
cd "$folder"

# seconds COMMAND...: the processor time that it takes. What it finds is not the matter here.
seconds() {
  { time { "$@" >/dev/null 2>&1 || test $? -eq 1; }; } 2>&1 | awk '{printf "%.1f\n", $1 + $2}'
}

# row NAME SECONDS
row() {
  printf '%-34s %7.1f s\n' "$1" "$2"
}

# encode FOLDER SUFFIX COMMAND...: each file of audio in masters/FOLDER by "COMMAND... IN OUT".
encode() {
  from=$1 suffix=$2
  shift 2
  for file in "masters/$from"/*.*; do
    case $file in *.wav | *.flac) "$@" "$file" "out/$(basename "$file").$suffix" ;; esac
  done
}

# decode COMMAND...: each file that encode made, by "COMMAND... IN".
decode() {
  for file in out/*; do
    "$@" "$file"
  done
}

flac_file() { flac -s -f -8 -o "$2" "$1"; } # level 8 as ours
ffmpeg_file() { # CODEC OPTIONS... IN OUT
  codec=$1
  shift
  ffmpeg -nostdin -v error -y -threads 1 -i "${@: -2:1}" -c:a "$codec" "${@:1:$#-2}" "${@: -1}"
}
opus_file() { opusenc --quiet --bitrate 160 "$1" "$2"; }
vorbis_file() { oggenc -Q -b 320 -o "$2" "$1"; }
pcm_file() { sndfile-convert "$@"; }
ffmpeg_audio() { ffmpeg -nostdin -v error -threads 1 -i "$1" -f null -; }
flac_audio() { flac -s -t "$1"; }
opus_audio() { opusdec --quiet --float "$1" /dev/null; }
vorbis_audio() { oggdec -Q -o /dev/null "$1"; }
pcm_audio() { cat "$1"; }

together=$(seconds "$segue" render --quiet album.yaml)
row 'segue, all together' "$together"

add() {
  awk -v a="$1" -v b="$2" 'BEGIN {print a + b}'
}

alone=0
for name in cd streaming clean download radio vinyl cassette; do
  each=$(seconds "$segue" render --quiet --out alone --only $name album.yaml)
  row "segue, $name alone" "$each"
  alone=$(add "$alone" "$each")
done
row 'segue, the sum of these' "$alone"

encoders=0
decoders=0
while IFS='|' read -r name from suffix encoder decoder; do
  mkdir out
  # shellcheck disable=SC2086 # words
  each=$(seconds encode "$from" "$suffix" $encoder)
  encoders=$(add "$encoders" "$each")
  row "encode $name" "$each"
  each=$(seconds decode "$decoder")
  decoders=$(add "$decoders" "$each")
  rm -r out
done <<'END'
wav, cd|cd|wav|pcm_file -pcm16|pcm_audio
wav, streaming|streaming/wav 24|wav|pcm_file -pcm24|pcm_audio
flac, streaming|streaming/wav 24|flac|flac_file|flac_audio
aiff, streaming|streaming/wav 24|aiff|pcm_file -pcm24|pcm_audio
flac, clean|clean|flac|flac_file|flac_audio
flac, download|streaming/wav 24|flac|flac_file|flac_audio
alac, download|streaming/wav 24|m4a|ffmpeg_file alac|ffmpeg_audio
mp3 320, download|streaming/wav 24|mp3|ffmpeg_file libmp3lame -compression_level 2 -b:a 320k|ffmpeg_audio
mp3 v0, download|streaming/wav 24|mp3|ffmpeg_file libmp3lame -compression_level 2 -q:a 0|ffmpeg_audio
aac 256, download|streaming/wav 24|m4a|ffmpeg_file aac -b:a 256k|ffmpeg_audio
opus 160, download|streaming/wav 24|opus|opus_file|opus_audio
vorbis 320, download|streaming/wav 24|ogg|vorbis_file|vorbis_audio
wav, radio|radio|wav|pcm_file -pcm24|pcm_audio
wav, vinyl|vinyl|wav|pcm_file -pcm24|pcm_audio
wav, cassette|cassette|wav|pcm_file -pcm16|pcm_audio
END
row 'the sum of these encoders' "$encoders"
row 'decoding what they made' "$decoders"
awk -v together="$together" -v alone="$alone" -v encoders="$encoders" -v decoders="$decoders" \
  'BEGIN {
    printf "all together: %.2f times the sum of each alone, ", together / alone
    printf "%.2f times the encoders, ", together / encoders
    printf "%.2f times the encoders and decoders\n", together / (encoders + decoders)
  }'
