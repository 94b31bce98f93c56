# The command line itself: help, versions, what is refused, exit status.
. "$TOP_SRCDIR/tests/support/tap.sh"

fails_with 0 "$SEGUE" --help && grep -q 'render' printed
tell "--help"
fails_with 0 "$SEGUE" --version && grep -q '^segue [0-9]' printed
tell "--version"
fails_with 2 "$SEGUE" && grep -q Usage out
tell "no command"
fails_with 2 "$SEGUE" rendr && grep -q "no command 'rendr'; did you mean 'render'" out
tell "a command that is misspelt"
fails_with 2 "$SEGUE" xyzzy && grep -q "no command 'xyzzy'.*lists them" out
tell "an unknown command"
for command in check measure new render tone verify; do
  fails_with 0 "$SEGUE" $command --help && grep -q 'Usage' printed
  tell "$command --help"
  fails_with 2 "$SEGUE" $command && grep -q 'an argument is missing' out
  tell "$command without an argument"
  fails_with 2 "$SEGUE" $command --frobnicate x && grep -q frobnicate out
  tell "$command with an unknown option"
  fails_with 2 "$SEGUE" $command nowhere.yaml && grep -q nowhere out
  tell "$command with a file that is not there"
done
for command in help --help --version; do
  "$SEGUE" $command >/dev/full 2>out
  test $? -eq 2 && grep -q 'cannot write to standard output: No space' out
  tell "$command: a result that cannot be written"
done
cp "$TOP_BUILDDIR/examples/night-ferry/mixes/03 tide.aiff" ./-odd.aiff
fails_with 0 "$SEGUE" measure -j1 -q -- -odd.aiff
tell "a value beside its letter, and a file behind --"
fails_with 2 "$SEGUE" measure -jx -- -odd.aiff && grep -q -- '--jobs' out
tell "a value that is none"
"$SEGUE" measure "$TOP_BUILDDIR/examples/night-ferry/mixes/03 tide.aiff" >/dev/full 2>out
test $? -eq 2 && grep -q 'cannot write all to standard output' out
tell "and no wrong reason for it"
fails_with 0 "$SEGUE" help && grep -q '^  compressor ' printed && grep -q '^  render ' printed
tell "help lists commands and steps"
for step in $("$SEGUE" help | sed -n '/^Steps/,/^$/s/^  \([^ ]*\) .*/\1/p'); do
  fails_with 0 "$SEGUE" help $step && grep -q "^$step: " printed && grep -q '^Example:' printed
  tell "help $step"
  grep -q "steps=.*[\" ]$step[\" ]" "$TOP_SRCDIR/src/completion/segue"
  tell "$step is completed"
done
fails_with 0 "$SEGUE" help render && grep -q 'dry-run' printed
tell "help for a command"
fails_with 2 "$SEGUE" help compresor && grep -q "did you mean 'compressor'" out
tell "help for a step that is misspelt"
fails_with 2 "$SEGUE" help xyzzy && grep -q 'lists them' out
tell "help for nothing that there is"
printf 'segue: 1\nalbum: {titel: x}\ntracks: []\n' >wrong.yaml
fails_with 2 "$SEGUE" check wrong.yaml && grep -q '^wrong.yaml:2:9: error:' out && grep -q 'title' out
tell "an error in the project file has its line and the nearest key"
if have jq; then
  fails_with 2 "$SEGUE" check --json wrong.yaml && jq -e '.segue == 1 and .deliverables == [] and (.errors | length) > 1 and
    (.errors[1] | .line == 2 and .column == 9 and (.hint | test("title")))' printed >>out
  tell "and is in JSON"
  fails_with 2 "$SEGUE" render --json nowhere.yaml && jq -e '.errors[0] | .line == null and (.text | test("nowhere"))' printed >>out
  tell "a project that is not there, in JSON"
  for command in check compare convert measure new render show tone verify; do
    case $command in
      compare | convert) second=nothing.ddp ;;
      *) second= ;;
    esac
    # shellcheck disable=SC2086 # none or one
    fails_with 2 "$SEGUE" $command --json nowhere $second &&
      jq -e '.segue == 1 and .findings == [] and (.errors | length) == 1 and (.errors[0].text | test("nowhere: No such file"))' printed >>out
    tell "segue $command --json says in JSON why it failed"
  done
fi
fails_with 0 "$SEGUE" check "$TOP_BUILDDIR/examples/night-ferry/album.yaml" && grep -q 'Nothing was written' printed
tell "check on the example album"
fails_with 0 "$SEGUE" check "$TOP_BUILDDIR/examples/quay-song/album.yaml" && grep -q 'Nothing was written' printed
tell "check on the example for chains"

# Every id of a finding is explained in the manuals, and they explain no others.
manual=$(sed -n -e 's/^\.B \([A-Z][0-9][0-9]\)$/\1/p' -e 's/^\.BR "[a-z\\-]*" " (\([A-Z][0-9][0-9]\).*$/\1/p' \
  "$TOP_SRCDIR/src/segue.1" "$TOP_SRCDIR/album/segue-album.5" | sort -u)
find "$TOP_SRCDIR/redbook" "$TOP_SRCDIR/album" "$TOP_SRCDIR/src" -name '*.c' -exec cat {} + |
  grep -o '"[A-Z][0-9][0-9]"' | tr -d '"' | sort -u >out
test "$manual" = "$(cat out)"
tell "the manuals explain every id of a finding"

finish
