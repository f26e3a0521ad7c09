import type { ActForm, Field } from './act-form.js';

/** What verifiers do for the units that engaged them, and what units do with their verifiers and offsets. */

const VERIFIER: Field = {
  name: 'verifier',
  as: 'line',
  zh: '核查机构编号',
  en: 'Verifier (its id)',
  hint: ['例如 V-01', 'such as V-01'],
};
const NUMBER: Field = { name: 'query', as: 'given-number', zh: '编号', en: 'Number' };
const REASON: Field = { name: 'reason', as: 'text', zh: '原因', en: 'Reason' };

const OF_UNITS: readonly ActForm[] = [
  {
    act: 'engage-verifier',
    fields: [
      VERIFIER,
      {
        name: 'note',
        as: 'text',
        zh: '说明',
        en: 'Note',
        optional: true,
        hint: ['例如现场核查的联系人', 'such as whom to meet on site'],
      },
    ],
  },
  { act: 'appoint-verifier', fields: [VERIFIER] },
  {
    act: 'answer-query',
    fields: [
      { name: 'verifier', as: 'given', zh: '核查机构', en: 'Verifier' },
      NUMBER,
      { name: 'text', as: 'text', zh: '答复', en: 'Answer' },
    ],
  },
  {
    act: 'apply-for-offsets',
    fields: [
      {
        name: 'lots',
        as: 'lots',
        zh: '拟使用的抵销产品',
        en: 'Offsets to be used',
        hint: [
          '按账户批次填写数量（吨，整数）；不用的留空',
          'whole tonnes of each lot of the account; leave empty what is not used',
        ],
      },
    ],
  },
];

const OF_VERIFIERS: readonly ActForm[] = [
  {
    act: 'accept-engagement',
    fields: [
      {
        name: 'independence',
        as: 'text',
        zh: '独立性声明',
        en: 'Declaration of independence',
        hint: [
          '声明本机构及核查人员与该单位没有利益关系，近年未为其提供咨询',
          'that nothing ties you or those who will verify to the unit, and that you have not advised it',
        ],
      },
      { name: 'team', as: 'lines', zh: '核查人员（每行一人，选填）', en: 'Who will verify (one a line, optional)' },
    ],
  },
  { act: 'decline-engagement', fields: [REASON] },
  {
    act: 'raise-query',
    fields: [
      {
        name: 'kind',
        as: 'choice',
        zh: '种类',
        en: 'Kind',
        options: [
          ['query', '疑问', 'query'],
          ['non-conformity', '不符合项', 'non-conformity'],
        ],
      },
      { name: 'about', as: 'line', zh: '涉及', en: 'About' },
      { name: 'text', as: 'text', zh: '内容', en: 'What is asked' },
      {
        name: 'days',
        as: 'count',
        zh: '答复天数（自然日）',
        en: 'Days to answer (natural days)',
        optional: true,
        hint: ['不填按规定天数', 'left empty, as many as the rule gives'],
      },
    ],
  },
  {
    act: 'close-query',
    fields: [
      NUMBER,
      {
        name: 'result',
        as: 'choice',
        zh: '结果',
        en: 'Result',
        options: [
          ['settled', '已解决', 'settled'],
          ['stands', '未改正，维持', 'it stands'],
        ],
      },
      { ...REASON, optional: true },
    ],
  },
  {
    act: 'issue-verification-report',
    fields: [
      { name: 'emissions', as: 'number', zh: '核查排放量（吨二氧化碳当量）', en: 'Verified emissions (t CO2e)' },
      {
        name: 'sources',
        as: 'rows',
        zh: '各排放源',
        en: 'By source',
        columns: [
          { name: 'source', as: 'line', zh: '排放源', en: 'Source' },
          { name: 'reported', as: 'number', zh: '填报（吨）', en: 'Reported (t)', optional: true },
          { name: 'verified', as: 'number', zh: '核查（吨）', en: 'Verified (t)' },
          { name: 'explanation', as: 'line', zh: '差异说明', en: 'Difference explained', optional: true },
        ],
      },
      {
        name: 'opinion',
        as: 'choice',
        zh: '核查结论',
        en: 'Opinion',
        options: [
          ['unqualified', '无保留', 'unqualified'],
          ['qualified', '有保留', 'qualified'],
          ['adverse', '否定', 'adverse'],
        ],
      },
      { name: 'sealed', as: 'tick', zh: '报告已加盖本机构公章', en: 'The report carries the seal of the verifier' },
    ],
  },
];

export const PARTY_FORMS: readonly ActForm[] = [...OF_UNITS, ...OF_VERIFIERS];
