# Other programs read every field and every frame of the files that we encode.
. "$TOP_SRCDIR/tests/support/tap.sh"

frames=99960
title="Nachtfähre 夜行 🎵 \"à/la\" \\ 'été'"
"$TOP_BUILDDIR/tests/peers/make_encoded" "$folder" >out 2>&1
tell "a file of each kind is written"
comment=$(cat comment.txt)

# frames_of FILE: what ffmpeg decodes, in frames.
frames_of() {
  ffmpeg -v error -i "$1" -map 0:a -f s16le - | wc -c | awk '{ print $1 / 4 }'
}

# What ffprobe says of a file's tags, one "NAME=text" a line.
probe() {
  ffprobe -v error -show_entries format_tags:stream_tags -of default=noprint_wrappers=1 "$1" | sed 's/^TAG://'
}

# holds FILE LINE...: the tags that were read into `tags` have these lines.
holds() {
  missing=
  for line in "$@"; do
    grep -qixF -- "$line" tags || missing="$missing$line
"
  done
  { printf '%s' "$missing" | sed 's/^/missing: /'; cat tags; } >out
  test -z "$missing"
}

chapter='Zwei = #2; \ "ü"'
uuid=2a3f5e10-7c44-4b1d-9e57-d0c9b8a7f63 # all but the last digit

common="TITLE=$title
ARTIST=The Länterns & Mara
ALBUM=Night = Ferry
COMPOSER=A. Varga
GENRE=Rock Music
COPYRIGHT=2026 Harbour Records
COMMENT=$comment"

if have ffprobe && have ffmpeg; then
  for file in full-*.flac full-*.ogg full-*.opus full-*.m4a full-*.mp3 full-*.aiff; do
    probe "$file" >tags
    IFS='
'
    # shellcheck disable=SC2086 # a line is a word
    holds $common 'album_artist=ランタン' 'DATE=2026-11-20' 'BARCODE=4006381333931' 'CATALOGNUMBER=NF-012'
    status=$?
    unset IFS
    (exit $status)
    tell "ffprobe reads the texts of $file"
    case $file in
      *.flac | *.ogg) holds LYRICIST='B. Szőke' ARRANGER='C. Ünal' ISRC=FRABC2600001 LABEL='Harbour Records' \
        PRODUCEDNOTICE='2026 Harbour Sound' LANGUAGE=en track=2 TRACKTOTAL=9 disc=1 DISCTOTAL=2 \
        'REPLAYGAIN_TRACK_GAIN=-7.89 dB' REPLAYGAIN_ALBUM_PEAK=0.944061 MUSICBRAINZ_ALBUMID=${uuid}0 ;;
      *.opus) holds LYRICIST='B. Szőke' ISRC=FRABC2600001 R128_TRACK_GAIN=-3300 R128_ALBUM_GAIN=-3456 track=2 disc=1 DISCTOTAL=2 \
        MUSICBRAINZ_TRACKID=${uuid}3 && ! grep -qi replaygain tags ;;
      *.m4a) holds LYRICIST='B. Szőke' ARRANGER='C. Ünal' ISRC=FRABC2600001 LABEL='Harbour Records' track=2/9 \
        disc=1/2 'replaygain_track_gain=-7.89 dB' "MusicBrainz Track Id=${uuid}3" "MusicBrainz Album Id=${uuid}0" ;;
      *.mp3 | *.aiff) holds TEXT='B. Szőke' TSRC=FRABC2600001 publisher='Harbour Records' \
        TPRO='2026 Harbour Sound' track=2/9 disc=1/2 'REPLAYGAIN_TRACK_GAIN=-7.89 dB' REPLAYGAIN_TRACK_PEAK=0.891251 \
        "MusicBrainz Album Id=${uuid}0" "MusicBrainz Release Track Id=${uuid}4" ;;
    esac
    tell "ffprobe reads the codes, numbers and gains of $file"
    ffprobe -v error -select_streams v -show_entries stream=codec_name,width,height -of csv=p=0 "$file" >out 2>&1
    grep -q '^mjpeg,300,200' out
    tell "ffprobe finds the cover of $file"
  done
  for file in full-*.wav; do
    probe "$file" >tags
    holds title="$title" artist='The Länterns & Mara' album='Night = Ferry' date=2026-11-20 track=2 \
      comment="$comment" encoded_by='Harbour Records' originator_reference=FRABC2600001
    tell "ffprobe reads LIST INFO and bext of $file"
    ffprobe -v error -show_entries chapter=start -of csv=p=0 "$file" >out
    printf '0\n1176\n' >expected
    expect
    tell "ffprobe reads the cues of $file to the frame"
  done
  # Of AIFF it does not read markers; sndfile-info does, below.
  for file in full-*.wav full-*.flac full-*.mp3 full-*.m4a full-*.ogg full-*.opus; do
    ffprobe -v error -show_entries chapter=start_time:chapter_tags=title -of compact=p=0:nk=1:e=none "$file" |
      sed 's/^\([0-9]*\.[0-9][0-9]\)[0-9]*/\1/' >out
    printf '0.00|Anfang\n0.02|%s\n' "$chapter" >expected
    expect
    tell "ffprobe reads the chapters of $file"
  done
  for file in full-* none-*; do
    wanted=$frames
    test "$(frames_of "$file")" = $wanted
    result=$?
    # ffmpeg 5 plays the whole of the last AAC packet: its edit list says how much is audio.
    case $file in
      *aac*) test "$(ffprobe -v error -select_streams a -show_entries stream=duration_ts -of csv=p=0 "$file" |
        tr -dc '0-9')" = $wanted; result=$? ;;
    esac
    (exit $result)
    tell "ffmpeg finds $wanted frames in $file"
  done
  for file in none-*; do
    probe "$file" | grep -viE '^(major_brand|minor_version|compatible_brands|language|handler_name|vendor_id|encoder)=' >out
    ! test -s out
    tell "ffprobe finds nothing in $file"
  done
