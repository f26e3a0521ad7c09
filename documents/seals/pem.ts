/** The DER of every block of a kind in a text (RFC 7468). */
export const dersIn = (text: string, kind: string): Uint8Array[] =>
  [...text.matchAll(new RegExp(`-----BEGIN ${kind}-----([A-Za-z0-9+/=\\s]+)-----END ${kind}-----`, 'g'))].map(
    ([, base64 = '']) => new Uint8Array(Buffer.from(base64, 'base64')),
  );

const LINE = /.{1,64}/g;

/** Text as every tool reads it. */
export const pemOf = (der: Uint8Array, kind: string): string =>
  `-----BEGIN ${kind}-----\n${(Buffer.from(der).toString('base64').match(LINE) ?? []).join('\n')}\n-----END ${kind}-----\n`;

/** The only block of a kind, or the bytes themselves where they are no text of this form. */
export const derOf = (bytes: Uint8Array, kind: string): Uint8Array => {
  const [first] = dersIn(Buffer.from(bytes).toString('latin1'), kind);
  return first ?? bytes;
};
