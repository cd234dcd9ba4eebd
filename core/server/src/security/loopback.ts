const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/;

/** Whether only this machine can reach a listener there. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
