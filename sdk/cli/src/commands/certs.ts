import { resolve } from 'node:path';
import { AUTHORITY, CertificateFolder } from '../certificates/certificate-folder.js';
import { EXIT, UsageError } from '../exit-code.js';
import { standardOutput } from '../output/sink.js';

export interface CertsOptions {
  readonly directory: string;
  readonly host: readonly string[];
}

export interface IssueOptions extends CertsOptions {
  readonly user?: string;
  readonly name?: string;
}

/** Every machine is reached by itself under these. */
const OWN_HOSTS = ['localhost', '127.0.0.1', '::1'];
const SERVER = 'server';
const CLIENT = 'client';

/** `arbalest certs init`: an authority, a certificate for processes on the hosts, and one for a client. */
export async function initCerts({ directory, host }: CertsOptions): Promise<number> {
  const { issueCertificate, makeAuthority } = await import('../certificates/certificate-authority.js');
  const folder = new CertificateFolder(resolve(directory));
  folder.requireFree([AUTHORITY, SERVER, CLIENT]);
  const hosts = hostsOf(host);
  const authority = await makeAuthority();
  await folder.write(AUTHORITY, authority);
  await folder.write(SERVER, await issueCertificate(authority, { kind: 'host', hosts }));
  await folder.write(CLIENT, await issueCertificate(authority, { kind: 'user', name: CLIENT }));
  await standardOutput().write(initReport(folder, hosts));
  return EXIT.ok;
}

/** `arbalest certs issue`: one more certificate of the same authority. */
export async function issueCerts({ directory, host, user, name }: IssueOptions): Promise<number> {
  if ((user === undefined) === (host.length === 0)) throw new UsageError('give --host for a machine, or --user for a person');
  const { issueCertificate } = await import('../certificates/certificate-authority.js');
  const folder = new CertificateFolder(resolve(directory));
  const called = name ?? (user ?? host[0]!).replace(/[^\w.@-]/g, '_');
  if (!/^[\w.@-]+$/.test(called)) throw new UsageError(`--name ${called} is no name for a file`);
  const authority = await folder.authority();
  folder.requireFree([called]);
  await folder.write(
    called,
    await issueCertificate(authority, user === undefined ? { kind: 'host', hosts: hostsOf(host) } : { kind: 'user', name: user }),
  );
  await standardOutput().write(`${folder.certificateFile(called)}\n${folder.keyFile(called)}\n`);
  return EXIT.ok;
}

function hostsOf(given: readonly string[]): readonly string[] {
  const wrong = given.find((host) => !/^(\*\.)?[A-Za-z0-9.:_-]+$/.test(host));
  if (wrong !== undefined) throw new UsageError(`--host ${wrong} is no name and no address of a machine`);
  return [...new Set([...given, ...OWN_HOSTS])];
}

function initReport(folder: CertificateFolder, hosts: readonly string[]): string {
  const certificate = folder.certificateFile(SERVER);
  const authorities = folder.certificateFile(AUTHORITY);
  const tls = { certificate, key: folder.keyFile(SERVER), authorities, clientCertificates: 'required' };
  return `Made in ${folder.directory}:
  ca.crt, ca.key          the authority; keep ca.key away from the cluster, it makes further certificates
  server.crt, server.key  for schedulers and executors on ${hosts.join(', ')}
  client.crt, client.key  for a client

Configuration of each scheduler and executor (without clientCertificates, clients show a token or log in instead):
${JSON.stringify({ security: { tls } }, null, 2)}

Clients and executors then go to grpc+tls:// addresses:
  arbalest sql --connect grpc+tls://${hosts[0]}:7070 --tls-ca ${authorities} --tls-cert ${folder.certificateFile(CLIENT)} --tls-key ${folder.keyFile(CLIENT)}

For another machine, by each name and address that others reach it at, or another person:
  arbalest certs issue --directory ${folder.directory} --host NAME --host ADDRESS
  arbalest certs issue --directory ${folder.directory} --user NAME
`;
}
