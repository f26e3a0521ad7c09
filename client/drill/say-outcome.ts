import type { Outcome } from '../../simulator/outcome.js';
export const sayOutcome = (outcome: Outcome): string => `${outcome.scenario}: ${outcome.digest}\n`;
