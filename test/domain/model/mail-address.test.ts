import addressparser from 'nodemailer/lib/addressparser';
import { describe, expect, it } from 'vitest';
import { isMailAddress } from '../../../domain/model/mail-address.js';

describe('one plain mail address', () => {
  it.each(['ops@bj-0001.example', "o'brien+co2@a.b-c.example", '_@x.example', 'ops@能源.中国', `${'a'.repeat(64)}@b.example`])(
    '%s is one, and a mailer takes it for one',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
      expect(addressparser(text)).toEqual([{ address: text, name: '' }]);
    },
  );

  it.each([
    ['nothing', ''],
    ['no domain', 'ops'],
    ['no local part', '@b.example'],
    ['a domain without a dot', 'ops@localhost'],
    ['a character that nobody sees', 'ops\u200b@bj-0001.example'],
    ['one at its end', 'ops@bj-0001.example\u2060'],
    ['a letter of another width', 'ｏps@bj-0001.example'],
    ['a full stop of another width', 'ops@bj-0001。example'],
    ['a letter without a mark', 'ops@bj\u115f-0001.example'],
    ['another, at the end of a label', 'ops@bj\u1160.example'],
    ['a line break', 'ops@b.example\nBcc: x@y.example'],
    ['U+0000', 'ops\0@b.example'],
    ['half a pair', 'ops\ud800@b.example'],
    ['two', 'a@b.example,c@d.example'],
    ['two with a semicolon', 'a@b.example;c@d.example'],
    ['a name', 'x <a@b.example>'],
    ['a comment', 'a@b.example (x)'],
    ['a group', 'x:a@b.example;'],
    ['quotes', '"a b"@b.example'],
    ['two dots', 'a..b@c.example'],
    ['a dot at its end', 'a@c.example.'],
    ['two signs', 'a@b@c.example'],
    ['a number for a domain', 'a@127.0.0.1'],
    ['a hyphen at the end of a label', 'a@b-.example'],
    ['too long a local part', `${'a'.repeat(65)}@b.example`],
    ['too long', `a@${'b.'.repeat(130)}example`],
  ])('%s is none', (_what, text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
