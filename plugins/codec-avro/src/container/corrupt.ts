/** Bytes are not what Avro's specification wants. Whoever knows the file and the block makes a user error of it. */
export class CorruptBytes extends Error {}
