import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A sentence of the notice, by its first words: the tests that hold the program to it, or why nothing in the program answers it. */
type Sentence = readonly [begins: string, ...tests: string[]] | readonly [begins: string, { readonly nothing: string }];
const duty = (name: string): string => `test/domain/duties/${name}.test.ts`;
const rule = (name: string): string => `test/rules/${name}.test.ts`;
const ASIDE = { nothing: 'says why, not what: nobody owes anything by it' };
const NOT_IN_HAND = { nothing: 'the text that it names is not in hand; what is expected of it stands in the rulebook' };

const SENTENCES: readonly Sentence[] = [
  ['按照市生态环境局、市统计局联合印发', 'test/city/read-register.test.ts'],
  ['电力生产业、水泥制造业', rule('emissions')],
  ['重点碳排放单位中数据中心和热水炉', NOT_IN_HAND],
  ['鼓励重点碳排放单位使用绿电', rule('emissions')],
  ['后续将进一步完善', ASIDE],
  ['按照《北京市重点碳排放单位配额核定方案》', rule('allocation'), duty('final-allocation')],
  ['配额将按照免费和有偿两种方式发放', duty('final-allocation'), rule('auction')],
  ['重点碳排放单位免费发放配额', rule('allocation')],
  ['鼓励温室气体自愿减排活动', ASIDE],
  ['低碳出行、油改电小客车', { nothing: 'the methodologies measure projects; the market sees the credits that are issued' }],
  ['经审定签发的项目减排量', rule('offset-eligibility')],
  ['按照《北京市碳排放单位二氧化碳核算和报告要求》', duty('first-report'), 'test/scenarios/boundary-first-report.expect.yaml'],
  ['重点碳排放单位在每月结束后20个自然日内', duty('monthly-evidence'), 'test/scenarios/boundary-january-package.expect.yaml'],
  ['各区生态环境局、北京经济技术开发区城市运行局', duty('monthly-check')],
  ['新增重点碳排放单位，须通过管理平台', duty('data-quality-plan')],
  ['后续如有调整变更', duty('data-quality-plan')],
  ['一般报告单位须于', duty('general-report')],
  ['各区生态环境部门须在报送截止日起30个自然日内', duty('general-check')],
  ['重点碳排放单位自行委托核查机构', duty('engaged-verifier'), 'test/domain/verification/stages.test.ts'],
  ['核查机构应按照', NOT_IN_HAND],
  ['重点碳排放单位须于2024年7月15日前通过管理平台', duty('verified-report')],
  ['各区生态环境部门须在10个自然日内', duty('first-check')],
  ['存在新增设施或满足配额调整条件', duty('adjustment-application'), 'test/forms/adjustment.test.ts'],
  ['市生态环境部门根据2023年度碳排放报告', duty('confirmation')],
  [
    '市生态环境部门将于2024年7月15日前完成免费配额预发',
    duty('pre-allocation'),
    duty('final-allocation'),
    'test/auction/auction.test.ts',
  ],
  ['碳排放配额清缴截止日期为', duty('surrender'), 'test/scenarios/boundary-surrender.expect.yaml'],
  ['重点碳排放单位可使用碳减排量抵销', rule('offset-limit'), duty('offset-application')],
  ['拟使用抵销产品完成清缴工作', duty('offset-application')],
  ['参照生态环境部', rule('offset-eligibility')],
  ['重点碳排放单位应在规定时间内完成配额清缴', duty('collection'), rule('collection')],
  [
    '重点碳排放单位要切实履行主体责任',
    { nothing: 'whom a unit employs has no clock and no consequence for a case (README: not modelled)' },
  ],
  [
    '加强本单位碳排放控制',
    { nothing: 'what is reported truly is found by checks, verification and spot check, each by its own sentence' },
  ],
  [
    '碳排放报告、核查报告、数据质量控制方案',
    'test/domain/acts/order.test.ts',
    duty('adjustment-application'),
    duty('data-quality-plan'),
  ],
  [
    '核查机构应加强核查数据质量管理',
    { nothing: 'how a verifier works within is its own; what it answers for is in the next two sentences' },
  ],
  ['市生态环境部门建立核查工作质量评价机制', 'test/domain/acts/verifier.test.ts'],
  ['抽查与核查排放量差异超过1000吨', rule('spot-check'), 'test/domain/acts/spot-check.test.ts'],
  ['市、区两级生态环境部门应安排专门的工作团队', { nothing: 'how authorities are staffed has no clock' }],
  [
    '各区生态环境部门建立定期核实',
    rule('plausibility'),
    'test/forms/findings.test.ts',
    duty('general-check'),
    duty('first-check'),
  ],
  ['市生态环境部门将根据国家和本市有关要求', ASIDE],
  ['组织专业机构和专家', ASIDE],
  ['市、区两级生态环境部门完善碳排放监督管理', ASIDE],
  ['各区生态环境部门加强对碳排放单位的日常监督管理', duty('monthly-check'), duty('general-check'), duty('first-check')],
  [
    '强化生态环境执法检查',
    duty('first-report'),
    duty('verified-report'),
    duty('general-report'),
    'test/domain/acts/penalty.test.ts',
  ],
  ['各区应落实本地区', { nothing: 'budgets of the districts are outside the cycle (README: not modelled)' }],
  ['通过政府购买服务开展日常管理工作的', { nothing: 'budgets of the districts are outside the cycle (README: not modelled)' }],
  ['大力倡导绿色低碳发展理念', { nothing: 'training has no clock; a rehearsal city serves it (README: not modelled)' }],
];

/** The sentences between the opening and the signature, without headings. */
const sentences = (() => {
  const text = read('regulation/texts/jhf-2024-8.txt');
  const body = text.slice(text.indexOf('一、'), text.indexOf('特此通知'));
  return [...body.matchAll(/[^。；\n]+[。；]?/g)]
    .map(([one]) => one.trim())
    .filter((one) => one !== '' && !/^(?:[一二三四五]、|（[一二三四五]）|\d\.).{0,40}$/.test(one));
})();

describe('京环发〔2024〕8号 › sentence by sentence', () => {
  it('every sentence is answered once, by tests or by why nothing is', () => {
    for (const one of sentences) expect([one, SENTENCES.filter(([begins]) => one.startsWith(begins)).length]).toEqual([one, 1]);
    for (const [begins] of SENTENCES)
      expect([begins, sentences.filter((one) => one.startsWith(begins)).length]).toEqual([begins, 1]);
    expect(sentences.length).toBe(SENTENCES.length);
  });

  it('every test that is named is there, and the test of a duty quotes its clause', () => {
    for (const [, ...tests] of SENTENCES)
      for (const test of tests)
        if (typeof test === 'string') {
          expect([test, existsSync(join(root, test))]).toEqual([test, true]);
          if (test.endsWith('.test.ts') && test.startsWith('test/domain'))
            expect(read(test), test).toMatch(/[一二三四五]\([一二三四]\)|policy/);
        }
  });
});
