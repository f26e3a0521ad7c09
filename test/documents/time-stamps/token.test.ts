import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRoots } from '../../../documents/seals/trust.js';
import { stampBy, type Fresh } from '../../../documents/time-stamps/authority.js';
import { queryFor } from '../../../documents/time-stamps/request.js';
import { judgeToken } from '../../../documents/time-stamps/token.js';
import { rootFile, TestAuthority } from '../../../embedded/authority/authority.js';
import { startTimeAuthority, type RunningTimeAuthority } from '../../../embedded/authority/time-authority.js';
import { Openssl } from '../openssl.js';

const CONTENT = Buffer.from('{"day":"2024-06-03"}', 'utf8');
const SHA = createHash('sha256').update(CONTENT).digest('hex');

let openssl: Openssl;
let ours: RunningTimeAuthority;
let roots: string;
const servers: Server[] = [];

/** Whatever answers over HTTP, as an authority. */
async function answering(how: RequestListener): Promise<string> {
  const server = createServer(how);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}
const bodyOf = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
const asked = async (query: Uint8Array): Promise<Buffer> =>
  Buffer.from(await (await fetch(ours.url, { method: 'POST', body: new Uint8Array(query) })).arrayBuffer());
const stamp = (url: string, trusted = roots, now = Date.now()) =>
  stampBy({ url, roots: () => readRoots(trusted) }, CONTENT, SHA, now);
const fresh = (answer: Awaited<ReturnType<typeof stamp>>): Fresh => {
  if ('no' in answer) throw new Error(answer.no);
  return answer;
};

beforeAll(async () => {
  openssl = new Openssl();
  ours = await startTimeAuthority(`${openssl.folder}/authority`);
  roots = rootFile(`${openssl.folder}/authority`);
});
afterAll(async () => {
  await ours.stop();
  for (const server of servers) server.close();
  openssl.remove();
});

/** The machine's openssl as an authority, with a certificate of ours. */
async function opensslAuthority(): Promise<string> {
  const issued = await (await TestAuthority.open(`${openssl.folder}/authority`)).issue({ name: 'openssl', purpose: 'time' });
  openssl.write('o.key', issued.key);
  openssl.write('o.crt', issued.certificates);
  openssl.write('serial', '01\n');
  openssl.write(
    'tsa.cnf',
    [
      '[tsa]\ndefault_tsa = one\n[one]\nserial = serial\nsigner_cert = o.crt\nsigner_key = o.key\nsigner_digest = sha256',
      'default_policy = 1.2.3.4.1\ndigests = sha256, sha512\ncerts = o.crt\ness_cert_id_alg = sha256\n',
    ].join('\n'),
  );
  return answering((incoming, outgoing) => {
    void bodyOf(incoming).then((query) => {
      openssl.write('q.tsq', query);
      openssl.must('ts', '-reply', '-config', 'tsa.cnf', '-section', 'one', '-queryfile', 'q.tsq', '-out', 'a.tsr');
      outgoing.end(openssl.read('a.tsr'));
    });
  });
}

const verifiedOutside = ({ token, authority }: Fresh, content: Buffer = CONTENT): boolean => {
  openssl.write('content', content);
  openssl.write('token', token);
  openssl.write('above.pem', authority);
  return openssl.run('ts', '-verify', '-data', 'content', '-in', 'token', '-token_in', '-CAfile', 'above.pem').ok;
};

