import type { Browser } from '../sign-in/browser.js';

export interface FileSent {
  readonly field?: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Sends a form with files as a browser does, fields first. */
export function sendFiles(
  browser: Browser,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: readonly FileSent[],
): Promise<Browser> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { field = 'file', name, bytes } of files) form.append(field, new Blob([Uint8Array.from(bytes)]), name);
  return browser.go(path, form);
}

const OBJECTS = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
];

/** A page of nothing, as PDF. */
export function pdfNamed(name: string): FileSent {
  let text = '%PDF-1.4\n';
  const at = OBJECTS.map((object, n) => {
    const from = text.length;
    text += `${String(n + 1)} 0 obj\n${object}\nendobj\n`;
    return from;
  });
  const table = text.length;
  const lines = at.map((from) => `${String(from).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${String(at.length + 1)}\n0000000000 65535 f \n${lines}`;
  text += `trailer\n<< /Size ${String(at.length + 1)} /Root 1 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`;
  return { name, bytes: Buffer.from(text, 'latin1') };
}

/** What is filled in for values of a form. */
export const typed = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, said]) =>
      typeof said === 'string'
        ? [[`f.${name}`, said]]
        : (said as Record<string, string>[]).flatMap((row, n) =>
            Object.entries(row).map(([column, text]) => [`t.${name}.${String(n)}.${column}`, text]),
          ),
    ),
  );
