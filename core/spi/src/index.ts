export type { ArrowBatch, ArrowSchema, ArrowStream } from './arrow.js';
export type { Authenticator, Credentials, Principal } from './authenticator.js';
export type { Catalog, CopyTargetRequest, PathTableRequest, TableDefinition } from './catalog.js';
export type { Clock, Randomness } from './clock.js';
export { closestNames } from './closest-names.js';
export type {
  Codec,
  CodecRegistry,
  CodecSplitsRequest,
  NativeScan,
  NativeScanRequest,
  NativeWrite,
  ReadRequest,
  TableShape,
  WriteRequest,
} from './codec.js';
export { SIMPLE_TYPES, sameType, typeToSql } from './data-type.js';
export type {
  ArrayType,
  DataType,
  DecimalType,
  EnumType,
  Field,
  ListType,
  MapType,
  NamedType,
  SimpleType,
  SimpleTypeId,
  StructType,
  UnionType,
} from './data-type.js';
export { askAboutFiles, extensionsFor } from './engine-files.js';
export { engineNamed } from './engine-query.js';
export type { EngineQuery, EngineQueryRequest, EngineStreamRequest, EngineWriteRequest } from './engine-query.js';
export {
  ArbalestError,
  cancelledError,
  dataLostError,
  internalError,
  isArbalestError,
  resourcesError,
  toArbalestError,
  transientError,
  userError,
} from './errors.js';
export type { ErrorDetails, ErrorFamily } from './errors.js';
export type {
  BatchWishes,
  Executor,
  ExecutorCapabilities,
  FragmentExecution,
  FragmentInput,
  FragmentMetrics,
  FragmentRequest,
  FragmentScan,
  FragmentWrite,
  PartitionRequest,
} from './executor.js';
export type { FileRoots, FileUse } from './file-roots.js';
export type { CompareOp, Filter, FilterSupport } from './filter.js';
export { checkedOptions } from './format-options.js';
export type { OptionType, OptionTypes } from './format-options.js';
export { DESCRIBE_FUNCTIONS } from './function.js';
export type {
  DescribedFunction,
  DescribeFunctionsRequest,
  FailedRow,
  FunctionCatalog,
  FunctionDefinition,
  FunctionKind,
  FunctionLogLine,
  FunctionMetrics,
  FunctionOperation,
  FunctionRequests,
  FunctionSource,
  FunctionSourceDescription,
} from './function.js';
export type {
  CopyTo,
  CreateExternalTable,
  CreateFunction,
  CreateFunctionsFromImage,
  CreateTable,
  Frontend,
  LogicalPlan,
  ParameterValue,
  PlanContext,
  QueryDescription,
  Relation,
  Statement,
  StatementBody,
} from './frontend.js';
export type { Gateway, GatewayAddress } from './gateway.js';
export type { Launcher, LaunchRequest } from './launcher.js';
export type { CertificateSubject, ListenerSecurity, ListenerTls, LoggedIn, Login } from './login.js';
export { silentLog } from './logging.js';
export type { Log, LogFields } from './logging.js';
export type { PlanRoot } from './plan-root.js';
export {
  AUTHENTICATORS,
  CATALOGS,
  CLOCK,
  CODEC_REGISTRY,
  CODECS,
  definePlugin,
  ENGINE_QUERY,
  EXECUTORS,
  FILE_ROOTS,
  FRONTENDS,
  GATEWAYS,
  LAUNCHERS,
  LISTENER_SECURITY,
  LOG,
  LOGIN,
  PLUGIN_KINDS,
  PROCESS,
  SECRETS,
  SPI_VERSION,
  SQL_SERVICE,
  STATE_STORES,
  token,
} from './plugin.js';
export type { Plugin, PluginKind, PluginManifest, PluginRole, ProcessInfo, RegisterContext, Services, Token } from './plugin.js';
export { SECRET_REFERENCE_SCHEMA } from './secrets.js';
export type { SecretReference, Secrets } from './secrets.js';
export type {
  OpenSqlSession,
  SqlCaller,
  SqlEvent,
  SqlJob,
  SqlRelease,
  SqlRequest,
  SqlResultPart,
  SqlService,
  SqlTable,
  StatementDescription,
} from './sql-service.js';
export {
  conjunctionToSql,
  filterColumns,
  filterToSql,
  groupByPartition,
  jsonToSql,
  quoteName,
  quotePaths,
  quoteText,
  quoteTexts,
  scanSelect,
  typedText,
} from './sql-text.js';
export type { ColumnToSql, PartitionGroup, SelectParts } from './sql-text.js';
export type {
  CommitResult,
  StateChange,
  StateCondition,
  StateEntry,
  StateLease,
  StateLimits,
  StateStore,
  StateTransaction,
  StateWrite,
} from './state-store.js';
export type {
  ColumnStatistics,
  FileRef,
  FormatOptions,
  JsonValue,
  ScanColumn,
  ScanSource,
  Split,
  SplitsRequest,
  Table,
  TableName,
  TableStatistics,
  TableWriter,
  WriteTarget,
  WrittenFile,
} from './table.js';
