export { addUser, removeUser } from './edit-users.js';
export { default } from './plugin.js';
