/** Thrown when a letter can never go where it is addressed: trying again cannot help. */
export class ForGood extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ForGood';
  }
}
