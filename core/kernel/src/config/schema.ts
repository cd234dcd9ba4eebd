import { SECRET_REFERENCE_SCHEMA } from '@arbalest/spi';

/** A byte count, or text such as "512MB" or "4GiB". */
const SIZE = { type: ['integer', 'string'], minimum: 0, pattern: '^\\s*\\d+(\\.\\d+)?\\s*([kKmMgGtT]?i?[bB]?)\\s*$' } as const;
const PORT = { type: 'integer', minimum: 0, maximum: 65535 } as const;
const STRINGS = { type: 'array', items: { type: 'string', minLength: 1 } } as const;

function section(description: string, properties: Readonly<Record<string, object>>) {
  return { type: 'object', additionalProperties: false, default: {}, description, properties };
}

/** JSON Schema of `arbalest.config.json`. Also what the environment's variables are mapped by. */
export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Arbalest configuration',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'For editors; ignored' },
    scheduler: section('The scheduler process', {
      host: { type: 'string', default: '127.0.0.1', description: 'Address to listen on' },
      port: { ...PORT, default: 7070, description: 'Port to listen on; 0 = any free one' },
      heartbeatMs: { type: 'integer', minimum: 50, default: 1000, description: 'How often executors show that they live' },
      state: {
        type: 'string',
        minLength: 1,
        description:
          'Where jobs, sessions, views and functions are kept: etcd://host:2379,host:2379/prefix for several schedulers, lmdb:FOLDER, or memory; lmdb in the data directory when absent',
      },
      advertise: {
        type: 'string',
        minLength: 1,
        description:
          'Address at which executors, clients and other schedulers reach this one, grpc://host:port; what it listens on when absent',
      },
      leaseMs: {
        type: 'integer',
        minimum: 1000,
        description: 'A leading scheduler that is silent for so long is replaced; 3000 in etcd, 30000 in a store of its own when absent',
      },
    }),
    executor: section('Executor processes', {
      scheduler: {
        type: 'string',
        default: 'grpc://127.0.0.1:7070',
        description: 'URL of the scheduler to join; several of one cluster with commas between them',
      },
      host: { type: 'string', default: '127.0.0.1', description: 'Address to serve results on, as other processes reach it' },
      port: { ...PORT, default: 0, description: 'Port to serve results on; 0 = any free one' },
      threads: { type: 'integer', minimum: 0, default: 0, description: 'Threads of the engine; 0 = all cores' },
      memory: { ...SIZE, default: 0, description: 'Memory budget, bytes or "4GB"; 0 = 60 % of what the machine or the container has' },
      slots: { type: 'integer', minimum: 1, default: 4, description: 'Tasks at a time; each may use all threads of the executor' },
    }),
    exchange: section('Intermediate results between stages', {
      memory: { ...SIZE, default: 0, description: 'Bytes kept in memory before they spill to disk; 0 = a quarter of executor.memory' },
      spillDirectory: { type: 'string', minLength: 1, description: 'Folder for spilled data; a folder of the process when absent' },
    }),
    limits: section('Limits of work', {
      maxTaskAttempts: { type: 'integer', minimum: 1, default: 4, description: 'How often one task is tried' },
      abandonedMs: {
        type: 'integer',
        minimum: 0,
        default: 60_000,
        description: 'How long a statement goes on whose client is gone without a word, unless it is detached, milliseconds',
      },
    }),
    plugins: {
      ...section('Plugins besides the bundled ones; a plain list is short for { "load": list }', {
        load: {
          ...STRINGS,
          default: [],
          description: 'npm packages, or folders beginning with . or /, resolved from the file that names them',
        },
        allowIncompatible: {
          ...STRINGS,
          default: [],
          description: 'Ids of plugins to load although they were made for another plugin interface',
        },
      }),
    },
    plugin: {
      type: 'object',
      default: {},
      description: 'Sections of plugins by id, each with the schema of its plugin',
      additionalProperties: { type: 'object' },
    },
    settings: {
      type: 'object',
      default: {},
      description: 'Session settings that every session begins with',
      additionalProperties: { type: 'string' },
    },
    files: section('Files that statements may name; folders, or beginnings of URLs such as s3://bucket/dir', {
      roots: {
        ...STRINGS,
        description:
          'What may be read, and written unless `writable` is given. Absent: whatever the process may, as long as it listens on loopback only; otherwise nothing but managed tables',
      },
      writable: {
        ...STRINGS,
        description: 'What may be written, each of it a root or below one; an empty list forbids COPY and INSERT into files of others',
      },
    }),
    security: section('Who may come in, and how the ways between processes are protected', {
      token: {
        ...SECRET_REFERENCE_SCHEMA,
        properties: { env: { type: 'string', minLength: 1 }, file: { type: 'string', minLength: 1 } },
        description: 'Where the secret is found that all processes of the cluster share: { "env": NAME } or { "file": PATH }',
      },
      tls: {
        type: 'object',
        additionalProperties: false,
        required: ['certificate', 'key'],
        description: 'TLS of everything that listens and connects; without it, nothing is encrypted',
        properties: {
          certificate: { type: 'string', minLength: 1, description: 'File with the certificate of this process, PEM' },
          key: { type: 'string', minLength: 1, description: 'File with its private key, PEM' },
          authorities: {
            type: 'string',
            minLength: 1,
            description: 'File with the authorities that sign certificates of the cluster and its clients, PEM; those of Node when absent',
          },
          clientCertificates: {
            enum: ['none', 'required'],
            default: 'none',
            description: 'Whether who connects has to show a certificate too',
          },
        },
      },
      insecure: { type: 'boolean', default: false, description: 'Listen beyond loopback although nothing protects the listener' },
      sessionHours: { type: 'number', exclusiveMinimum: 0, default: 12, description: 'How long users who have logged in stay so' },
      loginTries: {
        type: 'integer',
        minimum: 1,
        default: 5,
        description: 'Wrong tries from one address, or for one name, until each costs time',
      },
      maxRequest: { ...SIZE, default: '64MB', description: 'Greatest message that is taken from a client or an executor' },
      maxStreams: { type: 'integer', minimum: 1, default: 1000, description: 'Calls under way on one connection' },
      handshakeMs: {
        type: 'integer',
        minimum: 100,
        default: 10_000,
        description: 'How long the TLS handshake of a new connection may take',
      },
    }),
    dataDirectory: { type: 'string', minLength: 1, default: '.arbalest', description: 'Folder for managed tables and state' },
    http: section('Health and metrics over HTTP: /healthz, /readyz and, for Prometheus, /metrics; an embedded scheduler has none', {
      enabled: { type: 'boolean', default: true, description: 'Whether processes listen at all' },
      host: { type: 'string', minLength: 1, default: '127.0.0.1', description: 'Address to listen on' },
      port: {
        ...PORT,
        default: 0,
        description: 'Port to listen on; 0 = any free one, which the log says; executors of a standalone cluster take the ports after it',
      },
    }),
    log: section('Log, on standard error', {
      level: { enum: ['debug', 'info', 'warn', 'error', 'silent'], default: 'info', description: 'Least level that is written' },
      format: { enum: ['json', 'pretty'], default: 'json', description: 'One JSON object a line, or text for people' },
    }),
  },
} as const;
