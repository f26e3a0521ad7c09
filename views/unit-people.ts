import { appointmentsOf } from '../records/appointments.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';

/** Somebody who may act for a party, now or later. */
export interface Acting {
  readonly person: string;
  /** How a test person is spelt. */
  readonly actor: string | null;
  readonly name: string | null;
  readonly role: string;
  /** Absent for whoever is in office at any time. */
  readonly from?: string;
  readonly until?: string;
  readonly suspended: boolean;
}

const MOST = 200;

/** Who may act for a party, now or later; no more than two hundred. */
export async function actingFor({ pool }: Book, party: string, at: Instant): Promise<readonly Acting[]> {
  const found = await appointmentsOf(pool, { at, after: 0, limit: MOST, party });
  return found.map(({ person, testActor, name, role, from, until, suspended }) => ({
    person,
    actor: testActor,
    name,
    role,
    suspended,
    ...(from === 0 ? {} : { from: isoOf(from) }),
    ...(until === null ? {} : { until: isoOf(until) }),
  }));
}
