/** The README of an export: what is in the folder, and how to verify each part of it by hand. */
export const readmeOf = (id: string, version: number): string => `# ${id}，第 ${String(version)} 版 / version ${String(version)}

运行 \`sh verify.sh\` 即可验证；只需 sh、openssl（3.0 以上）、sha256sum，不需要本平台的任何软件。
Run \`sh verify.sh\` to verify all of it: with sh, openssl (3.0 or later) and sha256sum, and nothing of the platform.

| 文件 file | 内容 what it is |
| --- | --- |
| \`document.json\` | 文件内容（RFC 8785），即签章所指的散列 the document, whose SHA-256 the seal names |
| \`files/\` | 支撑材料 the files that the document names |
| \`seals/SEAL-…/manifest.json\` | 被签署的清单 what was signed: the act, the unit, the document and files by their hashes |
| \`seals/SEAL-…/seal.p7s\`, \`seal.sm2\` | 签名：CMS，或者 SM2（GM/T 0009） the signature |
| \`…/certificate.pem\`, \`chain.pem\`, \`root.pem\` | 证书、中间证书、根证书 the certificate, those above it, the root |
| \`…/crl.pem\` | 签章之时所知的吊销列表 the lists of revoked certificates as they were known when it was sealed |
| \`…/evidence.json\`, \`line.json\` | 当时的核验记录，及其在锚定树中的一行 what was looked at then, and the line that stands in the anchor |
| \`…/anchor.json\`, \`anchor-path.txt\` | 当日锚定及通往它的路径 the anchor of the day, and the way to it |
| \`…/*.tsr\`, \`*.tsa.pem\` | 时间戳（RFC 3161）及其机构 time stamps, and their authority |
| \`SHA256SUMS\` | 各文件散列 the hashes of all files |

签章分三类 A seal is of one of three kinds (\`about.txt\`): \`certificate\` 单位自有证书，在平台外签署 by the party's own certificate, signed outside of the platform · \`platform\` 由电子签章平台代管密钥签署 by a seal platform that keeps the party's key · \`witness\` 平台在签署人再次验证身份后见证 by this platform as a witness, after the signer's second factor.
月度存证依规定不加盖公章，没有签章可验：是否即为所报、何时由谁报送，以回执（平台签章）所载 SHA-256 为证。A month's evidence asks for no seal, and has none to verify: that this was filed, by whom and when, its receipt says, which the platform has sealed, by its SHA-256.

\`verify.sh\` 的退出码 exit status: 0 成立 it holds · 1 不成立 it does not hold · 3 各文件彼此一致，但无签名可验，须与回执核对 the files agree, and nothing is signed: compare with the receipt.

## 逐步验证 By hand

    sha256sum -c SHA256SUMS
    sha256sum document.json files/*          # 与 manifest.json 中的散列对照 compare with manifest.json
    cd seals/SEAL-…
    date -u -d @$(( $(sed 's/.*"madeAt":\\([0-9]*\\).*/\\1/' line.json) / 1000 )) +%s     # STAMP
    cat root.pem crl.pem > trust.pem
    openssl verify -attime STAMP -crl_check_all -purpose any -CAfile trust.pem -untrusted chain.pem certificate.pem
    openssl cms -verify -binary -inform DER -in seal.p7s -content manifest.json -CAfile trust.pem -attime STAMP -purpose any
    # SM2
    openssl x509 -in certificate.pem -pubkey -noout > pub.pem
    openssl pkeyutl -verify -pubin -inkey pub.pem -in manifest.json -sigfile seal.sm2 -rawin -digest sm3 -pkeyopt distid:1234567812345678
    # 时间戳 time stamp
    openssl ts -verify -data anchor.json -in anchor.json.tsr -token_in -CAfile anchor.json.tsa.pem

证书之后过期或者被吊销，不影响当时有效的签章；请以 \`-attime\` 按签章之时核验。A certificate that has expired or was revoked since does not undo a seal that was valid: verify as of its own time with \`-attime\`.
根证书指纹和锚定散列，请与另行公布的核对：本文件夹不能为自己作证。Compare the fingerprint of the root and the hash of the anchor with what is published elsewhere: a folder cannot vouch for itself.
`;
