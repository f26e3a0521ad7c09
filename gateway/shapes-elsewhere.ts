import { z } from '@hono/zod-openapi';
import type { Gateway } from './endpoint.js';

/** Classes of characters that not every reader of a contract knows, in characters that it does; a class may be told wider than it is. */
const CLASSES: Readonly<Record<string, string>> = {
  '\\p{C}': '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ue000-\\uf8ff\\ufeff',
  '\\p{Zl}': '\\u2028',
  '\\p{Zp}': '\\u2029',
};

/** A pattern as everybody reads it. Throws where a class has no words yet. */
const portable = (pattern: string): string =>
  pattern.replaceAll(/\\p\{\w+\}/gi, (name) => {
    const characters = CLASSES[name];
    if (characters === undefined) throw new Error(`${name} is not known to every reader of a contract: name its characters`);
    return characters;
  });

/** Says in the contract what has its shape elsewhere: the very schema that parses it there. */
export function document(app: Gateway, name: string, schema: z.ZodType): void {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = portable(jsonSchema.pattern);
    },
  });
  app.openAPIRegistry.registerComponent(
    'schemas',
    name,
    shape as Parameters<typeof app.openAPIRegistry.registerComponent<'schemas'>>[2],
  );
}
