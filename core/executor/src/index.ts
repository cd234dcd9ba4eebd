export type { ConnectControl, ControlChannel } from './control/control-channel.js';
export type { ExecutorNodeOptions } from './executor-node-options.js';
