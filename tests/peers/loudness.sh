# ffmpeg and loudgain agree with what `segue measure` says of real music, from the Debian package
# wesnoth-1.16-music. Their true peaks come from four times as many samples as there are, or from a
# filter that ends early or has a ripple: they read up to 0.6 dB lower, and up to 0.2 dB higher.
# They are given WAV, as loudgain decodes Ogg to integers, which clip.
# The loudness range of Tech 3342 asks for a window every 100 ms, which theirs is not: 1 LU.
. "$TOP_SRCDIR/tests/support/tap.sh"

music=${SEGUE_MUSIC-/usr/share/games/wesnoth/1.16/data/core/music}
tracks="battle-epic revelation frantic-old love_theme underground frantic loyalists elvish-theme northerners
  legends_of_the_north"

# near A B LOWER HIGHER: A is at most LOWER below B and HIGHER above it.
near() {
  awk -v a="$1" -v b="$2" -v lower="$3" -v higher="$4" 'BEGIN { exit !(a != "" && b != "" && a >= b - lower && a <= b + higher) }'
}

# agree PEER NAME INTEGRATED RANGE PEAK: with what ours.json says of the track (or of the album).
agree() {
  jq -r --arg name "$2" '(if $name == "album" then .album else .files[] | select(.path | . == $name + ".wav") end) |
    "\(.integrated_lufs) \(.loudness_range_lu) \(.true_peak_dbtp)"' ours.json >ours
  read -r integrated range peak <ours
  values="integrated $3, ours $integrated; range $4, ours $range; true peak $5, ours $peak"
  echo "$values" >out
  near "$3" "$integrated" 0.1 0.1 && near "$4" "$range" 1 1 && near "$5" "$peak" 0.6 0.2
  tell "$1, $2: $values"
}

# The summary that ffmpeg ends with: "I: -14.9 LUFS", "LRA: 10.0 LU", "Peak: -0.1 dBFS".
ffmpeg_measure() {
  ffmpeg -hide_banner -nostats -i "$1" -af ebur128=peak=true:framelog=verbose -f null - 2>&1 |
    sed -n '/Summary:/,$p' | awk '$1 == "I:" { i = $2 } $1 == "LRA:" { range = $2 } $1 == "Peak:" { peak = $2 } END { print i, range, peak }'
}

if ! test -d "$music"; then
  have "the music of the package wesnoth-1.16-music"
elif have jq && have sox; then
  set --
  for name in $tracks; do
    sox "$music/$name.ogg" -b 16 "$name.wav" 2>>out
    set -- "$@" "$name.wav"
  done
  "$SEGUE" measure --json "$@" >ours.json 2>out
  tell "segue measure"
  test "$(jq '.files | length' ours.json)" -ge 10
  tell "at least ten tracks"
  if have ffmpeg; then
    for name in $tracks; do
      ffmpeg_measure "$name.wav" >values
      read -r integrated range peak <values
      agree ffmpeg "$name" "$integrated" "$range" "$peak"
    done
  fi
  if have loudgain; then
    loudgain -a -q -O "$@" 2>out | tr -d '\r' | sed 's/ \(LUFS\|dBTP\|dB\)//g' | cut -f 1-3,5 >theirs
    for name in $tracks album; do
      awk -F '\t' -v name="$name" 'tolower($1) == name || $1 == name ".wav" { print $2, $3, $4 }' theirs >values
      read -r integrated range peak <values
      agree loudgain "$name" "$integrated" "$range" "$peak"
    done
  fi
fi
finish
