import { existsSync } from 'node:fs';
import { isActorName } from '../domain/model/names.js';
import { testCaller } from '../gateway/test-people.js';
import { issuerFile } from '../gateway/issuer-file.js';
import { testToken } from '../gateway/test-issuer.js';
import { platformKind } from '../records/platform.js';
import { UsageError } from './failure.js';
import { DONE, printProblem, REFUSED, STREAMS, type Streams } from './print.js';
import { findService, FOLDER, openBook } from './service.js';

/** `luyue token --as ACTOR`: prints a bearer token for a test person of the platform in this folder, and nothing else. */
export async function token(
  { as, json = false }: { readonly as: string; readonly json?: boolean },
  streams: Streams = STREAMS,
  folder = FOLDER,
): Promise<number> {
  const refuse = (code: string, message: string): number => {
    printProblem({ code, message, path: ['as'] }, json, streams);
    return REFUSED;
  };
  if (!isActorName(as))
    throw new UsageError(
      `${as} 不是参与方或人员的编号 / is no id of a party or a person: BJ-0001, chaoyang/x, city/a`,
      'bad-input',
      ['as'],
    );
  const book = openBook(findService(process.env, folder));
  try {
    if ((await platformKind(book.pool)) === 'service')
      return refuse('not-allowed', '正式平台没有测试人员，请登录 / there are no test persons in service: sign in (luyue login)');
    if (!existsSync(issuerFile(folder)))
      return refuse('not-allowed', `此目录没有平台 / no platform was started in this folder: luyue up`);
    if (!(await testCaller(book, as, Date.now())))
      return refuse('unknown-person', `没有测试人员 ${as} / there is no test person ${as}: a unit must be in the register`);
    streams.out(`${await testToken(folder, { actor: as })}\n`);
    return DONE;
  } finally {
    await book.close();
  }
}
