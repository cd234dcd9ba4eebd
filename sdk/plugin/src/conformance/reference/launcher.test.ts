import { launcherConformance } from '../index.js';
import { memoryLauncherSubject } from './launcher-subject.js';
import { MemoryLauncher } from './memory-launcher.js';

launcherConformance(
  'memory',
  memoryLauncherSubject((place) => new MemoryLauncher(place)),
);
