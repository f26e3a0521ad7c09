import { monthlyValues } from '../filings.js';
import { openConsole, type ConsoleSite } from './console-site.js';

/** The pages that are looked at, with something on them. */
export async function openAtWork(): Promise<ConsoleSite> {
  const site = await openConsole();
  const unit = await site.api('BJ-0001');
  const values = { ...monthlyValues('1,200', '3'), meters: [{ meter: 'M-1', used: '1100' }] };
  await unit.post('/api/v1/documents', { form: 'monthly-evidence', month: '2024-05', values });
  await unit.post('/api/v1/acts', { do: 'engage-verifier', with: { verifier: 'V-01' } });
  const verifier = await site.api('V-01');
  const does = (act: string, brings: object) => verifier.post('/api/v1/acts', { do: act, for: 'BJ-0001', with: brings });
  await does('accept-engagement', { independence: '无利益关系' });
  await does('raise-query', { kind: 'non-conformity', about: '天然气', text: '计量表未检定', days: 3 });
  return site;
}
