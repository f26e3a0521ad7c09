import { dayOf } from '../domain/model/instant.js';
import type { Delivery } from '../records/deliveries.js';
import { countsOf, groupsOf, type Group } from './digest.js';
import { matterOf, type Matter } from './matter.js';
import { authorityOf, spoken } from './spoken.js';

/** Where the platform stands and whom to ask, as letters say it. */
export interface House {
  /** `https://…`, without a slash at the end. */
  readonly url: string;
  readonly name: string;
  /** Whom to ask where a district has no telephone on file. */
  readonly help?: string;
}

/** A letter as it is meant, before it is written as text, HTML or JSON. */
export interface Composed {
  readonly subject: string;
  readonly greeting: string;
  readonly matters: readonly Matter[];
  readonly groups: readonly Group[];
  readonly ask: string;
  readonly en: string;
}

type Letter = Pick<Delivery, 'party' | 'at' | 'notices' | 'telephone'>;

const isDigest = ({ party, notices }: Letter): boolean =>
  (party.kind === 'district' || party.kind === 'city') && notices.length > 1;

const askOf = ({ party, telephone }: Letter, { help }: House): string => {
  const who = party.kind === 'unit' ? '所在区生态环境部门' : '市生态环境部门';
  const by = telephone ?? help;
  return by === undefined ? who : `${who}，电话 ${by}`;
};

const nameOf = ({ party, notices }: Letter): string => {
  const name = notices.find(({ say }) => say['name'])?.say['name'];
  if (party.kind === 'unit') return name ? `${name}（${party.id}）` : party.id;
  if (party.kind === 'city') return '市生态环境部门';
  return party.kind === 'district' ? authorityOf(party.id) : party.id;
};

const subjectOf = (it: Letter): string => {
  const [first, ...more] = it.notices;
  if (!first) return '';
  if (isDigest(it)) return `【履约】${dayOf(it.at)}：${countsOf(it.notices).zh}`;
  const { subject } = spoken(first);
  return more.length === 0 ? subject : `${subject}（共 ${String(more.length + 1)} 件事）`;
};

/** What a letter says: to an authority tables, to anybody else one thing after the other. */
export function compose(it: Letter, house: House): Composed {
  const digest = isDigest(it);
  const matters = digest ? [] : it.notices.map(matterOf);
  const { zh, en } = countsOf(it.notices);
  return {
    subject: subjectOf(it),
    greeting: digest ? `${nameOf(it)}：${dayOf(it.at)} 共${zh}。` : `${nameOf(it)}：`,
    matters,
    groups: digest ? groupsOf(it.notices) : [],
    ask: askOf(it, house),
    en: digest ? `For staff: ${en}. Open each line for the unit's page.` : [...new Set(matters.map((one) => one.en))].join(' '),
  };
}
