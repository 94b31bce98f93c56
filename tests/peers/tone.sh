# Tone matching of real music, judged on the finished audio by tone_distance, which has nothing of Segue
# in it: the tracks come together, none goes beyond the limit, none moves away.
. "$TOP_SRCDIR/tests/support/tap.sh"

music=${SEGUE_MUSIC-/usr/share/games/wesnoth/1.16/data/core/music}
distance=$TOP_BUILDDIR/tests/peers/tone_distance

# album TONE: excerpts of twelve tracks
album() {
  printf 'segue: 1\nalbum: {title: Tone}\nmaster: {rate: 44.1 kHz, loudness: tracks%s}\ntracks:\n' "$1"
  for name in battle breaking_the_chains casualties_of_war elvish-theme frantic heroes_rite knolls \
    legends_of_the_north loyalists love_theme underground wanderer; do
    echo "  - {file: $music/$name.ogg, start: 20 s, end: 45 s}"
  done
  echo 'deliver: {cd: {dither: tpdf, loudness: -20 LUFS, ceiling: -1 dBTP, images: [cue]}}'
}
# render NAME TONE: the tracks of its WAV file as tone_distance wants them, in NAME.tracks
render() {
  album "$2" >"$1.yaml"
  "$SEGUE" render --quiet --json --out "$1" "$1.yaml" >"$1.json" 2>>out
  test $? -le 1 && jq -r --arg file "$1/cd/Tone.wav" '.deliverables[0].tracks[] |
    "\($file):\((.start_sectors - 150) * 588):\(.length_sectors * 588)"' "$1.json" >"$1.tracks"
}
# judge NAME LIMIT PERCENT: what became of the distances
judge() {
  "$distance" 12 $(cat before.tracks) $(cat "$1.tracks") >figures 2>out &&
    awk -v limit="$2" -v least="$3" '{
      printf "mean distance %s dB, then %s dB: %s %% less; largest move %s dB, most moved away %s dB\n", $1, $2, $3, $4, $5
      exit !($3 >= least && $4 <= limit + 0.15 && $5 <= 0)
    }' figures >out
  status=$?
  sed 's/^/# /' out
  return $status
}

if ! test -d "$music"; then
  have "the music of the package wesnoth-1.16-music"
elif have jq; then
  render before '' && render defaults ', tone: {}' && render full ', tone: {match: 100 %, limit: 6 dB}'
  tell "the album renders without tone, at the defaults and at 100 %"
  judge defaults 3 25
  tell "at the defaults the tracks are a quarter nearer to their centre"
  judge full 6 50
  tell "at 100 % and 6 dB the distance is halved"
  jq -e '[.deliverables[0].tracks[] | (.integrated_lufs + 20 | fabs) < 0.1 and .true_peak_dbtp <= -1] | all' full.json >out
  tell "they meet their loudness"
fi
finish
