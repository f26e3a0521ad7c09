import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../client/failure.js';

const refused = (code: string): Error => Object.assign(new pg.DatabaseError('no', 2, 'error'), { code });

describe('whoever reads a book that is lost is told what to do', () => {
  it.each([
    ['a wrong password', refused('28P01'), '用户名或密码', 'DATABASE_URL'],
    ['no such database', refused('3D000'), '没有 DATABASE_URL 所指的数据库', 'make it first'],
    ['an empty database', refused('42P01'), '数据库中没有账簿', 'migrate it first'],
    ['a database that is stopped', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), '再次执行', 'run this again'],
  ])('%s', (_what, error, zh, en) => {
    const { message, status } = problemOf(error);
    expect([status, message]).toEqual([3, expect.stringContaining(zh)]);
    expect(message).toContain(en);
  });
});
