/** A scenario file that cannot be played: what is wrong with it, and where. Thrown before anything is started. */
export class ScenarioError extends Error {
  readonly path: readonly (string | number)[];
  constructor(file: string, path: readonly (string | number)[], what: string) {
    super(`${file}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${what}`);
    this.name = 'ScenarioError';
    this.path = path;
  }
}
