import type { Instant } from '../domain/model/instant.js';
import { own } from '../domain/model/own.js';
import { unitOfActor } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { filesDocuments } from '../acts/definition.js';
import { definitionInCases } from '../acts/vocabulary.js';
import type { RawAct } from '../desk/admit.js';
import { documentHash, type Canonical } from '../documents/forms/canonical.js';
import { filingOf, type Filing } from '../documents/forms/filing.js';
import { look, type NamedFinding } from '../documents/forms/findings.js';
import type { Before } from '../documents/forms/looked.js';
import type { Computed } from '../documents/forms/totals.js';
import { notByThisAct, unknownDocument, unshaped } from '../documents/forms/unfit.js';
import { tidy } from '../documents/forms/values.js';
import { RegulationError } from '../regulation/errors.js';
import type { Form } from '../regulation/forms/form.js';
import { loadForm } from '../regulation/forms/load.js';
import { rulebookNamed } from '../regulation/named.js';
import type { Scenario, ScenarioDocument } from './play.js';

/** A version as a play files it: what has to stand in the book before the act that names it is stored. */
export interface MadeVersion extends Omit<Canonical, 'form'> {
  readonly form: Form;
  readonly totals?: Computed | undefined;
  readonly sha256: string;
  readonly findings: readonly NamedFinding[];
  readonly by: string;
  readonly at: Instant;
}

const DIGITS = 6;

/**
 * The documents of a scenario as they are filed, each unit's its own: numbered in the order in which acts first name them, looked at beside what
 * the unit has filed in the play before. Rests on the acts alone.
 */
export class ScenarioDocuments {
  private readonly scenario: Scenario;
  /** Every version that an act has named, in the order in which they did. */
  readonly all: MadeVersion[] = [];
  private readonly ids = new Map<string, string>();
  private readonly versions = new Map<string, number>();
  private readonly filed = new Map<string, Map<string, Before>>();

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  /** What an act brings that names a document of the scenario; undefined for one that names none. */
  filing(raw: RawAct, unit: string, at: Instant): { readonly filing: Filing; readonly made: MadeVersion } | Refusal | undefined {
    const definition = definitionInCases(raw.do);
    const { document: name, ...beside } = (raw.with ?? {}) as { readonly document?: unknown };
    if (!definition || !filesDocuments(definition) || typeof name !== 'string' || Object.keys(beside).length > 0)
      return undefined;
    const said = own(this.scenario.documents ?? {}, name);
    if (!said) return unknownDocument(name);
    const form = formNamed(said.form, this.scenario.cycle);
    if (isRefusal(form)) return form;
    const values = tidy(said.values);
    const no = notByThisAct(name, form, raw.do) ?? unshaped(name, form, values);
    if (no) return no;
    const made = this.made({ ...said, values }, name, { form, unit, at, by: raw.by });
    const { id, version, sha256, totals, files, month, findings } = made;
    const filing = filingOf(
      form,
      { id, version, sha256, values, totals, files, month, findings },
      definition.seal ? true : undefined,
    );
    return { filing, made };
  }

  private made(
    { values, files, month }: ScenarioDocument,
    name: string,
    { form, unit, at, by }: { readonly form: Form; readonly unit: string; readonly at: Instant; readonly by: string },
  ): MadeVersion {
    const { cycle } = this.scenario;
    const party = form.by === 'unit' ? unit : unitOfActor(by);
    const id = this.idOf(`${unit} ${this.first(name)}`);
    const known = this.versions.get(`${unit} ${name}`);
    const version = known ?? this.next(id);
    this.versions.set(`${unit} ${name}`, version);
    const mine = this.filed.get(unit) ?? new Map<string, Before>();
    const looked = { form, values, files, cycle, party, ...(month === undefined ? {} : { month }) };
    const before = [...mine].flatMap(([other, one]) => (other === id ? [] : [one])).reverse();
    const { totals, findings } = look(looked, before, rulebookNamed(String(cycle)));
    mine.set(id, { ...looked, totals });
    this.filed.set(unit, mine);
    const canonical = { id, version, form, party, unit, cycle, month, values, files, totals };
    const whole = { ...canonical, sha256: documentHash(canonical), findings, by, at };
    if (known === undefined) this.all.push(whole);
    return whole;
  }

  /** The document that a name corrects, be it over several. */
  private first(name: string): string {
    const corrected = this.scenario.documents?.[name]?.corrects;
    return corrected === undefined ? name : this.first(corrected);
  }

  private idOf(key: string): string {
    const id = this.ids.get(key) ?? `DOC-${String(this.ids.size + 1).padStart(DIGITS, '0')}`;
    this.ids.set(key, id);
    return id;
  }

  private readonly latest = new Map<string, number>();
  private next(id: string): number {
    const version = (this.latest.get(id) ?? 0) + 1;
    this.latest.set(id, version);
    return version;
  }
}

function formNamed(name: string, cycle: number): Form | Refusal {
  try {
    return loadForm({ name, cycle });
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error;
    return refuse('unknown-document', `没有表单 ${name}`, `there is no form ${name}`);
  }
}
