import { z } from 'zod';
import { definitionOf } from '../../acts/vocabulary.js';
import { isPeopleAct, PEOPLE_ACTS } from '../../desk/people-acts.js';

/** How one field of an act is entered. */
export type Field = { readonly name: string; readonly required: boolean } & Entered;

type Entered =
  | { readonly as: 'line' | 'text' | 'decimal' | 'tonnes' | 'whole' | 'day' | 'instant' | 'month' | 'lines' }
  | { readonly as: 'choice'; readonly options: readonly string[] }
  /** `brings`: what a tick stands for; one that is required says the other where it is not ticked. */
  | { readonly as: 'tick'; readonly brings: boolean }
  | { readonly as: 'group'; readonly fields: readonly Field[] }
  | { readonly as: 'rows'; readonly row: Field }
  /** What is asked further depends on the choice of one field. */
  | { readonly as: 'variants'; readonly by: string; readonly variants: ReadonlyMap<string, readonly Field[]> };

/** As much of a JSON schema as the shapes of acts come to. */
interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

/** Text that may be so long is written in several lines. */
const LONG = 500;

const AS_BY_FORMAT: Readonly<Record<string, 'day' | 'month' | 'instant'>> = {
  date: 'day',
  month: 'month',
  'date-time': 'instant',
};

const valuesOf = (shape: Shape | undefined): readonly string[] =>
  typeof shape?.const === 'string' ? [shape.const] : (shape?.enum ?? []);

/** The field by which variants are told apart: in each of them one of some words. */
const discriminator = (variants: readonly Shape[]): string | undefined =>
  Object.keys(variants[0]?.properties ?? {}).find((name) => variants.every((one) => valuesOf(one.properties?.[name]).length > 0));

function variantsOf(shapes: readonly Shape[]): Entered {
  const by = discriminator(shapes);
  if (by === undefined) return { as: 'line' };
  const variants = new Map(
    shapes.flatMap((shape) =>
      valuesOf(shape.properties?.[by]).map((value): [string, readonly Field[]] => [
        value,
        fieldsIn(shape).filter(({ name }) => name !== by),
      ]),
    ),
  );
  return { as: 'variants', by, variants };
}

function textOf({ format = '', pattern = '', maxLength = 0 }: Shape): Entered {
  const dated = AS_BY_FORMAT[format];
  if (dated) return { as: dated };
  if (pattern.includes('\\d{0,17}')) return { as: pattern.startsWith('^[1-9]') ? 'tonnes' : 'decimal' };
  return { as: pattern === '' && maxLength >= LONG ? 'text' : 'line' };
}

function enteredAs(shape: Shape): Entered {
  const { type, oneOf, anyOf, items } = shape;
  const options = valuesOf(shape);
  if (options.length > 0) return { as: 'choice', options };
  if (oneOf) return variantsOf(oneOf);
  if (anyOf) return enteredAs(anyOf.find(({ pattern }) => pattern !== undefined) ?? {});
  if (type === 'boolean') return { as: 'tick', brings: shape.const !== false };
  if (type === 'integer') return { as: 'whole' };
  if (type === 'object') return { as: 'group', fields: fieldsIn(shape) };
  if (type !== 'array') return textOf(shape);
  const row = enteredAs(items ?? {});
  return row.as === 'group' || row.as === 'variants'
    ? { as: 'rows', row: { name: '', required: true, ...row } }
    : { as: 'lines' };
}

const fieldsIn = ({ properties = {}, required = [] }: Shape): readonly Field[] =>
  Object.entries(properties).map(([name, shape]) => ({ name, required: required.includes(name), ...enteredAs(shape) }));

const made = new Map<string, readonly Field[]>();

/** The shape of what an act brings; none where there is no such act. */
export const shapeOf = (act: string): z.ZodType | undefined => (isPeopleAct(act) ? PEOPLE_ACTS[act] : definitionOf(act)?.with);

/** The fields of an act, from its shape: what is asked at the door is what is asked on the page. */
export function fieldsOf(act: string): readonly Field[] {
  const known = made.get(act);
  if (known) return known;
  const shape = shapeOf(act);
  const fields = shape ? fieldsIn(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Shape) : [];
  made.set(act, fields);
  return fields;
}
