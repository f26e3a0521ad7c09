/** What only keeps a date or a number in one line is no part of what is read. */
const asRead = (page: string): string => page.replace(/<(time|bdi)>([^<]*)<\/\1>/g, '$2');

/** A browser without script: it follows links and redirects, fills in forms, and keeps cookies as browsers do. */
export class Browser {
  /** By name and path. */
  readonly cookies = new Map<string, { name: string; value: string; path: string; line: string }>();
  /** Every answer, redirects too. */
  readonly seen: { method: string; url: string; status: number; headers: Headers }[] = [];
  url = '';
  status = 0;
  text = '';
  headers = new Headers();

  readonly origin: string;
  private readonly address: string;
  constructor(origin: string, address = '10.1.2.3') {
    this.origin = origin;
    this.address = address;
  }

  private cookieHeader(path: string): string {
    return [...this.cookies.values()]
      .filter((one) => path === one.path || path.startsWith(one.path.endsWith('/') ? one.path : `${one.path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  private keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const said = (what: string): string | undefined =>
        attributes.find((one) => one.toLowerCase().startsWith(`${what}=`))?.slice(what.length + 1);
      const path = said('path') ?? '/';
      const gone = said('max-age') === '0' || new Date(said('expires') ?? '2999-01-01').getTime() < Date.now();
      if (gone) this.cookies.delete(`${name} ${path}`);
      else this.cookies.set(`${name} ${path}`, { name, value, path, line });
    }
  }

  /** By its name without the port, which it bears on loopback. */
  cookie(name: string): string | undefined {
    return this.cookies.get(`${this.portly(name)} /`)?.value;
  }

  /** As the site has set it. */
  cookieLine(name: string): string | undefined {
    return this.cookies.get(`${this.portly(name)} /`)?.line;
  }

  /** Has a cookie of the site as another one had it. */
  plant(name: string, value: string): void {
    this.cookies.set(`${this.portly(name)} /`, { name: this.portly(name), value, path: '/', line: '' });
  }

  private portly(name: string): string {
    const { port } = new URL(this.origin);
    return port === '' ? name : `${name}-${port}`;
  }

  /** One request and answer, without following; what a form of a page sends unless said otherwise. */
  async once(path: string, form?: Record<string, string> | FormData, headers: Record<string, string> = {}): Promise<Response> {
    const url = new URL(path, this.url || this.origin);
    const cookie = this.cookieHeader(url.pathname);
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'x-test-address': this.address,
        ...(cookie === '' ? {} : { cookie }),
        ...(form ? { origin: this.origin } : {}),
        ...headers,
      },
      ...(form ? { body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
    });
    this.keep(answer.headers);
    this.seen.push({ method: form ? 'POST' : 'GET', url: url.href, status: answer.status, headers: answer.headers });
    return answer;
  }

  /** Goes to a page, through redirects, to what is shown in the end. */
  async go(path: string, form?: Record<string, string> | FormData, headers?: Record<string, string>): Promise<this> {
    let answer = await this.once(path, form, headers);
    this.url = new URL(path, this.url || this.origin).href;
    for (let n = 0; answer.status >= 300 && answer.status < 400; n += 1) {
      if (n > 10) throw new Error(`sent round in circles: ${this.url}`);
      const to = new URL(answer.headers.get('location') ?? '', this.url).href;
      if (!to.startsWith(this.origin)) throw new Error(`sent away to ${to}`);
      await answer.arrayBuffer();
      answer = await this.once(to);
      this.url = to;
    }
    this.status = answer.status;
    this.headers = answer.headers;
    this.text = asRead(await answer.text());
    return this;
  }

  /** The form of the page whose address ends so: where it is sent, with its hidden fields. */
  form(action: string): { readonly to: string; readonly hidden: Record<string, string> } {
    const form = [...this.text.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(([, to]) =>
      to?.endsWith(action),
    );
    if (!form) throw new Error(`no form to ${action} on ${this.url}: ${this.text.slice(0, 2_000)}`);
    const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return { to: form[1] ?? '', hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])) };
  }

  /** Sends the form of the page whose address ends so, with its hidden fields and what is filled in. */
  async send(action: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<this> {
    const { to, hidden } = this.form(action);
    return this.go(to, { ...hidden, ...fields }, headers);
  }

  /** The same with a file. */
  async sendFile(action: string, fields: Record<string, string>, name: string, file: File): Promise<this> {
    const [, csrf = ''] = /name="csrf" value="([^"]*)"/.exec(this.text.slice(this.text.indexOf(`action="${action}"`))) ?? [];
    const form = new FormData();
    for (const [field, value] of Object.entries({ csrf, ...fields })) form.append(field, value);
    form.append(name, file);
    return this.go(action, form);
  }

  /** The same cookies in another browser: stolen. */
  stolen(): Browser {
    const thief = new Browser(this.origin, '203.0.113.9');
    for (const [key, cookie] of this.cookies) thief.cookies.set(key, cookie);
    return thief;
  }
}
