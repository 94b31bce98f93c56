# The worked example's chain on ten pieces of real music: what the report says of each step is what
# ffmpeg and sox measure on the audio before and after it.
. "$TOP_SRCDIR/tests/support/tap.sh"

music=${SEGUE_MUSIC-/usr/share/games/wesnoth/1.16/data/core/music}

write_project() {
  echo 'segue: 1'
  echo 'album: {title: Chained}'
  sed -n '/^chains:/,/^[a-bd-z]/p' "$TOP_SRCDIR/examples/quay-song/album.yaml" | sed '$d'
  echo 'tracks:'
  for name in battle breaking_the_chains wanderer underground elvish-theme frantic knolls legends_of_the_north loyalists vengeful; do
    echo "  - {file: $music/$name.ogg, title: $name, start: 0:40, end: 1:00, chain: [song]}"
  done
  echo 'deliver: {cd: {images: [ddp]}}'
}

# integrated FILE: ffmpeg's integrated loudness.
integrated() {
  ffmpeg -nostdin -nostats -i "$1" -af ebur128 -f null - 2>&1 | sed -n 's/^ *I: *\([-0-9.]*\) LUFS/\1/p' | tail -n 1
}

# band FILE FILTER: the level in dB of what a filter of sox leaves.
band() {
  sox "$1" -n sinc -n 4095 $2 stats 2>&1 | awk '/^RMS lev dB/ {print $4}'
}

# near NAME A B TOLERANCE
near() {
  awk -v a="$2" -v b="$3" -v t="$4" 'BEGIN {d = a - b; exit !(a != "" && b != "" && d <= t && d >= -t)}'
  status=$?
  echo "$1: measured $2, reported $3" >out
  (exit $status)
  tell "$1: $2 measured, $3 reported"
}

check_track() {
  track=$1
  before=
  for file in "stages/$(printf '%02d' "$track")"*/*.wav; do
    step=$(basename "$file" .wav | cut -d' ' -f2) place=$(basename "$file" | cut -c1-2 | sed 's/^0//')
    if test -n "$before"; then
      report=$(jq -c "[.steps[] | select(.track == $track)][$place - 1]" render.json)
      loudness=$(echo "$(integrated "$file") $(integrated "$before")" | awk '{print $1 - $2}')
      near "track $track, $step, LU" "$loudness" "$(echo "$report" | jq .loudness_change_lu)" 0.15
      low=$(echo "$(band "$file" -250) $(band "$before" -250) $(echo "$report" | jq .loudness_change_lu)" | awk '{print $1 - $2 - $3}')
      near "track $track, $step, low dB" "$low" "$(echo "$report" | jq .low_change_db)" 0.3
      high=$(echo "$(band "$file" 4000) $(band "$before" 4000) $(echo "$report" | jq .loudness_change_lu)" | awk '{print $1 - $2 - $3}')
      near "track $track, $step, high dB" "$high" "$(echo "$report" | jq .high_change_db)" 0.3
    fi
    before=$file
  done
}

if ! test -d "$music"; then
  have "the music of the package wesnoth-1.16-music"
elif have jq && have ffmpeg && have sox; then
  write_project >album.yaml
  "$SEGUE" render --json --dump-stages stages album.yaml >render.json 2>out
  test $? -le 1
  tell "the album renders with the chain of the worked example"
  for track in 1 2 3 4 5 6 7 8 9 10; do check_track $track; done
fi
finish
