# `segue render` with deliverables beyond a CD: what it writes, what must fail, and when.
. "$TOP_SRCDIR/tests/support/tap.sh"

mixes=$TOP_BUILDDIR/examples/night-ferry/mixes

# write_album DELIVERABLE...: a short album with these deliverables, a line each.
write_album() {
  cat <<END
segue: 1
album: {title: Short, performer: The Lanterns${cover:+, cover: $cover}}
master: {loudness: ${loudness:-tracks}}
tracks:
  - {file: "$mixes/03 tide.aiff", start: 5 s, end: 9.5 s, title: Tide, isrc: FR-ABC-26-00001}
  - {file: "$mixes/04 engine room.wav", end: 5.01 s, title: ${second:-Engine Room}, gap: 0 s}
  - {file: "$mixes/03 tide.aiff", end: 5 s, title: Tide Again}
deliver:
END
  printf '  %s\n' "$@"
}

write_album 'streaming: {rate: 44.1 kHz, receivers: [CD Baby, Sundesire]}' 'clean: {kind: streaming, format: flac 16, metadata: none, characters: plain}' \
  'download: {formats: [flac 16, mp3 320, opus 160], album-file: [flac 16, mp3 320], loudness: -14 LUFS, ceiling: -1 dBTP}' >album.yaml
"$SEGUE" render --out first album.yaml >printed 2>out
tell "an album renders without a CD"
(cd first && find . -type f | LC_ALL=C sort) >out
cat >expected <<'END'
./SHA256SUMS
./clean/01-Tide.flac
./clean/02-Engine-Room.flac
./clean/03-Tide-Again.flac
./download/flac 16/01 Tide.flac
./download/flac 16/02 Engine Room.flac
./download/flac 16/03 Tide Again.flac
./download/flac 16/Short.flac
./download/mp3 320/01 Tide.mp3
./download/mp3 320/02 Engine Room.mp3
./download/mp3 320/03 Tide Again.mp3
./download/mp3 320/Short.mp3
./download/opus 160/01 Tide.opus
./download/opus 160/02 Engine Room.opus
./download/opus 160/03 Tide Again.opus
./label copy.csv
./manifest.json
./streaming/01 Tide.wav
./streaming/02 Engine Room.wav
./streaming/03 Tide Again.wav
END
expect
tell "it has these files"
"$SEGUE" render --quiet --out first album.yaml >printed 2>out
grep -q '^warning S05, streaming, track 1: CD Baby: names have A to Z' out && grep -q '^warning S03, streaming: CD Baby: files of 24 bits are not taken\.' out &&
  grep -q '^warning S06, clean, track 1: Most receivers: a track has at least 30 s, and this has 4\.5 s\.' out && ! grep -q 'Sundesire: peaks' out && ! grep -q 'download' out
tell "the limits of its receivers are told"
(cd first && sha256sum -c --quiet SHA256SUMS) >out 2>&1 && test "$(wc -l <first/SHA256SUMS)" -eq 19
tell "SHA256SUMS lists all of them"
for options in '--jobs 1' '--jobs 3' '--block-frames 588'; do
  # shellcheck disable=SC2086 # a list of words
  "$SEGUE" render --quiet --out again $options album.yaml 2>out
  diff -r first again >out
  tell "the same bytes with '$options'"
done
"$SEGUE" verify --quiet first >out 2>&1
tell "segue verify"
if have jq; then
  jq -c '[.segue, .album.title, [.deliverables[] | [.name, .kind, (.files | length)]]]' first/manifest.json >out
  echo '[1,"Short",[["streaming","streaming",3],["clean","streaming",3],["download","download",11]]]' >expected
  expect
  tell "the manifest has all deliverables"
  jq -c '.deliverables[2].files[] | select(.codec == "opus") | [.track, .isrc, .rate, .bits, .channels, (.sha256 | length)]' first/manifest.json >out
  printf '%s\n' '[1,"FRABC2600001",48000,null,2,64]' '[2,null,48000,null,2,64]' '[3,null,48000,null,2,64]' >expected
  expect
  tell "it has the fields of a file"
  # A lossy codec takes a little away, and adds to peaks.
  jq -e '[.deliverables[2].files[] | select(.codec != null) | (if .bits then [0.1, -1] else [0.15, 0] end) as [$off, $peak] | (.integrated_lufs + 14 | fabs) < $off and .true_peak_dbtp <= $peak] | all' first/manifest.json >out
  tell "it has loudness and true peak"
  # With one deliverable made, the manifest still tells of the others.
  "$SEGUE" render --quiet --out first --only clean album.yaml 2>out
  jq -c '[.deliverables[] | [.name, (.files | length)]] | sort' first/manifest.json >out
  echo '[["clean",3],["download",11],["streaming",3]]' >expected
  expect
  tell "--only keeps what the manifest says of the others"
  "$SEGUE" verify --quiet first >out 2>&1
  tell "and what SHA256SUMS says"
fi

# Before long work: everything wrong is told, and nothing is written.
# refused WORDS: the album is, with these words.
refused() {
  fails_with 2 "$SEGUE" render --quiet --out refused album.yaml && grep -qF "$1" out && test ! -e refused
}