fi

# Of WAV and AIFF mediainfo takes LIST INFO and NAME for Latin 1, and ID3 for what it is.
if have mediainfo; then
  for file in full-*.wav full-*.flac full-*.mp3 full-*.m4a full-*.aiff; do
    mediainfo --Inform="General;%Track%|%Album%|%ISRC%|%Composer%|%Track/Position%|%Copyright%|%Cover%" "$file" >out
    echo "$title|Night = Ferry|FRABC2600001|A. Varga|2|2026 Harbour Records|Yes" >expected
    expect
    tell "mediainfo on $file"
  done
  mediainfo full-wav-24.wav >out
  grep -q 'LoudnessValue *: -10.11' out && grep -q 'Codec ID *: 1$' out
  tell "mediainfo reads the loudness of bext and a plain format tag"
fi

# mutagen is what Picard reads and writes with, and shows every value and frame.
if have mutagen-inspect; then
  for file in full-*.flac full-*.ogg full-*.opus full-*.m4a full-*.mp3 full-*.aiff full-*.wav; do
    mutagen-inspect "$file" >out 2>&1
    case $file in
      *.flac | *.ogg | *.opus)
        cat >wanted <<END
musicbrainz_albumid=${uuid}0
musicbrainz_releasegroupid=${uuid}1
musicbrainz_albumartistid=${uuid}2
musicbrainz_trackid=${uuid}3
musicbrainz_releasetrackid=${uuid}4
musicbrainz_artistid=${uuid}2
musicbrainz_artistid=${uuid}5
END
        ;;
      *.m4a)
        cat >wanted <<END
