import { userError } from '@arbalest/spi';
import type { Line } from './lines-in-range.js';

export function noLine(path: string, { text, offset }: Line): Error {
  return userError('CODEC_FORMAT', `${path} has no line of key=value pairs at byte ${offset}: met ${JSON.stringify(text.slice(0, 60))}`);
}
