import { join } from 'node:path';

/** Where the key is kept with which tokens for test persons are signed. */
export const issuerFile = (folder: string): string => join(folder, 'issuer.json');
