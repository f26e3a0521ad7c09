import { z } from 'zod';

/** An address of one of some protocols; `like` is how one looks. */
export const address = (protocol: RegExp, like: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocol.test(new URL(text).protocol),
      `须为 ${like} 这样的地址 / must be an address like ${like}`,
    );

/** Where the book is, and where letters are handed in. */
export const DATABASE_ADDRESS = address(/^postgres(ql)?:$/, 'postgresql://user:password@host:5432/luyue');
export const MAIL_ADDRESS = address(/^smtps?:$/, 'smtp://host:port or smtps://user:password@host:port').refine(
  (text) => URL.canParse(text) && new URL(text).hostname !== '',
  '须写明主机：smtp://host:port / must name a host: smtp://host:port',
);

/** Where people reach the platform: pages stand below it, so it is an origin and has no path of its own. */
export const ORIGIN = address(/^https?:$/, 'https://luyue.example').refine((text) => {
  const { pathname, search, hash, username } = new URL(URL.canParse(text) ? text : 'http://none/none');
  return pathname === '/' && `${search}${hash}${username}` === '';
}, '须为 https://luyue.example 这样的源，不带路径 / must be an origin like https://luyue.example, without a path');

const PORT_MOST = 65_535;

/** Whether what stands after the last colon, where it is a number, is a port. */
export const hasPort = (text: string): boolean => {
  const [, port] = /:(\d+)$/.exec(text) ?? [];
  return port === undefined || (Number(port) > 0 && Number(port) <= PORT_MOST);
};
