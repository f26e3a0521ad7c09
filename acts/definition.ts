import type { z } from 'zod';
import type { ActName, AskedOf } from '../domain/model/brings.js';
import type { CaseKind, Unit } from '../domain/model/case.js';

/** All there is to say about an act: its name and words, who may do it, about whom, which case it belongs to, what it brings. */
export interface ActDefinition<K extends ActName = ActName> {
  readonly name: K;
  readonly words: { readonly zh: string; readonly en: string };
  readonly party: 'unit' | 'verifier' | 'district' | 'exchange' | 'city';
  /** The kind of unit it concerns; `city`: every running case, `register`: a unit that has none yet, `alarms`, `auction`: no unit. */
  readonly concerns: Unit['kind'] | 'any' | 'city' | 'register' | 'alarms' | 'auction';
  /** Where it is not the one case in which the unit is judged. */
  readonly case?: CaseKind | 'auction';
  /** Every case of the unit hears of it, and answers for itself. */
  readonly everyCase?: true;
  /** Further cases of the unit that hear of it once it is decided, of these kinds, and what it does to them. */
  readonly heardBy?: readonly CaseKind[];
  /** One officer proposes it, another approves. */
  readonly twoPeople?: true;
  /** An operator may propose it as an officer does, or does it without a second person. */
  readonly operator?: 'proposes' | 'alone';
  /** It bears the seal of the party: a signer does it. */
  readonly seal?: true;
  /** The form whose documents it files. */
  readonly form?: string;
  /** It files documents of the form that the regulation has for the filing that `with.filing` names, where it has one. */
  readonly formByFiling?: true;
  /** The form whose documents it checks. */
  readonly checks?: string;
  /** The shape of what is written with it. */
  readonly with: z.ZodType<AskedOf<K>>;
  /** Where `with` names the unit concerned, and the other side of a trade. */
  readonly subject?: string;
  readonly other?: string;
  /** Where `with` names a district. */
  readonly district?: string;
  /** Where `with` names a further unit that must be listed: the one into which this one is merged. */
  readonly listed?: string;
  /** Where `with` names the verifier whose verification it belongs to; an act of a verifier belongs to its own. */
  readonly verifier?: string;
  /** Where `with` names the verifier whose verification of the unit it opens. */
  readonly opens?: string;
  /** Where `with` names a duty: one of a month belongs to the unit's evidence. */
  readonly duty?: string;
}

/** A field of what an act brings, by name. */
type Field = 'subject' | 'other' | 'district' | 'listed' | 'duty' | 'verifier' | 'opens';
type Written<K extends ActName> = Omit<ActDefinition<K>, Field | 'with'> & {
  readonly [F in Field]?: keyof AskedOf<K> & string;
};

/** A type with every field told as there or optional, so that an optional one more is a difference too. */
type Spelt<T> = T extends readonly (infer I)[]
  ? readonly Spelt<I>[]
  : T extends object
    ? { readonly [F in keyof T]-?: readonly [Spelt<T[F]>, Partial<Pick<T, F>> extends Pick<T, F> ? 'optional' : 'there'] }
    : T;
/** Whether two types are one and the same, optional fields included. */
type Same<A, B> = [Spelt<A>] extends [Spelt<B>] ? ([Spelt<B>] extends [Spelt<A>] ? true : false) : false;
/** What a shape must be: of just what the act brings. */
type Fitting<S extends z.ZodType, K extends ActName> =
  Same<z.output<S>, AskedOf<K>> extends true ? S : 'another shape than domain/model/brings.ts says';

/** Defines an act. Does not compile where its shape and what the core reads of it differ in anything. */
export const define = <K extends ActName, S extends z.ZodType<AskedOf<K>>>(
  definition: Written<K> & { readonly with: S & Fitting<S, K> },
): ActDefinition<K> => definition;

/** Whether an act may name a document in the place of its short form. */
export const filesDocuments = ({ form, formByFiling }: Pick<ActDefinition, 'form' | 'formByFiling'>): boolean =>
  form !== undefined || formByFiling === true;