describe('a time stamp (RFC 3161) is believed once it has been looked at', () => {
  it('ours is verified by openssl, and says when it was', async () => {
    const before = Date.now();
    const made = fresh(await stamp(ours.url));
    // to the second, rounded down
    expect([made.stampedAt > before - 1_000, made.stampedAt <= Date.now()]).toEqual([true, true]);
    expect(verifiedOutside(made)).toBe(true);
    expect(verifiedOutside(made, Buffer.from('another'))).toBe(false);
  });

  it('openssl’s is verified by ours', async () => {
    const made = fresh(await stamp(await opensslAuthority()));
    expect(verifiedOutside(made)).toBe(true);
    const trusted = await readRoots(roots);
    expect(await judgeToken(made.token, { content: CONTENT, roots: trusted })).toMatchObject({ at: made.stampedAt });
  });

  it('one of another content, of other roots, of a key that seals, of another question is named as such', async () => {
    const { token } = fresh(await stamp(ours.url));
    const trusted = await readRoots(roots);
    const judged = (over: object) => judgeToken(token, { content: CONTENT, roots: trusted, ...over });
    expect(await judged({ content: Buffer.from('another') })).toBe('another-hash');
    expect(await judged({ nonce: '41' })).toBe('another-nonce');
    expect(await judged({ roots: [] })).toBe('not-trusted');
    const stranger = await TestAuthority.open(`${openssl.folder}/stranger`);
    expect(await judged({ roots: await readRoots(rootFile(stranger.folder)) })).toBe('not-trusted');
    const sealing = await TestAuthority.open(`${openssl.folder}/sealing`);
    const issued = await sealing.issue({ name: 'a party', purpose: 'seal' });
    openssl.write('sealing/time.key', issued.key);
    openssl.write('sealing/time.crt', issued.certificates);
    const forSeals = await startTimeAuthority(sealing.folder);
    expect(await stamp(forSeals.url, forSeals.roots)).toEqual({ no: 'not-for-time' });
    await forSeals.stop();
    expect(await judgeToken(new Uint8Array([48, 0]), { content: CONTENT, roots: trusted })).toBe('unreadable');
  });

  it('each byte of a token counts: with one changed it is another one, or none', async () => {
    const { token, stampedAt } = fresh(await stamp(ours.url));
    const trusted = await readRoots(roots);
    for (let place = 0; place < token.length; place += 61) {
      const changed = new Uint8Array(token);
      changed[place] = (changed[place] ?? 0) ^ 0x01;
      const held = await judgeToken(changed, { content: CONTENT, roots: trusted });
      // what is not signed may still differ: a length of a certificate's list, an order
      if (typeof held !== 'string') expect(held.at, `byte ${String(place)}`).toBe(stampedAt);
    }
  });

  it('an authority that is away, says nonsense, refuses, replays, is of another time or sends without end gives none', async () => {
    const replayed = await asked(queryFor(SHA).der);
    const old = await answering((_, outgoing) => outgoing.end(replayed));
    const refused = await asked(Buffer.from('nonsense'));
    const refusing = await answering((_, outgoing) => outgoing.end(refused));
    const nonsense = await answering((_, outgoing) => outgoing.end('<html>welcome</html>'));
    const broken = await answering((_, outgoing) => outgoing.writeHead(500).end());
    const away = await answering((incoming) => incoming.destroy());
    const elsewhere = await answering((_, outgoing) => outgoing.writeHead(302, { location: ours.url }).end());
    const endless = await answering((_, outgoing) => {
      const more = (): void => {
        if (outgoing.write(Buffer.alloc(60_000))) setImmediate(more);
      };
      outgoing.on('drain', more);
      more();
    });
    const why = async (url: string, now?: number) => {
      const answer = await stamp(url, roots, now);
      return 'no' in answer ? answer.no : 'stamped';
    };
    expect(await why(old)).toBe('another-nonce');
    expect(await why(nonsense)).toBe('unreadable');
    expect(await why(broken)).toBe('it answers 500');
    expect(await why(away)).toMatch(/^it does not answer: /);
    expect(await why(elsewhere)).toMatch(/^it does not answer: /);
    expect(await why(endless)).toBe('it answers more than 65536 bytes');
    expect(await why(ours.url, Date.now() + 3_600_000)).toMatch(/^its clock is 3\d\d\d s from ours$/);
    expect(await why(refusing)).toBe('not-granted');
  });
});
