/** What a city has written by the middle of its season, beside its cases: documents, the letters that reminded it, proposals that wait. */
import type pg from 'pg';
import { Documents } from '../documents/drafts/documents.js';
import { DocumentCalls } from '../gateway/document-calls.js';
import type { FrontDesk } from '../desk/port.js';
import type { Instant } from '../domain/model/instant.js';
import { testCaller } from '../parties/test-caller.js';
import { isRefusal } from '../domain/model/refusal.js';

/** Every unit that files has filed its packages and its report, as its one document that is given says. */
const FILED = `with wanted as (
    select v.unit, m.month from case_views v cross join (select to_char(make_date(2024, n, 1), 'YYYY-MM') as month from generate_series(1, 9) n) m
    where v.kind = 'monthly-evidence' and v.unit < 'BJ-4'),
  made as (
    insert into documents (form, party, unit, cycle, month, made_at, made_by)
      select 'monthly-evidence', unit, unit, 2024, month, $2, unit from wanted on conflict do nothing returning document, unit, month),
  asked as (
    insert into requests (act_id, asker, id, asked, do_what, by, for_unit, cycle, body, stamp)
      select 'filed-' || document, unit, document, '', 'submit-monthly-evidence', unit, unit, 2024,
        jsonb_build_object('document', jsonb_build_object('id', document, 'sha256', repeat('0', 64))), $2 from made),
  decided as (
    insert into acts (act_id, case_id, stamp, state, role)
      select 'filed-' || document, '2024/' || unit || '/monthly-evidence', $2, 'applied', 'decides' from made)
  insert into document_versions (document, version, form_version, form_digest, "values", totals, findings, explanations, files, sha256, state, saved_at, saved_by, filed_act, filed_at)
    select m.document, 1, v.form_version, v.form_digest, v."values", v.totals, v.findings, v.explanations, v.files, v.sha256, 'filed', $2, m.unit, 'filed-' || m.document, $2
    from made m, document_versions v where v.document = $1`;

/** Of each duty of a unit that has come up, two reminders, each in a letter that went out; one in a hundred was refused. */
const REMINDED = `with told as (
    select d.case_id, v.unit, d.duty, lead.days, extract(epoch from d.due_on)::bigint * 1000 - lead.days * 86400000 as at
    from case_duties d join case_views v using (case_id) cross join (values (14), (3)) lead (days) where d.owed_by = 'unit' and d.due_on < '2024-12-01'),
  named as (select 'L-' || row_number() over (order by at, case_id, duty) as letter, told.* from told),
  notices as (
    insert into outbox (id, case_id, unit, template, duty, at, say, party_kind, party, letter)
      select 'n-' || letter, case_id, unit, 'reminder', duty, at, jsonb_build_object('daysLeft', days::text, 'dueOn', '2024-06-15', 'name', unit), 'unit', unit, letter from named),
  letters as (insert into letters (letter, party_kind, party, at, daily) select letter, 'unit', unit, at, false from named)
  insert into deliveries (id, letter, channel, address, at, receiver, sent_to, attempts, sent_at, refused_at, last_error)
    select 'd-' || letter, letter, 'mail', 'ops@example.org', at, 'example.org', 'ops@example.org', 1,
      case when right(letter, 2) = '07' then null else now() end, case when right(letter, 2) = '07' then now() end,
      case when right(letter, 2) = '07' then '550 no such mailbox' end
    from named`;

/** Lays documents like the one given, and letters, past the functions that write them one by one. */
export async function layPapers(pool: pg.Pool, document: string, at: Instant): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(FILED, [document, at]);
    await client.query(REMINDED);
  } finally {
    await client.query('set session_replication_role = default');
    client.release();
  }
}

/** So many amounts proposed by one officer, each for a unit that has not reported; the first is one of many lines. */
export async function propose(pool: pg.Pool, front: FrontDesk, at: Instant, many: number): Promise<void> {
  const caller = await testCaller(pool, 'city/b', at);
  if (isRefusal(caller)) throw new Error(caller.en);
  const wish = (n: number) => ({
    do: 'pre-allocate',
    for: `BJ-${String(4_001 + n)}`,
    cycle: 2024,
    with: { amount: String(1_000 + n), basis: '预发方案' },
  });
  const batch = await front.submitBatch(
    caller,
    'bench-batch',
    Array.from({ length: many }, (_, n) => wish(n)),
  );
  if (batch.state !== 'proposed') throw new Error(`nothing was proposed: ${JSON.stringify(batch)}`);
  for (let n = 0; n < many; n += 1) {
    const one = await front.submit(caller, { id: `bench-proposed-${String(n)}`, ...wish(many + n) });
    if (one.state !== 'proposed') throw new Error(`nothing was proposed: ${JSON.stringify(one)}`);
  }
}

/** A package of BJ-0001 as it is written and checked, not filed yet. Answers its number. */
export async function oneDocument(pool: pg.Pool, at: Instant): Promise<string> {
  const caller = await testCaller(pool, 'BJ-0001', at);
  if (isRefusal(caller)) throw new Error(caller.en);
  const calls = new DocumentCalls(new Documents({ pool }), () => at);
  const values = { electricityMWh: '1010', heatGJ: '5100', fuels: [{ fuel: 'natural-gas', consumption: '90' }] };
  const made = await calls.begin(caller, { form: 'monthly-evidence', month: '2024-10' }, { values });
  if (!('begun' in made)) throw new Error(`no document was made: ${JSON.stringify(made)}`);
  await calls.check(caller, made.row.document);
  return made.row.document;
}
