# Other programs read our CUE sheets and TOC as we mean them.
#
# The disc is that of tests/support/discs.c: hidden audio of 4 s, track 2 with a pause of 1 s and
# INDEX 02 and 03, no pause before track 3. Times here are of the sheets: 00:00:00 is sector 150.

if test -z "$TOP_BUILDDIR"; then
  echo "1..0 # SKIP run by make check"
  exit 0
fi
folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
"$TOP_BUILDDIR/tests/peers/make_disc" "$folder" || exit 99
cd "$folder" || exit 99

number=0
# Names a test and tells whether the last command went well; shows `out` where it did not.
tell() {
  status=$?
  number=$((number + 1))
  if test $status -eq 0; then
    echo "ok $number $1"
  else
    echo "not ok $number $1"
    sed 's/^/# /' out
  fi
}

# Whether a program is there; where it is not, one test is skipped, or fails if PEERS=required.
have() {
  command -v "$1" >/dev/null && return 0
  number=$((number + 1))
  if test "$PEERS" = required; then
    echo "not ok $number $1 is not installed, and PEERS=required"
  else
    echo "ok $number # SKIP $1 is not installed"
  fi
  return 1
}

expect() {
  diff -u expected out >difference || { mv difference out; return 1; }
}

if have cdrdao; then
  for sheet in disc.toc blocks.toc wav.cue; do
    cdrdao show-toc $sheet >shown 2>err && ! grep -E 'ERROR|WARNING|Unknown' err >out
    tell "cdrdao show-toc $sheet has nothing to say"
    sed -n 's/^ *\(ISRC\|COPY\|PREGAP\|START\|END\|INDEX\)/\1/p; s/^ *\(.*PRE-EMPH\)/\1/p; s/^CATALOG/&/p' shown >out
    {
      echo 'CATALOG NUMBER: 4006381333931'
      echo 'ISRC FR ABC 26 00001'; echo 'COPY PERMITTED'; echo 'NO PRE-EMPHASIS'
      echo 'PREGAP 00:04:00(   300)'; echo 'START  00:04:00(   300)'; echo 'END    00:10:00(   750)'
      echo 'ISRC FR ABC 26 00002'; echo 'COPY PERMITTED'; echo 'PRE-EMPHASIS'
      echo 'PREGAP 00:01:00(    75)'; echo 'START  00:11:00(   825)'
      test $sheet = wav.cue || {
        echo 'INDEX  2 00:13:00(   975)'; echo 'INDEX  3 00:14:00(  1050)'
      }
      echo 'END    00:17:00(  1275)'
      echo 'ISRC FR ABC 26 00003'; echo 'COPY NOT PERMITTED'; echo 'NO PRE-EMPHASIS'
      echo 'START  00:17:00(  1275)'; echo 'END    00:22:00(  1650)'
    } >expected
    expect
    tell "cdrdao show-toc $sheet"
    cdrdao read-test $sheet >out 2>&1 && grep -q 'Read 1650 blocks' out
    tell "cdrdao read-test $sheet"
  done
  od -An -v -td2 -w4 disc.bin | awk '{ print $1, $2 }' >expected
  for sheet in disc.toc wav.cue; do
    cdrdao show-data $sheet 2>/dev/null | awk '{ print $2, $3 }' >shown
    cmp shown expected >out 2>&1
    tell "cdrdao show-data $sheet: every sample"
  done
fi

if have flac && have metaflac; then
  for sheet in disc.cue wav.cue full.cue; do
    flac -s -f --cuesheet=$sheet disc.wav -o disc.flac >/dev/null 2>out && ! test -s out
    tell "flac --cuesheet=$sheet with nothing on stderr"
    metaflac --list --block-type=CUESHEET disc.flac |
      sed -n 's/^ *\(media catalog number\|offset\|number\|ISRC\|pre-emphasis\): \([^ ]*\).*/\1 \2/p' |
      grep -v '^pre-emphasis false\|^ISRC$\|^number$' | tr '\n' ' ' | sed 's/ $//' >out
    echo >>out
    {
      printf 'media catalog number 4006381333931 '
      printf 'offset 0 number 1 ISRC FRABC2600001 offset 0 number 0 offset 176400 number 1 '
      printf 'offset 441000 number 2 ISRC FRABC2600002 pre-emphasis true offset 0 number 0 offset 44100 number 1 '
      test $sheet != full.cue || printf 'offset 132300 number 2 offset 176400 number 3 '
      echo 'offset 749700 number 3 ISRC FRABC2600003 offset 0 number 1 offset 970200 number 170'
    } >expected
    expect
    tell "metaflac on $sheet"
  done
