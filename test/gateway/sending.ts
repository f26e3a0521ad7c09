import { connect } from 'node:net';

const MB = 1_000_000;

interface Sending {
  readonly port: number;
  readonly token: string;
  /** What is said to come, in bytes; in pieces of a length each where nothing is said. */
  readonly length: number | undefined;
  /** So many pieces of a million bytes are sent, as far as they are taken. */
  readonly pieces: number;
}

/** Sends a table on a bare connection, then hangs up; answers with what came back, and how many pieces were taken. */
export const sending = ({ port, token, length, pieces }: Sending): Promise<{ said: string; sent: number }> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunked = length === undefined;
    const size = chunked ? 'transfer-encoding: chunked' : `content-length: ${String(length)}`;
    const head = ['POST /api/v1/files?name=a.csv HTTP/1.1', 'host: x', `authorization: Bearer ${token}`];
    socket.write(`${[...head, 'content-type: application/octet-stream', size].join('\r\n')}\r\n\r\n`);
    const piece = Buffer.alloc(MB, 'x');
    const whole = chunked ? Buffer.concat([Buffer.from(`${MB.toString(16)}\r\n`), piece, Buffer.from('\r\n')]) : piece;
    let said = '';
    let sent = 0;
    const more = (): void => {
      while (sent < pieces && !socket.destroyed) {
        sent += 1;
        if (!socket.write(whole)) {
          socket.once('drain', more);
          return;
        }
      }
      if (sent >= pieces) setTimeout(() => socket.destroy(), 200);
    };
    socket.setEncoding('utf8');
    socket.on('data', (text) => (said += text as unknown as string));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve({ said, sent });
    });
    more();
  });
