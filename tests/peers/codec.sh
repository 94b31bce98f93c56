# A download that is codec-safe: another decoder and another meter find nothing over full scale in it.
. "$TOP_SRCDIR/tests/support/tap.sh"

mixes=$TOP_BUILDDIR/examples/night-ferry/mixes

# Loud: clipped and limited by far more than one should.
# write_album SAFE: with `codec-safe`, yes or no.
write_album() {
  cat <<END
segue: 1
album: {title: Loud, performer: The Lanterns}
master: {loudness: tracks}
tracks:
  - {file: "$mixes/01 harbour lights.wav", start: 2 s, end: 9 s, title: One, chain: [{gain: 12 dB}, {clipper: {ceiling: -0.1 dB}}]}
  - {file: "$mixes/04 engine room.wav", end: 7 s, title: Two, chain: [{gain: 12 dB}, {clipper: {ceiling: -0.1 dB}}]}
deliver:
  download: {formats: [mp3 320, aac 256, opus 160, vorbis 320], loudness: -6 LUFS, ceiling: -0.1 dBTP, max-reduction: 20 dB, codec-safe: $1}
END
}

# list_overs FOLDER: the files that have a sample or a true peak over full scale, with these, as ffmpeg decodes and measures.
list_overs() {
  for file in "$1"/download/*/0*; do
    ffmpeg -nostdin -v error -i "$file" -af ebur128=peak=sample+true:metadata=1,ametadata=print:file=peaks -f null - </dev/null
    awk -F= -v file="$file" '/_peaks_ch/ && $2 > peak[$1] {peak[$1] = $2}
      END {for (key in peak) {some = 1; if (peak[key] > 1) print file, key, peak[key]} if (!some) print file, "was not measured"}' peaks
  done
}

if have ffmpeg; then
  write_album no >album.yaml
  "$SEGUE" render --quiet --out loud album.yaml 2>out
  list_overs loud >overs 2>out
  cp overs out
  grep -q 'opus 160' overs && ! grep -q 'not measured' overs
  tell "ffmpeg finds peaks over full scale where codecs are not heeded"
  write_album yes >album.yaml
  "$SEGUE" render --quiet --out safe album.yaml 2>out
  grep -q '^note E03, download' out && list_overs safe >out 2>&1 && ! test -s out
  tell "ffmpeg finds none where they are"
fi

finish
