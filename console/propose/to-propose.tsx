import type { Pages } from '../pages.js';
import type { Known } from '../visit.js';
import { actSaid } from '../words.js';
import { GROUPS, proposableBy } from './proposable.js';

/** What may be proposed, by what it is about; `unit`: about this one alone. */
export const ToPropose = ({ visit, unit }: { visit: Known; unit?: string }) => {
  const may = proposableBy(visit.caller, visit.deps.now()).filter((one) => unit === undefined || one.ofUnit);
  const query = unit === undefined ? '' : `?for=${encodeURIComponent(unit)}`;
  return (
    <>
      {Object.entries(GROUPS).map(([group, words]) => {
        const its = may.filter((one) => one.group === group);
        if (its.length === 0) return '';
        return (
          <section>
            <h3>{visit.say(...words)}</h3>
            <ul class="columns">
              {its.map(({ act }) => (
                <li>
                  <a href={`/propose/${act}${query}`}>{actSaid(visit, act)}</a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};

/** `GET /propose`: what one may propose. */
export function addToPropose(pages: Pages): void {
  pages.known('get', '/propose', (visit) => {
    const { say, caller, deps } = visit;
    const may = (act: string): boolean => proposableBy(caller, deps.now()).some((one) => one.act === act);
    const none = proposableBy(caller, deps.now()).length === 0;
    const body = none ? (
      <p class="notice">
        {say(
          '您所任角色不提出事项：批准人在“待批”中批准他人提出的事项。',
          'Your role proposes nothing: approvers approve what others propose, under "Approvals".',
        )}
      </p>
    ) : (
      <>
        <p>
          {say(
            '这里的事项由一人提出、另一人批准。提出前先显示效果；有关单位的事项也可从单位页面提出。',
            'What is listed here one proposes and another approves. What it would do is shown first; decisions about a unit can be begun at its own page too.',
          )}
        </p>
        {proposableBy(caller, deps.now()).some(({ ofUnit }) => ofUnit) && (
          <p class="links">
            {may('confirm-emissions') && <a href="/confirm">{say('批量核定', 'Confirm many')}</a>}
            {may('adopt-revision') && (
              <a href="/amendments">{say('修订及所涉案件', 'Amendments and the cases that they move')}</a>
            )}
            <a href="/batches/new">{say('用文件批量提出', 'Propose many from a file')}</a>
          </p>
        )}
        <p class="links">
          <a href="/people">{say('人员与任命', 'People and appointments')}</a>
          <a href="/certificates">{say('签章证书', 'Certificates')}</a>
          <a href="/verifiers">{say('核查机构', 'Verifiers')}</a>
          <a href="/auctions">{say('有偿竞价', 'Auctions')}</a>
        </p>
        <h2>{say('逐项提出', 'One at a time')}</h2>
        <ToPropose visit={visit} />
      </>
    );
    return Promise.resolve({ title: say('提出事项', 'Propose'), body });
  });
}
