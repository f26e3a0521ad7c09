const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of our own: by `Origin`, and where a browser hides that (`null`, no
 * referrer) by `Sec-Fetch-Site`. What says neither is no browser of today, and is refused.
 */
export function isOwnRequest(request: Request, origin: string): boolean {
  if (SAFE.has(request.method)) return true;
  const said = request.headers.get('origin');
  if (said !== null && said !== 'null') return said === origin;
  return request.headers.get('sec-fetch-site') === 'same-origin';
}
