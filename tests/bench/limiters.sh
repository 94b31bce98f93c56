# SPDX-License-Identifier: GPL-3.0-or-later
# Our limiter beside x42's digital peak limiter and the LSP limiter, through ffmpeg's lv2 filter.
# Usage: sh limiters.sh BENCH [STEREO.wav ...]    BENCH: the program tests/bench/limiter_bench
#
# Residue: what is in the output beside the tones that went in. Distance: how far the output is from
# the input times a gain that is constant over 93 ms. All at a ceiling of -1, at equal loudness:
# tones reach the ceiling alike; music is driven into each peer until it is as loud as ours.
set -eu
bench=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# peer NAME IN OUT GAIN_DB
peer() {
  case $1 in
  segue) "$bench" limit "$2" "$3" "$4" -1 >"$work/said"; return ;;
  dpl) filter="lv2=p=http\\\\://gareus.org/oss/lv2/dpl#stereo:c=threshold=-1|truepeak=1|release=0.1" ;;
  lsp) filter="lv2=p=http\\\\://lsp-plug.in/plugins/lv2/limiter_stereo:c=th=0.891251|boost=0|alr=0|ovs=6" ;;
  esac
  ffmpeg -v error -y -i "$2" -af "volume=$4dB:precision=double,aformat=sample_fmts=fltp,$filter" \
    -c:a pcm_f32le "$3"
}

peers='segue dpl lsp'

for tones in '40' '1000' '60 7000' '997 1013' '220 277 330' '50 1000 3000 9000'; do
  for reduction in 3 6; do
    "$bench" tones "$work/in.wav" "$((reduction - 1))" $tones
    printf '%-20s %d dB ' "$tones" "$reduction"
    for name in $peers; do
      peer "$name" "$work/in.wav" "$work/out.wav" 0
      printf ' %s %s' "$name" "$("$bench" residue "$work/out.wav" $tones)"
    done
    echo
  done
done

loudness() {
  "$bench" compare "$1" "$2" | awk '{print $1}'
}

for music in "$@"; do
  for drive in 3 6; do
    echo "$(basename "$music") driven by $drive dB"
    for name in $peers; do
      gain=$drive
      peer "$name" "$music" "$work/out.wav" "$gain"
      if [ "$name" = segue ]; then
        target=$(loudness "$music" "$work/out.wav")
      else
        for step in 1 2 3 4 5 6 7 8; do
          gain=$(awk "BEGIN {print $gain + $target - $(loudness "$music" "$work/out.wav")}")
          peer "$name" "$music" "$work/out.wav" "$gain"
        done
      fi
      printf '  %-8s %6.2f dB in %s\n' "$name" "$gain" "$("$bench" compare "$music" "$work/out.wav")"
      [ "$name" != segue ] || sed 's/^/           /' "$work/said"
    done
  done
done
