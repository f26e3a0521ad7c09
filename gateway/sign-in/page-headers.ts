/** Where the style sheet of these pages lies. */
export const STYLE = '/sign-in/style.css';

/**
 * What every page of signing in is sent with. Nothing of another origin and no script; `same-origin`, because without a referrer
 * browsers send `Origin: null` with a form.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};
