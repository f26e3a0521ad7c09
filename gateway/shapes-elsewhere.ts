import { z } from '@hono/zod-openapi';
import type { Gateway } from './endpoint.js';

/** Says in the contract what has its shape elsewhere: the very schema that parses it there. */
export function document(app: Gateway, name: string, schema: z.ZodType): void {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  app.openAPIRegistry.registerComponent(
    'schemas',
    name,
    shape as Parameters<typeof app.openAPIRegistry.registerComponent<'schemas'>>[2],
  );
}
