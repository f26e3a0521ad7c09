/** A file by its name and its hash. */
export type File = { readonly name: string; readonly sha256: string };
export type Files = { readonly files?: readonly File[] | undefined };
