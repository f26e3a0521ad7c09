import type pg from 'pg';

/** A file that a party has sent, as the book lists it: what is in it is no matter here. */
export async function sentFile(
  pool: pg.Pool,
  party: string,
  sha256: string,
  size = 1_000,
): Promise<{ name: string; sha256: string }> {
  await pool.query(
    `insert into files (sha256, size, type, scanned, stored_at, stored_by, party, asked_at)
      values ($1, $2, 'application/pdf', 'unscanned', 0, $3, $3, 0) on conflict do nothing`,
    [sha256, size, party],
  );
  await pool.query(`insert into file_uploads (sha256, party, by, name, size, at) values ($1, $2, $2, 'bill.pdf', $3, 0)`, [
    sha256,
    party,
    size,
  ]);
  return { name: '结算单.pdf', sha256 };
}

/** Somebody else of its party saved a draft last. */
export const savedByAnother = async (pool: pg.Pool, document: string): Promise<void> => {
  await pool.query(
    `update document_versions set saved_by = 'BJ-0001/p-0009' where document = $1 and state in ('draft', 'checked')`,
    [document],
  );
};

/** A first report as the form has it: 100 × 10⁴ Nm³ of gas and 1000 MWh, and what it states. */
export const reportValues = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  unitName: '示例热力有限公司',
  creditCode: '91110000802100433B',
  industryCode: '4430',
  address: '北京市朝阳区',
  legalRepresentative: '张三',
  responsible: '李四',
  telephone: '010-12345678',
  boundary: '全厂',
  boundaryChanged: 'no',
  electricityBought: '1000',
  fuels: [{ fuel: 'natural-gas', consumption: '100', source: 'settlement', factorSource: 'default' }],
  statedFossil: '2162.19',
  statedElectricity: '604',
  statedTotal: '2766.19',
  ...over,
});

export const monthlyValues = (electricityMWh: string, gas: string): Record<string, unknown> => ({
  electricityMWh,
  fuels: [{ fuel: 'natural-gas', consumption: gas }],
});

/** The report of V-01 on that one: ten more of gas than was reported, and why. */
export const verificationValues = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  verifier: 'V-01',
  unitName: '示例热力有限公司',
  leader: '甲',
  reviewer: '丙',
  team: [{ member: '甲', task: '现场核查' }],
  boundaryOpinion: '与上年一致',
  planOpinion: '符合',
  electricityReported: '1000',
  electricityVerified: '1000',
  fuels: [{ fuel: 'natural-gas', reported: '100', consumption: '110', crossChecked: '结算单', difference: '按结算单更正' }],
  reportedFossil: '2162.19',
  explainedFossil: '按结算单更正',
  reportedElectricity: '604',
  statedFossil: '2378.41',
  statedElectricity: '604',
  statedTotal: '2982.41',
  opinion: 'unqualified',
  opinionText: '予以确认',
  ...over,
});
