/**
 * 千位分隔: a number as tables show it, `1,234.5`, in our one spelling, `1234.5`; every other text as it is. Only where a comma can be nothing
 * but a separator of thousands, in groups of three: of `1,23` nobody can tell what is meant, and whoever reads it refuses it by name.
 * So are read the pages and the tables of a spreadsheet, xlsx or csv; what programs send, over HTTP or on the command line, keeps the one spelling.
 */
export const ungrouped = (text: string): string =>
  /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
