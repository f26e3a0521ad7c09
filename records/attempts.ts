import type pg from 'pg';

/** A message to a case that named no stored request of the same content. It changed nothing; operators see it. */
export interface Attempt {
  readonly caseId: string;
  readonly key: string;
  readonly why: string;
  readonly message: unknown;
  readonly recordedAt: Date;
}

export const noteAttempt = async (pool: pg.Pool, caseId: string, key: string, why: string, message: unknown): Promise<void> => {
  const values = [caseId, key, why, JSON.stringify(message)];
  await pool.query({ name: 'note-attempt', text: 'select note_attempt($1, $2, $3, $4)', values });
};

/** The latest first. */
export const attemptsIn = async (pool: pg.Pool, limit = 100): Promise<Attempt[]> => {
  const text = `select case_id as "caseId", step_key as key, why, message, recorded_at as "recordedAt" from attempts order by n desc limit $1`;
  return (await pool.query<Attempt>({ name: 'attempts', text, values: [limit] })).rows;
};
