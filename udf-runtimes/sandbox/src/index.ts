export { containerSpec } from './container-spec.js';
export { DEFAULT_LIMITS, FUNCTION_USER } from './defaults.js';
export { OUTPUT_FOLDER, SOCKET_NAME } from './places.js';
export type { SandboxLimits, SandboxRequest, SandboxResources } from './sandbox-request.js';
