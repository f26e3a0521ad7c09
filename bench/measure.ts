const MICROSECONDS = 1_000_000;
const NAME_WIDTH = 42;
const CELL_WIDTH = 16;

/** CPU seconds that this process has used, user and system. */
export const cpuSecondsHere = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
};

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const sayRow = (name: string, cells: readonly string[]): void =>
  say(`  ${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}`);
