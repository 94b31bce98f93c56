# What a set of CD masters must look like to other programs. Sourced by the albums' tests, which call
#   check_masters FOLDER JSON
# with masters/ and with what `segue render --json` printed, the source of all that is expected.

sector_to_msf() {
  printf '%02d:%02d:%02d' $(($1 / 4500)) $(($1 / 75 % 60)) $(($1 % 75))
}

# tracks EXPRESSION: jq on each track of the CD.
tracks() {
  jq -r ".deliverables[0].tracks[] | $1" "$json"
}

check_checksums() {
  (cd "$masters" && sha256sum -c SHA256SUMS) >out 2>&1
  tell "sha256sum -c SHA256SUMS"
  (cd "$cd/DDP" && md5sum -c CHECKSUM.MD5) >out 2>&1
  tell "md5sum -c CHECKSUM.MD5"
}

check_cdrdao() {
  (cd "$cd" && cdrdao show-toc "$title.toc") >shown 2>err && ! grep -E 'ERROR|WARNING|END\*' err shown >out
  tell "cdrdao show-toc has nothing to say"
  # cdrdao counts from the end of the first pause.
  sed -n 's/^TRACK.*/TRACK/p; s/^ *START *\([0-9:]*\).*/START \1/p; s/^ *\(ISRC.*\)/\1/p' shown |
    sed 's/ISRC \(..\) \(...\) \(..\) \(.....\)/ISRC \1\2\3\4/' | grep -v TRACK >out
  tracks '"\(.isrc // "") \(.start_sectors - 150)"' | while read -r isrc start; do
    test -z "$start" || echo "ISRC $isrc"
    echo "START $(sector_to_msf "${start:-$isrc}")"
  done >expected
  expect
  tell "cdrdao sees the starts and ISRCs"
  (cd "$cd" && cdrdao read-test "$title.toc") >out 2>&1 && grep -q "Read $((lead_out - 150)) blocks" out
  tell "cdrdao read-test reads every sector"
}

