import { z } from 'zod';

/** An address of one of some protocols; `like` is how one looks. */
export const address = (protocol: RegExp, like: string) =>
  z.string().refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), `must be an address like ${like}`);

/** Where the book is, and where letters are handed in. */
export const DATABASE_ADDRESS = address(/^postgres(ql)?:$/, 'postgresql://user:password@host:5432/luyue');
export const MAIL_ADDRESS = address(/^smtps?:$/, 'smtp://host:port or smtps://user:password@host:port');
