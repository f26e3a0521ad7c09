/** What travels between processes and into the hash chain. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
