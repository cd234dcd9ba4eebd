// Ends with 0 when the process in this container answers that it is healthy. Whether it speaks TLS is tried: its certificate is for other names than loopback.
const http = require('node:http');
const https = require('node:https');

const PORT = process.env.ARBALEST_HTTP__PORT ?? '9100';
const WAIT_MS = 8000;

function ask(client, scheme) {
  return new Promise((resolve) => {
    const request = client.get(`${scheme}://127.0.0.1:${PORT}/healthz`, { rejectUnauthorized: false, timeout: WAIT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

void ask(http, 'http')
  .then((healthy) => healthy || ask(https, 'https'))
  .then((healthy) => process.exit(healthy ? 0 : 1));