write_album 'streaming: {names: "{title}"}' | sed 's/Tide Again/TIDE/' >album.yaml
refused 'the files of tracks 1 and 3 in streaming would have the same name: "TIDE"'
tell "two tracks of the same name are refused"
write_album 'download: {format: flac 16, names: "{title}", album-file: flac 16}' | sed 's/Tide Again/SHORT/' >album.yaml
refused 'the file of track 3 and that of the album in download would have the same name: "SHORT"'
tell "a track of the album's name is refused where both would lie in one folder"
write_album 'download: {format: mp3 320, names: "{title}", album-file: flac 16}' | sed 's/Tide Again/SHORT/' >album.yaml
"$SEGUE" render --quiet --out titled album.yaml 2>out && test -s 'titled/download/mp3 320/SHORT.mp3' && test -s 'titled/download/flac 16/Short.flac'
tell "in two folders both may be"
write_album 'streaming: {receivers: [CD Babe]}' >album.yaml
refused 'did you mean "CD Baby"?'
tell "a receiver that is not known is refused"
echo 'no picture' >cover.jpg
cover=cover.jpg
write_album 'download: {}' >album.yaml
refused 'cover.jpg' && grep -q '^album.yaml:2:' out
tell "a cover that is no picture is refused at its place"
write_album 'streaming: {metadata: none}' >album.yaml
"$SEGUE" render --quiet --out covered album.yaml 2>out
tell "but does not matter where none is wanted"
cover=
write_album 'download: {formats: [flac 16, aac 256]}' >album.yaml
fails_with 2 env PATH=/nowhere "$SEGUE" render --quiet --out refused album.yaml && grep -q 'album.yaml:9:33: error: .*ffmpeg' out && test ! -e refused
tell "a codec without its encoder is refused"
write_album 'download: {format: mp3 320, rate: 96 kHz}' >album.yaml
"$SEGUE" render --quiet --out lower album.yaml 2>out && grep -q '"rate" : 48000' lower/manifest.json
tell "a codec that has no such rate has the next lower one"
# 65 minutes of silence, of which the disk holds next to nothing: at 192 kHz they are too long for a WAV of 24 bits.
bytes=$((65 * 60 * 44100 * 2))
le32() {
  for shift in 0 8 16 24; do
    printf "\\$(printf %o $(($1 >> shift & 255)))"
  done
}
{
  printf 'RIFF' && le32 $((bytes + 36)) && printf 'WAVEfmt \020\000\000\000\001\000\001\000' &&
    le32 44100 && le32 88200 && printf '\002\000\020\000data' && le32 $bytes
} >long.wav
truncate -s $((bytes + 44)) long.wav
cat >long.yaml <<'END'
segue: 1
album: {title: Long, performer: The Lanterns}
tracks: [{file: long.wav, title: Long}]
deliver:
  streaming: {formats: [flac 24, wav 24, wav 16], rate: 192 kHz}
  cassette: {format: aiff 24}
  tape: {kind: cassette, format: aiff 24, rate: 192 kHz}
END
fails_with 2 "$SEGUE" render --quiet --dry-run long.yaml && test "$(grep -c 'long.yaml:.*error:' out)" -eq 2 &&
  grep -q 'long.yaml:5:34: error: a file would last 65\.0 minutes, and wav 24 holds up to 61\.9 at 192000 Hz' out &&
  grep -q 'long.yaml:7:34: error: .* aiff 24' out
tell "what is longer than its format can hold is refused before long work"

# as_anyone COMMAND...: without the right of root to write wherever it likes.
as_anyone() {
  if test "$(id -u)" -eq 0; then
    setpriv --bounding-set=-dac_override,-dac_read_search "$@"
  else
    "$@"
  fi
}

# Reading the mixes, which takes long, would come upon the damage.
mkdir closed && chmod 555 closed
head -c 300000 "$mixes/02 fog.flac" >damaged.flac
head -c 200000 /dev/zero >>damaged.flac
tail -c +500001 "$mixes/02 fog.flac" >>damaged.flac
for deliverable in 'streaming: {}' 'cd: {}'; do
  write_album "$deliverable" | sed '/^tracks/a\  - {file: damaged.flac, title: Fog}' >album.yaml
  fails_with 2 "$SEGUE" render --quiet --out refused album.yaml && grep -q damaged.flac out
  tell "a damaged mix is an error: ${deliverable%:*}"
  fails_with 2 as_anyone "$SEGUE" render --quiet --out closed/masters album.yaml && grep -q "cannot make a folder in $PWD/closed: Permission denied" out && ! grep -q damaged.flac out
  tell "a folder that cannot be written to is an error before long work: ${deliverable%:*}"
  fails_with 2 as_anyone "$SEGUE" render --quiet --out closed/a/b/masters album.yaml && grep -q "cannot make a folder in $PWD/closed: Permission denied" out && ! grep -q damaged.flac out
  tell "also far above the masters: ${deliverable%:*}"
  as_anyone "$SEGUE" render --quiet --dry-run --out closed/masters album.yaml 2>out
  grep -q damaged.flac out && ! grep -q closed out
  tell "a dry run needs no folder: ${deliverable%:*}"
