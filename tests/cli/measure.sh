# `segue measure`: the table, JSON and CSV, of several formats, and of what has no loudness.
. "$TOP_SRCDIR/tests/support/tap.sh"

mixes=$TOP_BUILDDIR/examples/night-ferry/mixes
first=$(ls "$mixes"/* | head -n 1)

# wav FILE CHANNELS FRAMES BYTE: a WAV of 16 bits at 8 kHz, every byte of its samples BYTE (octal).
wav() {
  bytes=$(($2 * $3 * 2))
  {
    printf RIFF && little 4 $((bytes + 36)) && printf 'WAVEfmt ' && little 4 16 && little 2 1
    little 2 "$2" && little 4 8000 && little 4 $((16000 * $2)) && little 2 $((2 * $2)) && little 2 16
    printf data && little 4 $bytes
    head -c $bytes /dev/zero | tr '\000' "\\$4"
  } >"$1"
}

# little COUNT NUMBER: the number in so many bytes, the lowest first.
little() {
  left=$1 rest=$2
  while test "$left" -gt 0; do
    printf '%b' "\\0$(printf %o $((rest % 256)))"
    rest=$((rest / 256)) left=$((left - 1))
  done
}

wav silence.wav 2 40000 000
wav mono.wav 1 40000 020
wav short.wav 2 3199 020
printf 'not audio' >broken.wav

fails_with 0 "$SEGUE" measure "$mixes"/* && cp printed table && test "$(wc -l <table)" -eq $(($(ls "$mixes" | wc -l) + 2))
tell "a row for each mix, the headings and the album"
head -n 1 table >out && grep -q '^File  *LUFS  *LRA .*dBTP.*Length  Format$' out && tail -n 1 table | grep -q '^album  *-[0-9]'
tell "what the table holds"
! grep -q "$mixes" table
tell "the folder of all files is left out of the table"
for jobs in 1 2 5; do
  "$SEGUE" measure --jobs $jobs "$mixes"/* >printed 2>out && diff table printed >out
  tell "the same with $jobs threads"
done
fails_with 0 "$SEGUE" measure "$first" && test "$(wc -l <printed)" -eq 2
tell "one file is not shown as an album too"
fails_with 0 "$SEGUE" measure --quiet "$first" && test ! -s printed
tell "--quiet"

fails_with 0 "$SEGUE" measure silence.wav && grep -q 'silence.wav  *-  *-  *-' printed &&
  grep -q '^warning L01, silence.wav: ' out
tell "silence"
fails_with 0 "$SEGUE" measure short.wav && grep -q '^warning L02, short.wav: 400 ms\|^warning L02, short.wav: 399' out
tell "shorter than 400 ms"
fails_with 0 "$SEGUE" measure mono.wav && grep -q '^warning L04, mono.wav: mono: a DC offset of 12.55 %' out && grep -q ', mono$' printed
tell "a DC offset in mono"

fails_with 2 "$SEGUE" measure broken.wav "$first" nowhere.wav && grep -q 'broken.wav: ' out && grep -q 'nowhere.wav: ' out &&
  grep -q "$(basename "$first")" printed
tell "files that cannot be read are named, and the others are measured"
fails_with 2 "$SEGUE" measure broken.wav && test ! -s printed
tell "nothing that can be read"
fails_with 2 "$SEGUE" measure --jobs 5000 "$first" && grep -q 'jobs' out
tell "too many threads"
fails_with 2 "$SEGUE" measure --csv --json "$first" && grep -q 'csv' out
tell "two forms at once"

cp silence.wav 'a "quoted", name.wav'
fails_with 0 "$SEGUE" measure --csv 'a "quoted", name.wav' mono.wav && tr -d '\r' <printed >out &&
  test "$(wc -l <out)" -eq 4 && test "$(grep -c "$(printf '\r')\$" printed)" -eq 4
tell "CSV has a line for each file, for the names and for the album, that end as RFC 4180 says"
head -n 1 out | grep -q '^path,format,integrated_lufs,loudness_range_lu,.*,frames,rate_hz,channels$'
tell "the names of the columns"
grep -q '^"a ""quoted"", name.wav","WAV (Microsoft), Signed 16 bit PCM",,,,' out
tell "quotes and commas in a name; no loudness"
awk -F, 'NR == 1 { count = NF } /^mono|^album/ { if (NF + (/^mono/ ? -1 : 0) != count) exit 1 }' out
tell "as many fields as names"
grep -q '^mono.wav,.*,40000,8000,1$' out && grep -q '^album,,.*,80000,8000,$' out
tell "frames, rate and channels; none where they differ"

if have jq; then
  fails_with 0 "$SEGUE" measure --json "$mixes"/* && jq -e '.segue == 1 and (.files | length) > 2' printed >out
  tell "JSON"
  jq -e '[.files[], .album] | all(has("integrated_lufs") and has("loudness_range_lu") and has("max_momentary_lufs") and
    has("max_short_term_lufs") and has("true_peak_dbtp") and has("sample_peak_dbfs") and has("plr_lu") and
    has("frames") and has("rate") and has("channels"))' printed >out
  tell "the keys that scripts rely on"
  jq -e '.files | all(has("path") and .integrated_lufs < 0 and .true_peak_dbtp >= .sample_peak_dbfs and
    (.true_peak_dbtp - .integrated_lufs - .plr_lu | fabs) < 1e-9)' printed >out
  tell "values that go together"
  jq -e '(.album.true_peak_dbtp == ([.files[].true_peak_dbtp] | max)) and
    .album.integrated_lufs <= ([.files[].integrated_lufs] | max) and
    .album.integrated_lufs >= ([.files[].integrated_lufs] | min)' printed >out
  tell "the album lies among its tracks"
  fails_with 0 "$SEGUE" measure --json silence.wav && jq -e '.files[0] | .integrated_lufs == null and .loudness_range_lu == null and
    .true_peak_dbtp == null and .plr_lu == null and .dynamic_range_db == null and .frames == 40000' printed >out &&
    jq -e '.findings[0].id == "L01" and .album.integrated_lufs == null' printed >out
  tell "silence is null"
  fails_with 0 "$SEGUE" measure --json mono.wav && jq -e '.files[0] | .channels == 1 and .rate == 8000 and
    .dc_offset_right_percent == null and .correlation == null and .max_momentary_lufs != null' printed >out
  tell "mono"
  fails_with 2 "$SEGUE" measure --json --services broken.wav &&
    jq -e '.files == [] and .album == null and .services == [] and (.errors | length) == 1 and (.errors[0].text | test("broken.wav"))' printed >>out
  tell "nothing that can be read is still JSON"
  fails_with 0 "$SEGUE" measure --json --services "$mixes"/* && jq -e '(.services | length) > 9 and (.files | length) as $count |
    .services | all((.gains_db | length) == $count and .date and .source and .text and
      (.evidence | IN("published", "measured", "industry-cited")))' printed >out
  tell "what services would do, with date, source and evidence"
  jq -r '[.files[].integrated_lufs][0] as $track | .services[] | select(.service == "YouTube") | .gains_db[0] as $gain |
    if $track > -14 then ($gain + $track + 14 | fabs) < 1e-9 else $gain == 0 end' printed >out && grep -qx true out
  tell "a gain that follows from the data"
fi
fails_with 0 "$SEGUE" measure --services "$mixes"/* && grep -q '^Spotify (Normal)  .*published' printed &&
  ! grep -qi 'pass\|fail' printed
tell "services as a table"

# The same audio in other containers and codecs measures the same.
if have sox && have flac && have jq; then
  sox -n -r 44100 -c 2 -b 24 tone.wav synth 3 sine 997 sine 440 gain -12 2>out
  for format in aiff w64 caf au flac; do
    sox tone.wav -b 24 tone.$format 2>out
  done
  fails_with 0 "$SEGUE" measure --json tone.* &&
    jq -e '(.files | length) == 6 and ([.files[] | del(.path, .format)] | unique | length) == 1' printed >out
  tell "WAV, AIFF, W64, CAF, AU and FLAC"
  sox tone.wav tone.ogg 2>out && fails_with 0 "$SEGUE" measure --json tone.ogg tone.wav &&
    jq -e '.files | (.[0].integrated_lufs - .[1].integrated_lufs | fabs) < 0.1' printed >out
  tell "Ogg Vorbis"
fi
finish
