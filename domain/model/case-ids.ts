import type { CaseKind } from './case.js';

/** All ids of cases are made here: `2024/BJ-0001/compliance-cycle`. */
export const caseIdOf = (cycle: number, unit: string, kind: CaseKind): string => `${String(cycle)}/${unit}/${kind}`;

/** A verification is its unit's and its verifier's, `2024/BJ-0001/verification/V-01`. */
export const verificationIdOf = (cycle: number, unit: string, verifier: string): string =>
  `${caseIdOf(cycle, unit, 'verification')}/${verifier}`;

/** An auction is a case of the city, `2024/2024-1/auction`. */
export const auctionCaseIdOf = (cycle: number, auction: string): string => `${String(cycle)}/${auction}/auction`;

/** The city authority's own case of a cycle, `2024/city/city-cycle`. */
export const cityCaseIdOf = (cycle: number): string => `${String(cycle)}/city/city-cycle`;
