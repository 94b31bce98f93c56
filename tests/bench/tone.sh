# Tone matching: the time that hearing an album takes, and a track brought to a reference beside
# matchering (a Python module; left out where it is not installed): time, memory, what is left of the
# distance (RMS dB over thirds of an octave), and the true peak.
#
#   make tests/peers/tone_distance segue, then bash tests/bench/tone.sh   (from the build tree)
set -eu
music=${SEGUE_MUSIC-/usr/share/games/wesnoth/1.16/data/core/music}
segue=$PWD/segue
distance=$PWD/tests/peers/tone_distance
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

test -d "$music" || { echo "the package wesnoth-1.16-music is not installed"; exit 0; }
names="battle breaking_the_chains casualties_of_war elvish-theme frantic heroes_rite knolls
  legends_of_the_north loyalists love_theme underground wanderer"
for name in $names; do
  ffmpeg -v error -i "$music/$name.ogg" -ar 44100 -ac 2 $name.wav
done

# run NAME COMMAND...: seconds of the processor and megabytes, in the file NAME
run() {
  name=$1
  shift
  /usr/bin/time -f '%U %S %M' -o "$name" "$@" >/dev/null 2>errors || cat errors
}
# frames FILE, and what tone_distance wants of it
frames() { soxi -s "$1"; }
part() { echo "$1:0:$(frames "$1")"; }
# left REFERENCE BEFORE AFTER: with two tracks, each lies half their distance from the centre
left() {
  "$distance" 2 "$(part "$1")" "$(part "$2")" "$(part "$1")" "$(part "$3")" |
    awk '{ printf "%.1f dB, then %.1f dB", 2 * $1, 2 * $2 }'
}
# tell NAME FILE: a line
tell() {
  peak=$("$segue" measure --json --quiet "$2" | jq '.files[0] | .true_peak_dbtp, .integrated_lufs' | xargs printf '%.2f dBTP %.1f LUFS')
  awk -v n="$1" -v d="$(left loyalists.wav "$track.wav" "$2")" -v p="$peak" \
    '{ printf "  %-12s %6.1f s %6.0f MB   %s   %s\n", n, $1 + $2, $3 / 1024, d, p }' "$1"
}

{
  printf 'segue: 1\nalbum: {title: Album}\ntracks:\n'
  for name in $names; do echo "  - {file: $name.wav}"; done
  echo 'deliver: {cd: }'
} >album.yaml
run hearing "$segue" tone --quiet --jobs 1 album.yaml
awk '{ printf "hearing an album of 45 minutes: %.1f s of the processor, %.0f MB\n", $1 + $2, $3 / 1024 }' hearing

for track in love_theme heroes_rite knolls; do
  echo "$track to loyalists:"
  printf 'segue: 1\nalbum: {title: One}\nmaster: {loudness: tracks, tone: {match: 100 %%, limit: 6 dB, toward: loyalists.wav}}\n' >one.yaml
  printf 'tracks: [{file: %s.wav}]\ndeliver: {cd: {loudness: -12.7 LUFS, ceiling: -1 dBTP, images: [cue]}}\n' $track >>one.yaml
  run segue "$segue" render --quiet --out one one.yaml
  tell segue one/cd/One.wav
  if python3 -c 'import matchering' 2>/dev/null; then
    run matchering python3 -c "import matchering as m
m.process('$track.wav', 'loyalists.wav', [m.pcm16('matched.wav')])"
    tell matchering matched.wav
  else
    echo "  matchering   is not installed"
  fi
done
