import pg from 'pg';
import { expect, it } from 'vitest';
import { newKey } from '../../desk/reach/payload-keys.js';
import { filesFrom } from '../../documents/files/kept-where.js';
import { listPlacesIn } from '../../documents/seals/settings.js';
import { stampingIn } from '../../documents/time-stamps/settings.js';
import { readSettings } from '../../gateway/settings.js';
import { lastWords } from '../../records/last-words.js';
import { WrongPlatform } from '../../records/platform.js';
import { readSettings as readWorkerSettings } from '../../worker/settings.js';

const ENV = {
  DATABASE_URL: 'postgresql://luyue@127.0.0.1/luyue',
  TEMPORAL_ADDRESS: 'temporal:7233',
  PLATFORM: 'service',
  LUYUE_FILES: '/files',
};

it('in service nothing starts that would write to Temporal unencrypted; elsewhere it may', () => {
  expect(() => readSettings(ENV)).toThrow('LUYUE_PAYLOAD_KEYS');
  expect(() => readSettings({ ...ENV, LUYUE_PAYLOAD_KEYS: '' })).toThrow('LUYUE_PAYLOAD_KEYS');
  expect(readSettings({ ...ENV, LUYUE_PAYLOAD_KEYS: newKey('k1') }).LUYUE_PAYLOAD_KEYS?.first).toBe('k1');
  expect(readSettings({ ...ENV, PLATFORM: 'rehearsal' }).LUYUE_PAYLOAD_KEYS).toBeUndefined();
});

it('in service files are kept: nothing starts that has no place for them', () => {
  const keys = { LUYUE_PAYLOAD_KEYS: newKey('k1') };
  expect(() => readSettings({ ...ENV, ...keys, LUYUE_FILES: '' })).toThrow('LUYUE_FILES');
  expect(readSettings({ ...ENV, ...keys }).LUYUE_FILE_MB).toBe(50_000_000);
  expect(() => readSettings({ ...ENV, ...keys, LUYUE_SCANNER: 'clamav' })).toThrow('LUYUE_SCANNER');
});

it('a key that is none stops the start and is not said; pages of Temporal are named by their origin', () => {
  const secret = newKey('k1').slice(3, -6);
  const wrong = (): unknown => readSettings({ ...ENV, LUYUE_PAYLOAD_KEYS: `k1:${secret}` });
  expect(wrong).toThrow(/LUYUE_PAYLOAD_KEYS: 须为 ID:KEY[^\n]* \/ must be ID:KEY/);
  expect(wrong).not.toThrow(secret);
  const keys = { LUYUE_PAYLOAD_KEYS: newKey('k1') };
  expect(() => readSettings({ ...ENV, ...keys, LUYUE_TEMPORAL_PAGES: 'https://cases.example/x' })).toThrow('must be origins');
  expect(readSettings({ ...ENV, ...keys, LUYUE_TEMPORAL_PAGES: 'https://cases.example' }).LUYUE_TEMPORAL_PAGES).toEqual([
    'https://cases.example',
  ]);
});

it('an empty setting is none; one that is nothing of its kind is told by its name', () => {
  const env = { ...ENV, PLATFORM: 'embedded' };
  expect(readSettings({ ...env, LUYUE_GATEWAY_PORT: '', DATABASE_CONNECTIONS: '' })).toMatchObject({
    LUYUE_GATEWAY_PORT: 8080,
    DATABASE_CONNECTIONS: 10,
  });
  expect(() => readSettings({ ...env, LUYUE_CALL_SECONDS: 'abc' })).toThrow('LUYUE_CALL_SECONDS');
  expect(() => readSettings({ ...env, DATABASE_URL: 'mysql://x/y' })).toThrow('DATABASE_URL');
});

const UP = { ...ENV, PLATFORM: 'embedded', SMTP_URL: 'smtp://127.0.0.1:25' };

it.each([
  ['LUYUE_GATEWAY_PORT', ['0x1F90', '8e3', ' 8080', '65536', '-1', '8080.5']],
  ['DATABASE_CONNECTIONS', ['0', '1e3', '1001', 'ten']],
  ['LIMIT_PERSON', ['0', '-1', '0x10']],
  ['LIMIT_PARTY', ['49', '1e2']],
  ['LUYUE_ORIGIN', ['https://x.example/path', 'https://x.example?y', 'javascript:alert(1)']],
  ['LUYUE_SEAL_ROOTS', ['/nowhere', '/']],
  ['LUYUE_WITNESS', ['/nowhere']],
  ['LUYUE_FONT', ['/nowhere']],
])('the gateway does not start with %s of %j', (name, values) => {
  for (const value of values)
    expect(() => readSettings({ ...UP, [name]: value })).toThrow(new RegExp(`${name}: [^/]*(须|至少)[^\\n]* / must`));
});

