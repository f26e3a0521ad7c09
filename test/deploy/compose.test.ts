import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SEARCH_ATTRIBUTES } from '../../embedded/search-attributes.js';
import { TEMPORAL_VERSION } from '../../embedded/versions.js';
import { providerFrom } from '../../gateway/sign-in/relying-party.js';
import { temporaryFolder } from '../embedded/folders.js';
import { checkCompose } from './schema-check.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = join(ROOT, 'docker-compose.yml');
const text = readFileSync(FILE, 'utf8');

const Service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  entrypoint: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()),
  networks: z.record(z.string(), z.unknown()),
});
const compose = Compose.parse(parse(text, { merge: true }));
const services = Object.entries(compose.services);
const serviceOf = (name: string): z.infer<typeof Service> => {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
};

test('docker-compose.yml holds to the Compose Specification', async () => {
  expect(await checkCompose(FILE)).toMatchObject({ status: 0 });
});

test('the check is one that can fail: a misspelt key is found and named', async () => {
  const misspelt = join(await temporaryFolder(), 'docker-compose.yml');
  await writeFile(misspelt, text.replace('healthcheck:', 'helthcheck:'));
  const { status, output } = await checkCompose(misspelt);
  expect(status).not.toBe(0);
  expect(output).toContain('helthcheck');
});

test('who depends on a service waits for the state it can reach: healthy with a check, completed for a job', () => {
  for (const [name, { depends_on: needs }] of services) {
    for (const [needed, { condition }] of Object.entries(needs)) {
      const service = serviceOf(needed);
      const possible = {
        service_healthy: service.healthcheck !== undefined,
        service_completed_successfully: /-(schema|namespace|certificates)$/.test(needed),
        service_started: true,
      }[condition];
      expect([name, needed, condition, possible]).toEqual([name, needed, condition, true]);
    }
  }
});

test('every service that depends on another can reach it: they share a network', () => {
  for (const [name, { depends_on: needs, networks }] of services) {
    for (const needed of Object.keys(needs)) {
      // The job that makes certificates is waited for and spoken to by nobody: it has no network.
      if (needed === 'temporal-certificates') continue;
      const shared = serviceOf(needed).networks.filter((network) => networks.includes(network));
      expect([name, needed, shared.length > 0]).toEqual([name, needed, true]);
    }
    expect(networks.filter((network) => !(network in compose.networks))).toEqual([]);
  }
});

test('data lies in named volumes, and every folder and file that is mounted or built from exists', () => {
  const mounts = services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
  const named = mounts.filter((mount) => !mount.startsWith('./'));
  expect([...new Set(named)].sort()).toEqual(Object.keys(compose.volumes).sort());
  for (const mount of mounts.filter((one) => one.startsWith('./')))
    expect([mount, existsSync(join(ROOT, mount))]).toEqual([mount, true]);
  for (const [, { build }] of services) if (build) expect(existsSync(join(ROOT, build.context, build.dockerfile))).toBe(true);
  for (const [, { entrypoint }] of services) {
    const script = entrypoint.find((part) => part.startsWith('/luyue/'));
    if (script !== undefined)
      expect([script, existsSync(join(ROOT, 'deploy/temporal', script.slice('/luyue/'.length)))]).toEqual([script, true]);
  }
});

test('the Temporal in service is the one that is tested: server, tools and web pages by version', () => {
  expect(serviceOf('temporal').image).toBe(`temporalio/server:${TEMPORAL_VERSION.server}`);
  for (const job of ['temporal-schema', 'temporal-namespace'])
    expect(serviceOf(job).image).toBe(`temporalio/admin-tools:${TEMPORAL_VERSION.server}`);
  expect(serviceOf('temporal-ui').image).toBe(`temporalio/ui:${TEMPORAL_VERSION.ui}`);
});

test('every image is named by a version, and the image of luyue by the version of the package', async () => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  for (const [name, { image }] of services) expect([name, image]).toEqual([name, expect.stringMatching(/:v?\d+\.\d+(\.\d+)?$/)]);
  expect(serviceOf('worker').image).toBe(`luyue:${version}`);
});

test('Temporal keeps cases and what staff search by in PostgreSQL', () => {
  expect(serviceOf('temporal').environment).toMatchObject({
    DB: 'postgres12',
    POSTGRES_SEEDS: 'postgres',
    DBNAME: 'temporal',
    VISIBILITY_DBNAME: 'temporal_visibility',
  });
});

