#!/bin/sh
# Leaves of the libraries in the folder $1 what runs: on this platform, in this Node. Licences stay.
set -eu
cd "$1"
# Types; what only compiles, which is never done here.
rm -rf .bin @types undici-types buildcheck cpu-features nan node-addon-api
# Programs for another C library, and for other versions of Node; copies for browsers.
find . -depth -name '*musl*' -exec rm -rf {} +
find . -name 'node.abi*' ! -name "node.abi$(node -p process.versions.modules).*" -delete
find . -depth -type d -path '*/protobufjs/dist' -exec rm -rf {} +
# Tests, documents, sources.
find . -depth -type d \( -name test -o -name tests -o -name docs -o -name examples \) -exec rm -rf {} +
find . -type f ! -iname 'licen[cs]e*' \( -name '*.map' -o -name '*.md' -o -name '*.ts' -o -name '*.cts' -o -name '*.mts' -o -name '*.flow' \
  -o -name '*.c' -o -name '*.cc' -o -name '*.cpp' -o -name '*.h' -o -name '*.hpp' -o -name '*.S' -o -name '*.asm' -o -name '*.gyp*' \
  -o -name 'CMakeLists.txt' -o -name '*.cmake' -o -name 'test.js' -o -name 'tests.js' -o -name 'test-*.js' -o -name '*-test.js' \) -delete
# Names that only debuggers read.
find . -name '*.so' -exec strip --strip-unneeded {} +
find . -depth -type d -empty -delete
