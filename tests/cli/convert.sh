# `segue convert`: from each form to each, what is refused, and what is lost.
. "$TOP_SRCDIR/tests/support/tap.sh"

"$SEGUE" render --quiet --only cd --out masters "$TOP_BUILDDIR/examples/night-ferry/album.yaml" 2>out
tell "the example renders"
ddp=masters/cd/DDP
md5sum "$ddp"/* >before

# The name says the form.
fails_with 0 "$SEGUE" convert "$ddp" one.cue && test -s one.wav && grep -q '^CDTEXTFILE "one.cdt"' one.cue
tell "DDP to CUE"
fails_with 0 "$SEGUE" convert one.cue two.toc && grep -q 'FILE "two.wav"' two.toc
tell "CUE to TOC"
fails_with 0 "$SEGUE" convert two.toc home/ && diff -r "$ddp" home >out
tell "TOC to DDP: the bytes that it began with"
(cd home && md5sum -c --quiet CHECKSUM.MD5) >out 2>&1
tell "md5sum finds its files right"
fails_with 0 "$SEGUE" convert two.toc three.bin && grep -q 'FILE "three.bin" BINARY' three.cue
tell "TOC to CUE and BIN"
fails_with 0 "$SEGUE" convert three.cue again --to=ddp --quiet && test ! -s printed && diff -r "$ddp" again >out
tell "and to the same DDP"
md5sum -c --quiet before >out 2>&1
tell "what was read is as it was"
fails_with 0 "$SEGUE" verify one.cue
tell "the CUE verifies"
test "$(find . -name '.*segue*' | wc -l)" -eq 0
tell "nothing is left of the staging"

# What the form cannot hold is told.
fails_with 0 "$SEGUE" convert --portable "$ddp" plain.cue && ! grep -qE 'INDEX 0[2-9]|COMPOSER|CDTEXTFILE' plain.cue
tell "a portable CUE"
for finding in 'C01, track 4: INDEX 02' 'C04, text block 1, composer: 7 texts' 'C05, text block 2: The texts in Japanese' \
  'note C06, text block 1: Left out: language, genre, catalogue number, copyright.'; do
  grep -q "$finding" out
  tell "what it lost: $finding"
done
sed 's/FLAGS DCP/FLAGS SCMS/' one.cue >scms.cue
fails_with 0 "$SEGUE" convert scms.cue scms.toc && grep -q 'warning C03, track 1: Flags are left out: SCMS.' out
tell "SCMS in a TOC"
sed -e '/^CDTEXTFILE/d' -e 's/ISRC FRABC2600002/ISRC FR-WRONG/' one.cue >wrong.cue
fails_with 1 "$SEGUE" convert wrong.cue wrong.toc && grep -q 'error C10, track 2: "FR-WRONG" is no ISRC' out
tell "a code that is none is left out, and the status says so"

# Tracks.
fails_with 0 "$SEGUE" convert "$ddp" tracks --to=tracks && test "$(ls tracks | wc -l)" -eq 7 && test -s 'tracks/00 Hidden audio.wav'
tell "tracks, with the hidden audio"
fails_with 0 "$SEGUE" convert "$ddp" flac --format=flac --gaps=start && test "$(ls flac/*.flac | wc -l)" -eq 7
tell "--format or --gaps alone ask for tracks"
fails_with 0 "$SEGUE" convert "$ddp" bare --gaps=leave-out && grep -q 'C09, track 2: The pause before it is left out, and there is sound' out
tell "pauses that are left out, and what sounds in them"
if have jq; then
  fails_with 0 "$SEGUE" convert --json "$ddp" five.toc && jq -e '.segue == 1 and (.files | length) == 2 and .findings == []' printed >>out
  tell "--json"
fi

# What is refused, and leaves nothing.
refused() {
  fails_with 2 "$SEGUE" convert "$@" && grep -q -e "$words" out && test ! -e new && test ! -e new.cue && test ! -e new.wav
}
words='one.cue is there already, and nothing is overwritten'
refused "$ddp" one.cue
tell "a sheet that is there"
words='one.wav is there already'
mv one.cue kept.cue && refused "$ddp" one.cue && mv kept.cue one.cue
tell "the audio of a sheet that is there"
words='home is there already'
refused "$ddp" home
tell "a folder that is there"
words='cannot open nowhere'
refused nowhere new
tell "no disc"
words='it is not clear what is to become of "new.wav"'
refused "$ddp" new.wav
tell "a name that could be anything"
words='there is no form "iso"; expected ddp, cue'
refused --to=iso "$ddp" new
tell "a form that is none"
words='there is no format "mp3"; expected wav, flac or aiff'
refused --format=mp3 "$ddp" new
tell "a format with losses"
words='one file is named "new.cue"; expected the name of a folder'
refused --format=flac "$ddp" new.cue
tell "tracks in a sheet"
words='gaps cannot go to "middle"'
refused --gaps=middle "$ddp" new
tell "gaps that go nowhere"
words='--gaps is for tracks'
refused --gaps=end --to=cue "$ddp" new
tell "--gaps for what is no tracks"
words='--portable is for a CUE'
refused --portable "$ddp" new
tell "--portable for what is no CUE"
words='an argument is missing'
refused "$ddp"
tell "no place"
(ulimit -f 5000 && words='File too large' && refused "$ddp" new.cue)
tell "a file that cannot grow"
test "$(find . -name '.*segue*' | wc -l)" -eq 0
tell "and nothing of it is left"

finish
