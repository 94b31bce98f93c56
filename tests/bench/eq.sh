# The equaliser beside those of sox and ffmpeg: CPU seconds for 20 bands over 10 minutes of 48 kHz
# stereo in float, without what reading the file takes.
#
#   make bench      (from the build tree)
set -eu
: "${TOP_BUILDDIR:=.}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bands=20
seconds=600

# user + system seconds of a command
cpu() {
  { TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>"$folder/errors"; } 2>&1 | awk '{print $1 + $2}'
}

sox -n -r 48000 -c 2 -b 32 -e float "$folder/noise.wav" synth $seconds pinknoise gain -12

sox_bands= ffmpeg_bands= ours='eq'
for i in $(seq $bands); do
  sox_bands="$sox_bands equalizer $((i * 300)) 1q 1"
  ffmpeg_bands="${ffmpeg_bands:+$ffmpeg_bands,}equalizer=f=$((i * 300)):t=q:w=1:g=1:r=f64"
  ours="$ours; bell=$((i * 300)) gain=1 q=1"
done

sox_idle=$(cpu sox "$folder/noise.wav" -n)
sox_busy=$(cpu sox "$folder/noise.wav" -n $sox_bands)
ffmpeg_idle=$(cpu ffmpeg -nostdin -threads 1 -i "$folder/noise.wav" -af aformat=dblp -f null -)
ffmpeg_busy=$(cpu ffmpeg -nostdin -threads 1 -i "$folder/noise.wav" -af "aformat=dblp,$ffmpeg_bands" -f null -)
segue=$("$TOP_BUILDDIR/tests/bench/bench_steps" "$ours" | awk '{print $3 * '$seconds' / 60}')
awk -v s0="$sox_idle" -v s1="$sox_busy" -v f0="$ffmpeg_idle" -v f1="$ffmpeg_busy" -v g="$segue" \
  'BEGIN {
     printf "%-8s %6.2f s\n%-8s %6.2f s\n%-8s %6.2f s\n", "segue", g, "sox", s1 - s0, "ffmpeg", f1 - f0
   }'
