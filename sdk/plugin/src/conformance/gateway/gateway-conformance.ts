import { describe } from 'vitest';
import { gatewayCancelling } from './cancelling.js';
import { gatewayFlow } from './flow.js';
import { GatewayPlace } from './place.js';
import { gatewayStarting } from './starting.js';
import { gatewayStatements } from './statements.js';
import { gatewayStopping } from './stopping.js';
import type { GatewaySubject } from './subject.js';

/** What every gateway must do, ours and strangers' alike. Called at the top level of a test file of the gateway. */
export function gatewayConformance(name: string, subject: GatewaySubject): void {
  describe(`gateway ${name}`, () => {
    const started = () => GatewayPlace.start(subject);

    gatewayStarting(started);
    gatewayStatements(started);
    gatewayCancelling(started);
    gatewayFlow(started, subject);
    gatewayStopping(started);
  });
}
