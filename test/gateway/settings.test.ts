import { expect, it } from 'vitest';
import { newKey } from '../../desk/reach/payload-keys.js';
import { readSettings } from '../../gateway/settings.js';

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
  expect(wrong).toThrow('LUYUE_PAYLOAD_KEYS: must be ID:KEY');
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
    ...{ LUYUE_GATEWAY_PORT: 8080, DATABASE_CONNECTIONS: 10 },
  });
  expect(() => readSettings({ ...env, LUYUE_CALL_SECONDS: 'abc' })).toThrow('LUYUE_CALL_SECONDS');
  expect(() => readSettings({ ...env, DATABASE_URL: 'mysql://x/y' })).toThrow('DATABASE_URL');
});
