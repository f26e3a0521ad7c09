import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.string()).default({}),
      volumes: z.array(z.string()).default([]),
      command: z.array(z.string()).default([]),
    }),
  ),
});
const compose = Compose.parse(parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }));

/** `${NAME:?why}` and `${NAME:-otherwise}`, as compose fills them in. Throws where one is required and not given. */
const filledIn = (text: string, given: NodeJS.ProcessEnv): string =>
  text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name] ?? '';
    if (value === '' && kind === '?') throw new Error(`${name}: ${rest}`);
    return value === '' ? rest : value;
  });

/** What stands in the place of a container's world on one machine. */
export interface Machine {
  /** What .env says. */
  readonly given: NodeJS.ProcessEnv;
  /** `HOST:PORT` of the composed network, and where that is here. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Where named volumes lie. */
  readonly volumes: string;
}

/** Where what a service has mounted lies here, by its path in the container. */
function mountsOf(service: string, { volumes }: Machine): [inside: string, here: string][] {
  return (compose.services[service]?.volumes ?? []).map((volume) => {
    const [from = '', inside = ''] = volume.split(':');
    return [inside, from.startsWith('./') ? join(ROOT, from) : join(volumes, from.replace(/^certificates-/, ''))];
  });
}

/** The environment of a service as compose gives it: hosts, ports and paths of its network are those of this machine, nothing else differs. */
export function environmentOf(service: string, machine: Machine): Record<string, string> {
  const its = compose.services[service];
  if (!its) throw new Error(`docker-compose.yml has no service ${service}`);
  const mounts = mountsOf(service, machine);
  const here = (text: string): string => {
    const hosted = Object.entries(machine.hosts).reduce((so, [host, at]) => so.replace(host, at), filledIn(text, machine.given));
    const mount = mounts.find(([inside]) => hosted === inside || hosted.startsWith(`${inside}/`));
    return mount ? `${mount[1]}${hosted.slice(mount[0].length)}` : hosted;
  };
  return Object.fromEntries(Object.entries(its.environment).map(([name, text]) => [name, here(text)]));
}

/** The program of a service, run by Node. */
export const commandOf = (service: string): readonly string[] => (compose.services[service]?.command ?? []).slice(1);
