# `segue render` with chains: what the steps did is told, dumped, and does nothing where it should not.
. "$TOP_SRCDIR/tests/support/tap.sh"

have sox || { finish; exit 0; }
have jq || { finish; exit 0; }
sox -q -n -r 48000 -c 2 -b 24 mix.wav synth 6 sine 220 sine 330 tremolo 2 80 gain -4

# album CHAIN: a project of one track with this chain
album() {
  printf 'segue: 1\nalbum: {title: Chain}\ntracks:\n  - {file: mix.wav, title: One, chain: %s}\n' "$1"
  printf 'deliver: {cd: {images: [ddp]}}\n'
}

album '[]' >plain.yaml
album '[{gain: 0 dB}, {eq: [{bell: 1 kHz, gain: 0 dB}]}, {compressor: {threshold: -30 dB, bypass: yes}}]' >idle.yaml
album '[{gain: -3 dB}, {compressor: {threshold: -30 dB, ratio: 2}}, {eq: [{high-shelf: 8 kHz, gain: 2 dB}]}]' >busy.yaml
"$SEGUE" render --quiet --out plain plain.yaml 2>out && "$SEGUE" render --quiet --out idle idle.yaml 2>>out &&
  cmp plain/cd/DDP/IMAGE.DAT idle/cd/DDP/IMAGE.DAT >>out
tell "a chain of steps that do nothing leaves every bit as it is"
"$SEGUE" render --json --out busy --dump-stages stages busy.yaml >busy.json 2>out
tell "a chain renders"
jq -c '[.steps[] | [.track, .step, .left_out]]' busy.json >out
echo '[[1,"gain",false],[1,"compressor",false],[1,"eq",false]]' >expected
expect
tell "each step is told"
jq -e '.steps[0].loudness_change_lu | . > -3.01 and . < -2.99' busy.json >out
tell "a gain of -3 dB changes the loudness by -3 LU"
jq -e '.steps[1] | .max_reduction_db > 1 and .mean_reduction_db > 0.5 and .working_percent > 10 and .loudness_change_lu < -0.5' busy.json >out
tell "the compressor tells what it did"
(cd stages && find . -type f | sort) >out
printf './01 One/0%s.wav\n' '0 mix' '1 gain' '2 compressor' '3 eq' >expected
expect
tell "--dump-stages writes the audio after each step"
sox -q -m -v 0.70794578 'stages/01 One/00 mix.wav' -v -1 'stages/01 One/01 gain.wav' -n stats 2>&1 | grep 'Pk lev' >out
awk '{exit !($4 < -120)}' out
tell "which is what the step made of it"
fails_with 2 "$SEGUE" render --quiet --out busy --dump-stages stages busy.yaml && grep -q 'not empty' out
tell "--dump-stages does not mix runs"
album '[{eq: [{bell: 1 kHz, gian: 2 dB}]}]' >wrong.yaml
fails_with 2 "$SEGUE" check wrong.yaml && grep -q '^wrong.yaml:4:' out && grep -q 'gain' out
tell "a wrong parameter is told at its place, with the nearest name"
fails_with 0 "$SEGUE" help compressor && grep -q threshold printed
tell "help compressor"

finish
