import { entitled } from '../../parties/entitled.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { failing } from '../pages.js';
import { proposableBy } from '../propose/proposable.js';
import type { Known, Shown } from '../visit.js';

const mayPropose = (visit: Known, act: string): boolean =>
  proposableBy(visit.caller, visit.deps.now()).some((one) => one.act === act);

/** What may be proposed about one thing of a list. */
export const Ways = ({
  visit,
  ways,
}: {
  visit: Known;
  ways: readonly (readonly [act: string, query: string, zh: string, en: string])[];
}) => (
  <>
    {ways
      .filter(([act]) => mayPropose(visit, act))
      .map(([act, query, zh, en]) => (
        <>
          <a href={`/propose/${act}${query}`}>{visit.say(zh, en)}</a>{' '}
        </>
      ))}
  </>
);

/** Only for whom the permission table lets look at it. */
export const seeing =
  (view: string, [zh, en]: readonly [zh: string, en: string], show: (visit: Known) => Promise<Shown>) =>
  (visit: Known): Promise<Shown> => {
    const { caller, deps } = visit;
    const answer = entitled(caller, { what: view, at: deps.now() });
    const no = isRefusal(answer) && answer.refused !== 'bad-input';
    return no ? Promise.resolve(failing(visit, { code: 'not-allowed', zh, en })) : show(visit);
  };

export const FOR_THE_CITY = [
  '由市生态环境部门、运行和审计人员查看；本单位的人员见本单位页面。',
  'This is for the city authority, operators and auditors; who acts for your own unit stands on its page.',
] as const;
