# `segue tone`, and tone matching in a render: what must stay bit by bit, what must change, and how loud.
. "$TOP_SRCDIR/tests/support/tap.sh"

have sox || { finish; exit 0; }
have jq || { finish; exit 0; }
sox -q -R -n -r 44100 -c 2 -b 16 plain.wav synth 8 pinknoise tremolo 0.7 60 gain -9
sox -q -R plain.wav -b 16 dull.wav treble -6 4k gain -1
sox -q -R plain.wav -b 16 bright.wav treble 6 4k gain -3
sox -q -R plain.wav -r 32000 -b 16 reference.wav
sox -q -n -r 44100 -c 2 -b 16 silent.wav trim 0 8

# album MASTER FILE...: a project of these files with this section
album() {
  printf 'segue: 1\nalbum: {title: Tone}\nmaster: {%s}\ntracks:\n' "$1"
  shift
  for file; do printf '  - {file: %s.wav, title: %s}\n' $file $file; done
  printf 'deliver: {cd: {dither: tpdf, images: [cue]}}\n'
}
# same NAME TONE FILE...: tone leaves every bit as it is
same() {
  name=$1 tone=$2
  shift 2
  album '' "$@" >without.yaml
  album "tone: {$tone}" "$@" >with.yaml
  "$SEGUE" render --quiet --out without without.yaml 2>out && "$SEGUE" render --quiet --out with with.yaml 2>>out &&
    cmp without/cd/Tone.wav with/cd/Tone.wav >>out
  tell "$name leaves every bit as it is"
}
same "an album of identical tracks" 'match: 100 %, dead-zone: 0 dB' plain plain plain
same "a single track" 'match: 100 %, dead-zone: 0 dB' bright
same "a strength of 0" 'match: 0 %' plain dull bright
! grep -q T03 out
tell "and says nothing of what it does not lift"
same "a limit of 0 dB" 'limit: 0 dB' plain dull bright
same "a dead zone around all tracks" 'dead-zone: 12 dB' plain dull bright
same "silence" 'match: 100 %' silent silent

album 'tone: {match: 100 %, limit: off}' plain dull bright >album.yaml
"$SEGUE" tone album.yaml >printed 2>out && grep -q '31.5 ' printed && grep -q ' dB at ' printed && grep -q -- '- eq: \[{' printed
tell "segue tone shows the bands, and the moves in words and as a step"
"$SEGUE" tone --thirds album.yaml >printed 2>out && test "$(grep -c '^ *12.5k ' printed)" -eq 3
tell "segue tone --thirds"
"$SEGUE" tone --json --svg tone.svg --save-curve series.yaml album.yaml >tone.json 2>out
tell "segue tone --json"
jq -e '.segue == 1 and (.tone.bands_hz | length) == 30 and (.tone.tracks | length) == 3 and
  (.tone.tracks[1] | .stopped_by == "reached" and .lanes[0].distance_before_db > 1 and .lanes[0].distance_after_db < 0.3 and
   (.lanes[0].correction_db | length) == 30 and (.moves | test("dB at")))' tone.json >out
tell "it has the bands, the correction, the distances and the moves"
grep -q '<svg' tone.svg && grep -q '^stereo: {25: ' series.yaml
tell "it draws a picture and keeps the curve"
step=$(jq -r '.tone.tracks[1].step' tone.json)
printf 'segue: 1\nalbum: {title: Tone}\ntracks:\n  - {file: dull.wav, chain: [{%s}]}\ndeliver: {cd: }\n' "$step" >pasted.yaml
"$SEGUE" check --quiet pasted.yaml 2>out
tell "the moves can be pasted into a chain"

"$SEGUE" render --json --quiet --out matched album.yaml >matched.json 2>out &&
  jq -e '[.tone.tracks[1:][] | .lanes[0] | .distance_after_db < 0.3 * .distance_before_db] == [true, true]' matched.json >>out
tell "a render matches the tone and tells what it did"
"$SEGUE" render --quiet --jobs 1 --out again album.yaml 2>out && cmp matched/cd/Tone.wav again/cd/Tone.wav >>out
tell "it gives the same bits with one thread"

for toward in 'track 1' pink 'pink 4.5 dB/oct' reference.wav '[plain.wav, {file: dull.wav, weight: 2}]' series.yaml; do
  album "tone: {toward: $toward}" plain bright >toward.yaml
  fails_with 0 "$SEGUE" tone --json toward.yaml && jq -e '[.tone.tracks[1].lanes[0] | .distance_after_db < .distance_before_db] == [true]' printed >>out
  tell "toward: $toward"
done
album 'tone: {side: yes, phase: linear, range: [200 Hz, 8 kHz], detail: 1 oct}' plain dull bright >all.yaml
fails_with 0 "$SEGUE" render --quiet --out all all.yaml
tell "mid and side, linear phase, range and detail"

album 'loudness: tracks, tone: {match: 100 %, limit: 6 dB}' plain dull bright |
  sed 's/images/loudness: -16 LUFS, ceiling: -1 dBTP, images/' >loud.yaml
"$SEGUE" render --json --quiet --out loud loud.yaml >loud.json 2>out &&
  jq -e '[.deliverables[0].tracks[] | (.integrated_lufs + 16 | fabs) < 0.1 and .true_peak_dbtp <= -1] | all' loud.json >>out
tell "the loudness is met behind it"

sed 's/title: bright}/title: bright, tone: off}/' album.yaml >off.yaml
"$SEGUE" tone --json off.yaml >off.json 2>out && jq -e '.tone.tracks[2] | .stopped_by == "off" and .moves == null' off.json >>out
tell "a track that is switched off is left alone"
album '' plain dull >without.yaml
fails_with 0 "$SEGUE" tone without.yaml && grep -q 'these are the defaults' out
tell "a project that does not ask for tone is shown the defaults"
cp album.yaml kept.yaml
fails_with 2 "$SEGUE" tone --save-curve album.yaml album.yaml && grep -q 'cannot write album.yaml: it is the project file' out && cmp album.yaml kept.yaml >>out &&
  fails_with 2 "$SEGUE" tone --svg ./album.yaml album.yaml && cmp album.yaml kept.yaml >>out
tell "nothing is written in place of the project"
fails_with 2 "$SEGUE" tone --save-curve series.txt album.yaml && grep -q 'ends in .yaml' out
tell "a curve without its ending"
fails_with 2 "$SEGUE" tone --svg nowhere/tone.svg album.yaml && grep -q nowhere out
tell "a picture that cannot be written"
echo 'segue-curve: 1' >wrong.yaml
album 'tone: {toward: wrong.yaml}' plain >toward.yaml
fails_with 2 "$SEGUE" tone toward.yaml && grep -q '^toward.yaml:3:25: error: this is not a curve' out && grep -q '"stereo"' out
tell "a curve that is none"
finish
