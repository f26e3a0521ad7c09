import qrcode from 'qrcode-generator';

/** A text as a square of dark and light; row by row, true is dark. */
export function squareOf(text: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_, row) => Array.from({ length: count }, (__, column) => code.isDark(row, column)));
}
