# `segue check`: what is heard in mixes, as findings, JSON and markers.
. "$TOP_SRCDIR/tests/support/tap.sh"

mixes=$(cd "$TOP_BUILDDIR/examples/night-ferry/mixes" && pwd)

# project CHECKS: track 2 begins with a step, 8 s and two pauses into the disc. Two sample rates.
project() {
  cat <<END >album.yaml
segue: 1
album: {title: A}
tracks:
  - {file: $mixes/02 fog.flac, end: 6 s}
  - {file: $mixes/04 engine room.wav}
  - {file: $mixes/05 last light.caf, end: 5 s}
deliver: {cd: }
checks: {$1}
END
}

# little COUNT NUMBER: the number in so many bytes, the lowest first.
little() {
  left=$1 rest=$2
  while test "$left" -gt 0; do
    printf '%b' "\\0$(printf %o $((rest % 256)))"
    rest=$((rest / 256)) left=$((left - 1))
  done
}

# silence FILE SECONDS: a WAV of 16 bits, stereo, at 8 kHz.
silence() {
  bytes=$(($2 * 32000))
  {
    printf RIFF && little 4 $((bytes + 36)) && printf 'WAVEfmt ' && little 4 16 && little 2 1
    little 2 2 && little 4 8000 && little 4 32000 && little 2 4 && little 2 16
    printf data && little 4 $bytes && head -c $bytes /dev/zero
  } >"$1"
}

project ""
fails_with 0 "$SEGUE" check album.yaml && grep -q 'listened to' printed && grep -q '^warning Q25: .*2 different sample rates' out
tell "an album"
grep -q '^warning Q14, track 2, 0:00.000: .*Please ask' out
tell "a finding has the time, and what to ask for"
fails_with 0 "$SEGUE" check --quiet album.yaml && test ! -s printed
tell "--quiet"

fails_with 0 "$SEGUE" check -q --markers labels.txt album.yaml && cp labels.txt out && grep -q "^10\.000000	10\.000000	track 2: Q14 cut-start$" out
tell "labels for Audacity are in the time of the disc"
! grep -vE '^[0-9]+\.[0-9]{6}	[0-9]+\.[0-9]{6}	(track [0-9]+|hidden audio): Q[0-9]{2} ' labels.txt >out && cut -f 1 labels.txt | sort -c -n
tell "every line is a label, in order"
fails_with 0 "$SEGUE" check -q --markers markers.csv album.yaml && cp markers.csv out && head -n 1 out | grep -qx '#,Name,Start,End,Length' && grep -q '^M[0-9]*,"track 2: Q14 cut-start",10\.000000,,$' out
tell "a table for REAPER"
mkdir marks
fails_with 0 "$SEGUE" check -q --markers marks album.yaml && cp "marks/02 markers.txt" out && head -n 1 out | grep -qx '0\.000000	0\.000000	Q14 cut-start' && test ! -e "marks/00 markers.txt"
tell "a file for each mix, in its own time, in a folder"
fails_with 2 "$SEGUE" check -q --markers nowhere/labels.txt album.yaml && grep -q 'cannot write the markers: .*nowhere' out
tell "markers that cannot be written"
cp album.yaml kept.yaml
fails_with 2 "$SEGUE" check -q --markers album.yaml album.yaml && grep -q 'cannot write album.yaml: it is the project file' out && cmp album.yaml kept.yaml >>out
tell "nor in place of the project"
if have jq; then
  sed 's/^\( *- {file: [^}]*\)}/\1, end: 9000 s}/' album.yaml >beyond.yaml
  fails_with 2 "$SEGUE" check -q --json beyond.yaml && jq -e '(.errors | length) > 0 and ([.errors[] | .line != null] | all)' printed >>out
  tell "JSON has the errors and not the count of them"
fi

project "rates: off, cut-start: {warning: -10 dBFS}"
fails_with 0 "$SEGUE" check -q album.yaml && ! grep -qE 'Q25|Q14' out
tell "a check that is off, and another limit"
project "cut-start: {error: -30 dBFS}"
fails_with 1 "$SEGUE" check -q album.yaml && grep -q '^error Q14, track 2' out
tell "a finding that was made an error"
project "cut-strat: off"
fails_with 2 "$SEGUE" check -q album.yaml && grep -q 'did you mean "cut-start"' out
tell "a check that there is not"

silence silence.wav 5
printf 'segue: 1\nalbum: {title: A}\ntracks: [{file: silence.wav}]\ndeliver: {cd: }\n' >silent.yaml
fails_with 1 "$SEGUE" check -q silent.yaml && grep -q '^error Q06, track 1: A channel is silent: it has minus infinity dBFS, both channels' out
tell "a silent mix"
silence short.wav 2
sed 's/silence.wav/short.wav/' silent.yaml >short.yaml
fails_with 2 "$SEGUE" check -q short.yaml && grep -q 'rule R07' out && grep -q 'error Q06, track 1' out
tell "mixes are heard even where the disc cannot be made"

if have jq; then
  project ""
  fails_with 0 "$SEGUE" check --json album.yaml && jq -e '.segue == 1 and (.deliverables | length) == 1 and
    (.findings | map(select(.id == "Q14" and .severity == "warning" and .place == "track 2, 0:00.000")) | length) == 1 and
    (.markers | map(select(.track == 2 and .start_seconds == 0 and .text == "Q14 cut-start")) | length) == 1' printed >>out
  tell "--json"
fi

finish
