# Other programs read the masters of the example album as we mean them.
. "$TOP_SRCDIR/tests/support/tap.sh"
. "$TOP_SRCDIR/tests/peers/masters.sh"

if have jq; then
  "$SEGUE" render --json --out "$folder/masters" "$TOP_BUILDDIR/examples/night-ferry/album.yaml" >render.json 2>out
  tell "the example album renders"
  check_masters "$folder/masters" "$folder/render.json"
fi
finish
