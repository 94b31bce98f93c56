# Other programs read the files of all deliverables of an album as we mean them.
. "$TOP_SRCDIR/tests/support/tap.sh"

mixes=$TOP_BUILDDIR/examples/night-ferry/mixes
music=${SEGUE_MUSIC-/usr/share/games/wesnoth/1.16/data/core/music}

write_short() {
  cat <<END
segue: 1
album:
  {title: Night Ferry, performer: The Lanterns, composer: A. Varga, upc: 4006381333931, catalog: NF-012,
   label: Harbour Records, date: 2026-11-20, copyright: 2026 Harbour Records, genre: Rock Music, disc: 1 of 2,
   musicbrainz: {release: 2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f630, artist: 2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f632}}
master: {loudness: tracks}
tracks:
  - {file: "$mixes/01 harbour lights.wav", start: 2 s, end: 9.013 s, title: Harbour Lights, isrc: FR-ABC-26-00001}
  - {file: "$mixes/03 tide.aiff", start: 2 s, end: 8 s, title: "Où va l'été?", isrc: FR-ABC-26-00002, gap: 0 s, index: [2 s]}
  - {file: "$mixes/04 engine room.wav", end: 7 s, title: Engine Room, isrc: FR-ABC-26-00003, crossfade: 1 s,
     musicbrainz: {recording: 2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f633, artist: 2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f635}}
  - {file: "$mixes/05 last light.caf", end: 6.5 s, title: Last Light, isrc: FR-ABC-26-00004}
deliver:
  cd: {images: [cue, ddp], loudness: -14 LUFS, ceiling: -1 dBTP}
  streaming: {formats: [wav 24, flac 24, aiff 24], rate: 44.1 kHz, loudness: -14 LUFS, ceiling: -1 dBTP}
  clean: {kind: streaming, formats: [wav 16, flac 16], rate: 48 kHz, metadata: none, characters: plain}
  download: {formats: [flac 24, alac 24, mp3 320, aac 256, opus 160, vorbis 320],
    album-file: [flac 24, wav 24, aiff 24, alac 24, mp3 320, aac 256, opus 160, vorbis 320], rate: 44.1 kHz, loudness: -14 LUFS, ceiling: -1 dBTP}
  radio: {standard: ebu-r128}
  us: {kind: radio, standard: atsc-a85, format: flac 16}
  vinyl: {speed: 45, sides: [[1, 2, 3], [4]], mono-below: 150 Hz, high-pass: 20 Hz}
  lathe: {kind: vinyl, speed: 45, sides: [[1, 2, 3], [4]], formats: [wav 24, flac 24, aiff 24]}
  cassette: {format: wav 16, rate: 44.1 kHz}
END
}

# write_example: the example album, for everyone who takes it.
write_example() {
  sed "s|mixes/|$mixes/|" "$TOP_SRCDIR/examples/night-ferry/release.yaml"
}

# write_real: an album of ten tracks of real music, cut short: joined, faded into each other, and apart.
write_real() {
  cat <<END
segue: 1
album: {title: Battles, performer: The Wesnoth Composers, upc: 4006381333931}
master: {loudness: tracks}
tracks:
END
  track=0
  for name in battle breaking_the_chains casualties_of_war elvish-theme frantic knolls \
    legends_of_the_north loyalists underground wanderer; do
    track=$((track + 1))
    case $track in
      3 | 4) joint='gap: 0 s' ;;
      5) joint='crossfade: 2 s' ;;
      7) joint='gap: 3.5 s' ;;
      *) joint='fade-out: 1 s' ;;
    esac
    echo "  - {file: $music/$name.ogg, start: 40 s, end: $((44 + track)).321 s, title: Track $track, $joint}"
  done
  cat <<END
deliver:
  cd: {images: [ddp], loudness: -9 LUFS, ceiling: -0.3 dBTP, max-reduction: 12 dB}
  streaming: {formats: [wav 24, flac 24, aiff 24], rate: 44.1 kHz, loudness: -14 LUFS, ceiling: -1 dBTP, max-reduction: 12 dB}
  hires: {kind: streaming, rate: 96 kHz, loudness: -14 LUFS, ceiling: -1 dBTP, max-reduction: 12 dB}
  download: {formats: [flac 24, alac 24, mp3 320, aac 256, opus 160, vorbis 320], album-file: flac 24, rate: 44.1 kHz, loudness: -14 LUFS, ceiling: -1 dBTP, max-reduction: 12 dB}
  radio: {standard: ebu-r128}
  us: {kind: radio, standard: atsc-a85, format: flac 16}
  vinyl: {mono-below: 150 Hz, loudness: -18 LUFS, ceiling: -3 dBTP}
  cassette: {format: wav 16, rate: 44.1 kHz, loudness: -18 LUFS, ceiling: -3 dBTP}
