import { executorConformance } from '../index.js';
import { PassThroughExecutor } from './pass-through-executor.js';

executorConformance('pass-through', { open: () => Promise.resolve({ executor: new PassThroughExecutor() }) });
