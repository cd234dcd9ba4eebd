// What has to be so before the first module is loaded. This folder is CommonJS because loading a module of the other kind uses libuv's thread pool.

// Each fragment that runs in a process holds a thread of that pool, whose size is fixed when it is first used. Child processes inherit the setting.
process.env.UV_THREADPOOL_SIZE ??= '16';

// From Node 22 on, compiled code is kept between starts.
require('node:module').enableCompileCache?.();
