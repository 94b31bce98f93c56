# An album of real music, from the Debian package wesnoth-1.16-music, and what other programs make of
# its masters.
. "$TOP_SRCDIR/tests/support/tap.sh"
. "$TOP_SRCDIR/tests/peers/masters.sh"

music=${SEGUE_MUSIC-/usr/share/games/wesnoth/1.16/data/core/music}

write_project() {
  cat <<END
segue: 1
album:
  title: Battles and Journeys
  performer: The Wesnoth Composers
  genre: Soundtrack
  upc: 4006381333931
  catalog: WES-116
tracks:
END
  track=0
  for name in battle breaking_the_chains casualties_of_war defeat elf-land elvish-theme frantic \
    knolls legends_of_the_north loyalists underground wanderer; do
    track=$((track + 1))
    echo "  - file: $music/$name.ogg"
    echo "    title: $(echo "$name" | tr '_-' '  ')"
    printf '    isrc: FR-WES-26-%05d\n' $track
    case $track in
      3) echo '    gap: 0 s' ;;
      5) echo '    crossfade: 4 s' ;;
      7) echo '    gap: 3.5 s' ;;
      9) echo '    fade-out: 6 s exponential' ;;
    esac
  done
  echo 'deliver: {cd: {dither: shaped}}'
}

if ! test -d "$music"; then
  have "the music of the package wesnoth-1.16-music"
elif have jq; then
  write_project >album.yaml
  # Lossy music that was mastered loud decodes to more than full scale, and is told so.
  "$SEGUE" render --json album.yaml >render.json 2>out
  test $? -le 1 && jq -e '[.findings[] | select(.severity == "error") | .id] | unique - ["A01"] == []' render.json >>out
  tell "the album renders"
  test "$(jq '.deliverables[0].tracks | length' render.json)" -ge 10
  tell "it has at least ten tracks"
  check_masters "$folder/masters" "$folder/render.json"
  "$SEGUE" verify masters >out 2>&1
  tell "segue verify"
fi
finish
