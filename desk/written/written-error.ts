/** Something written that cannot be read as it stands: why, in Chinese and English, and where. */
export class WrittenError extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The member that is meant, where it is known. */
  readonly path: readonly (string | number)[];
  /** What is wrong with its place, in each language by itself. */
  readonly zh: string;
  readonly en: string;
  constructor(
    [zh, en]: readonly [zh: string, en: string],
    place?: { readonly line: number; readonly col: number },
    path: readonly (string | number)[] = [],
  ) {
    const [line, column] = [String(place?.line), String(place?.col)];
    const [where, there] = place ? [`第 ${line} 行第 ${column} 列`, `line ${line}, column ${column}`] : ['', ''];
    super(place ? `${where} / ${there}: ${zh} / ${en}` : `${zh} / ${en}`);
    this.name = 'WrittenError';
    this.line = place?.line;
    this.column = place?.col;
    this.path = path;
    this.zh = place ? `${where}：${zh}` : zh;
    this.en = place ? `${there}: ${en}` : en;
  }
}

/** How deep lists and objects may stand within each other: more than anything that is asked has, less than any reader of them minds. */
export const MOST_DEEP = 32;

export const tooDeep = (place?: { readonly line: number; readonly col: number }): WrittenError =>
  new WrittenError([`至多嵌套 ${String(MOST_DEEP)} 层`, `lists and objects are nested ${String(MOST_DEEP)} deep at most`], place);