END
}

# audio_files: the names of all files with audio but those of the CD, by the manifest.
audio_files() {
  jq -r '.deliverables[] | select(.kind != "cd") | .files[] | select(.codec != null) | .name' masters/manifest.json
}

# of FILE KEY: what the manifest says of a file.
of() {
  jq -r --arg name "$1" ".deliverables[].files[] | select(.name == \$name) | .$2 // empty" masters/manifest.json
}

# raw FILE: its audio, decoded by ffmpeg: 32-bit integers without a header.
raw() {
  ffmpeg -nostdin -v error -i "$1" -f s32le - 2>>out
}

frames_of() {
  raw "$1" | wc -c | awk '{print $1 / 8}'
}

# check_frames: everything decodes to the frames of the manifest. ffmpeg plays AAC to the end of its last packet of 1024.
check_frames() {
  : >out
  : >expected
  audio_files | while read -r name; do
    frames=$(frames_of "masters/$name")
    if test "$(of "$name" codec)" = aac; then
      frames=$(awk -v got="$frames" -v wanted="$(of "$name" frames)" 'BEGIN {print (got >= wanted && got < wanted + 1024) ? wanted : got}')
    fi
    echo "$name $frames" >>out
    echo "$name $(of "$name" frames)" >>expected
  done
  test "$(wc -l <out)" -gt 40 && expect
  tell "$album: ffmpeg decodes the frames of the manifest"
}

# check_joined SET...: tracks of the rate of the album's file, one after the other, are that, frame for frame.
check_joined() {
  raw "masters/download/flac 24/$title.flac" >album.raw
  for set; do
    for track in "masters/$set"/[01]*; do
      raw "$track"
    done | cmp - album.raw >out 2>&1 && test -s album.raw
    tell "$album: the tracks of $set, joined, are the album"
  done
}

# check_lengths RATE SET...: tracks of another rate, or lossy ones, are as long together.
check_lengths() {
  rate=$1
  shift
  frames=$(($(wc -c <album.raw) / 8))
  for set; do
    : >out
    total=$(for track in "masters/$set"/[01]*; do frames_of "$track"; done | awk '{sum += $1} END {print sum}')
    echo "$total frames, the album has $frames at 44100" >>out
    test "$total" -eq $((frames * rate / 44100))
    tell "$album: the tracks of $set, joined, are as long as the album"
  done
}

# check_loudness: what ffmpeg measures is what was asked for, within 0.1 LU; and no true peak is over the ceiling. ffmpeg
# tells one decimal, and reads a little high where there is much at the top of the band; how well ceilings are kept is
# measured by tests/measure/test_masters. Reads lines SET|TARGET|CEILING.
check_loudness() {
  : >out
  while IFS='|' read -r set target ceiling; do
    for file in masters/"$set"/[01]*; do
      ffmpeg -nostdin -hide_banner -nostats -i "$file" -af ebur128=peak=true:framelog=verbose -f null - 2>&1 |
        awk -v file="$file" -v target="$target" -v ceiling="$ceiling" '/^ *I:/ {lufs = $2} /^ *Peak:/ {peak = $2}
          END {if (lufs < target - 0.11 || lufs > target + 0.11 || peak > ceiling + 0.11) print file, lufs, peak}' >>out
    done
  done
  ! test -s out
  tell "$album: ffmpeg measures the loudness and the true peaks that were asked for"
}

# check_figures: the figures of the manifest for files of several tracks are those that ffmpeg measures.
check_figures() {
  : >out
  for file in 'cd/Night Ferry.wav' 'download/flac 24/Night Ferry.flac'; do
    ffmpeg -nostdin -hide_banner -nostats -i "masters/$file" -af ebur128=peak=true:framelog=verbose -f null - 2>&1 |
      awk -v file="$file" -v wanted_lufs="$(of "$file" integrated_lufs)" -v wanted_peak="$(of "$file" true_peak_dbtp)" '
        function differ(a, b) {return b == "" || a < b - 0.15 || a > b + 0.15}
        /^ *I:/ {lufs = $2} /^ *Peak:/ {peak = $2}
        END {if (differ(lufs, wanted_lufs) || differ(peak, wanted_peak)) print file, lufs, wanted_lufs, peak, wanted_peak}' >>out
  done
  ! test -s out
  tell "ffmpeg measures what the manifest says of a disc and of an album"
}

