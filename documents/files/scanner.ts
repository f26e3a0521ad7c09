import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a scanner says of a file: that it is clean, what is in it, or that it could not look. */
export type Scanned = { readonly clean: true } | { readonly found: string } | { readonly away: string };

/** Looks for malware in what is handed to it piece by piece. */
export interface Scanner {
  scan(pieces: AsyncIterable<Uint8Array>): Promise<Scanned>;
}

/** How long clamd may take to be reached, and for a whole file, in milliseconds. */
const CONNECT_MS = 5_000;
const SCAN_MS = 120_000;
const MOST_ANSWER = 4_096;

const sizeOf = (piece: Uint8Array): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(piece.byteLength);
  return size;
};

/** `stream: OK`, `stream: NAME FOUND`, `… ERROR`. */
export const readAnswer = (answer: string): Scanned => {
  const said = answer.replaceAll('\u0000', '').trim();
  if (said === 'stream: OK') return { clean: true };
  const [, found] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  return found === undefined ? { away: said === '' ? 'clamd hung up' : said } : { found };
};

/** clamd, by its command INSTREAM over TCP or a socket of this machine. Every wait for it ends. */
export class Clamd implements Scanner {
  private readonly address: { readonly path: string } | { readonly host: string; readonly port: number };
  private readonly scanMs: number;

  /** `clamd:HOST:PORT`, or `clamd:/run/clamav/clamd.ctl`. */
  constructor(address: string, scanMs: number = SCAN_MS) {
    const where = address.replace(/^clamd:/, '');
    const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(where) ?? [];
    this.address = where.startsWith('/') ? { path: where } : { host, port: Number(port) };
    this.scanMs = scanMs;
  }

  async scan(pieces: AsyncIterable<Uint8Array>): Promise<Scanned> {
    const socket = connect(this.address);
    const answer = this.answered(socket);
    try {
      await this.sent(socket, pieces);
    } catch {
      // it may have said why before it stopped listening
    }
    const said = await answer;
    socket.destroy();
    return said;
  }

  private answered(socket: Socket): Promise<Scanned> {
    return new Promise((resolve) => {
      let said = '';
      const away = (why: string) => (): void => {
        resolve({ away: why });
        socket.destroy();
      };
      const connecting = setTimeout(away('clamd does not answer'), CONNECT_MS);
      const scanning = setTimeout(away('clamd took too long'), this.scanMs);
      socket.once('connect', () => {
        clearTimeout(connecting);
      });
      socket.on('data', (piece: Buffer) => {
        if (said.length < MOST_ANSWER) said += piece.toString('utf8');
      });
      socket.once('error', (error) => {
        resolve(said === '' ? { away: error.message } : readAnswer(said));
      });
      socket.once('close', () => {
        clearTimeout(connecting);
        clearTimeout(scanning);
        resolve(readAnswer(said));
      });
    });
  }

  private async sent(socket: Socket, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const write = async (bytes: Uint8Array): Promise<void> => {
      if (socket.destroyed) throw new Error('clamd hung up');
      if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    };
    await write(Buffer.from('zINSTREAM\0'));
    for await (const piece of pieces) {
      if (piece.byteLength === 0) continue;
      await write(sizeOf(piece));
      await write(piece);
    }
    await write(Buffer.alloc(4));
  }
}
