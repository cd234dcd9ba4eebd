import { gatewayConformance } from '../index.js';
import { HttpGateway } from './http-gateway.js';
import { httpGatewayClient } from './http-gateway-client.js';

gatewayConformance('lines over HTTP', {
  open: (sql) => Promise.resolve({ gateway: new HttpGateway(sql) }),
  connect: (address) => Promise.resolve(httpGatewayClient(address)),
});
