import { refuse, type Refusal } from '../model/refusal.js';

/**
 * The named checks of the ledger: every reason for which an account says no, with its words. Each is listed in
 * docs/ledger-checks.md and has a test that triggers it alone.
 */
export const CHECKS = {
  'account-frozen': () => refuse('account-frozen', '账户已冻结', 'the account is frozen', '三(四)'),
  'account-frozen-already': () => refuse('already-done', '账户已处于冻结状态', 'the account is frozen already'),
  'account-not-frozen': () => refuse('already-done', '账户未被冻结', 'the account is not frozen'),
  'no-offset': (lot: string) => refuse('not-eligible', `${lot} 不是抵销产品`, `${lot} is no offset`, '三(四)'),
  'offset-not-usable': (lot: string, because: string) =>
    refuse('not-eligible', `${lot} 不可用于抵销：${because}`, `${lot} may not be used: ${because}`, '三(四)'),
  'offset-not-accepted': (lot: string, accepted: string) =>
    refuse('not-eligible', `${lot} 获准抵销 ${accepted} 吨`, `of ${lot} ${accepted} t are accepted as offsets`, '三(四)'),
  'over-offset-cap': (asked: string, left: string) =>
    refuse(
      'over-offset-limit',
      `抵销 ${asked} 吨超过剩余上限 ${left} 吨`,
      `${asked} t of offsets exceed the ${left} t left of the cap`,
      '三(四)',
    ),
  'over-outside-cap': (asked: string, left: string) =>
    refuse(
      'over-offset-limit',
      `京外抵销 ${asked} 吨超过剩余上限 ${left} 吨`,
      `${asked} t from outside Beijing exceed the ${left} t left of their cap`,
      '三(四)',
    ),
  'lot-of-later-year': (lot: string, vintage: string, emissionYear: string) =>
    refuse(
      'not-eligible',
      `${lot} 为 ${vintage} 年度配额，不能用于 ${emissionYear} 年度的清缴（不预借）`,
      `${lot} is of ${vintage}, later than the emission year ${emissionYear}: it settles nothing of it (no borrowing)`,
      '三(四)',
    ),
  'lot-not-held': (lot: string, holds: string, asked: string) =>
    refuse(
      'insufficient-holdings',
      `${lot} 持有 ${holds} 吨，不足 ${asked} 吨`,
      `${lot} holds ${holds} t, ${asked} t are asked`,
      '三(四)',
    ),
  'lot-reserved': (lot: string, free: string, asked: string) =>
    refuse(
      'insufficient-holdings',
      `${lot} 已为抵销申请预留，可用 ${free} 吨，不足 ${asked} 吨`,
      `${lot} is reserved for an application for offsets: ${free} t are free, ${asked} t are asked`,
      '三(四)',
    ),
  'allowances-not-held': (holds: string, asked: string) =>
    refuse(
      'insufficient-holdings',
      `持有配额 ${holds} 吨，不足 ${asked} 吨`,
      `${holds} t of allowances are held, ${asked} t are asked`,
      '三(四)',
    ),
  'not-tradable': (holds: string, asked: string) =>
    refuse('insufficient-holdings', `可交易配额 ${holds} 吨，不足 ${asked} 吨`, `${holds} t can be traded, ${asked} t are asked`),
  'not-cancellable': (holds: string, asked: string) =>
    refuse(
      'insufficient-holdings',
      `可注销配额 ${holds} 吨，不足 ${asked} 吨`,
      `${holds} t can be cancelled, ${asked} t are asked`,
    ),
  'over-obligation': (owed: string, offered: string) =>
    refuse(
      'over-obligation',
      `尚欠 ${owed} 吨，不能清缴 ${offered} 吨`,
      `${owed} t are owed, ${offered} t are offered`,
      '三(四)',
    ),
  'credit-used': (lot: string, holds: string, credited: string) =>
    refuse(
      'insufficient-holdings',
      `${lot} 仅剩 ${holds} 吨，不能撤销 ${credited} 吨的入账`,
      `${lot} holds ${holds} t any more: the credit of ${credited} t cannot be reversed`,
    ),
  'no-such-movement': (event: string) =>
    refuse('not-eligible', `事件 ${event} 不是可撤销的变动`, `event ${event} is no movement that can be reversed`),
  'movement-given-back': (event: string) =>
    refuse('already-done', `事件 ${event} 的变动已全部退回`, `all that event ${event} moved has gone back already`),
} satisfies Readonly<Record<string, (...filled: never[]) => Refusal>>;

export type CheckName = keyof typeof CHECKS;

/** What each check fills into its words. */
type Filled = { readonly [N in CheckName]: Parameters<(typeof CHECKS)[N]> };
const SAID: { readonly [N in CheckName]: (...filled: Filled[N]) => Refusal } = CHECKS;

/** The refusal of a named check, with its name. */
export const failed = <N extends CheckName>(name: N, ...filled: Filled[N]): Refusal => ({
  ...SAID[name](...filled),
  check: name,
});
