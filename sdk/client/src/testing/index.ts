export { type FakeAnswer, type FakePart, FakeTransport, partOf } from './fake-transport.js';
