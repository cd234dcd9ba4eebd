import { authenticatorConformance } from '../index.js';
import { ScryptAuthenticator } from './scrypt-authenticator.js';

const ada = { name: 'ada', groups: ['analysts', 'admins'] };
const bob = { name: 'bob', groups: [] };

authenticatorConformance('scrypt', {
  open: async () => ({ authenticator: await (await new ScryptAuthenticator().add(ada, 'correct horse')).add(bob, 'battery staple') }),
  good: [
    { credentials: { kind: 'basic', user: 'ada', password: 'correct horse' }, principal: ada },
    { credentials: { kind: 'basic', user: 'bob', password: 'battery staple' }, principal: bob },
  ],
});
