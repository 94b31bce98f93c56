# Other programs read what conversion makes, at each station of the way from a DDP to a CUE to a TOC and home.
. "$TOP_SRCDIR/tests/support/tap.sh"
. "$TOP_SRCDIR/tests/peers/masters.sh"

have jq || { finish; exit 0; }
"$SEGUE" render --json --only cd --out rendered "$TOP_BUILDDIR/examples/night-ferry/album.yaml" >render.json 2>out
tell "the example album renders"
rendered=rendered/cd name='Night Ferry'
mkdir cue toc
convert() {
  "$SEGUE" convert --quiet "$@" 2>out
  tell "convert $*"
}
convert "$rendered/DDP" "cue/$name.cue"
convert "cue/$name.cue" "toc/$name.toc"
convert "toc/$name.toc" converted/cd/DDP
convert --portable "toc/$name.toc" "converted/cd/$name (bin).bin"
cmp "cue/$name.wav" "toc/$name.wav" >out 2>&1
tell "the WAV of the CUE and of the TOC are the same"
diff -r "$rendered/DDP" converted/cd/DDP >out
tell "the DDP is the one that was rendered"

# Put together as a render has them, they stand the tests of a render.
cp "cue/$name.wav" "cue/$name.cue" "cue/$name.cdt" "toc/$name.toc" converted/cd
(cd converted && find cd -type f -exec sha256sum {} + >SHA256SUMS)
check_masters "$folder/converted" "$folder/render.json"

# libcdio takes the texts of a CUE from the packs beside it.
if have cd-info; then
  convert "$rendered/DDP" packs.bin
  cd-info --no-header --no-device-info --no-cddb -c packs.cue >shown 2>&1
  sed -n 's/^\tTITLE: //p' shown >out
  { echo "$name"; tracks .title; } >expected
  head -n "$(wc -l <expected)" out >first && mv first out
  expect
  tell "cd-info reads the CDTEXTFILE"
fi
if have cdrskin; then
  cdrskin textfile_to_v07t=packs.cdt >shown 2>out && ! grep FAILURE out && grep -q 'Language Code *= English' shown
  tell "cdrskin reads the CDTEXTFILE"
fi

# Tracks, joined by others, are the programme; the hidden audio is track 0.
for gaps in end start; do
  convert --format=flac --gaps=$gaps "$rendered/DDP" flac-$gaps
  convert --format=wav --gaps=$gaps "$rendered/DDP" wav-$gaps
  if have shntool && have flac; then
    for format in flac wav; do
      shntool join -q -O always -d . -a whole $format-$gaps/*.$format >out 2>&1 && shntool cmp -q "cue/$name.wav" whole.wav >>out 2>&1
      tell "shntool: the $format files, gaps at the $gaps, joined, are the programme"
      shntool len $format-$gaps/*.$format >out 2>&1 && test "$(grep -c -- ' --- ' out)" -eq 7
      tell "each lies on a sector"
      rm -f whole.wav
    done
  fi
  if have sox; then
    sox wav-$gaps/*.wav -t raw - 2>out | cmp - "converted/cd/$name (bin).bin" >>out 2>&1
    tell "sox: the WAV files, gaps at the $gaps, joined, are the programme"
  fi
done
# A ripper cuts at INDEX 01 too.
if have cd-paranoia && have sox; then
  cd-paranoia -Z -q -c -d image.cue -r 2 ripped.raw >out 2>&1
  sox wav-end/02*.wav -t raw - 2>>out | cmp - ripped.raw >>out 2>&1
  tell "cd-paranoia rips the track that the file holds"
fi
if have metaflac; then
  for file in flac-end/0[1-9]*.flac; do
    metaflac --show-tag=TITLE --show-tag=ARTIST --show-tag=ISRC --show-tag=BARCODE --show-tag=TRACKNUMBER "$file" | cut -d= -f2 | paste -sd'|'
  done >out
  "$SEGUE" show --json "$rendered/DDP" 2>/dev/null |
    jq -r '.upc as $upc | .tracks[] | [.title, .performer, .isrc, $upc, (.number | tostring)] | join("|")' >expected
  expect
  tell "metaflac reads the tags"
fi
if have ffprobe; then
  for file in wav-end/0[1-9]*.wav; do
    ffprobe -v error -show_entries format_tags=title -of default=nw=1:nk=1 "$file"
  done >out 2>&1
  tracks .title >expected
  expect
  tell "ffprobe reads the titles"
fi

finish
