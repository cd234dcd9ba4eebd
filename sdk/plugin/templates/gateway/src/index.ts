import { definePlugin, GATEWAYS, SQL_SERVICE } from '@arbalest/spi';
import { LineGateway, type LineGatewayConfig } from './line-gateway.js';

export default definePlugin<LineGatewayConfig>({
  register({ config, contribute }) {
    contribute(GATEWAYS, (services) => new LineGateway(config, services.get(SQL_SERVICE)));
  },
});