test('whoever speaks to Temporal shows a certificate: the server asks for it, each has one of its own, and none lies in the repository', () => {
  expect(serviceOf('temporal').environment).toMatchObject({
    TEMPORAL_TLS_REQUIRE_CLIENT_AUTH: 'true',
    TEMPORAL_TLS_CLIENT1_CA_CERT: '/certificates/ca.pem',
    TEMPORAL_TLS_FRONTEND_CERT: '/certificates/tls.pem',
    TEMPORAL_TLS_SERVER_CERT: '/certificates/tls.pem',
  });
  for (const name of ['worker', 'gateway', 'temporal-ui'])
    expect([name, serviceOf(name).environment]).toEqual([
      name,
      expect.objectContaining({
        TEMPORAL_TLS_CA: '/certificates/ca.pem',
        TEMPORAL_TLS_CERT: '/certificates/tls.pem',
        TEMPORAL_TLS_KEY: '/certificates/tls.key',
        TEMPORAL_TLS_SERVER_NAME: 'temporal',
      }),
    ]);
  const holders = services.flatMap(([name, { volumes }]) =>
    volumes.flatMap((volume) => (volume.startsWith('certificates-') ? [`${volume.split(':')[0] ?? ''} ${name}`] : [])),
  );
  expect(holders.filter((one) => !one.endsWith(' temporal-certificates')).sort()).toEqual([
    'certificates-gateway gateway',
    'certificates-server temporal',
    'certificates-staff temporal-namespace',
    'certificates-staff temporal-ui',
    'certificates-worker worker',
  ]);
});

test('Temporal is reached by those who need it: nothing else shares a network with it, and it has no port outside', () => {
  const near = services.filter(([, { networks }]) => networks.some((one) => serviceOf('temporal').networks.includes(one)));
  expect(near.map(([name]) => name).sort()).toEqual([
    'gateway',
    'postgres',
    'temporal',
    'temporal-namespace',
    'temporal-schema',
    'temporal-ui',
    'worker',
  ]);
  expect(serviceOf('temporal').ports).toEqual([]);
});

test('in the Temporal UI nobody can act: acts go through luyue, where they are authorised and stamped', () => {
  expect(serviceOf('temporal-ui').environment['TEMPORAL_DISABLE_WRITE_ACTIONS']).toBe('true');
});

test('ports are open to this machine only, and the database to nobody outside', () => {
  for (const [name, { ports }] of services)
    for (const port of ports) expect([name, port]).toEqual([name, expect.stringMatching(/^127\.0\.0\.1:/)]);
  expect(serviceOf('postgres').ports).toEqual([]);
});

test('the gateway in service is started from what is built, as service, under the role that owns nothing, and answers when it is ready', () => {
  const { command, environment, ports, healthcheck } = serviceOf('gateway');
  expect(command.at(-1)).toBe('dist/gateway/main.js');
  expect(existsSync(join(ROOT, 'gateway/main.ts'))).toBe(true);
  expect(environment).toMatchObject({ PLATFORM: 'service', TASK_QUEUE: serviceOf('worker').environment['TASK_QUEUE'] });
  expect(environment['DATABASE_URL']).toBe(serviceOf('worker').environment['DATABASE_URL']);
  expect(environment).not.toHaveProperty('TEST_ISSUER_FOLDER');
  expect(ports).toEqual(['127.0.0.1:8080:8080']);
  expect(JSON.stringify(healthcheck)).toContain('/ready');
});

test('where a provider is named, the gateway is told all that it asks for to sign people in there', () => {
  const { environment } = serviceOf('gateway');
  const filled = (name: string): string =>
    environment[name]?.replace(/^\$\{(\w+):-(.*)\}$/, (_, given: string, usual: string) => (usual === '' ? given : usual)) ?? '';
  const named = Object.fromEntries(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_MFA_ACR'].map((name) => [name, filled(name)]));
  const provider = providerFrom({ ...named, OIDC_ISSUER: 'https://sign-in.example' });
  expect(provider).toMatchObject({ clientId: 'OIDC_CLIENT_ID', clientSecret: 'OIDC_CLIENT_SECRET', secondFactor: ['mfa'] });
  expect(filled('LUYUE_ORIGIN')).toBe('LUYUE_ORIGIN');
});

test('every secret comes from the environment, is required, and is explained in .env.example', async () => {
  const example = await readFile(join(ROOT, '.env.example'), 'utf8');
  const used = [...text.matchAll(/\$\{(\w+)(:\?|:-)/g)].map(([, name = '', kind]) => ({ name, kind }));
  expect(new Set(used.map(({ name }) => name)).size).toBe(28);
  for (const { name, kind } of used) {
    expect([name, example.includes(`${name}=`)]).toEqual([name, true]);
    if (/PASSWORD$|KEYS$/.test(name)) expect([name, kind]).toEqual([name, ':?']);
  }
  for (const [name, { environment }] of services)
    for (const [variable, value] of Object.entries(environment))
      if (/PASSWORD|PWD|_KEYS/.test(variable))
        expect([name, variable, value]).toEqual([name, variable, expect.stringMatching(/^\$\{\w+:\?/)]);
  // Nothing but the example is kept: it holds no value for any secret.
  expect(example).toMatch(/^POSTGRES_PASSWORD=$/m);
});

test('the search attributes registered in service are those registered on one machine', async () => {
  const script = await readFile(join(ROOT, 'deploy/temporal/set-up-namespace.sh'), 'utf8');
  const listed = [...script.matchAll(/^(\w+) (Keyword|Int|Datetime)$/gm)].map(([, name, type]) => [name, type]);
  expect(Object.fromEntries(listed)).toEqual(SEARCH_ATTRIBUTES);
});
