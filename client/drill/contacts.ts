import { CITY_AUTHORITY, unitNamed } from '../../domain/model/party.js';
import type { Contact } from '../../records/contacts.js';
import type { Scenario } from '../../simulator/scenario.js';

/** Where the parties of a scenario are reached: its units as it lists them, others as its map of addresses has them. */
export const contactsOf = ({ units, mailboxes }: Scenario): Contact[] => [
  ...units.map(({ id, mail }) => ({ party: unitNamed(id), mail })),
  ...Object.entries(mailboxes).flatMap(([id, mail]): Contact[] =>
    id === CITY_AUTHORITY.id
      ? [{ party: CITY_AUTHORITY, mail }]
      : [
          { party: { kind: 'district', id }, mail },
          { party: { kind: 'verifier', id }, mail },
        ],
  ),
];