fi

if have cueprint; then
  for sheet in disc.cue full.cue; do
    cueprint -d '%P|%T\n' -t '%n|%i|%p|%t|%c|%m\n' $sheet 2>&1 | iconv -f ISO-8859-1 -t UTF-8 >out
    composer= message=
    test $sheet != full.cue || composer='A. Varga' message=Hello
    {
      echo 'The Länterns|Night Ferry'
      echo "1|FRABC2600001|The Länterns|Harbour Lights|$composer|$message"
      echo "2|FRABC2600002|The Länterns|Fog: Part One \\ 'été'|$composer|$message"
      echo "3|FRABC2600003|The Länterns|Tide|$composer|$message"
    } >expected
    expect
    tell "cueprint $sheet"
  done
fi

if have cuebreakpoints && have shnsplit && have shntool; then
  for sheet in wav.cue full.cue; do
    cuebreakpoints $sheet 2>&1 | tee out | shnsplit -q -O always -d . -o wav disc.wav >/dev/null 2>&1
    printf '0:11.00\n0:17.00\n' >expected
    expect
    tell "cuebreakpoints $sheet"
    shntool join -q -O always -d . -a whole split-track*.wav >out 2>&1 &&
      shntool cmp -q disc.wav whole.wav >>out 2>&1
    tell "shnsplit and shntool cmp, $sheet"
    shntool len split-track*.wav >out 2>&1 && test "$(grep -c -- ' --- *-- ' out)" = 3
    tell "every split of $sheet lies on a sector"
    rm -f split-track*.wav whole.wav
  done
fi

if have cd-info; then
  for option in '-c disc.cue' '-t disc.toc'; do
    cd-info --no-header --no-device-info --no-cddb $option >shown 2>out
    sed -n 's/^ *\([0-9]*\): \([0-9:]*\)  \([0-9]*\) audio *false *\(.*\)$/\1 \2 \3 \4/p
      s/^\(170: .*\) leadout.*/\1/p; s/.*(MCN): /MCN /p; s/^\t\(TITLE\|PERFORMER\): /\1 /p' shown |
      sed 's/\\344/ä/; s/\\351/é/g; s/\\042/'"'"'/g; s/\\134/\\/; s/  */ /g' >out
    {
      echo '1 00:06:00 000300 yes 2 no'; echo '2 00:13:00 000825 yes 2 yes'
      echo '3 00:19:00 001275 no 2 no'; echo '170: 00:24:00 001650'; echo 'MCN 4006381333931'
      echo 'TITLE Night Ferry'; echo 'PERFORMER The Länterns'
      echo 'TITLE Harbour Lights'; echo 'PERFORMER The Länterns'
      echo "TITLE Fog: Part One \\ 'été'"; echo 'PERFORMER The Länterns'
      echo 'TITLE Tide'; echo 'PERFORMER The Länterns'
    } >expected
    expect
    tell "cd-info $option"
  done
fi

# -c: without it the ripper guesses the byte order from the audio.
if have cd-paranoia; then
  cd-paranoia -q -c -d disc.cue -r '1-' ripped.raw >out 2>&1; cmp ripped.raw programme.raw >>out 2>&1
  tell "cd-paranoia rips the programme byte for byte"
  cd-paranoia -q -c -d disc.cue -r 0 ripped.raw >out 2>&1; cmp ripped.raw hidden.raw >>out 2>&1
  tell "cd-paranoia rips the hidden audio byte for byte"
fi

echo "1..$number"
