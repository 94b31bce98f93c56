# What sox and ffmpeg take for the like of our processors: times real time, over 5 minutes of 48 kHz
# stereo in float, without what reading the file takes. Ours: bench_dynamics.
#
#   make bench      (from the build tree)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
seconds=300

# user + system seconds of a command, the least of three runs: what counts is a small difference
cpu() {
  for _ in 1 2 3; do
    { TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>"$folder/errors"; } 2>&1
  done | awk '{ s = $1 + $2; if (NR == 1 || s < least) least = s } END { print least }'
}

# name, seconds idle, seconds busy
tell() {
  awk -v n="$1" -v a="$2" -v b="$3" -v s="$seconds" 'BEGIN {
    d = b - a > 0.01 ? b - a : 0.01; printf "%-32s %6.0f x %8.1f ns/frame\n", n, s / d, 1e9 * d / s / 48000 }'
}

with_sox() { sox "$folder/noise.wav" -n "$@"; }
with_ffmpeg() { ffmpeg -nostdin -threads 1 -i "$folder/noise.wav" -af "$1" -f null -; }

sox -n -r 48000 -c 2 -b 32 -e float "$folder/noise.wav" synth $seconds pinknoise gain -6

idle=$(cpu with_sox)
tell "sox compand" "$idle" "$(cpu with_sox compand 0.03,0.1 -60,-60,-20,-20,0,-10)"
tell "sox mcompand (3 bands)" "$idle" "$(cpu with_sox mcompand \
  '0.03,0.1 -60,-60,-24,-24,0,-12' 120 '0.03,0.1 -60,-60,-24,-24,0,-12' 4500 '0.03,0.1 -60,-60,-24,-24,0,-12')"
tell "sox overdrive" "$idle" "$(cpu with_sox overdrive 6)"
idle=$(cpu with_ffmpeg aformat=dblp)
tell "ffmpeg acompressor" "$idle" "$(cpu with_ffmpeg aformat=dblp,acompressor=threshold=0.1:ratio=2)"
tell "ffmpeg deesser" "$idle" "$(cpu with_ffmpeg aformat=dblp,deesser=i=0.5)"
tell "ffmpeg alimiter (sample peaks)" "$idle" "$(cpu with_ffmpeg aformat=dblp,alimiter=limit=0.25:level=0)"
tell "ffmpeg alimiter (4x)" "$idle" "$(cpu with_ffmpeg \
  aformat=dblp,aresample=192000,alimiter=limit=0.25:level=0,aresample=48000)"
tell "ffmpeg asoftclip (8x)" "$idle" "$(cpu with_ffmpeg aformat=dblp,asoftclip=type=tanh:oversample=8)"
