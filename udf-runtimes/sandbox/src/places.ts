/** Where a server in a container finds what it shares with its caller (PROTOCOL.md §1). */
export const INPUT_FOLDER = '/run/arbalest/in';
export const OUTPUT_FOLDER = '/run/arbalest/out';
/** Of its socket, below `OUTPUT_FOLDER`. */
export const SOCKET_NAME = 'udf.sock';
