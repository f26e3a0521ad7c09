/** What can go wrong while a platform starts; each has a message that says what, where and what to do. */
export type PlatformTrouble =
  | 'port-in-use'
  | 'folder-in-use'
  | 'folder-unusable'
  | 'temporal-missing'
  | 'temporal-failed'
  | 'temporal-unreachable'
  | 'search-attribute-conflict'
  | 'database-missing'
  | 'database-failed'
  | 'database-unreachable'
  | 'smtp-address'
  | 'worker-failed'
  | 'identity-in-service';

/** Thrown when a part of the platform cannot be started or reached. The message is Chinese, then English. */
export class PlatformError extends Error {
  readonly code: PlatformTrouble;

  constructor(code: PlatformTrouble, chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = 'PlatformError';
    this.code = code;
  }
}

/** The message of whatever was thrown, on one line. */
export const reasonOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(/\s*\n\s*/g, ' ').trim();
