# Tests in shell: TAP, a folder of their own, programs that may be missing.
#
# A test script sources this, calls `tell NAME` after each command that must succeed (what that left
# in the file `out` is shown where it did not), and ends with `finish`.

if test -z "$SEGUE"; then
  echo "1..0 # SKIP run by make check"
  exit 0
fi
folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 99
: >out
LC_ALL=C.UTF-8 NO_COLOR=1
export LC_ALL NO_COLOR
number=0

# tell NAME: a test that succeeded if the last command did.
tell() {
  status=$?
  number=$((number + 1))
  if test $status -eq 0; then
    echo "ok $number $1"
  else
    echo "not ok $number $1"
    head -n 40 out | sed 's/^/# /'
  fi
}

# have PROGRAM: where it is not there a test is skipped, or fails with PEERS=required.
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

# expect: `out` is what `expected` says.
expect() {
  diff -u expected out >difference && return 0
  mv difference out
  return 1
}

# fails_with STATUS COMMAND...: it gives this exit status; stdout goes to `printed`, stderr to `out`.
fails_with() {
  wanted=$1
  shift
  "$@" >printed 2>out
  got=$?
  test $got -eq "$wanted" && return 0
  echo "exit status $got, expected $wanted" >>out
  return 1
}

finish() {
  echo "1..$number"
}
