import { REGISTER_COLUMNS, type RegisterColumn } from './columns.js';

/** One line to show what stands where. Its id is none, so that an import says so while the line is still there. */
const EXAMPLE: Readonly<Record<RegisterColumn, string>> = {
  id: '示例行，请删除',
  name: '示例热力有限公司',
  kind: '重点碳排放单位',
  district: '朝阳区',
  newlyListed: '否',
  mail: 'ops@unit.example',
  lastApproved: '100000',
  lastSettled: '是',
  listedOn: '',
  mustReport: '是',
  mustBeVerified: '是',
  mustSettle: '是',
  telephone: '010-12345678',
  webhook: '',
};

/** A register to fill in: the Chinese headings of all columns, and one line as an example. */
export function registerTemplate(): { readonly head: readonly string[]; readonly lines: readonly (readonly string[])[] } {
  const columns = Object.keys(REGISTER_COLUMNS) as RegisterColumn[];
  return {
    head: columns.map((column) => REGISTER_COLUMNS[column].headings[0]),
    lines: [columns.map((column) => EXAMPLE[column])],
  };
}
