/** Something written that cannot be read as it stands: why, in Chinese and English, and where. */
export class WrittenError extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The member that is meant, where it is known. */
  readonly path: readonly (string | number)[];
  constructor(why: string, place?: { readonly line: number; readonly col: number }, path: readonly (string | number)[] = []) {
    super(
      place
        ? `第 ${String(place.line)} 行第 ${String(place.col)} 列 / line ${String(place.line)}, column ${String(place.col)}: ${why}`
        : why,
    );
    this.name = 'WrittenError';
    this.line = place?.line;
    this.column = place?.col;
    this.path = path;
  }
}
