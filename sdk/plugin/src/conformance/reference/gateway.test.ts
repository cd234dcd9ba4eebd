import { gatewayConformance } from '../index.js';
import { HttpGateway } from './http-gateway.js';
import { httpGatewayClient } from './http-gateway-client.js';

gatewayConformance('lines over HTTP', {
  open: (sql) => Promise.resolve({ gateway: new HttpGateway(sql) }),
  windowBytes: 12 * 1024 * 1024,
  connect: (address) => Promise.resolve(httpGatewayClient(address)),
});
