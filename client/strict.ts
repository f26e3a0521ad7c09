import type { Command } from 'commander';

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** The options that somebody gave with nothing in them, and the arguments. */
function blankIn(command: Command): string | undefined {
  const given = command.opts<Record<string, unknown>>();
  const option = command.options.find((one) => isBlank(given[one.attributeName()]));
  if (option) return `option '${option.flags}'`;
  const index = command.args.findIndex(isBlank);
  const argument = command.registeredArguments[Math.min(index, command.registeredArguments.length - 1)];
  return index < 0 || !argument ? undefined : `argument '${argument.name()}'`;
}

/** An option that means one thing cannot be given two: the second would win without a word. */
function refuseTwice(command: Command): void {
  for (const option of command.options) {
    if (option.isBoolean() || option.variadic || Array.isArray(option.defaultValue)) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      given += 1;
      if (given > 1) command.error(`error: option '${option.flags}' is given twice, give it once`);
    });
  }
}

/** Has a program refuse, for each of its commands, what is given twice and what is given with nothing in it. */
export function beStrict(program: Command): void {
  const settle = (command: Command): void => {
    refuseTwice(command);
    command.commands.forEach(settle);
  };
  settle(program);
  program.hook('preAction', (_, command) => {
    const blank = blankIn(command);
    if (blank !== undefined) command.error(`error: ${blank} is given with nothing in it`);
  });
}
