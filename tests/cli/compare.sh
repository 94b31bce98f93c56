# `segue compare`: the same disc in any form is the same; what differs is told.
. "$TOP_SRCDIR/tests/support/tap.sh"

"$SEGUE" render --quiet --out masters "$TOP_BUILDDIR/examples/night-ferry/album.yaml" 2>out
tell "the example renders"
cd masters/cd || exit 99
for form in "Night Ferry.cue" "Night Ferry (bin).cue" "Night Ferry.toc"; do
  fails_with 0 "$SEGUE" compare DDP "$form" && grep -q '^audio .* same, ' printed && grep -q '^The same' printed
  tell "DDP and $form"
  fails_with 0 "$SEGUE" compare "$form" DDP
  tell "$form and DDP"
done
fails_with 0 "$SEGUE" compare DDP "Night Ferry (bin).cue" && grep -q '^further indexes .* not compared' printed
tell "what a form cannot say is called not compared"
fails_with 1 "$SEGUE" compare DDP "Night Ferry.wav" && grep -q 'P30.* 88200 frames (2000.000 ms) earlier; moved back, it is the same' out
tell "a disc and its WAV, which begins behind the first pause"

cp -r DDP damaged
printf '\001' | dd of=damaged/IMAGE.DAT bs=1 seek=9000000 conv=notrunc 2>/dev/null
fails_with 1 "$SEGUE" compare DDP damaged && grep -q 'P20, .*differs in 1 of 6968388 frames, first at 00:51:01' out &&
  grep -q '1 of 6968388 frames differ' printed && grep -q '^NOT the same' printed
tell "one byte of the image"
# 30 frames later: as of a drive that is not calibrated.
cp -r DDP shifted
{ head -c 120 /dev/zero && head -c -120 DDP/IMAGE.DAT; } >shifted/IMAGE.DAT
fails_with 1 "$SEGUE" compare DDP shifted && grep -q 'P30, .*comes 30 frames (0.680 ms) later' out
tell "an image that is shifted"
sed 's/FRABC2600002/FRABC2600092/; s/TITLE "Tide"/TITLE "Tidal"/' "Night Ferry.cue" >other.cue
fails_with 1 "$SEGUE" compare "Night Ferry.cue" other.cue && grep -q 'P07, track 2: .*expected "FRABC2600002", found "FRABC2600092"' out &&
  grep -q 'P09.*Tidal' out && grep -q '^ISRCs  *1 difference$' printed
tell "a code and a title of a sheet"
sed '/TRACK 06/,$d' "Night Ferry.cue" >fewer.cue
fails_with 1 "$SEGUE" compare "Night Ferry.cue" fewer.cue && grep -q 'P01: .*expected 6, found 5' out && grep -q '^ISRCs  *not compared$' printed
tell "a track less"
fails_with 1 "$SEGUE" compare --quiet "Night Ferry.cue" other.cue && test ! -s printed && grep -q P07 out
tell "--quiet"
fails_with 2 "$SEGUE" compare DDP nowhere && grep -q 'nowhere: No such file' out
tell "no such master"
fails_with 2 "$SEGUE" compare DDP . && grep -q 'Name one of them' out
tell "a folder of masters is no folder of tracks"
fails_with 2 "$SEGUE" compare DDP && grep -q 'an argument is missing' out
tell "one master alone"
if have jq; then
  fails_with 0 "$SEGUE" compare --json DDP "Night Ferry.cue" &&
    jq -e '.same and .audio[0].differing_frames == 0 and .audio[0].null_db == null and .findings == []' printed >>out
  tell "--json of the same"
  fails_with 1 "$SEGUE" compare --json DDP damaged &&
    jq -e '(.same | not) and .audio[0].differing_frames == 1 and .audio[0].null_db < -100 and
      .audio[0].first_differing_frame == 2250000 and .findings[0].id == "P20"' printed >>out
  tell "--json of what differs"
fi

finish