it.each([
  ['CACHE', ['0', '-1', '1e9', 'many']],
  ['DATABASE_CONNECTIONS', ['0', '0x10', '1001']],
  ['SWEEP_SECONDS', ['-1', 'Infinity', '1e3', '5s']],
  ['LETTERS_QUIET_SECONDS', ['-1', 'soon', '0x1']],
  ['MAIL_FROM', ['nobody', 'a@b.example, c@d.example', '平台 <nobody>']],
  ['SMTP_URL', ['smtp:', 'http://x']],
  ['TSA_ROOTS', ['/nowhere']],
])('the worker does not start with %s of %j', (name, values) => {
  for (const value of values)
    expect(() => readWorkerSettings({ ...UP, [name]: value })).toThrow(new RegExp(`${name}: [^/]*(须|至少)[^\\n]* / must`));
});

it('what is right is taken: nought where it means something, one address with a name or without', () => {
  const right = { SWEEP_SECONDS: '0', LETTERS_QUIET_SECONDS: '0', MAIL_FROM: 'a@b.example', LUYUE_ORIGIN: 'https://x.example/' };
  expect(readWorkerSettings({ ...UP, ...right, PLATFORM: 'rehearsal' })).toMatchObject({
    SWEEP_SECONDS: 0,
    LETTERS_QUIET_SECONDS: 0,
  });
  expect(readWorkerSettings({ ...UP, MAIL_FROM: '平台 <a@b.example>' }).MAIL_FROM).toBe('平台 <a@b.example>');
});

it('what was stored is looked for everywhere but in a rehearsal, which hands over itself', () => {
  const keys = { LUYUE_PAYLOAD_KEYS: newKey('k1') };
  for (const PLATFORM of ['embedded', 'service'])
    expect(() => readWorkerSettings({ ...UP, ...keys, PLATFORM, SWEEP_SECONDS: '0' })).toThrow(
      /SWEEP_SECONDS: 非演练时须大于 0[^\n]* \/ must be above 0/,
    );
  expect(readWorkerSettings({ ...UP, SWEEP_SECONDS: '0.1' }).SWEEP_SECONDS).toBe(0.1);
});

it.each([
  ['a port that is in use', 'EADDRINUSE', 3, '端口已被占用'],
  ['a file that is not there', 'ENOENT', 2, '文件不存在'],
  ['a database that is away', 'ECONNREFUSED', 3, '账簿数据库没有答复'],
])('%s is told in a sentence of both languages', (_, code, status, said) => {
  const told = lastWords(Object.assign(new Error(`connect ${code}\n127.0.0.1`), { code }));
  expect(told.status).toBe(status);
  expect(told.text).toMatch(new RegExp(`^[^\\n]*${said}[^\\n]* · [^\\n]*[a-z][^\\n]*$`));
});

it.each([
  ['28P01', '用户名或密码'],
  ['3D000', '没有 DATABASE_URL 所指的数据库'],
  ['42P01', '先执行迁移'],
  ['42501', '权限不足'],
])('what the database refuses with %s is told without a stack', (code, said) => {
  const error = Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });
  const { status, text } = lastWords(error);
  expect([status, text.includes(said), text.includes('\n')]).toEqual([3, true, false]);
});

it('a switch that contradicts the book is told, and not as a failure of ours', () => {
  expect(lastWords(new WrongPlatform('rehearsal', 'service'))).toEqual({
    status: 2,
    text: expect.stringMatching(/^账簿属于 rehearsal 平台[^\n]+never service[^\n]+$/),
  });
});

it('who set it wrong is told in words, with exit status 2; a failure of ours has its stack', () => {
  const wrong = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return lastWords(error);
    }
  };
  const told = (name: string) => ({ status: 2, text: expect.stringMatching(new RegExp(`^环境变量.*\\n  ${name}: [^\\n]+$`)) });
  expect(wrong(() => readSettings({ ...UP, LIMIT_PERSON: '-1' }))).toEqual(told('LIMIT_PERSON'));
  const lists = { LUYUE_SEAL_LISTS: '/lists', LUYUE_SEAL_LISTS_FROM: 'foo' };
  expect(wrong(() => listPlacesIn(readWorkerSettings({ ...UP, ...lists })))).toEqual(told('LUYUE_SEAL_LISTS_FROM'));
  expect(wrong(() => listPlacesIn(readWorkerSettings({ ...UP, ...lists, LUYUE_SEAL_LISTS: '' })))).toEqual(
    told('LUYUE_SEAL_LISTS'),
  );
  expect(wrong(() => stampingIn(readWorkerSettings({ ...UP, TSA_URL: 'http://tsa.example' })))).toEqual(told('TSA_ROOTS'));
  const bucket = readSettings({ ...UP, LUYUE_FILES: 'https://s3.example/bucket' });
  expect(wrong(() => filesFrom(bucket, new pg.Pool()))).toEqual(told('LUYUE_FILES_KEY'));
  expect(lastWords(new Error('ours'))).toEqual({ status: 1, text: expect.stringContaining('at ') });
});
