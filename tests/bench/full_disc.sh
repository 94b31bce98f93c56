#!/bin/sh
# A full disc: 79 minutes of noise at 96 kHz and 24 bit. Prints the time and the memory that a render
# takes, beside those of a disc half as long. Usage: full_disc.sh SEGUE (needs sox and GNU time)
set -eu

segue=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
sox -q -n -r 96000 -c 2 -b 24 mix.wav synth 292 whitenoise vol 0.4

# album TRACKS: of 292 s and a gap of 2 s each
album() {
  echo "segue: 1"
  echo "album: {title: Full}"
  echo "tracks:"
  for _ in $(seq "$1"); do echo "  - {file: mix.wav, title: Noise}"; done
  echo "deliver: {cd: {}}"
}

for tracks in 8 16; do
  album $tracks >album.yaml
  echo "$tracks tracks, $((tracks * 294 / 60)) minutes:"
  /usr/bin/time -f '  %e s, %U s + %S s of processors, %M kB resident' "$segue" render --quiet album.yaml
done
