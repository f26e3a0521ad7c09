import { hash } from 'node:crypto';
import type { AskedAct, Event } from '../domain/model/step.js';

/** JSON with its keys in order and nothing undefined: one spelling for one value. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return `{${text}}`;
};

export const sha256 = (text: string): string => hash('sha256', text);

/** The hash of an event, spelt canonically: over the one before it in its case (empty before the first), the case and the event. */
export const link = (head: string, caseId: string, event: string): string => sha256(`${head}\n${caseId}\n${event}`);

export const chain = (head: string, caseId: string, event: Event): string => link(head, caseId, canonical(event));

/** What ties an event to its cause: over its hash, the key of its step and its place in it, from 1. */
export const seal = (head: string, key: string, k: number): string => sha256(`${head}\n${key}\n${String(k)}`);

/** The hash of what an act asks, as the first event of its step carries it: what was stored cannot be changed without the chain. */
export const requestHash = ({ do: what, by, approvedBy, with: brings }: AskedAct): string =>
  sha256(canonical({ do: what, by, approvedBy, with: brings }));