done

# A disk that is full in the middle.
write_album 'streaming: {}' >album.yaml
(ulimit -f 500 && fails_with 2 "$SEGUE" render --quiet --out small album.yaml && grep -q 'cannot .*: File too large' out)
tell "a file that cannot grow is an error"
test ! -e small && test "$(find . -name '.*segue*' | wc -l)" -eq 0
tell "and nothing remains"

# One that fails in the making does not take the others with it.
if have ffmpeg; then
  mkdir bin
  cat >bin/ffmpeg <<END
#!/bin/sh
for word in "\$@"; do
  test "\$word" = pipe:0 && echo 'out of luck' >&2 && exit 1
done
exec $(command -v ffmpeg) "\$@"
END
  chmod +x bin/ffmpeg
  write_album 'mobile: {kind: download, format: aac 256}' 'streaming: {}' >album.yaml
  "$SEGUE" render --quiet --out partly album.yaml 2>out
  cp partly/mobile/*.m4a .
  (PATH=$PWD/bin:$PATH && fails_with 1 "$SEGUE" render --quiet --out partly album.yaml && grep -q '^error D01, mobile: It was not made: .*out of luck' out)
  tell "a deliverable that fails is told, and the exit status says so"
  cmp '01 Tide.m4a' 'partly/mobile/01 Tide.m4a' && test -s 'partly/streaming/01 Tide.wav' && "$SEGUE" verify --quiet partly >out 2>&1
  tell "the others are made, and the earlier files stay"
  (PATH=$PWD/bin:$PATH && fails_with 2 "$SEGUE" render --quiet --only mobile --out partly album.yaml && grep -q 'out of luck' out)
  tell "where all fail nothing is done"

  # An encoder at work is stopped with us; ours would take a minute.
  sed -i '2i for word in "$@"; do test "$word" = pipe:0 && echo $$ >"'"$PWD"'/pid" && exec sleep 60; done' bin/ffmpeg
  for deliverable in 'mobile: {kind: download, format: aac 256}' 'tried: {kind: streaming, codecs: [aac 256]}'; do
    write_album "$deliverable" >album.yaml
    rm -f pid
    PATH=$PWD/bin:$PATH "$SEGUE" render --quiet --jobs 1 --out stopped album.yaml 2>out &
    while test ! -s pid && kill -0 $! 2>/dev/null; do sleep 0.05; done
    before=$(date +%s)
    kill -INT $!
    wait $!
    test $? -eq 2 && grep -q interrupted out && test $(($(date +%s) - before)) -lt 30 && ! kill -0 "$(cat pid)" 2>/dev/null
    tell "an interruption stops the encoder, too: ${deliverable%%:*}"
    test ! -e stopped && test "$(find . -name '.*segue*' | wc -l)" -eq 0
    tell "and leaves nothing"
  done
fi

# Texts that are hard: in names and in files.
second='"Ünïcode / 夜のフェリー 🎵 “quote”"' loudness=off
write_album 'streaming: {}' 'download: {formats: [flac 16, mp3 320, opus 128, vorbis 192, wav 16, aiff 16]}' >album.yaml
"$SEGUE" render --quiet --out hard album.yaml 2>out
tell "texts of any script render where there is no CD"
test -s 'hard/streaming/02 Unicode_quote.wav' && test -s 'hard/download/flac 16/02 Ünïcode_夜のフェリー 🎵 “quote”.flac'
tell "they become file names"
if have ffprobe; then
  for file in hard/download/*/02*; do
    # Ogg has its tags on the stream.
    ffprobe -v error -of json -show_entries format_tags:stream_tags "$file" >out 2>&1 && grep -q '"Ünïcode / 夜のフェリー 🎵 “quote”"' out
    tell "they are in ${file#hard/download/}"
  done
fi

# A record whose letters ASCII does not have, for radio: in the words of a translation that it has.
cat >japanese.yaml <<END
segue: 1
album: {title: 夜, performer: 灯, language: ja, label: 港, translations: {en: {performer: The Lanterns}}}
tracks:
  - {file: "$mixes/03 tide.aiff", end: 4.5 s, title: 潮, translations: {en: {title: Tide}}}
  - {file: "$mixes/03 tide.aiff", end: 4.5 s, title: 波, performer: Хор}
deliver: {cd: {}, radio: {standard: ebu-r128}}
END
"$SEGUE" render --quiet --out japanese japanese.yaml 2>out
tell "a record in Japanese renders"
test -s "japanese/cd/Untitled.cue" && grep -q 'TITLE "夜"' "japanese/cd/Untitled (bin).cue"
tell "its sheets are in UTF-8"
# Its first fields, behind RIFF and fmt.
for file in 'japanese/radio/01 Tide.wav' japanese/radio/02.wav; do
  head -c 332 "$file" | tail -c 288 | tr '\0' ' ' | sed 's/   */|/g'
  echo
done >out
printf '%s|\n' 'The Lanterns - Tide|The Lanterns' 'Khor|Khor' >expected
expect
tell "bext is in words that ASCII has"
finish
