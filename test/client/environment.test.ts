import { describe, expect, it } from 'vitest';
import { callMs } from '../../desk/call.js';
import { reachIn } from '../../desk/reach/settings.js';
import { problemOf } from '../../client/failure.js';
import { up } from '../../client/up.js';
import { fileSettings } from '../../documents/files/settings.js';

const saidBy = (work: () => unknown): { code: string; message: string; status: number } | undefined => {
  try {
    work();
  } catch (error) {
    return problemOf(error);
  }
  return undefined;
};

describe('a variable of the environment that means nothing is told by its name, before anything is started', () => {
  it.each([
    ['LUYUE_CALL_SECONDS', ['soon', '-3', '0', 'NaN', '1e99'], (text: string) => callMs({ LUYUE_CALL_SECONDS: text })],
    ['LUYUE_FILE_MB', ['x', '1.5', '-1'], (text: string) => fileSettings({ LUYUE_FILE_MB: text })],
    ['LUYUE_SCANNER', ['clamav', 'clamd:'], (text: string) => fileSettings({ LUYUE_SCANNER: text })],
    ['LUYUE_PAYLOAD_KEYS', ['zz', ':', 'a:b'], (text: string) => reachIn({ LUYUE_PAYLOAD_KEYS: text }, '127.0.0.1:1')],
  ])('%s', (name, texts, read) => {
    for (const text of texts)
      expect([text, saidBy(() => read(text))]).toEqual([
        text,
        expect.objectContaining({ code: 'usage', status: 2, message: expect.stringContaining(`  ${name}: `) as string }),
      ]);
  });

  it('empty is as unset', () => {
    expect(callMs({ LUYUE_CALL_SECONDS: '' })).toBe(10_000);
    expect(callMs({})).toBe(10_000);
  });

  it('up starts nothing with it', async () => {
    process.env['LUYUE_CALL_SECONDS'] = 'soon';
    try {
      await expect(up({ demo: false })).rejects.toThrow('LUYUE_CALL_SECONDS');
    } finally {
      delete process.env['LUYUE_CALL_SECONDS'];
    }
  });
});
