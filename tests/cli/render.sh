# `segue render` on the example album: what it writes, and that it is the same every time.
. "$TOP_SRCDIR/tests/support/tap.sh"

album=$TOP_BUILDDIR/examples/night-ferry

# render ARGUMENT...: a quiet render of the example.
render() {
  "$SEGUE" render --quiet "$@" "$album/album.yaml" 2>out
}

sha256sum "$album"/mixes/* >mixes.before
"$SEGUE" render --out first "$album/album.yaml" >printed 2>out
tell "the example renders"
for file in DDP/DDPID DDP/DDPMS DDP/PQDESCR DDP/CDTEXT.BIN DDP/IMAGE.DAT DDP/CHECKSUM.MD5 DDP/CHECKSUM.TXT \
  'Night Ferry.wav' 'Night Ferry.cue' 'Night Ferry.toc' 'Night Ferry (bin).bin' 'Night Ferry (bin).cue' \
  'PQ sheet.txt'; do
  test -s "first/cd/$file"
  tell "cd/$file is there"
done
test "$(find first -type f | wc -l)" -eq 16 && test -s first/manifest.json && test -s 'first/label copy.csv'
tell "and nothing else but SHA256SUMS, manifest.json and the label copy"
test "$(find . -name '.*segue*' | wc -l)" -eq 0
tell "nothing is left of the staging"
sha256sum -c mixes.before >out 2>&1
tell "the mixes are as they were"
grep -q '^ 1  Harbour Lights  00:10:00 .* 00:10:00  FR-ABC-26-00001 *-[0-9]*\.[0-9][0-9]$' printed && grep -q 'verified' printed
tell "the tracks are printed"
grep -q '^Nr  Before  Gain dB .* PLR$' printed && grep -q '^Spotify (Normal)  .*published  *[0-9]*$' printed
tell "and their loudness, and what services would do"

# The same bytes whatever the threads, the block size and the run.
for options in '' '--jobs 1' '--jobs 2' '--block-frames 588' '--block-frames 4096 --jobs 1'; do
  # shellcheck disable=SC2086 # a list of words
  render --out again $options && diff -r first again >out
  tell "the same bytes with '$options'"
done
# The smallest blocks take their time: on ten seconds, which also go through a limiter and a chain.
cat >short.yaml <<END
segue: 1
album: {title: Short}
master: {loudness: tracks}
chain: [{compressor: {threshold: -20 dB}}, {eq: [{bell: 1 kHz, gain: 1 dB}]}]
tracks:
  - {file: "$album/mixes/03 tide.aiff", start: 5 s, end: 10 s, fade-in: 1 s}
  - {file: "$album/mixes/04 engine room.wav", end: 6 s, crossfade: 0.5 s}
deliver: {cd: {images: [ddp, cue], loudness: -10 LUFS, ceiling: -1 dBTP}}
END
"$SEGUE" render --quiet --out short short.yaml 2>out
tell "a short album renders"
for frames in 1 7 588 4096; do
  "$SEGUE" render --quiet --out short-again --block-frames $frames --jobs $((frames % 2 + 1)) short.yaml 2>out && diff -r short short-again >out
  tell "the same bytes in blocks of $frames"
done

"$SEGUE" render --json --dry-run --out dry "$album/album.yaml" >printed 2>out && test ! -e dry
tell "--dry-run writes nothing"
if have jq; then
  jq -c '[.segue, (.deliverables[0].tracks | [length, .[0].start_sectors, .[2].gap_sectors, .[0].sample_peak_dbfs])]' printed >out
  echo '[1,[6,750,0,null]]' >expected
  expect
  tell "--json has the layout"
fi
# A loud disc, in words and in JSON.
sed -e 's/^deliver:/master: {loudness: tracks}\ndeliver:/' -e 's/dither: shaped/loudness: -10 LUFS\n    ceiling: -1 dBTP/' \
  -e "s,mixes/,$album/mixes/,g" "$album/album.yaml" >loud.yaml
fails_with 0 "$SEGUE" render --json --out loud loud.yaml
tell "a loud album renders"
if have jq; then
  jq -e '.deliverables[0] | .passes >= 1 and (.tracks | length) == 6 and (.tracks | all(.target_lufs == -10 and
    .true_peak_dbtp <= -1 and ((.integrated_lufs + 10 | fabs) <= 0.1 or .max_reduction_db >= 6) and .before_lufs < 0 and
    (.gain_db | type) == "number" and .mean_reduction_db <= .max_reduction_db and
    ((.true_peak_dbtp - .integrated_lufs - .plr_lu | fabs) < 0.001)))' printed >>out
  tell "--json tells of the loudness of each track"
  jq -e '.deliverables[0] | .album_lufs as $album | (.services | length) > 9 and (.services | all(.date and .evidence and .source and
    (.gains_db | length) == 6)) and (.services[] | select(.service == "Spotify" and .mode == "Normal") |
    (.gains_db[0] + 14 + $album | fabs) < 0.001)' printed >>out
  tell "and of what services would do with it"
  grep -q -- '-0\.0,*$' printed
  test $? -eq 1
  tell "and has no negative zeros"
  "$SEGUE" render --json --dry-run --out dry loud.yaml 2>out | jq -e '.deliverables[0] | .services == null and (.tracks | all(.gain_db == null and .max_reduction_db == null))' >>out
  tell "a dry run has measured nothing"
fi
fails_with 2 "$SEGUE" render --only vinyl "$album/album.yaml" && grep -q 'no deliverable called "vinyl"' out
tell "--only knows its deliverables"
fails_with 2 "$SEGUE" render --jobs=-1 "$album/album.yaml" && grep -q 'number of threads' out
tell "--jobs is checked"

# What cannot be finished leaves what was there.
# The limits are met by a processed track, and by an image.
for limit in 1000 25000; do
  (ulimit -f $limit && fails_with 2 "$SEGUE" render --quiet --out again "$album/album.yaml" && grep -q 'File too large' out)
  tell "a file that cannot grow beyond $limit kB is an error"
  diff -r first again >out && test "$(find . -name '.*segue*' | wc -l)" -eq 0
  tell "and leaves the earlier masters and no rest"
done
"$SEGUE" render --quiet --out again "$album/album.yaml" 2>out &
while test "$(find . -name 'IMAGE.DAT' -path '*segue*' | wc -l)" -eq 0 && kill -0 $! 2>/dev/null; do sleep 0.02; done
kill -INT $!
wait $!
test $? -eq 2 && grep -q interrupted out
tell "an interruption is told"
diff -r first again >out && test "$(find . -name '.*segue*' | wc -l)" -eq 0
tell "and leaves the earlier masters and no rest"
mkdir theirs && echo mine >theirs/thesis.tex
fails_with 2 "$SEGUE" render --quiet --out theirs "$album/album.yaml" && grep -q 'holds other files' out && grep -q mine theirs/thesis.tex
tell "a folder of other files is refused"
fails_with 2 "$SEGUE" render --quiet --out /proc/masters "$album/album.yaml"
tell "a place where nothing can be written is an error"

finish
