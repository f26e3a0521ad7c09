/** Somebody whom a scenario names, to go in as by one click: `city/a`, `BJ-0001`. */
export interface TestPerson {
  /** As the provider names them to the platform (`sub`). */
  readonly subject: string;
  readonly actor: string;
  readonly zh: string;
  readonly en: string;
  /** With whom they are listed. */
  readonly group?: 'unit' | 'district' | 'city' | 'verifier' | 'rest';
}

/** Which test people there are. They are kept elsewhere; the provider only signs them in. */
export interface TestPeople {
  /** Some to choose from, a screenful. */
  list(): Promise<readonly TestPerson[]>;
  find(actor: string): Promise<TestPerson | undefined>;
}
