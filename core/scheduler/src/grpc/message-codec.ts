/** What protobufjs generates for a message type. */
export interface MessageType<Message> {
  encode(message: Message): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Message;
}

/** For grpc-js, whose buffers are Node's: a view, not a copy. */
export function serializer<Message>(type: MessageType<Message>): (message: Message) => Buffer {
  return (message) => {
    const bytes = type.encode(message).finish();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}

export function deserializer<Message>(type: MessageType<Message>): (bytes: Buffer) => Message {
  return (bytes) => type.decode(bytes);
}
