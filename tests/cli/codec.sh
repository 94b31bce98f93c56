# `codecs` and `codec-safe`: what the program tells, what it delivers, and what must fail before long work.
. "$TOP_SRCDIR/tests/support/tap.sh"

mixes=$TOP_BUILDDIR/examples/night-ferry/mixes

# write_album DELIVERABLE...: a short album, one track of it loud, with these deliverables, a line each.
write_album() {
  cat <<END
segue: 1
album: {title: Short, performer: The Lanterns}
master: {loudness: tracks}
tracks:
  - {file: "$mixes/03 tide.aiff", start: 5 s, end: 9.5 s, title: Tide, loudness: -12 LU}
  - {file: "$mixes/04 engine room.wav", end: 5 s, title: Engine Room, chain: [{gain: 12 dB}, {clipper: {ceiling: -0.1 dB}}]}
deliver:
END
  printf '  %s\n' "$@"
}

write_album 'streaming: {loudness: -7 LUFS, ceiling: -0.1 dBTP, max-reduction: 12 dB, codecs: [opus-96, mp3 128]}' >album.yaml
fails_with 0 "$SEGUE" render --out told album.yaml && grep -q '^What codecs make of it:' printed && grep -q '^ *2  opus 96 ' printed
tell "codecs are in the report"
grep -qE '^warning E01, streaming, track 2: opus 96 makes peaks over full scale of it, up to \+[0-9.]+ dBTP, at [0-9]+:[0-9]{2}\.[0-9] \(\+' out
tell "overs are findings with their times"
sed 's/, codecs.*]}/}/' album.yaml >plain.yaml
"$SEGUE" render --quiet --out plain plain.yaml 2>out && diff -r plain told >out
tell "to be tried changes no file"

write_album 'streaming: {loudness: -7 LUFS, ceiling: -0.1 dBTP, max-reduction: 12 dB, codecs: [opus-96, mp3 128], codec-safe: yes}' >safe.yaml
fails_with 0 "$SEGUE" render --out safe safe.yaml && ! grep -q E01 out && grep -q '^The ceiling is .* dB lower than was asked for' printed &&
  grep -qE '^note E03, streaming: Its ceiling is [0-9.]+ dB lower than was asked for, at -[0-9.]+ dBTP: at -0\.10 dBTP (opus|mp3) [0-9]+ made peaks of \+[0-9.]+ dBTP of track 2' out
tell "codec-safe lowers the ceiling, and says why"
"$SEGUE" render --quiet --jobs 1 --out again safe.yaml 2>out && diff -r safe again >out
tell "the same bytes on one thread"
if have jq; then
  "$SEGUE" render --json --out again safe.yaml >printed 2>out
  jq -e '.deliverables[0] | .ceiling_lowered_db > 0 and .ceiling_dbtp < -0.1 and ([.tracks[].codecs[]] | length == 4 and
    all(.true_peak_dbtp <= 0 and .sample_peak_dbfs <= 0 and .overs == [])) and (.tracks[1].codecs | any(.true_peak_before_dbtp > 0))' printed >out
  tell "and is in JSON"
  jq -e --argjson ceiling "$(jq '.deliverables[0].ceiling_dbtp' printed)" \
    '[.deliverables[0].files[] | select(.codec != null) | .true_peak_dbtp <= $ceiling] | all' again/manifest.json >out
  tell "files keep to that ceiling"
  "$SEGUE" render --json --out again album.yaml >printed 2>out
  jq -e '.deliverables[0] | .ceiling_lowered_db == 0 and .ceiling_dbtp == -0.1 and .tracks[0].codecs[0].codec == "opus 96" and
    (.tracks[1].codecs[0].overs | length > 0 and all(.seconds >= 0 and .true_peak_dbtp > 0))' printed >out
  tell "overs are in JSON with their times"
fi

write_album 'cd: {images: [cue], codecs: [aac-256]}' >album.yaml
fails_with 2 env PATH=/nowhere "$SEGUE" render --quiet --out refused album.yaml && grep -q 'album.yaml:8:32: error: .*ffmpeg' out && test ! -e refused
tell "a codec without its encoder is refused before long work"
fails_with 2 env PATH=/nowhere "$SEGUE" check --quiet album.yaml && grep -q 'ffmpeg' out
tell "and by check"
write_album 'streaming: {codecs: [opus-160], codec-safe: yes}' >album.yaml
fails_with 2 "$SEGUE" render --quiet --out refused album.yaml && grep -q 'album.yaml:8:47: error: without a ceiling' out && test ! -e refused
tell "codec-safe without a ceiling is refused"

finish
