/** Why what stands in a field is not taken. */
export type Wrong = readonly [zh: string, en: string];
