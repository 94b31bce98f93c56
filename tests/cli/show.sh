# `segue show`: the disc of tests/support/discs.c, from each form, in each format.
. "$TOP_SRCDIR/tests/support/tap.sh"

mkdir disc
"$TOP_BUILDDIR/tests/peers/make_disc" disc || exit 99

fails_with 0 "$SEGUE" show disc/blocks.toc && test ! -s out
tell "a TOC is shown"
grep -q '^02   01   Fog: Part One \\ "été"  The Länterns  00:13:00            00:06:00     975  FRABC2600002  CP PRE$' printed
tell "with the marks, texts, codes and flags of a track"
grep -q '^UPC/EAN         4006381333931$' printed && grep -q '^Programme time  00:22:00$' printed
tell "with the facts of the disc"
grep -q '^CD-TEXT 1: English$' printed && grep -q '^CD-TEXT 2: Japanese$' printed && grep -q '^     夜行$' printed
tell "with every language of CD-TEXT"
cp printed blocks.txt

# The audio is named by the same checksum in every form: that of an IMAGE.DAT, with the first pause.
md5=$( (head -c $((150 * 2352)) /dev/zero; cat disc/disc.bin) | md5sum | cut -d' ' -f1)
for sheet in disc.cue full.cue disc.toc; do
  fails_with 0 "$SEGUE" show disc/$sheet && grep -q "^Image MD5       $md5$" printed
  tell "$sheet: the MD5 of the image"
done
"$SEGUE" convert --quiet disc/blocks.toc disc/DDP 2>out && "$SEGUE" show disc/DDP >printed 2>out && diff blocks.txt printed >out
tell "a DDP made of the TOC shows the same"

fails_with 0 "$SEGUE" show --format=csv disc/blocks.toc && test "$(grep -c "$(printf '\r')\$" printed)" -eq 14
tell "--format=csv"
if have python3; then
  python3 -c 'import csv, sys
rows = list(csv.DictReader(open("printed", newline="", encoding="utf-8")))
assert all(None not in row and None not in row.values() for row in rows)
assert [r["start"] for r in rows if r["record"] == "index" and r["index"] == "01"] == ["00:06:00", "00:13:00", "00:19:00"]
assert rows[4]["title"] == "Fog: Part One \\ \"été\"", rows[4]' >out 2>&1
  tell "another program reads the CSV"
fi
fails_with 0 "$SEGUE" show -f html disc/blocks.toc && grep -q '<td>Fog: Part One \\ &quot;été&quot;</td>' printed
tell "--format=html, escaped"
! grep -E 'src=|href=|@import|url\(' printed >out
tell "it needs no other file"
if have python3; then
  python3 -c 'import html.parser
class Parser(html.parser.HTMLParser):
  open = []
  def handle_starttag(self, tag, attributes):
    if tag != "meta": self.open.append(tag)
  def handle_endtag(self, tag): assert self.open.pop() == tag, tag
parser = Parser(); parser.feed(open("printed", encoding="utf-8").read()); assert parser.open == []' >out 2>&1
  tell "every element of it is closed"
fi
if have jq; then
  fails_with 0 "$SEGUE" show --json disc/blocks.toc
  jq -c '[.segue, .title, .upc, .lead_out_sectors, .image_md5, (.tracks[1] | [.title, .isrc, .start_sectors, .pause_sectors,
    .length_sectors, .copy_permitted, .pre_emphasis, .scms, (.indexes | length)]), (.text_blocks[] | [.language, .charset,
    .genre, .genre_text, .catalog, .title])]' printed >out
  cat >expected <<END
[1,"Night Ferry","4006381333931",1800,"$md5",["Fog: Part One \\\\ \"été\"","FRABC2600002",975,75,450,true,true,false,4],["English","ISO 8859-1","Rock Music","Folk rock","NF-012","Night Ferry"],["Japanese","MS-JIS",null,null,null,"夜行"]]
END
  expect
  tell "--json"
fi

# What is not one disc.
fails_with 2 "$SEGUE" show nowhere && grep -q 'cannot open nowhere: No such file' out
tell "no such path"
fails_with 2 "$SEGUE" show "$TOP_SRCDIR/tests/cli" && grep -q 'is no disc: expected a folder with a DDP, a .cue or a .toc' out
tell "a folder without a disc"
fails_with 2 "$SEGUE" show disc && grep -q 'several discs; name one of them: DDP, blocks.toc' out
tell "a folder of several"
mkdir one && cp -r disc/DDP one && fails_with 0 "$SEGUE" show one
tell "a folder of one"
fails_with 2 "$SEGUE" show --format=pdf disc/disc.toc && grep -q 'expected text, html or csv' out
tell "a format that is none"
fails_with 2 "$SEGUE" show --json --format=csv disc/disc.toc && grep -q 'does not go with --json' out
tell "a format beside JSON"
fails_with 0 "$SEGUE" show --quiet disc/disc.toc && test ! -s printed && fails_with 0 "$SEGUE" show -q -f csv disc/disc.toc && test -s printed
tell "--quiet prints only what is asked for by name"
echo 'TRACK 01' >broken.cue
fails_with 2 "$SEGUE" show broken.cue && grep -q 'broken.cue:1:1: TRACK before the first FILE' out
tell "a sheet that is none"

finish
