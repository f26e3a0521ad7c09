import { UNSEALED } from './unsealed.js';

/** `verify.sh` of an export: the same for every one, with nothing of luyue, and readable by whoever is to believe it. */
export const VERIFY_SCRIPT = String.raw`#!/bin/sh
# 离线验证导出的文件：只用 sh、openssl、sha256sum 及常见小工具。
# Verifies an exported document offline: with sh, openssl, sha256sum and the usual small tools alone.
export LC_ALL=C
cd "$(dirname "$0")" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0
good() { printf '  ok    %s\n' "$1"; }
bad() { printf '  FAILS %s\n' "$1"; failed=1; }
note() { printf '  note  %s\n' "$1"; }
sha() { sha256sum "$1" | cut -c1-64; }
sha_text() { printf '%s' "$1" | sha256sum | cut -c1-64; }
check() { if [ "$1" -eq 0 ]; then good "$2"; else bad "$2"; fi; }
has() { grep -qF -- "$2" "$1"; check $? "$3"; }
# 一个 PEM 文件中每一份的 DER 散列与内容 each certificate or list of a PEM file, as DER: $work/der.1, $work/der.2 …
split() {
  rm -f "$work"/pem.* "$work"/der.*
  awk -v to="$work/pem." '/^-----BEGIN /{n++} n {print > (to n)}' "$1"
  number=0
  for one in "$work"/pem.*; do
    [ -f "$one" ] || continue
    number=$((number + 1))
    openssl "$2" -in "$one" -outform DER -out "$work/der.$number" 2> "$work/said" || : > "$work/der.$number"
  done
}
# 除所载各份外别无一字 a PEM file holds those alone, to the byte
as_is() {
  : > "$work/again"
  number=1
  while [ -s "$work/der.$number" ]; do
    openssl "$2" -inform DER -in "$work/der.$number" -outform PEM >> "$work/again" 2> "$work/said"
    number=$((number + 1))
  done
  cmp -s "$work/again" "$1"
}
# 一份 PEM 中的证书都在当时的核验记录中 every certificate of a PEM file stands in what was looked at then
in_evidence() {
  [ -s "$1" ] || return 0
  split "$1" x509
  found=0
  for der in "$work"/der.*; do
    [ -s "$der" ] && grep -qF -- "\"$(openssl base64 -A -in "$der")\"" "$evidence" || found=1
  done
  as_is "$1" x509 || found=1
  check $found "$1"
}
# 吊销列表正是当时所依据的 the lists are those that were known then, all of them
lists_known() {
  grep -oE '"list":"[0-9a-f]{64}"' "$evidence" | cut -c9-72 | LC_ALL=C sort -u > "$work/known"
  : > "$work/given"
  rm -f "$work"/der.*
  if [ -f "$1" ]; then split "$1" crl; fi
  for der in "$work"/der.*; do [ -f "$der" ] && sha "$der" >> "$work/given"; done
  LC_ALL=C sort -u -o "$work/given" "$work/given"
  cmp -s "$work/known" "$work/given"
  found=$?
  if [ -f "$1" ]; then as_is "$1" crl || found=1; fi
  check $found "$1"
}
# 时间戳所带的每份证书都由其机构签发 every certificate that a time stamp brings is by its authority
brought() {
  # 令牌之后别无一字节 nothing stands behind it
  openssl asn1parse -inform DER -in "$1" 2> "$work/said" | sed -n '1s/.*hl= *\([0-9]*\) *l= *\([0-9]*\) .*/\1 \2/p' |
    awk -v size="$(wc -c < "$1")" '{exit $1 + $2 != size}' || return 1
  openssl pkcs7 -inform DER -in "$1" -print_certs > "$work/brought.pem" 2> "$work/said"
  split "$work/brought.pem" x509
  for der in "$work"/der.*; do [ -s "$der" ] || return 1; done
  openssl verify -attime "$3" -purpose any -CAfile "$2" -untrusted "$work/brought.pem" "$work"/pem.* > "$work/said" 2>&1
}
# 时间戳机构：每份证书都由其上一份签发，一并列出以供核对 each certificate of a time stamp's authority is by the one above it
authority() {
  split "$1" x509
  found=0
  as_is "$1" x509 || found=1
  openssl verify -check_ss_sig -attime "$2" -purpose any -CAfile "$1" "$work"/pem.* > "$work/said" 2>&1 || found=1
  for der in "$work"/der.*; do
    note "$(openssl x509 -inform DER -in "$der" -noout -fingerprint -sha256 2> "$work/said") $1"
  done
  check $found "$1"
}
# 第 N 个文件 the file number N: its name and its content, as the manifest says
file_in_manifest() {
  listed=$(sed -n "$(basename "$1" | sed 's/^0*\([0-9]*\)-.*/\1/')p" "$work/files")
  called=$(basename "$1" | sed 's/^[0-9]*-//')
  said=$(printf '%s' "$listed" | sed 's/^"name":"//; s/","sha256":"[0-9a-f]*","size":[0-9]*$//; s/\\\(["\\]\)/\1/g' | tr '/\\<>:"|?*' '_________')
  # 过长的文件名以“…”略去 a name that is too long for a folder loses what follows …
  begin=$(printf '%s' "$called" | sed 's/….*//')
  if [ "$said" != "$called" ]; then
    [ "$begin" != "$called" ] || return 1
    case $said in "$begin"*) ;; *) return 1 ;; esac
  fi
  case $listed in
    *"\",\"sha256\":\"$(sha "$1")\",\"size\":$(wc -c < "$1" | tr -d ' ')") return 0 ;;
    *) return 1 ;;
  esac
}
# 清单所列文件齐全无误 every file that a manifest, or a document, names is here, and no other
all_files() {
  grep -oE '"name":"([^"\\]|\\.)*","sha256":"[0-9a-f]{64}","size":[0-9]+' "$1" > "$work/files"
  for file in files/*; do
    [ -f "$file" ] || continue
    file_in_manifest "$file"
    check $? "$file $2"
  done
  # 每个编号恰有一个文件 of each number one file, and no other
  find files -type f 2> "$work/said" | sed 's/^files\/0*\([0-9]*\)-.*/\1/' | sort -n > "$work/numbers"
  awk '{print NR}' "$work/files" | cmp -s - "$work/numbers"
  check $? "清单所列文件齐全 all files of the manifest are here $2"
}
field() { sed -n "s/.*\"$2\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$1" | head -n 1; }

# 导出只含这些 what an export has, and nothing else
seal_files='(manifest|evidence|line|anchor)\.json|seal\.(p7s|sm2|tsr|tsa\.pem|at\.txt)|(certificate|chain|root|crl)\.pem|about\.txt'
parts="document\.json|README\.md|verify\.sh|SHA256SUMS|files(/([0-9][0-9]|[1-9][0-9][0-9]+)-[^/]+)?"
parts="$parts|seals(/SEAL-[0-9]+(/($seal_files|anchor-path\.txt|anchor\.json\.(tsr|tsa\.pem|at\.txt)))?)?"
strange=$(find . | grep -vE "^\.(/($parts))?$"; find . ! -type f ! -type d)
for one in document.json README.md verify.sh SHA256SUMS; do [ -f "$one" ] || strange="$strange $one"; done

echo '一、各文件与清单一致 every file is as it was exported (SHA256SUMS)'
sha256sum -c SHA256SUMS > "$work/sums" 2>&1
sums=$?
# 写错的一行会被略过 a line that is none would be passed over
grep -nvE '^[0-9a-f]{64}  [^ ]' SHA256SUMS && sums=1
grep -v ': OK$' "$work/sums" | sed 's/^/        /'
check $sums 'SHA256SUMS'
find . -type f ! -name SHA256SUMS | sed 's/^\.\///' | LC_ALL=C sort > "$work/there"
cut -c67- SHA256SUMS | LC_ALL=C sort > "$work/listed"
cmp -s "$work/there" "$work/listed"
check $? '没有多出或者缺少的文件 no file too many or too few'
[ -z "$strange" ]
check $? "没有不属于导出的文件、链接，也不缺 nothing that is no part of an export, and no part lacking $(printf '%s' "$strange" | tr '\n' ' ')"

document=$(sha document.json)
seals=0
for folder in seals/*; do
  [ -e "$folder" ] || continue
  [ -f "$folder/manifest.json" ] || { bad "$folder/manifest.json"; continue; }
  seals=$((seals + 1))
  seal=$(basename "$folder")
  manifest="$folder/manifest.json"
  line="$folder/line.json"
  evidence="$folder/evidence.json"
  party=$(field "$line" party)
  kind=$(field "$line" kind)
  made=$(field "$line" madeAt | grep -xE '[1-9][0-9]{0,15}' || echo 0)
  at=$((made / 1000))
  echo "二、签章 $seal：$party（$kind）the seal"

  has "$manifest" "\"sha256\":\"$document\",\"version\"" "document.json $seal"
  all_files "$manifest" "$seal"
  # 北京时间 Beijing's time
  [ "$(cat "$folder/about.txt")" = "$seal $party $kind $(date -u -d "@$((at + 28800))" +%Y-%m-%dT%H:%M:%S)+08:00" ]
  check $? "$folder/about.txt"
  in_evidence "$folder/certificate.pem"
  in_evidence "$folder/chain.pem"
  in_evidence "$folder/root.pem"
  lists_known "$folder/crl.pem"
  cat "$folder/root.pem" > "$work/trust"
  revocation=
  if [ -f "$folder/crl.pem" ] && ! grep -qE '"known":"(stale|nothing)"' "$evidence"; then
    cat "$folder/crl.pem" >> "$work/trust"
    revocation=-crl_check_all
  else
    note "签章时的吊销情况不明 what was known of revocation is not complete $seal"
  fi
  verify() { openssl verify -attime "$at" $revocation -purpose any -CAfile "$work/trust" -untrusted "$folder/chain.pem" "$@" "$folder/certificate.pem"; }
  verify > "$work/said" 2>&1 || verify -vfyopt distid:1234567812345678 > "$work/said" 2>&1
  result=$?
  [ $result -eq 0 ] || sed 's/^/        /' "$work/said"
  check $result "证书在签章之时有效 the certificate counted when it was sealed $seal"

  if [ -f "$folder/seal.sm2" ]; then
    signature="$folder/seal.sm2"
    openssl x509 -in "$folder/certificate.pem" -pubkey -noout > "$work/pub.pem"
    openssl pkeyutl -verify -pubin -inkey "$work/pub.pem" -in "$manifest" -sigfile "$signature" -rawin -digest sm3 \
      -pkeyopt distid:1234567812345678 > "$work/said" 2>&1
  else
    signature="$folder/seal.p7s"
    openssl cms -verify -binary -inform DER -in "$signature" -content "$manifest" -nointern -certfile "$folder/certificate.pem" \
      -noverify -out "$work/content" > "$work/said" 2>&1
  fi
  result=$?
  [ $result -eq 0 ] || sed 's/^/        /' "$work/said"
  check $result "签名与清单相符 the signature is over the manifest $signature"

  # 逐字节 to the byte: what is in it is what it says, and it says nothing else
  [ "$(cat "$line")" = "{\"evidence\":\"$(sha "$evidence")\",\"kind\":\"$kind\",\"madeAt\":$made,\"manifest\":\"$(sha "$manifest")\",\"party\":\"$party\",\"seal\":\"$seal\",\"signature\":\"$(sha "$signature")\"}" ]
  check $? "$line"
  has "$line" "\"manifest\":\"$(sha "$manifest")\"" "$manifest"
  has "$line" "\"signature\":\"$(sha "$signature")\"" "$signature"
  has "$line" "\"evidence\":\"$(sha "$evidence")\"" "$evidence"
  if [ -f "$folder/anchor.json" ]; then
    hash=$(sha "$line")
    while read -r side other; do
      case $side in
        left) hash=$(sha_text "$other
$hash") ;;
        right) hash=$(sha_text "$hash
$other") ;;
        *) hash=none ;;
      esac
    done < "$folder/anchor-path.txt"
    has "$folder/anchor.json" "\"seals\":\"$hash\"" "$folder/anchor.json"
    note "$(field "$folder/anchor.json" day)=$(sha "$folder/anchor.json") 请与公布的锚定散列核对 compare with the anchor as it was published"
  else
    note "尚未锚定，何方何时签章只有本文件夹为证 not under an anchor yet: that it is of $party, and of when, nothing says but this folder $seal"
  fi
  for stamped in anchor.json seal; do
    token="$folder/$stamped.tsr"
    [ -f "$token" ] || [ -f "$folder/$stamped.tsa.pem" ] || [ -f "$folder/$stamped.at.txt" ] || continue
    content="$folder/$stamped"
    [ "$stamped" = seal ] && content=$signature
    second=$(grep -xE '[0-9]{1,12}' "$folder/$stamped.at.txt" || echo 0)
    openssl ts -verify -data "$content" -in "$token" -token_in -CAfile "$folder/$stamped.tsa.pem" -attime "$second" > "$work/said" 2>&1
    result=$?
    [ $result -eq 0 ] && { brought "$token" "$folder/$stamped.tsa.pem" "$second" || result=1; }
    [ $result -eq 0 ] || sed 's/^/        /' "$work/said"
    check $result "时间戳 time stamp $token"
    said=$(openssl ts -reply -in "$token" -token_in -text 2> "$work/said" | sed -n 's/^Time stamp: //p')
    # 时间戳所称的那一秒，不足一秒的进一 the second that it says, a part of one rounded up
    by='+%b %e %H:%M:%S %Y GMT'
    whole=$(printf '%s' "$said" | sed 's/\.[0-9]*//')
    [ "$(cat "$folder/$stamped.at.txt")" = "$second" ] && { [ "$(date -u -d "@$second" "$by")" = "$whole" ] || [ "$(date -u -d "@$((second - 1))" "$by")" = "$whole" ]; }
    check $? "$folder/$stamped.at.txt"
    note "Time stamp: $said $token"
    authority "$folder/$stamped.tsa.pem" "$second"
  done
  note "$(openssl x509 -in "$folder/root.pem" -noout -fingerprint -sha256) 请与签发机构公布的核对 compare with what the authority publishes"
  grep -qF '"test":true' "$evidence" && note "测试证书，无法律效力 a TEST certificate, worth nothing outside of a rehearsal"
done

holds='成立 IT HOLDS' status=0
if [ "$seals" -eq 0 ] && grep -qE '"form":\{"digest":"[^"]*","name":"(${UNSEALED.join('|')})",' document.json; then
  all_files document.json document.json
  holds="各文件彼此一致；依规定不加盖公章，无签名可验，是否即为所报、何时由谁报送，以回执所载 SHA-256 为证 THE FILES AGREE WITH EACH OTHER; nothing is signed here, as none asks for it: that this was filed, by whom and when, its receipt says, by SHA-256 $document" status=3
else
  [ "$seals" -gt 0 ]
  check $? "有签章 there is a seal"
fi
[ "$failed" -eq 0 ] || holds='不成立 IT DOES NOT HOLD' status=1
echo "$holds: $(field document.json id)"
exit "$status"
`;
