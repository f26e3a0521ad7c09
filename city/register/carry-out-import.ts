import type { Opening } from '../../domain/cases/case.js';

/** Opens one case, or finds it open: done twice it is done once. */
export type OpenCase = (opening: Opening) => Promise<unknown>;

/** What was opened before something outside failed, and the failure. */
export interface ImportDone {
  readonly opened: readonly string[];
  readonly failed?: Error;
}

/** Units opened side by side. */
const AT_A_TIME = 10;

/**
 * Opens the cases of a plan: unit by unit, the case that holds the account first, so that no evidence is kept for a unit
 * without one. Where something outside fails it stops; what is open stays, and the same import again opens the rest.
 */
export async function carryOutImport(
  opens: readonly Opening[],
  open: OpenCase,
  tell: (done: number, of: number) => void,
): Promise<ImportDone> {
  const byUnit = new Map<string, Opening[]>();
  for (const opening of opens) byUnit.set(opening.unit.id, [...(byUnit.get(opening.unit.id) ?? []), opening]);
  const waiting = [...byUnit.values()];
  const opened: string[] = [];
  let failed: Error | undefined;
  const lane = async (): Promise<void> => {
    for (let unit = waiting.shift(); unit && !failed; unit = waiting.shift()) {
      try {
        for (const opening of unit) {
          await open(opening);
          opened.push(opening.id);
        }
      } catch (error) {
        failed ??= error instanceof Error ? error : new Error(String(error));
      }
      tell(opened.length, opens.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return { opened: opened.sort(), ...(failed ? { failed } : {}) };
}
