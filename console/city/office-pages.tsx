import type { InOffice, SealCertificate } from '../../views/offices.js';
import { Next, Table, type Pages } from '../pages.js';
import { FOR_THE_CITY, seeing, Ways } from './office-ways.js';
import { partySaid, roleSaid, timeSaid } from '../words.js';
import type { Known, Shown } from '../visit.js';

const PAGE = 50;

const People = ({ visit, people }: { visit: Known; people: readonly InOffice[] }) => {
  const { say } = visit;
  if (people.length === 0)
    return (
      <p>
        {say(
          '没有任命：任命经两名登记人办理后列在这里。',
          'Nobody is appointed: an appointment stands here once two registrars have made it.',
        )}
      </p>
    );
  const rows = people.map(({ id, person, name, testActor, kind, party, role, since, ends, suspended }) => [
    String(id),
    <>
      {name ?? ''} <code>{testActor ?? person}</code>{' '}
      {suspended && <span class="state suspended">{say('停用', 'suspended')}</span>}
    </>,
    <>
      {partySaid(visit, kind)} <code>{party}</code>
    </>,
    roleSaid(visit, role),
    since === null ? say('始终', 'at any time') : timeSaid(since).slice(0, 10),
    ends === null ? '—' : timeSaid(ends).slice(0, 10),
    <Ways
      visit={visit}
      ways={[
        ['end-appointment', `?with.appointment=${String(id)}`, '结束任命', 'End'],
        ['suspend-person', `?with.person=${person}`, '停用', 'Suspend'],
        ['correct-person', `?with.person=${person}`, '更正', 'Correct'],
      ]}
    />,
  ]);
  const head = [
    ...[say('编号', 'No.'), say('人员', 'Person'), say('参与方', 'Party'), say('角色', 'Role')],
    ...[say('自', 'From'), say('至', 'Until'), say('提出', 'Propose')],
  ];
  return <Table head={head} rows={rows} label={say('任命', 'Appointments')} />;
};

const Certificates = ({ visit, all }: { visit: Known; all: readonly SealCertificate[] }) => {
  const { say } = visit;
  if (all.length === 0)
    return (
      <p>
        {say(
          '没有登记的证书：各方的签章证书登记后列在这里。',
          'No certificate is registered: those by which parties seal stand here.',
        )}
      </p>
    );
  const rows = all.map(({ certificate, party, held, subject, validUntil, revoked, test }) => [
    certificate,
    <code>{party}</code>,
    <>
      {subject} {test && <small>{say('测试机构签发', 'by a test authority')}</small>}
    </>,
    held === 'party' ? say('本方自持', 'the party itself') : say('平台见证', 'the platform'),
    timeSaid(validUntil).slice(0, 10),
    revoked ? (
      <span class="state refused">{say('已吊销', 'revoked')}</span>
    ) : (
      <Ways visit={visit} ways={[['revoke-certificate', `?with.certificate=${certificate}`, '吊销', 'Revoke']]} />
    ),
  ]);
  const head = [
    ...[say('编号', 'No.'), say('参与方', 'Party'), say('持有人', 'Subject'), say('私钥', 'Key')],
    ...[say('有效至', 'Valid until'), say('提出', 'Propose')],
  ];
  return <Table head={head} rows={rows} label={say('签章证书', 'Certificates')} />;
};

const asked = ({ c }: Known): { readonly party?: string; readonly after?: string; readonly limit: number } => {
  const [party, after] = [(c.req.query('party') ?? '').trim(), c.req.query('after')];
  return { limit: PAGE, ...(party === '' ? {} : { party }), ...(after === undefined ? {} : { after }) };
};

async function peoplePage(visit: Known): Promise<Shown> {
  const { say, deps, c } = visit;
  const people = await deps.reading.inOffice(asked(visit));
  const body = (
    <>
      <form method="get" action="/people" role="search">
        <label for="party">{say('参与方编号（选填）', 'Id of a party (optional)')}</label>
        <div class="row">
          <input id="party" name="party" value={c.req.query('party') ?? ''} />
          <button type="submit">{say('查找', 'Find')}</button>
        </div>
      </form>
      <p class="links">
        <Ways
          visit={visit}
          ways={[
            ['enter-person', '', '登记人员', 'Enter a person'],
            ['appoint', '', '任命', 'Appoint'],
            ['register-certificate', '', '登记证书', 'Register a certificate'],
            ['register-client', '', '登记程序', 'Register a program'],
          ]}
        />
        <a href="/certificates">{say('签章证书', 'Certificates')}</a>
      </p>
      <People visit={visit} people={people.items} />
      <Next visit={visit} after={people.after} />
    </>
  );
  return { title: say('人员与任命', 'People and appointments'), body };
}

/** `GET /people`, `GET /certificates`: who acts for whom and seals by what, each with the way to change it by two people. */
export function addOfficePages(pages: Pages): void {
  pages.known('get', '/people', seeing('approvals', FOR_THE_CITY, peoplePage));
  pages.known(
    'get',
    '/certificates',
    seeing('approvals', FOR_THE_CITY, async (visit) => {
      const all = await visit.deps.reading.certificates(asked(visit));
      const body = (
        <>
          <Certificates visit={visit} all={all.items} />
          <Next visit={visit} after={all.after} />
        </>
      );
      return { title: visit.say('签章证书', 'Certificates'), body };
    }),
  );
}
