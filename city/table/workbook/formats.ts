import { readXml } from './xml.js';

export const GENERAL = 'General';

/** The formats that every workbook has (ECMA-376 part 1, 18.8.30), as a Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '"¥"#,##0;"¥"-#,##0;"¥-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Reads the number formats of a workbook's styles: the answer gives the format of a style. */
export async function readFormats(part: AsyncIterable<Uint8Array>): Promise<(style: number) => string> {
  const own = new Map<number, string>();
  const ofStyle: number[] = [];
  await readXml(part, {
    open: (path, attribute) => {
      const [name, within] = [path.at(-1), path.at(-2)];
      if (name === 'numFmt' && within === 'numFmts') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? GENERAL);
      else if (name === 'xf' && within === 'cellXfs') ofStyle.push(Number(attribute('numFmtId') ?? 0));
    },
  });
  return (style) => {
    const id = ofStyle[style] ?? 0;
    return own.get(id) ?? BUILT_IN[id] ?? GENERAL;
  };
}
