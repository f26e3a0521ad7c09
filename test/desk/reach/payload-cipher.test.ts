import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { expect, onTestFinished, test } from 'vitest';
import { PayloadCipher } from '../../../desk/reach/payload-cipher.js';
import { ensureKeys, keyRing, keysIn, newKey } from '../../../desk/reach/payload-keys.js';

const [OLD, NEW] = [newKey('k1'), newKey('k2')];
const cipherOf = (text: string): PayloadCipher => {
  const ring = keyRing(text);
  if (!ring) throw new Error('no keys');
  return new PayloadCipher(ring);
};
const readable = (payload: { data?: Uint8Array | null }): string => Buffer.from(payload.data ?? []).toString('utf8');
const PERSON = { name: '王小明', mail: 'wang@unit.example', telephone: '13800000000' };
const written = defaultPayloadConverter.toPayload(PERSON);

test('what has fields is unreadable, and read again it is what it was', async () => {
  const cipher = cipherOf(OLD);
  const [kept] = await cipher.encode([written]);
  if (!kept) throw new Error('nothing was kept');
  for (const word of Object.values(PERSON)) expect(readable(kept)).not.toContain(word);
  expect(readable({ data: kept.metadata?.['encoding'] ?? null })).toBe('binary/encrypted');
  const [again] = await cipher.decode([kept]);
  expect(defaultPayloadConverter.fromPayload(again ?? {})).toEqual(PERSON);
});

test('the same content is never written the same way twice', async () => {
  const [one, two] = await cipherOf(OLD).encode([written, written]);
  expect(one?.data).not.toEqual(two?.data);
});

test('what was written by an earlier key is read as long as that key is there; new content takes the first', async () => {
  const [kept] = await cipherOf(OLD).encode([written]);
  const rotated = cipherOf(`${NEW},${OLD}`);
  const [again] = await rotated.decode([kept ?? {}]);
  expect(readable(again ?? {})).toBe(readable(written));
  const [fresh] = await rotated.encode([written]);
  expect(readable({ data: fresh?.metadata?.['encryption-key-id'] ?? null })).toBe('k2');
  await expect(cipherOf(OLD).decode([fresh ?? {}])).rejects.toThrow('no key k2');
});

test('a changed byte, or the name of another key, is found', async () => {
  const cipher = cipherOf(`${NEW},${OLD}`);
  const [kept] = await cipher.encode([written]);
  const changed = Buffer.from(kept?.data ?? []);
  changed[20] = (changed[20] ?? 0) ^ 1;
  await expect(cipher.decode([{ ...kept, data: changed }])).rejects.toThrow();
  const renamed = { ...kept?.metadata, 'encryption-key-id': Buffer.from('k1') };
  await expect(cipher.decode([{ ...kept, metadata: renamed }])).rejects.toThrow();
});

test('what was written before there were keys, ids, lines on timers and the description for the pages stay as they are', async () => {
  const cipher = cipherOf(OLD);
  const description = { definition: { type: 'complianceCycle' }, currentDetails: '## 示例热力有限公司' };
  const plain = ['2024/BJ-0001/compliance-cycle', 7, true, undefined, description].map((value) =>
    defaultPayloadConverter.toPayload(value),
  );
  expect(await cipher.encode(plain)).toEqual(plain);
  expect(await cipher.decode([written, ...plain])).toEqual([written, ...plain]);
});

test('what is no key is refused, and is not said', () => {
  const secret = newKey('k1').slice(3, -4);
  for (const wrong of ['k1', `k1:${secret}`, `K1:${OLD.slice(3)}`, `${OLD}:more`, `${OLD},`, `:${OLD.slice(3)}`])
    expect(() => keyRing(wrong), wrong).toThrow(/^须为 ID:KEY((?!k1:).)* must be ID:KEY((?!k1:).)*$/);
  expect(() => keyRing(`${OLD},${newKey('k1')}`)).toThrow('the same id');
  expect([keyRing(undefined), keyRing(''), keyRing(' ')]).toEqual([undefined, undefined, undefined]);
});

test('a platform on one machine makes a key once, for its owner’s eyes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luyue-keys-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  expect(keysIn(folder)).toBeUndefined();
  const made = ensureKeys(folder);
  expect([ensureKeys(folder), keysIn(folder)]).toEqual([made, made]);
  expect(statSync(join(folder, 'payload-keys')).mode & 0o777).toBe(0o600);
});
