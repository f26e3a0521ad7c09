/** What to do next on a platform that has just started: with a unit that is there, or, where there is none, how to come to one. `luyue`: how commands speak to it. */
export function whatNext(unit: string | undefined, luyue = 'npx luyue'): string[] {
  const timetable = `  ${luyue} timetable`;
  if (unit === undefined)
    return [
      '  平台上还没有单位 · there is no unit here yet:',
      `  ${luyue} register template --out list.xlsx       取得待填名单 · a list of units to fill in`,
      `  ${luyue} register import list.xlsx --commit      导入名单，逐家开立案件 · open a case for each unit of it`,
      `  ${luyue} up --demo                               或停止后以演示方式启动 · or stop, and start with a demonstration`,
      timetable,
    ];
  return [
    '  点开一个案件，当前情况在 "Current Details" 中 · open a case in the browser: its Current Details say what it waits for',
    `  ${luyue} status ${unit}`,
    timetable,
  ];
}
