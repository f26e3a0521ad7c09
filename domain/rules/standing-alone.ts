import { isZero } from '../model/amount.js';
import type { Finding } from './finding.js';
import { figuresOf, type MonthlyData } from './plausibility.js';

/** What is found in a package that stands alone: whatever its units of measure, nothing shows a slip, so somebody has to look. */
export const standingAlone = (data: MonthlyData): Finding[] => {
  const figures = [...figuresOf(data)].filter(([, figure]) => !isZero(figure));
  if (figures.length === 0) return [];
  return [
    {
      code: 'nothing-to-compare',
      severity: 'question',
      about: 'package',
      zh: '没有更早的存证或年度报告可比，请核对计量单位（kWh/MWh、m³/万m³）',
      en: 'there is no earlier package and no annual report to compare with: look at the units of measure (kWh/MWh, m³/10⁴m³)',
      numbers: Object.fromEntries(figures),
    },
  ];
};
