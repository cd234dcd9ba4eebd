#!/usr/bin/env node
// npm links a command only to a file that is there at installation, and the bundle is built after it.
require('./prepare.js');
import('../bundle/main.js');
