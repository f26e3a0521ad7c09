const MOST = 2_000;

/** A page of our own to go on with: a path, never another site, however it is disguised; `/` for everything else. */
export function ownPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > MOST || !/^\/(?![/\\])/.test(wanted)) return '/';
  // what a browser makes of it decides: it drops tabs and line feeds, and reads a backslash as a slash
  const here = 'https://here.invalid';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, here);
  return origin === here && !pathname.startsWith('//') && `${pathname}${search}${hash}`.length <= MOST
    ? `${pathname}${search}${hash}`
    : '/';
}