check_metadata() {
  file='masters/radio/02 Ou va l'"'"'ete.wav'
  mediainfo "$file" >out && grep -q "^Track name  *: Où va l'été?\$" out && grep -q '^ISRC  *: FRABC2600002' out
  tell "mediainfo reads title and ISRC of a Broadcast Wave"
  sndfile-info --broadcast "$file" >out && grep -q '^ *Loudness value *: -23\.[0]*' out
  tell "sndfile-info reads its loudness"
  metaflac --show-tag=ISRC --show-tag=BARCODE --show-tag=COMPOSER 'masters/streaming/flac 24/03 Engine Room.flac' >out
  printf '%s\n' ISRC=FRABC2600003 BARCODE=4006381333931 'COMPOSER=A. Varga' >expected
  expect
  tell "metaflac reads the tags of FLAC"
  metaflac --list --block-type=CUESHEET 'masters/download/flac 24/Night Ferry.flac' | sed -n 's/^ *ISRC: \(..*\)/\1/p' >out
  printf 'FRABC260000%s\n' 1 2 3 4 >expected
  expect
  tell "metaflac reads the CUESHEET of the album"
  opusinfo 'masters/download/opus 160/02'* >out 2>&1 && grep -q "TITLE=Où va l'été?" out && grep -q 'R128_TRACK_GAIN=-23[0-9][0-9]' out && ! grep -qi warning out
  tell "opusinfo reads Opus and has nothing to warn of"
  ffprobe -v error -show_entries format_tags 'masters/download/mp3 320/04 Last Light.mp3' >out && grep -q 'TSRC=FRABC2600004' out && grep -q 'REPLAYGAIN_TRACK_GAIN=-[34]\.' out
  tell "ffprobe reads the tags of MP3"
}

check_release() {
  for file in masters/download/*/01* masters/download/*/Night*; do
    mutagen-inspect "$file" >out
    grep -qi 'musicbrainz.album \{0,1\}id=.*2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f630' out &&
      grep -qi 'musicbrainz.artist \{0,1\}id=.*2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f632' out &&
      grep -qi 'TPOS=1/2\|DISCTOTAL=2\|disk=(1, 2)' out
    tell "mutagen reads the disc and the release of ${file#masters/download/}"
  done
  metaflac --show-tag=MUSICBRAINZ_TRACKID --show-tag=MUSICBRAINZ_ARTISTID --show-tag=MUSICBRAINZ_ALBUMARTISTID \
    'masters/download/flac 24/03 Engine Room.flac' | sed 's/=.*\(.\)$/=\1/' >out
  printf '%s\n' MUSICBRAINZ_TRACKID=3 MUSICBRAINZ_ARTISTID=5 MUSICBRAINZ_ALBUMARTISTID=2 >expected
  expect
  tell "a track has artists of its own"
  sed -n '2s/.*,//p' 'masters/label copy.csv' | tr -d '\r' >out && echo 2 >expected && expect && jq -e '.album.disc == 1 and .album.discs == 2' masters/manifest.json >out
  tell "label copy and manifest have the disc"
}

# check_chapters FILE FIRST LAST: ffprobe finds these tracks where the render says they are, to the millisecond.
check_chapters() {
  jq -r --argjson first "$2" --argjson last "$3" '.deliverables[] | select(.name == "download") | .tracks as $tracks | .tracks[] |
    select(.number >= $first and .number <= $last) | "\(.start_sectors - $tracks[$first - 1].start_sectors)|\(.title)"' render.json >expected
  ffprobe -v error -show_entries chapter=start_time:chapter_tags=title -of compact=p=0:nk=1:e=none "$1" >out
  paste -d '|' expected out | awk -F '|' '{wanted = $1 / 75; if ($2 != $4 || $3 > wanted + 0.0001 || $3 < wanted - 0.0011) wrong = 1}
    END {exit wrong || NR == 0}' && test "$(wc -l <out)" -eq $(($3 - $2 + 1))
  tell "ffprobe finds the chapters of ${1#masters/}"
}