check_flac() {
  (cd "$cd" && flac -s -f --cuesheet="$title.cue" "$title.wav" -o "$folder/whole.flac") >/dev/null 2>out && ! test -s out
  tell "flac --cuesheet with nothing on stderr"
  metaflac --list --block-type=CUESHEET whole.flac |
    awk '/track\[/ {track = 1} track && /^    *offset:/ {base = $2; track = 0}
         /index\[/ {index_next = 1} index_next && /offset:/ {at = base + $2}
         index_next && /number:/ {if ($2 == 1) print at / 588 + 150; index_next = 0}' >out
  tracks .start_sectors >expected
  expect
  tell "metaflac sees the starts"
  metaflac --list --block-type=CUESHEET whole.flac | sed -n 's/^ *ISRC: \(..*\)/\1/p' >out
  tracks '.isrc // empty' >expected
  expect
  tell "metaflac sees the ISRCs"
  flac -dcs --force-raw-format --endian=little --sign=signed whole.flac 2>out | cmp - "$cd/$title (bin).bin" >>out 2>&1
  tell "the WAV holds the samples of the BIN"
}

check_cueprint() {
  cueprint -t '%t\n' "$cd/$title.cue" 2>/dev/null | iconv -f ISO-8859-1 -t UTF-8 >out
  tracks '.title' >expected
  expect
  tell "cueprint sees the titles"
}

check_shntool() {
  cuebreakpoints "$cd/$title.cue" 2>out | shnsplit -q -O always -d . -a piece -o wav "$cd/$title.wav" >>out 2>&1
  shntool join -q -O always -d . -a whole piece*.wav >>out 2>&1 && shntool cmp -q "$cd/$title.wav" whole.wav >>out 2>&1
  tell "shnsplit's pieces, joined, are the whole"
  shntool len piece*.wav >out 2>&1 && test "$(grep -c -- ' --- *-- ' out)" = "$(($(tracks 1 | wc -l)))"
  tell "every piece lies on a sector"
  rm -f piece*.wav whole.wav
}

# cd-info wants the name of a CUE without spaces; paranoia likewise.
link_image() {
  ln -s "$cd/$title (bin).bin" image.bin
  cp "$cd/$title (bin).cue" image.cue
}

check_cdinfo() {
  cd-info --no-header --no-device-info --no-cddb -c image.cue >shown 2>&1
  sed -n 's/^ *[0-9]*: \([0-9:]*\)  [0-9]* audio.*/\1/p; s/^170: \([0-9:]*\).*/\1/p' shown >out
  { tracks .start_sectors; echo "$lead_out"; } | while read -r start; do sector_to_msf "$start"; echo; done >expected
  expect
  tell "cd-info sees the starts and the lead-out"
  grep -o '(MCN): [0-9]*' shown | cut -d' ' -f2 >out
  echo "$upc" >expected
  test -z "$upc" || expect
  tell "cd-info sees the UPC"
}

check_paranoia() {
  first=$(($(tracks .start_sectors | head -n 1) - 150))
  cd-paranoia -Z -q -c -d image.cue -r '1-' ripped.raw >out 2>&1
  tail -c +$((first * 2352 + 1)) image.bin | cmp - ripped.raw >>out 2>&1
  tell "cd-paranoia rips the programme byte for byte"
  if test "$first" -gt 0; then
    cd-paranoia -Z -q -c -d image.cue -r 0 ripped.raw >out 2>&1
    head -c $((first * 2352)) image.bin | cmp - ripped.raw >>out 2>&1
    tell "cd-paranoia rips the hidden audio byte for byte"
  fi
  rm -f ripped.raw
}

# IMAGE.DAT begins with the pause; a CUE that says so makes a disc of it whose tracks are the same.
check_ddp_image() {
  ln -s "$cd/DDP/IMAGE.DAT" shim.bin
  {
    echo 'FILE "shim.bin" BINARY'
    tracks '"\(.number) \(.start_sectors)"' | while read -r track start; do
      printf '  TRACK %02d AUDIO\n' "$track"
      test "$track" -ne 1 || echo '    INDEX 00 00:00:00'
      printf '    INDEX 01 %s\n' "$(sector_to_msf "$start")"
    done
  } >shim.cue
  cd-paranoia -Z -q -c -d shim.cue -r '1-' ripped.raw >out 2>&1
  first=$(tracks .start_sectors | head -n 1)
  tail -c +$(((first - 150) * 2352 + 1)) image.bin | cmp - ripped.raw >>out 2>&1
  tell "cd-paranoia rips IMAGE.DAT as it rips the BIN"
  rm -f ripped.raw shim.bin
}

check_cdtext() {
  cdrskin textfile_to_v07t="$cd/DDP/CDTEXT.BIN" >shown 2>out && ! grep FAILURE out
  tell "cdrskin reads CDTEXT.BIN"
  iconv -f ISO-8859-1 -t UTF-8 shown | sed -n 's/^Track [0-9]* Title *= \(.*\)/\1/p' | head -n "$(tracks 1 | wc -l)" >out
  tracks .title >expected
  expect
  tell "cdrskin sees the titles"
  # It fails on the device, as it must, after it has checked the packs.
  sox -q -n -r 44100 -c 2 -b 16 silence.wav trim 0 5 2>/dev/null
  wodim -text textfile="$cd/DDP/CDTEXT.BIN" dev=/dev/null -dao -audio silence.wav >shown 2>&1
  ! grep -iE 'CRC ERROR|not a multiple' shown >out
  tell "wodim finds every CRC right"
}

check_masters() {
  masters=$1 json=$2
  cd=$masters/cd
  title=$(basename "$(ls "$cd"/*.wav)" .wav)
  lead_out=$(($(stat -L -c %s "$cd/DDP/IMAGE.DAT") / 2352))
  upc=$(head -c 21 "$cd/DDP/DDPID" | tail -c 13 | tr -d ' ')
  check_checksums
  if have cdrdao; then check_cdrdao; fi
  if have flac && have metaflac; then check_flac; fi
  if have cueprint; then check_cueprint; fi
  if have cuebreakpoints && have shnsplit && have shntool; then check_shntool; fi
  link_image
  if have cd-info; then check_cdinfo; fi
  if have cd-paranoia; then check_paranoia && check_ddp_image; fi
  if have cdrskin && have wodim && have sox; then check_cdtext; fi
}
