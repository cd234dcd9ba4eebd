#!/usr/bin/env node
// npm links a command only to a file that is there at installation, and dist is built after it.
import '../dist/main.js';