check_marks() {
  for file in masters/download/*/Night*; do
    case $file in
      *.aiff) ;; # ffprobe does not read its markers
      *) check_chapters "$file" 1 4 ;;
    esac
  done
  for format in wav flac; do
    check_chapters "masters/lathe/$format 24/Side A.$format" 1 3
    check_chapters "masters/lathe/$format 24/Side B.$format" 4 4
  done
  ffprobe -v error -show_entries chapter=start -of csv=p=0 'masters/cassette/Side A.wav' | head -n 1 >out
  echo 44100 >expected
  expect
  tell "ffprobe finds the first track of a cassette behind its head"
  sndfile-info 'masters/lathe/aiff 24/Side A.aiff' | sed -n 's/^ *Name *: //p' >out
  printf '%s\n' 'Harbour Lights' "Où va l'été?" 'Engine Room' >expected
  expect
  tell "sndfile-info reads the markers of an AIFF"
}

# What has no metadata has format and audio alone.
check_clean() {
  for file in masters/clean/*/0*; do
    ffprobe -v error -show_entries format_tags:stream_tags -of csv "$file"
  done | grep -v '^format,*$\|^stream,*$\|^$' >out
  ! test -s out
  tell "ffprobe finds nothing where there is to be no metadata"
  size=$(stat -c %s 'masters/clean/wav 16/01-Harbour-Lights.wav')
  test "$size" -eq $(($(of 'clean/wav 16/01-Harbour-Lights.wav' frames) * 4 + 44))
  tell "a WAV has 44 bytes before its audio and none behind"
}

check_sides() {
  sed -n '/^Side/s/  .*//p; /In all/s/ LUFS.*//p' 'masters/vinyl/Cutting sheet.txt' | sed 's/  *-[0-9.]*$//' >out
  printf '%s\n' 'Side A' '  In all   0:19.0' 'Side B' '  In all   0:06.5' >expected
  expect
  tell "the cutting sheet has the sides and their lengths"
  for side in A:1:3 B:4:4; do
    # The bass of a side is mono now: what ffmpeg finds of it in the difference of the channels is small.
    ffmpeg -nostdin -hide_banner -nostats -i "masters/vinyl/Side ${side%%:*}.wav" -af 'pan=mono|c0=0.5*c0-0.5*c1,lowpass=f=50:p=2,lowpass=f=50:p=2,volumedetect' -f null - 2>&1 |
      sed -n 's/.*mean_volume: \(.*\) dB/\1/p' >out
    awk '{exit !($1 < -55)}' out
    tell "the bass of side ${side%%:*} is in the middle"
  done
}

missing=
for program in jq ffmpeg ffprobe mediainfo sndfile-info metaflac flac opusinfo mutagen-inspect; do
  have $program || missing=yes
done

# render ALBUM: writes masters/ in a folder of its own, and goes there. What is wrong with real music is a finding.
render() {
  album=$1
  mkdir "$folder/$album" && cd "$folder/$album" || exit 1
  "write_$album" >album.yaml
  "$SEGUE" render --json album.yaml >render.json 2>out
  test $? -le 1 && test -d masters
  tell "$album: renders with all its deliverables"
  test -d masters || exit 1
  (cd masters && sha256sum -c --quiet SHA256SUMS) >out 2>&1
  tell "$album: sha256sum -c SHA256SUMS"
}

# check_all: what every album here has.
check_all() {
  check_frames
  check_joined 'download/flac 24' 'download/alac 24'
  check_lengths 44100 'download/mp3 320' 'download/vorbis 320'
  check_lengths 48000 'download/opus 160' radio
  find masters -name '*.flac' -exec flac -s -t {} + >out 2>&1 && ! test -s out
  tell "$album: flac -t"
}

lossless='streaming/wav 24|-14|-1
radio|-23|-1
us|-24|-2'

test -d "$music" || have "the music of the package wesnoth-1.16-music" || missing=yes
if test -z "$missing"; then
  title='Night Ferry'
  render short
  check_all
  check_joined 'streaming/wav 24' 'streaming/flac 24' 'streaming/aiff 24'
  check_loudness <<END
$lossless
END
  check_figures
  check_metadata
  check_release
  check_marks
  check_clean
  check_sides

  render example
  check_all
  check_lengths 44100 aggregator
  check_lengths 96000 streaming
  check_loudness <<END
streaming|-14|-1
aggregator|-14|-1
radio|-23|-1
END

  title=Battles
  render real
  check_all
  check_joined 'streaming/wav 24' 'streaming/flac 24' 'streaming/aiff 24'
  check_lengths 96000 hires
  check_loudness <<END
$lossless
END
fi
finish
