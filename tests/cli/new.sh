# `segue new`: a project file to start from, which the program itself has nothing against.
. "$TOP_SRCDIR/tests/support/tap.sh"

example=$TOP_BUILDDIR/examples/night-ferry
"$SEGUE" render --quiet --out masters "$example/album.yaml" 2>out
tell "the example renders"

# A folder of mixes.
mkdir mixes && cp "$example"/mixes/0[1-5]* mixes/
fails_with 0 "$SEGUE" new mixes && grep -q 'Wrote mixes/album.yaml: 5 tracks' printed && test ! -s out
tell "a folder of mixes"
cp mixes/album.yaml first.yaml
fails_with 2 "$SEGUE" new mixes && grep -q 'never overwritten' out && cmp mixes/album.yaml first.yaml 2>>out
tell "a file that is there stays as it is"
grep -q 'title: harbour lights' mixes/album.yaml && grep -q 'file: 05 last light.caf' mixes/album.yaml &&
  grep -q '^  title: mixes' mixes/album.yaml && cp mixes/album.yaml out &&
  test "$(grep -c 'gap: 2 s' mixes/album.yaml)" -eq 4
tell "titles from names"
fails_with 0 "$SEGUE" check mixes/album.yaml
tell "and check has nothing against it"
(cd mixes && rm album.yaml && "$SEGUE" new --quiet .) >printed 2>out && test ! -s printed && cmp mixes/album.yaml first.yaml 2>>out
tell "--quiet, in the folder itself, the same bytes"
ls -a mixes | grep -c '\.yaml' | grep -qx 1
tell "nothing is left beside it"

# Tags.
if have metaflac && have vorbiscomment && have ffmpeg; then
  mkdir tagged && cp "$example/mixes/02 fog.flac" tagged/z.flac
  metaflac --remove-all-tags --set-tag='TITLE=Fog: "live" #2' --set-tag=ARTIST=Mara --set-tag=ISRC=FRABC2600002 \
    --set-tag=TRACKNUMBER=1 --set-tag=ALBUM=Ferry --set-tag=ALBUMARTIST='The Lanterns' --set-tag=UPC=4006381333931 tagged/z.flac
  ffmpeg -v error -i "$example/mixes/03 tide.aiff" -c:a libvorbis tagged/a.ogg 2>>out
  vorbiscomment -w -t 'TITLE=Łódź' -t 'ARTIST=The Lanterns' -t 'ISRC=FR-ABC-26-00004' -t 'TRACKNUMBER=2' tagged/a.ogg
  fails_with 0 "$SEGUE" new tagged && grep -q 'N03.*"Łódź" is written as "Lódz"' out
  tell "tags of FLAC and Ogg; what CD-TEXT does not have is told"
  { grep -q 'title: "Fog: \\"live\\" #2"' tagged/album.yaml && grep -q 'isrc: FR-ABC-26-00004' tagged/album.yaml &&
    grep -q 'performer: Mara' tagged/album.yaml && grep -q 'upc: 4006381333931' tagged/album.yaml &&
    grep -q '^  performer: The Lanterns' tagged/album.yaml && grep -q 'is written as' tagged/album.yaml; } || { cp tagged/album.yaml out; false; }
  tell "titles and codes from tags"
  fails_with 0 "$SEGUE" check tagged/album.yaml
  tell "and check has nothing against it"
fi

# Discs: what is rendered from the draft is the same disc again.
again() {
  rm -rf again && mkdir again
  fails_with 0 "$SEGUE" new -o again/album.yaml "$1" && fails_with 0 "$SEGUE" render --quiet again/album.yaml
}
again "masters/cd/Night Ferry.cue" && fails_with 0 "$SEGUE" compare "masters/cd/Night Ferry.cue" "again/masters/cd/Night Ferry.cue" &&
  fails_with 0 "$SEGUE" compare "masters/cd/Night Ferry (bin).cue" again/masters/cd/DDP
tell "a CUE becomes the same disc again"
again "masters/cd/Night Ferry.toc"
# The flag of protected texts needs an owner, whom no disc names.
fails_with 1 "$SEGUE" compare "masters/cd/Night Ferry.toc" "again/masters/cd/Night Ferry.toc" && test "$(grep -c P12 out)" -eq "$(grep -c ^error out)"
tell "a TOC becomes the same disc again, in both languages"
cp again/album.yaml out && grep -q 'protected by copyright' out && grep -q 'title: ナイト・フェリー' out
tell "and its file says what a disc does not"

# Of a DDP and a BIN the audio must be converted first.
mkdir from-ddp
fails_with 0 "$SEGUE" new -o from-ddp/album.yaml masters/cd/DDP && grep -q "N01: .*segue convert 'masters/cd/DDP' 'from-ddp/disc.cue'" out
tell "a DDP says what to run first"
fails_with 2 "$SEGUE" check from-ddp/album.yaml && grep -q 'no such file: "disc.wav"' out
tell "and until then the file is missing"
cp "masters/cd/Night Ferry.wav" from-ddp/disc.wav
fails_with 0 "$SEGUE" render --quiet from-ddp/album.yaml
fails_with 1 "$SEGUE" compare masters/cd/DDP from-ddp/masters/cd/DDP && test "$(grep -c P12 out)" -eq "$(grep -c ^error out)"
tell "then it becomes the same disc again"

mkdir none
fails_with 2 "$SEGUE" new none && grep -q 'no mixes in it' out
tell "a folder without mixes"
fails_with 2 "$SEGUE" new nowhere && grep -q 'nowhere' out
tell "no such folder"
fails_with 2 "$SEGUE" new -o no/such/folder/a.yaml mixes && grep -q 'No such file' out
tell "no folder for the file"
if have jq; then
  fails_with 0 "$SEGUE" new --json -o b.yaml masters/cd/DDP &&
    jq -e '.path == "b.yaml" and .tracks == 6 and (.run_first | test("disc.cue")) and .findings[0].id == "N01"' printed >>out
  tell "--json"
fi

finish
