# SPDX-License-Identifier: GPL-3.0-or-later
# Measuring an album beside loudgain and ffmpeg: processor time of one thread each, and then segue on
# all processors.
# Usage: bash measure.sh SEGUE FILE ...    SEGUE: the program
# A good album to try: 45 minutes of the Debian package wesnoth-1.16-music, made 24-bit WAV with
# `sox IN.ogg -b 24 OUT.wav`.
set -eu
segue=$1
shift
TIMEFORMAT='  %U s user, %S s system, %R s elapsed'

cat "$@" >/dev/null # all of them read from memory
echo 'segue measure --jobs 1'
time "$segue" measure --jobs 1 --quiet "$@" 2>/dev/null
echo 'loudgain -a'
time loudgain -a -q "$@" >/dev/null 2>&1
echo 'ffmpeg ebur128=peak=true'
time for file in "$@"; do
  ffmpeg -v error -nostats -threads 1 -filter_threads 1 -i "$file" \
    -af ebur128=peak=true:framelog=verbose -f null -
done
echo 'segue measure'
time "$segue" measure --quiet "$@" 2>/dev/null
