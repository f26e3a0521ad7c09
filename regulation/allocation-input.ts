import type { Rulebook } from '../domain/model/rulebook.js';
import type { AllocationInput, AllocationPart } from '../domain/rules/allocation.js';
import { QuestionError } from '../domain/rules/working.js';

/** A product of a part as asked: what the rulebook has may be left out by naming the product. */
export interface AskedProduct {
  readonly product?: string | undefined;
  readonly activity: string;
  readonly benchmark?: string | undefined;
  readonly baseIntensity?: string | undefined;
}
/** A part as asked: its coefficient may be left out by naming the sector. */
export interface AskedPart {
  readonly method: AllocationPart['method'];
  readonly sector?: string | undefined;
  readonly coefficient?: string | undefined;
  readonly baseEmissions?: readonly string[] | undefined;
  readonly products?: readonly AskedProduct[] | undefined;
}
export interface AskedAllocation {
  readonly parts: readonly AskedPart[];
  readonly newFacilities?: readonly string[] | undefined;
  readonly deductions?: readonly string[] | undefined;
  readonly confirmed?: string | undefined;
}

type Path = readonly (string | number)[];

/** Puts the rulebook's own numbers where a question names a sector or a product; `used` lists those it took. */
export function fillAllocation(rulebook: Rulebook, asked: AskedAllocation): { input: AllocationInput; used: string[] } {
  const used: string[] = [];
  const find = (given: string | undefined, family: string, key: string | undefined, path: Path, by: string): string => {
    if (given !== undefined) return given;
    if (key === undefined)
      throw new QuestionError(
        'bad-input',
        path,
        `缺少：请写明数值，或写明规则中已有数值的 ${by}`,
        `is missing: state it, or name the ${by} whose value the rulebook has`,
      );
    const name = `${family}.${key}`;
    const value = rulebook.parameters[name]?.value;
    if (typeof value !== 'string') {
      const there = Object.keys(rulebook.parameters).filter((one) => one.startsWith(`${family}.`));
      const none = there.length === 0;
      throw new QuestionError(
        'bad-input',
        path,
        `规则中没有 ${name}，${none ? `也没有任何 ${family}（附件4尚未取得）` : `有 ${there.join(', ')}`}；请写明数值`,
        `${name} is not in the rulebook, which has ${none ? `no ${family} at all (annex 4 is not in hand)` : there.join(', ')}; state the value`,
      );
    }
    used.push(name);
    return value;
  };
  const fill = (part: AskedPart, index: number): AllocationPart => {
    const at: Path = ['parts', index];
    const coefficient = (): string =>
      find(part.coefficient, `coefficient.${part.method}`, part.sector, [...at, 'coefficient'], 'sector');
    const products = part.products ?? [];
    switch (part.method) {
      case 'historic-total':
        return { method: part.method, baseEmissions: part.baseEmissions ?? [], coefficient: coefficient() };
      case 'benchmark':
        return {
          method: part.method,
          products: products.map(({ activity, benchmark, product }, n) => ({
            activity,
            benchmark: find(benchmark, 'benchmark', product, [...at, 'products', n, 'benchmark'], 'product'),
          })),
        };
      case 'historic-intensity':
        return {
          method: part.method,
          products: products.map(({ activity, baseIntensity, product }, n) => ({
            activity,
            baseIntensity: find(baseIntensity, 'base-intensity', product, [...at, 'products', n, 'baseIntensity'], 'product'),
          })),
          coefficient: coefficient(),
        };
    }
  };
  const input: AllocationInput = {
    parts: asked.parts.map(fill),
    ...(asked.newFacilities ? { newFacilities: asked.newFacilities } : {}),
    ...(asked.deductions ? { deductions: asked.deductions } : {}),
    ...(asked.confirmed === undefined ? {} : { confirmed: asked.confirmed }),
  };
  return { input, used };
}
