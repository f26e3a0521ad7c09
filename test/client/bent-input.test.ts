import { Command } from 'commander';
import { expect, it } from 'vitest';
import { checkEnvironment } from '../../client/environment.js';
import { beStrict } from '../../client/strict.js';

const asked = (...given: string[]): unknown => {
  const program = new Command('luyue').exitOverride().configureOutput({ outputError: () => undefined });
  const seen: unknown[] = [];
  const command = program
    .command('do')
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  command
    .argument('<act>')
    .option('--for <id>')
    .option('--json')
    .option('--file <name...>')
    .option('--attach <name>', 'again for each', (one: string, before: readonly string[]) => [...before, one], [])
    .action((act: string, options: object) => void seen.push({ act, ...options }));
  beStrict(program);
  program.parse(['do', ...given], { from: 'user' });
  return seen[0];
};

it.each([
  [['surrender', '--for', ''], "option '--for <id>' is given with nothing in it"],
  [['surrender', '--for', ' \t'], "option '--for <id>' is given with nothing in it"],
  [[''], "argument 'act' is given with nothing in it"],
  [['surrender', '--for', 'BJ-0001', '--for', 'BJ-0002'], "option '--for <id>' is given twice"],
])('%j is refused: %s', (given, message) => {
  expect(() => asked(...given)).toThrow(message);
});

it('what may be given several times still is, and a yes is a yes however often it is said', () => {
  expect(asked('surrender', '--json', '--json', '--attach', 'a', '--attach', 'b', '--file', 'x', '--file', 'y')).toEqual({
    act: 'surrender',
    json: true,
    attach: ['a', 'b'],
    file: ['x', 'y'],
  });
});

it.each([
  ['LUYUE_CALL_SECONDS', ['abc', '-5', '0', '1e9', '0x10', '1e1', '10s', ' 10', '１０', '0.01', '86401']],
  ['LUYUE_URL', ['nonsense', 'ftp://x', '127.0.0.1:8080']],
  ['LUYUE_TOKEN', ['a\nb', '履约', 'a b']],
  ['LUYUE_ORIGIN', ['foo', 'javascript:alert(1)', 'https://x.example/path', 'https://x.example?y=1', 'https://a@x.example']],
  ['DATABASE_URL', ['nonsense', 'mysql://x/y', 'postgresql://127.0.0.1:99999/x']],
  ['SMTP_URL', ['foo', 'http://127.0.0.1:25', 'smtp:']],
  ['TEMPORAL_ADDRESS', ['http://127.0.0.1:7233', 'a b', 'temporal:0', 'temporal:99999']],
  ['LUYUE_SCANNER', ['clamd', 'clamd:host:99999']],
  ['LUYUE_GATEWAY_PORT', ['abc', '-1', '0', '8.5', '65536', '1e3']],
  ['LUYUE_PAYLOAD_KEYS', ['zz', ':', 'a:b']],
  ['LUYUE_FILES', ['ftp://x/y']],
  ['LUYUE_FILE_MB', ['abc', '-1', '0x5', '5e1', '50MB']],
  ['LUYUE_REGULATION', ['/nowhere']],
  ['LUYUE_FONT', ['/nowhere', '/']],
  ['DATABASE_LOCK_SECONDS', ['no']],
  ['WEBHOOK_SECRET', ['short']],
  ['TSA_URL', ['foo']],
])('%s of %j is refused by its name', (name, values) => {
  for (const value of values) expect(() => checkEnvironment({ [name]: value })).toThrow(name);
});

it('what is right, or not set, is no hindrance', () => {
  checkEnvironment({});
  checkEnvironment({
    LUYUE_URL: 'https://luyue.example/',
    DATABASE_URL: 'postgresql:///luyue',
    SMTP_URL: 'smtps://a:b@mail.example:465',
    TEMPORAL_ADDRESS: '[::1]:7233',
    LUYUE_FILES: 'https://s3.example/b',
    LUYUE_CALL_SECONDS: '0.5',
    LUYUE_UI_PORT: '65535',
  });
});
