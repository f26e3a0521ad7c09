import type { Command } from 'commander';
import { exits } from './exits.js';
import type { IssueOptions, ListOptions, RegisterOptions, RevokeOptions, SignOptions } from './seal.js';

const asked = (command: Command): Command =>
  command
    .requiredOption('--as <actor>', 'who asks: a registrar (city/a), a signer of the unit who revokes (BJ-0001)')
    .option('--approved-by <actor>', 'the second registrar')
    .requiredOption('--basis <text>', 'on what basis')
    .option('--id <id>', 'the same id is the same act, however often it is sent')
    .option('--json', 'as JSON', false);

/** `luyue seal …`: a signature made outside of the platform, and the certificates by which parties seal. */
export function addSeals(program: Command): void {
  const seal = program.command('seal').description('seals: sign a manifest with one’s own key; certificates of parties');
  const load = () => import('./seal.js');
  seal
    .command('sign', { isDefault: true })
    .argument('<file>', 'the manifest, as GET /documents/ID/manifest gives it')
    .description('sign a manifest here, with a key that never leaves this machine')
    .requiredOption('--key <file>', 'the private key (PEM): ECDSA on P-256, RSA, SM2; its passphrase in LUYUE_KEY_PASSPHRASE')
    .requiredOption('--certificate <file>', 'its certificate, and those above it (PEM)')
    .option('--to <file>', 'where the signature is written: FILE.p7s, or FILE.sm2')
    .action(
      exits(
        async (file: string, { certificate: cert, ...options }: Omit<SignOptions, 'cert'> & { readonly certificate: string }) =>
          (await load()).sealSign(file, { ...options, cert }),
      ),
    );
  asked(
    seal
      .command('register')
      .argument('<certificate>', 'a file (PEM): it, and those above it')
      .description('register a certificate for a party: two registrars'),
  )
    .requiredOption('--party <party>', 'BJ-0001, V-01')
    .option('--platform', 'a seal platform keeps its key', false)
    .action(exits(async (file: string, options: RegisterOptions) => (await load()).sealRegister(file, options)));
  asked(
    seal
      .command('revoke')
      .argument('<certificate>', 's-0001')
      .description('let it seal nothing any more: its unit or an operator alone'),
  ).action(exits(async (certificate: string, options: RevokeOptions) => (await load()).sealRevoke(certificate, options)));
  seal
    .command('list')
    .description('certificates, of a party where one is named')
    .option('--of <party>', 'BJ-0001')
    .option('--after <certificate>', 'after that one: at most 200 are shown at once')
    .option('--json', 'as JSON', false)
    .action(exits(async (options: ListOptions) => (await load()).sealList(options)));
  seal
    .command('test-certificate')
    .argument('<party>', 'BJ-0001')
    .description('a key and a certificate by the test authority of a platform on one machine: worth nothing elsewhere')
    .option('--key-kind <kind>', 'ecdsa, rsa, sm2-sm3', 'ecdsa')
    .option('--to <name>', 'NAME.key and NAME.crt; the party where none is named')
    .action(exits(async (party: string, options: IssueOptions) => (await load()).sealTestCertificate(party, options)));
}