MusicBrainz Album Id=MP4FreeForm(b'${uuid}0'
MusicBrainz Release Group Id=MP4FreeForm(b'${uuid}1'
MusicBrainz Album Artist Id=MP4FreeForm(b'${uuid}2'
MusicBrainz Track Id=MP4FreeForm(b'${uuid}3'
MusicBrainz Release Track Id=MP4FreeForm(b'${uuid}4'
MusicBrainz Artist Id=MP4FreeForm(b'${uuid}2'
MusicBrainz Artist Id=MP4FreeForm(b'${uuid}5'
END
        ;;
      *)
        cat >wanted <<END
TXXX=MusicBrainz Album Id=${uuid}0
TXXX=MusicBrainz Release Group Id=${uuid}1
TXXX=MusicBrainz Album Artist Id=${uuid}2
UFID=http://musicbrainz.org=b'${uuid}3'
TXXX=MusicBrainz Release Track Id=${uuid}4
TXXX=MusicBrainz Artist Id=${uuid}2 / ${uuid}5
TPOS=1/2
END
        ;;
    esac
    test "$(grep -oiFf wanted out | tr a-z A-Z | sort)" = "$(tr a-z A-Z <wanted | sort)"
    tell "mutagen reads the MusicBrainz ids of $file"
  done
  mutagen-inspect full-mp3-320.mp3 | grep '^C[HT]' | sed 's/ offset.*//' >out
  printf '%s\n' 'CHAP=chp1 time=0..26' 'CHAP=chp2 time=26..2266' 'CTOC=toc flags=3 child_element_ids=chp1,chp2' >expected
  expect
  tell "mutagen reads the chapters of MP3"
fi

if have metaflac && have flac; then
  flac -st full-*.flac none-*.flac >out 2>&1
  tell "flac -t"
  metaflac --show-total-samples --show-bps full-flac-24.flac >out
  printf '%s\n24\n' $frames >expected
  expect
  tell "metaflac: frames and bits"
  metaflac --list --block-type=CUESHEET full-flac-16.flac |
    sed -n 's/^ *\(media catalog number\|lead-in\|is CD\|offset\|number\|ISRC\): \([^ ]*\).*/\1 \2/p' | tr '\n' ';' >out
  printf 'media catalog number 4006381333931;lead-in 88200;is CD true;offset 0;number 1;ISRC FRABC2600001;' >expected
  printf 'offset 0;number 1;offset 588;number 2;ISRC ;offset 0;number 0;offset 588;number 1;offset 99960;number 170;' >>expected
  expect
  tell "metaflac: the cue sheet"
  metaflac --export-picture-to=picture full-flac-16.flac >out 2>&1 && cmp picture cover.jpeg >>out 2>&1
  tell "metaflac: the cover, byte for byte"
  metaflac --list none-flac-16.flac | sed -n 's/^ *type: [0-9]* //p; s/^ *comments: /comments /p' | tr '\n' ' ' >out
  printf '(STREAMINFO) (VORBIS_COMMENT) comments 0 (SEEKTABLE) ' >expected
  expect
  tell "metaflac: nothing where nothing was given"
fi

if have opusinfo; then
  opusinfo full-opus-160.opus >tags 2>out && ! grep -qi warning tags out
  tell "opusinfo has no warning"
  sed -i 's/^	//' tags
  holds "TITLE=$title" R128_TRACK_GAIN=-3300 ISRC=FRABC2600001 "COMMENT=$comment" DISCTOTAL=2 \
    MUSICBRAINZ_ARTISTID=${uuid}2 MUSICBRAINZ_ARTISTID=${uuid}5 CHAPTER002=00:00:00.024 "CHAPTER002NAME=$chapter"
  tell "opusinfo reads the tags"
  opusinfo none-opus-160.opus >out 2>&1 && ! grep '=' out
  tell "opusinfo finds nothing where nothing was given"
fi

if have vorbiscomment; then
  vorbiscomment -lR full-vorbis-256.ogg >tags 2>out
  holds "TITLE=$title" ISRC=FRABC2600001 "COMMENT=$comment" 'REPLAYGAIN_TRACK_GAIN=-7.89 dB' \
    MUSICBRAINZ_RELEASEGROUPID=${uuid}1 "CHAPTER002NAME=$chapter"
  tell "vorbiscomment reads the tags"
  vorbiscomment -lR none-vorbis-256.ogg >out 2>&1 && ! test -s out
  tell "vorbiscomment finds nothing where nothing was given"
fi

if have sndfile-info; then
  for file in full-*.wav none-*.wav full-*.aiff none-*.aiff full-*.flac full-*.mp3; do
    sndfile-info "$file" >out 2>&1 && grep -q "^Frames *: $frames$" out && ! grep -qi 'error' out
    tell "sndfile-info on $file"
  done
  sndfile-info full-aiff-24.aiff | sed -n 's/^ *\(Position\|Name\) *: \(.*\)/\2/p' >out
  printf '%s\n' 0 Anfang 1176 "$chapter" >expected
  expect
  tell "sndfile-info reads the markers of AIFF"
  sndfile-info --broadcast full-wav-24.wav >out
  grep -q '^Description *: The Lanterns & Mara - Nachtfahre' out && grep -q '^Origination ref *: FRABC2600001' out &&
    grep -q '^Origination date *: 2026-11-20' out
  tell "sndfile-info reads bext"
fi
finish
