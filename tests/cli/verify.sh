# `segue verify`: what is right is called so, and every damage is found.
. "$TOP_SRCDIR/tests/support/tap.sh"

"$SEGUE" render --quiet --out masters "$TOP_BUILDDIR/examples/night-ferry/album.yaml" 2>out
tell "the example renders"
fails_with 0 "$SEGUE" verify masters && grep -q 'Verified' printed
tell "masters verify"
cd=masters/cd
for path in $cd/DDP "$cd/Night Ferry.cue" "$cd/Night Ferry (bin).cue" "$cd/Night Ferry.toc" $cd; do
  fails_with 0 "$SEGUE" verify "$path"
  tell "verify $path"
done

# damage FILE COMMAND: does it to a copy, which must then fail to verify with WORDS.
damage() {
  rm -rf damaged && cp -r masters damaged
  (cd damaged/cd && eval "$1") >/dev/null 2>&1
  test "$2" = keep || rm damaged/SHA256SUMS
  fails_with 1 "$SEGUE" verify damaged && grep -q "$3" out
  tell "$4"
}

damage 'printf x >>"PQ sheet.txt"' keep 'V01, cd/PQ sheet.txt' "a changed file"
damage 'rm "PQ sheet.txt"' keep 'V02, cd/PQ sheet.txt' "a missing file"
damage 'echo junk >../SHA256SUMS' keep 'V04, SHA256SUMS: .*line 1 is no checksum' "a list that is none, and the rest is judged"
damage ': >../SHA256SUMS' keep 'V04, SHA256SUMS: It lists nothing' "a list that was cut off"
damage ': >DDP/CHECKSUM.MD5; : >../SHA256SUMS' keep 'R81, cd/DDP, CHECKSUM.MD5: It lists nothing' "that of a DDP"
damage 'rm DDP/IMAGE.DAT; mkfifo DDP/IMAGE.DAT' keep 'V02, cd/DDP/IMAGE.DAT: This is not a file' "a pipe, which nobody waits for"
damage 'rm DDP/DDPID' keep 'V02, cd/DDP/DDPID: damaged: there is no file' "a path keeps its letters"
damage 'printf "\001" | dd of=DDP/IMAGE.DAT bs=1 seek=9000000 conv=notrunc' drop 'P20, .*differs from cd/DDP, first at' \
  "one byte of the image"
damage 'sed -i s/FRABC2600002/FRABC2600092/ "Night Ferry.cue"' drop 'P07, cd/Night Ferry.cue, track 2' "an ISRC of a sheet"
damage 'sed -i "s/TITLE \"Tide\"/TITLE \"Tidal\"/" "Night Ferry.cue"' drop 'P09, cd/Night Ferry.cue' "a title of a sheet"
damage 'sed -i s/VVVS0400/VVVS0499/ DDP/PQDESCR; sed -i s/FRABC2600005/FRABC2600001/ DDP/PQDESCR' drop 'R21' "an ISRC twice"
damage 'sed -i s/4006381333931/4006381333932/ DDP/PQDESCR' drop 'R2[34]' "a UPC with a wrong check digit"
damage 'printf "\377" | dd of=DDP/CDTEXT.BIN bs=1 seek=40 conv=notrunc' drop 'R40' "a pack of CD-TEXT"
for damage in 'rm DDP/PQDESCR' 'rm DDP/DDPID' 'truncate -s 100 DDP/DDPMS'; do
  damage "$damage; printf '\\001' | dd of=DDP/IMAGE.DAT bs=1 seek=9000000 conv=notrunc" drop '^error R81, cd/DDP, IMAGE.DAT' \
    "a DDP that cannot be read for '$damage' still has its checksums compared"
done

# What the plant takes: the example lasts a minute and some.
fails_with 0 "$SEGUE" verify --plant any $cd/DDP
tell "a plant that takes it"
fails_with 0 "$SEGUE" verify --plant help && grep -q '^trainrec  *78:00:00  *79:45:00' printed
tell "--plant help"
fails_with 2 "$SEGUE" verify --plant nobody $cd/DDP && grep -q 'no plant "nobody"' out && grep -q '^tmk ' out
tell "an unknown plant"
rm -rf damaged && cp -r $cd/DDP damaged && rm damaged/CHECKSUM.*
fails_with 0 "$SEGUE" verify damaged && grep -q '^warning R81' out
tell "a DDP without checksums"
fails_with 1 "$SEGUE" verify --plant airplay damaged && grep -q '^error R12, airplay' out
tell "and a plant that wants them"
rm damaged/IMAGE.DAT
fails_with 1 "$SEGUE" verify damaged && grep -q '^error V03, damaged: .*there is no file IMAGE.DAT' out
tell "a DDP that cannot be read"
cp "$cd/Night Ferry.cue" wrong.cue && sed -i 's/^  TRACK 02/  TRACK 07/' wrong.cue
fails_with 1 "$SEGUE" verify wrong.cue && grep -q '^error V03, wrong.cue: It cannot be read: wrong.cue:[0-9]*:9: track 7; expected track 2' out
tell "a sheet that cannot be read"

mkdir empty
fails_with 2 "$SEGUE" verify empty && grep -q 'nothing to verify' out
tell "an empty folder"
fails_with 2 "$SEGUE" verify nowhere && grep -q 'cannot open nowhere: No such file' out
tell "no folder"
if have jq; then
  fails_with 0 "$SEGUE" verify --json masters && jq -e '.checksums == 25 and (.discs | length) == 4 and .findings' printed >>out
  tell "--json"
fi

finish
