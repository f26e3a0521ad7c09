import { createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Clamd, readAnswer } from '../../../documents/files/scanner.js';

/** Something that listens as clamd does, and does what it is told with whoever comes. */
async function listening(serve: (socket: Socket) => void): Promise<string> {
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const bound = server.address();
  return `clamd:127.0.0.1:${String(typeof bound === 'object' ? bound?.port : 0)}`;
}
const file = (): Readable => Readable.from([Buffer.from('abc'), Buffer.alloc(200_000)]);

describe('front §6 — scanned where a scanner is configured', () => {
  it('sends the file in pieces with their sizes, and reads what is said of it', async () => {
    const came: Buffer[] = [];
    const address = await listening((socket) => {
      socket.on('data', (piece) => {
        came.push(piece);
        if (
          Buffer.concat(came).subarray(-4).equals(Buffer.alloc(4)) &&
          Buffer.concat(came).length === 10 + 4 + 3 + 4 + 200_000 + 4
        )
          socket.end('stream: OK\0');
      });
    });
    expect(await new Clamd(address).scan(file())).toEqual({ clean: true });
    expect(Buffer.concat(came).subarray(0, 17).toString('latin1')).toBe('zINSTREAM\0\0\0\0\u0003abc');
  });

  it('one that is not there, hangs up, or says nothing is away, and nobody waits for it without end', async () => {
    expect(await new Clamd('clamd:127.0.0.1:1').scan(file())).toMatchObject({
      away: expect.stringContaining('ECONNREFUSED') as string,
    });
    const gone = await listening((socket) => socket.destroy());
    expect(await new Clamd(gone).scan(file())).toHaveProperty('away');
    const silent = await listening((socket) => socket.resume());
    expect(await new Clamd(silent, 100).scan(file())).toEqual({ away: 'clamd took too long' });
  });

  it('what it says is read word by word', () => {
    expect(readAnswer('stream: Luyue.Test FOUND\0')).toEqual({ found: 'Luyue.Test' });
    expect(readAnswer('INSTREAM size limit exceeded. ERROR\0')).toEqual({ away: 'INSTREAM size limit exceeded. ERROR' });
    expect(readAnswer('')).toEqual({ away: 'clamd hung up' });
  });
});
