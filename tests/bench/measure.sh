# SPDX-License-Identifier: GPL-3.0-or-later
# Measuring an album beside loudgain and ffmpeg: processor time of one thread each.
# Usage: bash measure.sh BENCH STEREO.wav ...    BENCH: the program tests/bench/measure_bench
set -eu
bench=$1
shift
TIMEFORMAT='  %U s user, %S s system, %R s elapsed'

echo segue
time "$bench" "$@" | tail -1
echo 'loudgain -a'
time loudgain -a -q "$@" >/dev/null 2>&1
echo 'ffmpeg ebur128=peak=true'
time for file in "$@"; do
  ffmpeg -v error -nostats -threads 1 -filter_threads 1 -i "$file" \
    -af ebur128=peak=true:framelog=verbose -f null -
done
