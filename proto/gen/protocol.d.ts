import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace arbalest. */
export namespace arbalest {

    /** Namespace scheduler. */
    namespace scheduler {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of an ExecutorMessage.
             * @deprecated Use arbalest.scheduler.v1.ExecutorMessage.$Properties instead.
             */
            interface IExecutorMessage extends arbalest.scheduler.v1.ExecutorMessage.$Properties {
            }

            /** Represents an ExecutorMessage. */
            class ExecutorMessage {

                /**
                 * Constructs a new ExecutorMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ExecutorMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExecutorMessage register. */
                register?: (arbalest.scheduler.v1.Register.$Properties|null);

                /** ExecutorMessage statuses. */
                statuses: arbalest.scheduler.v1.TaskStatus.$Properties[];

                /** ExecutorMessage beat. */
                beat?: (arbalest.scheduler.v1.Beat.$Properties|null);

                /** ExecutorMessage draining. */
                draining: boolean;

                /**
                 * Creates a new ExecutorMessage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExecutorMessage instance
                 */
                static create(properties: arbalest.scheduler.v1.ExecutorMessage.$Shape): arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape;
                static create(properties?: arbalest.scheduler.v1.ExecutorMessage.$Properties): arbalest.scheduler.v1.ExecutorMessage;

                /**
                 * Encodes the specified ExecutorMessage message. Does not implicitly {@link arbalest.scheduler.v1.ExecutorMessage.verify|verify} messages.
                 * @param message ExecutorMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ExecutorMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ExecutorMessage message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ExecutorMessage.verify|verify} messages.
                 * @param message ExecutorMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ExecutorMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExecutorMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape} ExecutorMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape;

                /**
                 * Decodes an ExecutorMessage message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape} ExecutorMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape;

                /**
                 * Verifies an ExecutorMessage message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ExecutorMessage message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExecutorMessage
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ExecutorMessage;

                /**
                 * Creates a plain object from an ExecutorMessage message. Also converts values to other types if specified.
                 * @param message ExecutorMessage
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ExecutorMessage, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExecutorMessage to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ExecutorMessage
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ExecutorMessage {

                /** Properties of an ExecutorMessage. */
                interface $Properties {

                    /** ExecutorMessage register */
                    register?: (arbalest.scheduler.v1.Register.$Properties|null);

                    /** ExecutorMessage statuses */
                    statuses?: (arbalest.scheduler.v1.TaskStatus.$Properties[]|null);

                    /** ExecutorMessage beat */
                    beat?: (arbalest.scheduler.v1.Beat.$Properties|null);

                    /** ExecutorMessage draining */
                    draining?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExecutorMessage. */
                type $Shape = arbalest.scheduler.v1.ExecutorMessage.$Properties;
            }

            /**
             * Properties of a SchedulerMessage.
             * @deprecated Use arbalest.scheduler.v1.SchedulerMessage.$Properties instead.
             */
            interface ISchedulerMessage extends arbalest.scheduler.v1.SchedulerMessage.$Properties {
            }

            /** Represents a SchedulerMessage. */
            class SchedulerMessage {

                /**
                 * Constructs a new SchedulerMessage.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.SchedulerMessage.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SchedulerMessage registered. */
                registered?: (arbalest.scheduler.v1.Registered.$Properties|null);

                /** SchedulerMessage fragments. */
                fragments: arbalest.scheduler.v1.StageFragment.$Properties[];

                /** SchedulerMessage launches. */
                launches: arbalest.scheduler.v1.LaunchTask.$Properties[];

                /** SchedulerMessage cancels. */
                cancels: arbalest.scheduler.v1.TaskRef.$Properties[];

                /** SchedulerMessage drops. */
                drops: arbalest.scheduler.v1.ExchangeId.$Properties[];

                /** SchedulerMessage forgetJobs. */
                forgetJobs: string[];

                /** SchedulerMessage beat. */
                beat: boolean;

                /**
                 * Creates a new SchedulerMessage instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SchedulerMessage instance
                 */
                static create(properties: arbalest.scheduler.v1.SchedulerMessage.$Shape): arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape;
                static create(properties?: arbalest.scheduler.v1.SchedulerMessage.$Properties): arbalest.scheduler.v1.SchedulerMessage;

                /**
                 * Encodes the specified SchedulerMessage message. Does not implicitly {@link arbalest.scheduler.v1.SchedulerMessage.verify|verify} messages.
                 * @param message SchedulerMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.SchedulerMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified SchedulerMessage message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.SchedulerMessage.verify|verify} messages.
                 * @param message SchedulerMessage message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.SchedulerMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SchedulerMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape} SchedulerMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape;

                /**
                 * Decodes a SchedulerMessage message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape} SchedulerMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape;

                /**
                 * Verifies a SchedulerMessage message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a SchedulerMessage message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SchedulerMessage
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.SchedulerMessage;

                /**
                 * Creates a plain object from a SchedulerMessage message. Also converts values to other types if specified.
                 * @param message SchedulerMessage
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.SchedulerMessage, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SchedulerMessage to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for SchedulerMessage
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SchedulerMessage {

                /** Properties of a SchedulerMessage. */
                interface $Properties {

                    /** SchedulerMessage registered */
                    registered?: (arbalest.scheduler.v1.Registered.$Properties|null);

                    /** SchedulerMessage fragments */
                    fragments?: (arbalest.scheduler.v1.StageFragment.$Properties[]|null);

                    /** SchedulerMessage launches */
                    launches?: (arbalest.scheduler.v1.LaunchTask.$Properties[]|null);

                    /** SchedulerMessage cancels */
                    cancels?: (arbalest.scheduler.v1.TaskRef.$Properties[]|null);

                    /** SchedulerMessage drops */
                    drops?: (arbalest.scheduler.v1.ExchangeId.$Properties[]|null);

                    /** SchedulerMessage forgetJobs */
                    forgetJobs?: (string[]|null);

                    /** SchedulerMessage beat */
                    beat?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SchedulerMessage. */
                type $Shape = arbalest.scheduler.v1.SchedulerMessage.$Properties;
            }

            /**
             * Properties of a Register.
             * @deprecated Use arbalest.scheduler.v1.Register.$Properties instead.
             */
            interface IRegister extends arbalest.scheduler.v1.Register.$Properties {
            }

            /** Represents a Register. */
            class Register {

                /**
                 * Constructs a new Register.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.Register.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Register executor. */
                executor: string;

                /** Register host. */
                host: string;

                /** Register pid. */
                pid: number;

                /** Register address. */
                address: string;

                /** Register slots. */
                slots: number;

                /** Register threads. */
                threads: number;

                /** Register memoryBytes. */
                memoryBytes: number;

                /** Register plugins. */
                plugins: arbalest.scheduler.v1.PluginInfo.$Properties[];

                /** Register version. */
                version: string;

                /** Register known. */
                known: arbalest.scheduler.v1.TaskRef.$Properties[];

                /**
                 * Creates a new Register instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Register instance
                 */
                static create(properties: arbalest.scheduler.v1.Register.$Shape): arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape;
                static create(properties?: arbalest.scheduler.v1.Register.$Properties): arbalest.scheduler.v1.Register;

                /**
                 * Encodes the specified Register message. Does not implicitly {@link arbalest.scheduler.v1.Register.verify|verify} messages.
                 * @param message Register message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.Register.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Register message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.Register.verify|verify} messages.
                 * @param message Register message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.Register.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Register message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape} Register
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape;

                /**
                 * Decodes a Register message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape} Register
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape;

                /**
                 * Verifies a Register message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Register message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Register
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.Register;

                /**
                 * Creates a plain object from a Register message. Also converts values to other types if specified.
                 * @param message Register
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.Register, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Register to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Register
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Register {

                /** Properties of a Register. */
                interface $Properties {

                    /** Register executor */
                    executor?: (string|null);

                    /** Register host */
                    host?: (string|null);

                    /** Register pid */
                    pid?: (number|null);

                    /** Register address */
                    address?: (string|null);

                    /** Register slots */
                    slots?: (number|null);

                    /** Register threads */
                    threads?: (number|null);

                    /** Register memoryBytes */
                    memoryBytes?: (number|null);

                    /** Register plugins */
                    plugins?: (arbalest.scheduler.v1.PluginInfo.$Properties[]|null);

                    /** Register version */
                    version?: (string|null);

                    /** Register known */
                    known?: (arbalest.scheduler.v1.TaskRef.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Register. */
                type $Shape = arbalest.scheduler.v1.Register.$Properties;
            }

            /**
             * Properties of a PluginInfo.
             * @deprecated Use arbalest.scheduler.v1.PluginInfo.$Properties instead.
             */
            interface IPluginInfo extends arbalest.scheduler.v1.PluginInfo.$Properties {
            }

            /** Represents a PluginInfo. */
            class PluginInfo {

                /**
                 * Constructs a new PluginInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.PluginInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PluginInfo id. */
                id: string;

                /** PluginInfo kind. */
                kind: string;

                /** PluginInfo version. */
                version: string;

                /**
                 * Creates a new PluginInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PluginInfo instance
                 */
                static create(properties: arbalest.scheduler.v1.PluginInfo.$Shape): arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape;
                static create(properties?: arbalest.scheduler.v1.PluginInfo.$Properties): arbalest.scheduler.v1.PluginInfo;

                /**
                 * Encodes the specified PluginInfo message. Does not implicitly {@link arbalest.scheduler.v1.PluginInfo.verify|verify} messages.
                 * @param message PluginInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.PluginInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified PluginInfo message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.PluginInfo.verify|verify} messages.
                 * @param message PluginInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.PluginInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PluginInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape} PluginInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape;

                /**
                 * Decodes a PluginInfo message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape} PluginInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape;

                /**
                 * Verifies a PluginInfo message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a PluginInfo message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PluginInfo
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.PluginInfo;

                /**
                 * Creates a plain object from a PluginInfo message. Also converts values to other types if specified.
                 * @param message PluginInfo
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.PluginInfo, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PluginInfo to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for PluginInfo
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace PluginInfo {

                /** Properties of a PluginInfo. */
                interface $Properties {

                    /** PluginInfo id */
                    id?: (string|null);

                    /** PluginInfo kind */
                    kind?: (string|null);

                    /** PluginInfo version */
                    version?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PluginInfo. */
                type $Shape = arbalest.scheduler.v1.PluginInfo.$Properties;
            }

            /**
             * Properties of a Registered.
             * @deprecated Use arbalest.scheduler.v1.Registered.$Properties instead.
             */
            interface IRegistered extends arbalest.scheduler.v1.Registered.$Properties {
            }

            /** Represents a Registered. */
            class Registered {

                /**
                 * Constructs a new Registered.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.Registered.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Registered exchangeKey. */
                exchangeKey: Uint8Array;

                /** Registered beatIntervalMs. */
                beatIntervalMs: number;

                /** Registered refused. */
                refused?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                /**
                 * Creates a new Registered instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Registered instance
                 */
                static create(properties: arbalest.scheduler.v1.Registered.$Shape): arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape;
                static create(properties?: arbalest.scheduler.v1.Registered.$Properties): arbalest.scheduler.v1.Registered;

                /**
                 * Encodes the specified Registered message. Does not implicitly {@link arbalest.scheduler.v1.Registered.verify|verify} messages.
                 * @param message Registered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.Registered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Registered message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.Registered.verify|verify} messages.
                 * @param message Registered message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.Registered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Registered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape} Registered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape;

                /**
                 * Decodes a Registered message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape} Registered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape;

                /**
                 * Verifies a Registered message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Registered message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Registered
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.Registered;

                /**
                 * Creates a plain object from a Registered message. Also converts values to other types if specified.
                 * @param message Registered
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.Registered, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Registered to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Registered
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Registered {

                /** Properties of a Registered. */
                interface $Properties {

                    /** Registered exchangeKey */
                    exchangeKey?: (Uint8Array|null);

                    /** Registered beatIntervalMs */
                    beatIntervalMs?: (number|null);

                    /** Registered refused */
                    refused?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Registered. */
                type $Shape = arbalest.scheduler.v1.Registered.$Properties;
            }

            /**
             * Properties of a Beat.
             * @deprecated Use arbalest.scheduler.v1.Beat.$Properties instead.
             */
            interface IBeat extends arbalest.scheduler.v1.Beat.$Properties {
            }

            /** Represents a Beat. */
            class Beat {

                /**
                 * Constructs a new Beat.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.Beat.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Beat memoryUsedBytes. */
                memoryUsedBytes: number;

                /** Beat tasksRunning. */
                tasksRunning: number;

                /** Beat exchangeMemoryBytes. */
                exchangeMemoryBytes: number;

                /** Beat exchangeSpilledBytes. */
                exchangeSpilledBytes: number;

                /**
                 * Creates a new Beat instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Beat instance
                 */
                static create(properties: arbalest.scheduler.v1.Beat.$Shape): arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape;
                static create(properties?: arbalest.scheduler.v1.Beat.$Properties): arbalest.scheduler.v1.Beat;

                /**
                 * Encodes the specified Beat message. Does not implicitly {@link arbalest.scheduler.v1.Beat.verify|verify} messages.
                 * @param message Beat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.Beat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Beat message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.Beat.verify|verify} messages.
                 * @param message Beat message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.Beat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Beat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape} Beat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape;

                /**
                 * Decodes a Beat message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape} Beat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape;

                /**
                 * Verifies a Beat message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Beat message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Beat
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.Beat;

                /**
                 * Creates a plain object from a Beat message. Also converts values to other types if specified.
                 * @param message Beat
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.Beat, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Beat to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Beat
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Beat {

                /** Properties of a Beat. */
                interface $Properties {

                    /** Beat memoryUsedBytes */
                    memoryUsedBytes?: (number|null);

                    /** Beat tasksRunning */
                    tasksRunning?: (number|null);

                    /** Beat exchangeMemoryBytes */
                    exchangeMemoryBytes?: (number|null);

                    /** Beat exchangeSpilledBytes */
                    exchangeSpilledBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Beat. */
                type $Shape = arbalest.scheduler.v1.Beat.$Properties;
            }

            /**
             * Properties of a TaskRef.
             * @deprecated Use arbalest.scheduler.v1.TaskRef.$Properties instead.
             */
            interface ITaskRef extends arbalest.scheduler.v1.TaskRef.$Properties {
            }

            /** Represents a TaskRef. */
            class TaskRef {

                /**
                 * Constructs a new TaskRef.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.TaskRef.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskRef job. */
                job: string;

                /** TaskRef stage. */
                stage: number;

                /** TaskRef task. */
                task: number;

                /** TaskRef attempt. */
                attempt: number;

                /**
                 * Creates a new TaskRef instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TaskRef instance
                 */
                static create(properties: arbalest.scheduler.v1.TaskRef.$Shape): arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape;
                static create(properties?: arbalest.scheduler.v1.TaskRef.$Properties): arbalest.scheduler.v1.TaskRef;

                /**
                 * Encodes the specified TaskRef message. Does not implicitly {@link arbalest.scheduler.v1.TaskRef.verify|verify} messages.
                 * @param message TaskRef message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.TaskRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified TaskRef message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.TaskRef.verify|verify} messages.
                 * @param message TaskRef message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.TaskRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskRef message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape} TaskRef
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape;

                /**
                 * Decodes a TaskRef message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape} TaskRef
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape;

                /**
                 * Verifies a TaskRef message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a TaskRef message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TaskRef
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.TaskRef;

                /**
                 * Creates a plain object from a TaskRef message. Also converts values to other types if specified.
                 * @param message TaskRef
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.TaskRef, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TaskRef to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for TaskRef
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TaskRef {

                /** Properties of a TaskRef. */
                interface $Properties {

                    /** TaskRef job */
                    job?: (string|null);

                    /** TaskRef stage */
                    stage?: (number|null);

                    /** TaskRef task */
                    task?: (number|null);

                    /** TaskRef attempt */
                    attempt?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskRef. */
                type $Shape = arbalest.scheduler.v1.TaskRef.$Properties;
            }

            /**
             * Properties of a StageFragment.
             * @deprecated Use arbalest.scheduler.v1.StageFragment.$Properties instead.
             */
            interface IStageFragment extends arbalest.scheduler.v1.StageFragment.$Properties {
            }

            /** Represents a StageFragment. */
            class StageFragment {

                /**
                 * Constructs a new StageFragment.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.StageFragment.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StageFragment job. */
                job: string;

                /** StageFragment stage. */
                stage: number;

                /** StageFragment plan. */
                plan: Uint8Array;

                /** StageFragment scanSources. */
                scanSources: string[];

                /** StageFragment inputFields. */
                inputFields: string[];

                /** StageFragment output. */
                output?: (arbalest.scheduler.v1.StageOutputSpec.$Properties|null);

                /** StageFragment fields. */
                fields: string;

                /** StageFragment settings. */
                settings: { [k: string]: string };

                /** StageFragment writeTarget. */
                writeTarget: string;

                /** StageFragment engine. */
                engine: string;

                /**
                 * Creates a new StageFragment instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StageFragment instance
                 */
                static create(properties: arbalest.scheduler.v1.StageFragment.$Shape): arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape;
                static create(properties?: arbalest.scheduler.v1.StageFragment.$Properties): arbalest.scheduler.v1.StageFragment;

                /**
                 * Encodes the specified StageFragment message. Does not implicitly {@link arbalest.scheduler.v1.StageFragment.verify|verify} messages.
                 * @param message StageFragment message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.StageFragment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified StageFragment message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.StageFragment.verify|verify} messages.
                 * @param message StageFragment message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.StageFragment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StageFragment message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape} StageFragment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape;

                /**
                 * Decodes a StageFragment message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape} StageFragment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape;

                /**
                 * Verifies a StageFragment message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a StageFragment message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns StageFragment
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.StageFragment;

                /**
                 * Creates a plain object from a StageFragment message. Also converts values to other types if specified.
                 * @param message StageFragment
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.StageFragment, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this StageFragment to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for StageFragment
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace StageFragment {

                /** Properties of a StageFragment. */
                interface $Properties {

                    /** StageFragment job */
                    job?: (string|null);

                    /** StageFragment stage */
                    stage?: (number|null);

                    /** StageFragment plan */
                    plan?: (Uint8Array|null);

                    /** StageFragment scanSources */
                    scanSources?: (string[]|null);

                    /** StageFragment inputFields */
                    inputFields?: (string[]|null);

                    /** StageFragment output */
                    output?: (arbalest.scheduler.v1.StageOutputSpec.$Properties|null);

                    /** StageFragment fields */
                    fields?: (string|null);

                    /** StageFragment settings */
                    settings?: ({ [k: string]: string }|null);

                    /** StageFragment writeTarget */
                    writeTarget?: (string|null);

                    /** StageFragment engine */
                    engine?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StageFragment. */
                type $Shape = arbalest.scheduler.v1.StageFragment.$Properties;
            }

            /**
             * Properties of a StageOutputSpec.
             * @deprecated Use arbalest.scheduler.v1.StageOutputSpec.$Properties instead.
             */
            interface IStageOutputSpec extends arbalest.scheduler.v1.StageOutputSpec.$Properties {
            }

            /** Represents a StageOutputSpec. */
            class StageOutputSpec {

                /**
                 * Constructs a new StageOutputSpec.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.StageOutputSpec.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StageOutputSpec kind. */
                kind: string;

                /** StageOutputSpec keys. */
                keys: number[];

                /** StageOutputSpec partitions. */
                partitions: number;

                /** StageOutputSpec result. */
                result: boolean;

                /** StageOutputSpec inlineBytes. */
                inlineBytes: number;

                /**
                 * Creates a new StageOutputSpec instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StageOutputSpec instance
                 */
                static create(properties: arbalest.scheduler.v1.StageOutputSpec.$Shape): arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape;
                static create(properties?: arbalest.scheduler.v1.StageOutputSpec.$Properties): arbalest.scheduler.v1.StageOutputSpec;

                /**
                 * Encodes the specified StageOutputSpec message. Does not implicitly {@link arbalest.scheduler.v1.StageOutputSpec.verify|verify} messages.
                 * @param message StageOutputSpec message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.StageOutputSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified StageOutputSpec message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.StageOutputSpec.verify|verify} messages.
                 * @param message StageOutputSpec message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.StageOutputSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StageOutputSpec message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape} StageOutputSpec
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape;

                /**
                 * Decodes a StageOutputSpec message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape} StageOutputSpec
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape;

                /**
                 * Verifies a StageOutputSpec message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a StageOutputSpec message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns StageOutputSpec
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.StageOutputSpec;

                /**
                 * Creates a plain object from a StageOutputSpec message. Also converts values to other types if specified.
                 * @param message StageOutputSpec
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.StageOutputSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this StageOutputSpec to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for StageOutputSpec
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace StageOutputSpec {

                /** Properties of a StageOutputSpec. */
                interface $Properties {

                    /** StageOutputSpec kind */
                    kind?: (string|null);

                    /** StageOutputSpec keys */
                    keys?: (number[]|null);

                    /** StageOutputSpec partitions */
                    partitions?: (number|null);

                    /** StageOutputSpec result */
                    result?: (boolean|null);

                    /** StageOutputSpec inlineBytes */
                    inlineBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StageOutputSpec. */
                type $Shape = arbalest.scheduler.v1.StageOutputSpec.$Properties;
            }

            /**
             * Properties of a LaunchTask.
             * @deprecated Use arbalest.scheduler.v1.LaunchTask.$Properties instead.
             */
            interface ILaunchTask extends arbalest.scheduler.v1.LaunchTask.$Properties {
            }

            /** Represents a LaunchTask. */
            class LaunchTask {

                /**
                 * Constructs a new LaunchTask.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.LaunchTask.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LaunchTask ref. */
                ref?: (arbalest.scheduler.v1.TaskRef.$Properties|null);

                /** LaunchTask splits. */
                splits: string[];

                /** LaunchTask inputs. */
                inputs: arbalest.scheduler.v1.TaskInput.$Properties[];

                /** LaunchTask timeoutMs. */
                timeoutMs: number;

                /** LaunchTask memoryBytes. */
                memoryBytes: number;

                /** LaunchTask threads. */
                threads: number;

                /**
                 * Creates a new LaunchTask instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LaunchTask instance
                 */
                static create(properties: arbalest.scheduler.v1.LaunchTask.$Shape): arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape;
                static create(properties?: arbalest.scheduler.v1.LaunchTask.$Properties): arbalest.scheduler.v1.LaunchTask;

                /**
                 * Encodes the specified LaunchTask message. Does not implicitly {@link arbalest.scheduler.v1.LaunchTask.verify|verify} messages.
                 * @param message LaunchTask message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.LaunchTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified LaunchTask message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.LaunchTask.verify|verify} messages.
                 * @param message LaunchTask message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.LaunchTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LaunchTask message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape} LaunchTask
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape;

                /**
                 * Decodes a LaunchTask message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape} LaunchTask
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape;

                /**
                 * Verifies a LaunchTask message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a LaunchTask message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns LaunchTask
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.LaunchTask;

                /**
                 * Creates a plain object from a LaunchTask message. Also converts values to other types if specified.
                 * @param message LaunchTask
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.LaunchTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this LaunchTask to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for LaunchTask
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace LaunchTask {

                /** Properties of a LaunchTask. */
                interface $Properties {

                    /** LaunchTask ref */
                    ref?: (arbalest.scheduler.v1.TaskRef.$Properties|null);

                    /** LaunchTask splits */
                    splits?: (string[]|null);

                    /** LaunchTask inputs */
                    inputs?: (arbalest.scheduler.v1.TaskInput.$Properties[]|null);

                    /** LaunchTask timeoutMs */
                    timeoutMs?: (number|null);

                    /** LaunchTask memoryBytes */
                    memoryBytes?: (number|null);

                    /** LaunchTask threads */
                    threads?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LaunchTask. */
                type $Shape = arbalest.scheduler.v1.LaunchTask.$Properties;
            }

            /**
             * Properties of a TaskInput.
             * @deprecated Use arbalest.scheduler.v1.TaskInput.$Properties instead.
             */
            interface ITaskInput extends arbalest.scheduler.v1.TaskInput.$Properties {
            }

            /** Represents a TaskInput. */
            class TaskInput {

                /**
                 * Constructs a new TaskInput.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.TaskInput.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskInput sources. */
                sources: arbalest.scheduler.v1.ExchangeSource.$Properties[];

                /**
                 * Creates a new TaskInput instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TaskInput instance
                 */
                static create(properties: arbalest.scheduler.v1.TaskInput.$Shape): arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape;
                static create(properties?: arbalest.scheduler.v1.TaskInput.$Properties): arbalest.scheduler.v1.TaskInput;

                /**
                 * Encodes the specified TaskInput message. Does not implicitly {@link arbalest.scheduler.v1.TaskInput.verify|verify} messages.
                 * @param message TaskInput message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.TaskInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified TaskInput message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.TaskInput.verify|verify} messages.
                 * @param message TaskInput message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.TaskInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskInput message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape} TaskInput
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape;

                /**
                 * Decodes a TaskInput message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape} TaskInput
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape;

                /**
                 * Verifies a TaskInput message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a TaskInput message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TaskInput
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.TaskInput;

                /**
                 * Creates a plain object from a TaskInput message. Also converts values to other types if specified.
                 * @param message TaskInput
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.TaskInput, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TaskInput to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for TaskInput
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TaskInput {

                /** Properties of a TaskInput. */
                interface $Properties {

                    /** TaskInput sources */
                    sources?: (arbalest.scheduler.v1.ExchangeSource.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskInput. */
                type $Shape = arbalest.scheduler.v1.TaskInput.$Properties;
            }

            /**
             * Properties of a TaskStatus.
             * @deprecated Use arbalest.scheduler.v1.TaskStatus.$Properties instead.
             */
            interface ITaskStatus extends arbalest.scheduler.v1.TaskStatus.$Properties {
            }

            /** Represents a TaskStatus. */
            class TaskStatus {

                /**
                 * Constructs a new TaskStatus.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.TaskStatus.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskStatus ref. */
                ref?: (arbalest.scheduler.v1.TaskRef.$Properties|null);

                /** TaskStatus state. */
                state: arbalest.scheduler.v1.TaskStatus.State;

                /** TaskStatus error. */
                error?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                /** TaskStatus metrics. */
                metrics?: (arbalest.scheduler.v1.TaskMetrics.$Properties|null);

                /** TaskStatus partitionRows. */
                partitionRows: number[];

                /** TaskStatus partitionBytes. */
                partitionBytes: number[];

                /** TaskStatus inline. */
                inline?: (arbalest.scheduler.v1.InlineResult.$Properties|null);

                /**
                 * Creates a new TaskStatus instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TaskStatus instance
                 */
                static create(properties: arbalest.scheduler.v1.TaskStatus.$Shape): arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape;
                static create(properties?: arbalest.scheduler.v1.TaskStatus.$Properties): arbalest.scheduler.v1.TaskStatus;

                /**
                 * Encodes the specified TaskStatus message. Does not implicitly {@link arbalest.scheduler.v1.TaskStatus.verify|verify} messages.
                 * @param message TaskStatus message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.TaskStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified TaskStatus message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.TaskStatus.verify|verify} messages.
                 * @param message TaskStatus message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.TaskStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskStatus message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape} TaskStatus
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape;

                /**
                 * Decodes a TaskStatus message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape} TaskStatus
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape;

                /**
                 * Verifies a TaskStatus message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a TaskStatus message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TaskStatus
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.TaskStatus;

                /**
                 * Creates a plain object from a TaskStatus message. Also converts values to other types if specified.
                 * @param message TaskStatus
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.TaskStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TaskStatus to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for TaskStatus
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TaskStatus {

                /** Properties of a TaskStatus. */
                interface $Properties {

                    /** TaskStatus ref */
                    ref?: (arbalest.scheduler.v1.TaskRef.$Properties|null);

                    /** TaskStatus state */
                    state?: (arbalest.scheduler.v1.TaskStatus.State|null);

                    /** TaskStatus error */
                    error?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                    /** TaskStatus metrics */
                    metrics?: (arbalest.scheduler.v1.TaskMetrics.$Properties|null);

                    /** TaskStatus partitionRows */
                    partitionRows?: (number[]|null);

                    /** TaskStatus partitionBytes */
                    partitionBytes?: (number[]|null);

                    /** TaskStatus inline */
                    inline?: (arbalest.scheduler.v1.InlineResult.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskStatus. */
                type $Shape = arbalest.scheduler.v1.TaskStatus.$Properties;

                /** State enum. */
                enum State {

                    /** STATE_UNSPECIFIED value */
                    STATE_UNSPECIFIED = 0,

                    /** RUNNING value */
                    RUNNING = 1,

                    /** FINISHED value */
                    FINISHED = 2,

                    /** FAILED value */
                    FAILED = 3,

                    /** CANCELLED value */
                    CANCELLED = 4
                }
            }

            /**
             * Properties of an InlineResult.
             * @deprecated Use arbalest.scheduler.v1.InlineResult.$Properties instead.
             */
            interface IInlineResult extends arbalest.scheduler.v1.InlineResult.$Properties {
            }

            /** Represents an InlineResult. */
            class InlineResult {

                /**
                 * Constructs a new InlineResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.InlineResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InlineResult schema. */
                schema: Uint8Array;

                /** InlineResult batches. */
                batches: arbalest.scheduler.v1.InlineBatch.$Properties[];

                /**
                 * Creates a new InlineResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InlineResult instance
                 */
                static create(properties: arbalest.scheduler.v1.InlineResult.$Shape): arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape;
                static create(properties?: arbalest.scheduler.v1.InlineResult.$Properties): arbalest.scheduler.v1.InlineResult;

                /**
                 * Encodes the specified InlineResult message. Does not implicitly {@link arbalest.scheduler.v1.InlineResult.verify|verify} messages.
                 * @param message InlineResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.InlineResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified InlineResult message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.InlineResult.verify|verify} messages.
                 * @param message InlineResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.InlineResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InlineResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape} InlineResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape;

                /**
                 * Decodes an InlineResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape} InlineResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape;

                /**
                 * Verifies an InlineResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an InlineResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns InlineResult
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.InlineResult;

                /**
                 * Creates a plain object from an InlineResult message. Also converts values to other types if specified.
                 * @param message InlineResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.InlineResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this InlineResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for InlineResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace InlineResult {

                /** Properties of an InlineResult. */
                interface $Properties {

                    /** InlineResult schema */
                    schema?: (Uint8Array|null);

                    /** InlineResult batches */
                    batches?: (arbalest.scheduler.v1.InlineBatch.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InlineResult. */
                type $Shape = arbalest.scheduler.v1.InlineResult.$Properties;
            }

            /**
             * Properties of an InlineBatch.
             * @deprecated Use arbalest.scheduler.v1.InlineBatch.$Properties instead.
             */
            interface IInlineBatch extends arbalest.scheduler.v1.InlineBatch.$Properties {
            }

            /** Represents an InlineBatch. */
            class InlineBatch {

                /**
                 * Constructs a new InlineBatch.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.InlineBatch.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InlineBatch rows. */
                rows: number;

                /** InlineBatch metadata. */
                metadata: Uint8Array;

                /** InlineBatch body. */
                body: Uint8Array;

                /**
                 * Creates a new InlineBatch instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InlineBatch instance
                 */
                static create(properties: arbalest.scheduler.v1.InlineBatch.$Shape): arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape;
                static create(properties?: arbalest.scheduler.v1.InlineBatch.$Properties): arbalest.scheduler.v1.InlineBatch;

                /**
                 * Encodes the specified InlineBatch message. Does not implicitly {@link arbalest.scheduler.v1.InlineBatch.verify|verify} messages.
                 * @param message InlineBatch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.InlineBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified InlineBatch message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.InlineBatch.verify|verify} messages.
                 * @param message InlineBatch message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.InlineBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InlineBatch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape} InlineBatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape;

                /**
                 * Decodes an InlineBatch message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape} InlineBatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape;

                /**
                 * Verifies an InlineBatch message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an InlineBatch message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns InlineBatch
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.InlineBatch;

                /**
                 * Creates a plain object from an InlineBatch message. Also converts values to other types if specified.
                 * @param message InlineBatch
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.InlineBatch, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this InlineBatch to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for InlineBatch
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace InlineBatch {

                /** Properties of an InlineBatch. */
                interface $Properties {

                    /** InlineBatch rows */
                    rows?: (number|null);

                    /** InlineBatch metadata */
                    metadata?: (Uint8Array|null);

                    /** InlineBatch body */
                    body?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InlineBatch. */
                type $Shape = arbalest.scheduler.v1.InlineBatch.$Properties;
            }

            /**
             * Properties of a TaskMetrics.
             * @deprecated Use arbalest.scheduler.v1.TaskMetrics.$Properties instead.
             */
            interface ITaskMetrics extends arbalest.scheduler.v1.TaskMetrics.$Properties {
            }

            /** Represents a TaskMetrics. */
            class TaskMetrics {

                /**
                 * Constructs a new TaskMetrics.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.TaskMetrics.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskMetrics rowsIn. */
                rowsIn: number;

                /** TaskMetrics rowsOut. */
                rowsOut: number;

                /** TaskMetrics bytesOut. */
                bytesOut: number;

                /** TaskMetrics scannedRows. */
                scannedRows: number;

                /** TaskMetrics scannedBytes. */
                scannedBytes: number;

                /** TaskMetrics spilledBytes. */
                spilledBytes: number;

                /** TaskMetrics remoteBytes. */
                remoteBytes: number;

                /** TaskMetrics localBytes. */
                localBytes: number;

                /** TaskMetrics elapsedMs. */
                elapsedMs: number;

                /** TaskMetrics cpuMs. */
                cpuMs: number;

                /** TaskMetrics elapsedUs. */
                elapsedUs: number;

                /**
                 * Creates a new TaskMetrics instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TaskMetrics instance
                 */
                static create(properties: arbalest.scheduler.v1.TaskMetrics.$Shape): arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape;
                static create(properties?: arbalest.scheduler.v1.TaskMetrics.$Properties): arbalest.scheduler.v1.TaskMetrics;

                /**
                 * Encodes the specified TaskMetrics message. Does not implicitly {@link arbalest.scheduler.v1.TaskMetrics.verify|verify} messages.
                 * @param message TaskMetrics message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.TaskMetrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified TaskMetrics message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.TaskMetrics.verify|verify} messages.
                 * @param message TaskMetrics message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.TaskMetrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskMetrics message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape} TaskMetrics
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape;

                /**
                 * Decodes a TaskMetrics message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape} TaskMetrics
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape;

                /**
                 * Verifies a TaskMetrics message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a TaskMetrics message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns TaskMetrics
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.TaskMetrics;

                /**
                 * Creates a plain object from a TaskMetrics message. Also converts values to other types if specified.
                 * @param message TaskMetrics
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.TaskMetrics, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this TaskMetrics to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for TaskMetrics
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TaskMetrics {

                /** Properties of a TaskMetrics. */
                interface $Properties {

                    /** TaskMetrics rowsIn */
                    rowsIn?: (number|null);

                    /** TaskMetrics rowsOut */
                    rowsOut?: (number|null);

                    /** TaskMetrics bytesOut */
                    bytesOut?: (number|null);

                    /** TaskMetrics scannedRows */
                    scannedRows?: (number|null);

                    /** TaskMetrics scannedBytes */
                    scannedBytes?: (number|null);

                    /** TaskMetrics spilledBytes */
                    spilledBytes?: (number|null);

                    /** TaskMetrics remoteBytes */
                    remoteBytes?: (number|null);

                    /** TaskMetrics localBytes */
                    localBytes?: (number|null);

                    /** TaskMetrics elapsedMs */
                    elapsedMs?: (number|null);

                    /** TaskMetrics cpuMs */
                    cpuMs?: (number|null);

                    /** TaskMetrics elapsedUs */
                    elapsedUs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskMetrics. */
                type $Shape = arbalest.scheduler.v1.TaskMetrics.$Properties;
            }

            /**
             * Properties of an ErrorInfo.
             * @deprecated Use arbalest.scheduler.v1.ErrorInfo.$Properties instead.
             */
            interface IErrorInfo extends arbalest.scheduler.v1.ErrorInfo.$Properties {
            }

            /** Represents an ErrorInfo. */
            class ErrorInfo {

                /**
                 * Constructs a new ErrorInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ErrorInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ErrorInfo family. */
                family: string;

                /** ErrorInfo code. */
                code: string;

                /** ErrorInfo message. */
                message: string;

                /** ErrorInfo position. */
                position?: (number|null);

                /** ErrorInfo candidates. */
                candidates: string[];

                /** ErrorInfo lost. */
                lost: string[];

                /** ErrorInfo notes. */
                notes: string[];

                /**
                 * Creates a new ErrorInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ErrorInfo instance
                 */
                static create(properties: arbalest.scheduler.v1.ErrorInfo.$Shape): arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape;
                static create(properties?: arbalest.scheduler.v1.ErrorInfo.$Properties): arbalest.scheduler.v1.ErrorInfo;

                /**
                 * Encodes the specified ErrorInfo message. Does not implicitly {@link arbalest.scheduler.v1.ErrorInfo.verify|verify} messages.
                 * @param message ErrorInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ErrorInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ErrorInfo message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ErrorInfo.verify|verify} messages.
                 * @param message ErrorInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ErrorInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ErrorInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape} ErrorInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape;

                /**
                 * Decodes an ErrorInfo message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape} ErrorInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape;

                /**
                 * Verifies an ErrorInfo message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ErrorInfo message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ErrorInfo
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ErrorInfo;

                /**
                 * Creates a plain object from an ErrorInfo message. Also converts values to other types if specified.
                 * @param message ErrorInfo
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ErrorInfo, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ErrorInfo to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ErrorInfo
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ErrorInfo {

                /** Properties of an ErrorInfo. */
                interface $Properties {

                    /** ErrorInfo family */
                    family?: (string|null);

                    /** ErrorInfo code */
                    code?: (string|null);

                    /** ErrorInfo message */
                    message?: (string|null);

                    /** ErrorInfo position */
                    position?: (number|null);

                    /** ErrorInfo candidates */
                    candidates?: (string[]|null);

                    /** ErrorInfo lost */
                    lost?: (string[]|null);

                    /** ErrorInfo notes */
                    notes?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ErrorInfo. */
                type $Shape = arbalest.scheduler.v1.ErrorInfo.$Properties;
            }

            /**
             * Properties of an ExchangeId.
             * @deprecated Use arbalest.scheduler.v1.ExchangeId.$Properties instead.
             */
            interface IExchangeId extends arbalest.scheduler.v1.ExchangeId.$Properties {
            }

            /** Represents an ExchangeId. */
            class ExchangeId {

                /**
                 * Constructs a new ExchangeId.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ExchangeId.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExchangeId job. */
                job: string;

                /** ExchangeId stage. */
                stage: number;

                /** ExchangeId task. */
                task: number;

                /** ExchangeId attempt. */
                attempt: number;

                /**
                 * Creates a new ExchangeId instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExchangeId instance
                 */
                static create(properties: arbalest.scheduler.v1.ExchangeId.$Shape): arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape;
                static create(properties?: arbalest.scheduler.v1.ExchangeId.$Properties): arbalest.scheduler.v1.ExchangeId;

                /**
                 * Encodes the specified ExchangeId message. Does not implicitly {@link arbalest.scheduler.v1.ExchangeId.verify|verify} messages.
                 * @param message ExchangeId message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ExchangeId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ExchangeId message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ExchangeId.verify|verify} messages.
                 * @param message ExchangeId message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ExchangeId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExchangeId message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape} ExchangeId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape;

                /**
                 * Decodes an ExchangeId message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape} ExchangeId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape;

                /**
                 * Verifies an ExchangeId message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ExchangeId message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExchangeId
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ExchangeId;

                /**
                 * Creates a plain object from an ExchangeId message. Also converts values to other types if specified.
                 * @param message ExchangeId
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ExchangeId, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExchangeId to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ExchangeId
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ExchangeId {

                /** Properties of an ExchangeId. */
                interface $Properties {

                    /** ExchangeId job */
                    job?: (string|null);

                    /** ExchangeId stage */
                    stage?: (number|null);

                    /** ExchangeId task */
                    task?: (number|null);

                    /** ExchangeId attempt */
                    attempt?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExchangeId. */
                type $Shape = arbalest.scheduler.v1.ExchangeId.$Properties;
            }

            /**
             * Properties of an ExchangeTicket.
             * @deprecated Use arbalest.scheduler.v1.ExchangeTicket.$Properties instead.
             */
            interface IExchangeTicket extends arbalest.scheduler.v1.ExchangeTicket.$Properties {
            }

            /** Represents an ExchangeTicket. */
            class ExchangeTicket {

                /**
                 * Constructs a new ExchangeTicket.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ExchangeTicket.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExchangeTicket exchange. */
                exchange?: (arbalest.scheduler.v1.ExchangeId.$Properties|null);

                /** ExchangeTicket partitions. */
                partitions: number[];

                /** ExchangeTicket expires. */
                expires: number;

                /** ExchangeTicket consume. */
                consume: boolean;

                /**
                 * Creates a new ExchangeTicket instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExchangeTicket instance
                 */
                static create(properties: arbalest.scheduler.v1.ExchangeTicket.$Shape): arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape;
                static create(properties?: arbalest.scheduler.v1.ExchangeTicket.$Properties): arbalest.scheduler.v1.ExchangeTicket;

                /**
                 * Encodes the specified ExchangeTicket message. Does not implicitly {@link arbalest.scheduler.v1.ExchangeTicket.verify|verify} messages.
                 * @param message ExchangeTicket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ExchangeTicket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ExchangeTicket message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ExchangeTicket.verify|verify} messages.
                 * @param message ExchangeTicket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ExchangeTicket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExchangeTicket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape} ExchangeTicket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape;

                /**
                 * Decodes an ExchangeTicket message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape} ExchangeTicket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape;

                /**
                 * Verifies an ExchangeTicket message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ExchangeTicket message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExchangeTicket
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ExchangeTicket;

                /**
                 * Creates a plain object from an ExchangeTicket message. Also converts values to other types if specified.
                 * @param message ExchangeTicket
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ExchangeTicket, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExchangeTicket to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ExchangeTicket
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ExchangeTicket {

                /** Properties of an ExchangeTicket. */
                interface $Properties {

                    /** ExchangeTicket exchange */
                    exchange?: (arbalest.scheduler.v1.ExchangeId.$Properties|null);

                    /** ExchangeTicket partitions */
                    partitions?: (number[]|null);

                    /** ExchangeTicket expires */
                    expires?: (number|null);

                    /** ExchangeTicket consume */
                    consume?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExchangeTicket. */
                type $Shape = arbalest.scheduler.v1.ExchangeTicket.$Properties;
            }

            /**
             * Properties of an ExchangeSource.
             * @deprecated Use arbalest.scheduler.v1.ExchangeSource.$Properties instead.
             */
            interface IExchangeSource extends arbalest.scheduler.v1.ExchangeSource.$Properties {
            }

            /** Represents an ExchangeSource. */
            class ExchangeSource {

                /**
                 * Constructs a new ExchangeSource.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ExchangeSource.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExchangeSource exchange. */
                exchange?: (arbalest.scheduler.v1.ExchangeId.$Properties|null);

                /** ExchangeSource executor. */
                executor: string;

                /** ExchangeSource address. */
                address: string;

                /** ExchangeSource host. */
                host: string;

                /** ExchangeSource ticket. */
                ticket: Uint8Array;

                /** ExchangeSource rows. */
                rows: number;

                /** ExchangeSource bytes. */
                bytes: number;

                /** ExchangeSource open. */
                open: boolean;

                /** ExchangeSource partitions. */
                partitions: number[];

                /**
                 * Creates a new ExchangeSource instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExchangeSource instance
                 */
                static create(properties: arbalest.scheduler.v1.ExchangeSource.$Shape): arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape;
                static create(properties?: arbalest.scheduler.v1.ExchangeSource.$Properties): arbalest.scheduler.v1.ExchangeSource;

                /**
                 * Encodes the specified ExchangeSource message. Does not implicitly {@link arbalest.scheduler.v1.ExchangeSource.verify|verify} messages.
                 * @param message ExchangeSource message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ExchangeSource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ExchangeSource message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ExchangeSource.verify|verify} messages.
                 * @param message ExchangeSource message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ExchangeSource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExchangeSource message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape} ExchangeSource
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape;

                /**
                 * Decodes an ExchangeSource message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape} ExchangeSource
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape;

                /**
                 * Verifies an ExchangeSource message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ExchangeSource message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExchangeSource
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ExchangeSource;

                /**
                 * Creates a plain object from an ExchangeSource message. Also converts values to other types if specified.
                 * @param message ExchangeSource
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ExchangeSource, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExchangeSource to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ExchangeSource
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ExchangeSource {

                /** Properties of an ExchangeSource. */
                interface $Properties {

                    /** ExchangeSource exchange */
                    exchange?: (arbalest.scheduler.v1.ExchangeId.$Properties|null);

                    /** ExchangeSource executor */
                    executor?: (string|null);

                    /** ExchangeSource address */
                    address?: (string|null);

                    /** ExchangeSource host */
                    host?: (string|null);

                    /** ExchangeSource ticket */
                    ticket?: (Uint8Array|null);

                    /** ExchangeSource rows */
                    rows?: (number|null);

                    /** ExchangeSource bytes */
                    bytes?: (number|null);

                    /** ExchangeSource open */
                    open?: (boolean|null);

                    /** ExchangeSource partitions */
                    partitions?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExchangeSource. */
                type $Shape = arbalest.scheduler.v1.ExchangeSource.$Properties;
            }

            /**
             * Properties of an OpenSessionRequest.
             * @deprecated Use arbalest.scheduler.v1.OpenSessionRequest.$Properties instead.
             */
            interface IOpenSessionRequest extends arbalest.scheduler.v1.OpenSessionRequest.$Properties {
            }

            /** Represents an OpenSessionRequest. */
            class OpenSessionRequest {

                /**
                 * Constructs a new OpenSessionRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.OpenSessionRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OpenSessionRequest settings. */
                settings: { [k: string]: string };

                /** OpenSessionRequest baseDirectory. */
                baseDirectory: string;

                /** OpenSessionRequest client. */
                client: string;

                /**
                 * Creates a new OpenSessionRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OpenSessionRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.OpenSessionRequest.$Shape): arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.OpenSessionRequest.$Properties): arbalest.scheduler.v1.OpenSessionRequest;

                /**
                 * Encodes the specified OpenSessionRequest message. Does not implicitly {@link arbalest.scheduler.v1.OpenSessionRequest.verify|verify} messages.
                 * @param message OpenSessionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.OpenSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified OpenSessionRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.OpenSessionRequest.verify|verify} messages.
                 * @param message OpenSessionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.OpenSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OpenSessionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape} OpenSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape;

                /**
                 * Decodes an OpenSessionRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape} OpenSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape;

                /**
                 * Verifies an OpenSessionRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an OpenSessionRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns OpenSessionRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.OpenSessionRequest;

                /**
                 * Creates a plain object from an OpenSessionRequest message. Also converts values to other types if specified.
                 * @param message OpenSessionRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.OpenSessionRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this OpenSessionRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for OpenSessionRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace OpenSessionRequest {

                /** Properties of an OpenSessionRequest. */
                interface $Properties {

                    /** OpenSessionRequest settings */
                    settings?: ({ [k: string]: string }|null);

                    /** OpenSessionRequest baseDirectory */
                    baseDirectory?: (string|null);

                    /** OpenSessionRequest client */
                    client?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OpenSessionRequest. */
                type $Shape = arbalest.scheduler.v1.OpenSessionRequest.$Properties;
            }

            /**
             * Properties of an OpenSessionResponse.
             * @deprecated Use arbalest.scheduler.v1.OpenSessionResponse.$Properties instead.
             */
            interface IOpenSessionResponse extends arbalest.scheduler.v1.OpenSessionResponse.$Properties {
            }

            /** Represents an OpenSessionResponse. */
            class OpenSessionResponse {

                /**
                 * Constructs a new OpenSessionResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.OpenSessionResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OpenSessionResponse session. */
                session: string;

                /** OpenSessionResponse version. */
                version: string;

                /**
                 * Creates a new OpenSessionResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OpenSessionResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.OpenSessionResponse.$Shape): arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.OpenSessionResponse.$Properties): arbalest.scheduler.v1.OpenSessionResponse;

                /**
                 * Encodes the specified OpenSessionResponse message. Does not implicitly {@link arbalest.scheduler.v1.OpenSessionResponse.verify|verify} messages.
                 * @param message OpenSessionResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.OpenSessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified OpenSessionResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.OpenSessionResponse.verify|verify} messages.
                 * @param message OpenSessionResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.OpenSessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OpenSessionResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape} OpenSessionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape;

                /**
                 * Decodes an OpenSessionResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape} OpenSessionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape;

                /**
                 * Verifies an OpenSessionResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an OpenSessionResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns OpenSessionResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.OpenSessionResponse;

                /**
                 * Creates a plain object from an OpenSessionResponse message. Also converts values to other types if specified.
                 * @param message OpenSessionResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.OpenSessionResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this OpenSessionResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for OpenSessionResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace OpenSessionResponse {

                /** Properties of an OpenSessionResponse. */
                interface $Properties {

                    /** OpenSessionResponse session */
                    session?: (string|null);

                    /** OpenSessionResponse version */
                    version?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OpenSessionResponse. */
                type $Shape = arbalest.scheduler.v1.OpenSessionResponse.$Properties;
            }

            /**
             * Properties of a CloseSessionRequest.
             * @deprecated Use arbalest.scheduler.v1.CloseSessionRequest.$Properties instead.
             */
            interface ICloseSessionRequest extends arbalest.scheduler.v1.CloseSessionRequest.$Properties {
            }

            /** Represents a CloseSessionRequest. */
            class CloseSessionRequest {

                /**
                 * Constructs a new CloseSessionRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.CloseSessionRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CloseSessionRequest session. */
                session: string;

                /**
                 * Creates a new CloseSessionRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CloseSessionRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.CloseSessionRequest.$Shape): arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.CloseSessionRequest.$Properties): arbalest.scheduler.v1.CloseSessionRequest;

                /**
                 * Encodes the specified CloseSessionRequest message. Does not implicitly {@link arbalest.scheduler.v1.CloseSessionRequest.verify|verify} messages.
                 * @param message CloseSessionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.CloseSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CloseSessionRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.CloseSessionRequest.verify|verify} messages.
                 * @param message CloseSessionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.CloseSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CloseSessionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape} CloseSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape;

                /**
                 * Decodes a CloseSessionRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape} CloseSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape;

                /**
                 * Verifies a CloseSessionRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CloseSessionRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CloseSessionRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.CloseSessionRequest;

                /**
                 * Creates a plain object from a CloseSessionRequest message. Also converts values to other types if specified.
                 * @param message CloseSessionRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.CloseSessionRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CloseSessionRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CloseSessionRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CloseSessionRequest {

                /** Properties of a CloseSessionRequest. */
                interface $Properties {

                    /** CloseSessionRequest session */
                    session?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CloseSessionRequest. */
                type $Shape = arbalest.scheduler.v1.CloseSessionRequest.$Properties;
            }

            /**
             * Properties of a CloseSessionResponse.
             * @deprecated Use arbalest.scheduler.v1.CloseSessionResponse.$Properties instead.
             */
            interface ICloseSessionResponse extends arbalest.scheduler.v1.CloseSessionResponse.$Properties {
            }

            /** Represents a CloseSessionResponse. */
            class CloseSessionResponse {

                /**
                 * Constructs a new CloseSessionResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.CloseSessionResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new CloseSessionResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CloseSessionResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.CloseSessionResponse.$Shape): arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.CloseSessionResponse.$Properties): arbalest.scheduler.v1.CloseSessionResponse;

                /**
                 * Encodes the specified CloseSessionResponse message. Does not implicitly {@link arbalest.scheduler.v1.CloseSessionResponse.verify|verify} messages.
                 * @param message CloseSessionResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.CloseSessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CloseSessionResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.CloseSessionResponse.verify|verify} messages.
                 * @param message CloseSessionResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.CloseSessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CloseSessionResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape} CloseSessionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape;

                /**
                 * Decodes a CloseSessionResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape} CloseSessionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape;

                /**
                 * Verifies a CloseSessionResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CloseSessionResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CloseSessionResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.CloseSessionResponse;

                /**
                 * Creates a plain object from a CloseSessionResponse message. Also converts values to other types if specified.
                 * @param message CloseSessionResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.CloseSessionResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CloseSessionResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CloseSessionResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CloseSessionResponse {

                /** Properties of a CloseSessionResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CloseSessionResponse. */
                type $Shape = arbalest.scheduler.v1.CloseSessionResponse.$Properties;
            }

            /**
             * Properties of a ParseRequest.
             * @deprecated Use arbalest.scheduler.v1.ParseRequest.$Properties instead.
             */
            interface IParseRequest extends arbalest.scheduler.v1.ParseRequest.$Properties {
            }

            /** Represents a ParseRequest. */
            class ParseRequest {

                /**
                 * Constructs a new ParseRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ParseRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ParseRequest script. */
                script: string;

                /**
                 * Creates a new ParseRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ParseRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ParseRequest.$Shape): arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ParseRequest.$Properties): arbalest.scheduler.v1.ParseRequest;

                /**
                 * Encodes the specified ParseRequest message. Does not implicitly {@link arbalest.scheduler.v1.ParseRequest.verify|verify} messages.
                 * @param message ParseRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ParseRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ParseRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ParseRequest.verify|verify} messages.
                 * @param message ParseRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ParseRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ParseRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape} ParseRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape;

                /**
                 * Decodes a ParseRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape} ParseRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape;

                /**
                 * Verifies a ParseRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ParseRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ParseRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ParseRequest;

                /**
                 * Creates a plain object from a ParseRequest message. Also converts values to other types if specified.
                 * @param message ParseRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ParseRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ParseRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ParseRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ParseRequest {

                /** Properties of a ParseRequest. */
                interface $Properties {

                    /** ParseRequest script */
                    script?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ParseRequest. */
                type $Shape = arbalest.scheduler.v1.ParseRequest.$Properties;
            }

            /**
             * Properties of a ParseResponse.
             * @deprecated Use arbalest.scheduler.v1.ParseResponse.$Properties instead.
             */
            interface IParseResponse extends arbalest.scheduler.v1.ParseResponse.$Properties {
            }

            /** Represents a ParseResponse. */
            class ParseResponse {

                /**
                 * Constructs a new ParseResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ParseResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ParseResponse statements. */
                statements: arbalest.scheduler.v1.ParsedStatement.$Properties[];

                /**
                 * Creates a new ParseResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ParseResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ParseResponse.$Shape): arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ParseResponse.$Properties): arbalest.scheduler.v1.ParseResponse;

                /**
                 * Encodes the specified ParseResponse message. Does not implicitly {@link arbalest.scheduler.v1.ParseResponse.verify|verify} messages.
                 * @param message ParseResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ParseResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ParseResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ParseResponse.verify|verify} messages.
                 * @param message ParseResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ParseResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ParseResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape} ParseResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape;

                /**
                 * Decodes a ParseResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape} ParseResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape;

                /**
                 * Verifies a ParseResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ParseResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ParseResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ParseResponse;

                /**
                 * Creates a plain object from a ParseResponse message. Also converts values to other types if specified.
                 * @param message ParseResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ParseResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ParseResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ParseResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ParseResponse {

                /** Properties of a ParseResponse. */
                interface $Properties {

                    /** ParseResponse statements */
                    statements?: (arbalest.scheduler.v1.ParsedStatement.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ParseResponse. */
                type $Shape = arbalest.scheduler.v1.ParseResponse.$Properties;
            }

            /**
             * Properties of a ParsedStatement.
             * @deprecated Use arbalest.scheduler.v1.ParsedStatement.$Properties instead.
             */
            interface IParsedStatement extends arbalest.scheduler.v1.ParsedStatement.$Properties {
            }

            /** Represents a ParsedStatement. */
            class ParsedStatement {

                /**
                 * Constructs a new ParsedStatement.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ParsedStatement.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ParsedStatement text. */
                text: string;

                /** ParsedStatement position. */
                position: number;

                /** ParsedStatement kind. */
                kind: string;

                /**
                 * Creates a new ParsedStatement instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ParsedStatement instance
                 */
                static create(properties: arbalest.scheduler.v1.ParsedStatement.$Shape): arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape;
                static create(properties?: arbalest.scheduler.v1.ParsedStatement.$Properties): arbalest.scheduler.v1.ParsedStatement;

                /**
                 * Encodes the specified ParsedStatement message. Does not implicitly {@link arbalest.scheduler.v1.ParsedStatement.verify|verify} messages.
                 * @param message ParsedStatement message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ParsedStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ParsedStatement message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ParsedStatement.verify|verify} messages.
                 * @param message ParsedStatement message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ParsedStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ParsedStatement message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape} ParsedStatement
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape;

                /**
                 * Decodes a ParsedStatement message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape} ParsedStatement
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape;

                /**
                 * Verifies a ParsedStatement message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ParsedStatement message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ParsedStatement
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ParsedStatement;

                /**
                 * Creates a plain object from a ParsedStatement message. Also converts values to other types if specified.
                 * @param message ParsedStatement
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ParsedStatement, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ParsedStatement to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ParsedStatement
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ParsedStatement {

                /** Properties of a ParsedStatement. */
                interface $Properties {

                    /** ParsedStatement text */
                    text?: (string|null);

                    /** ParsedStatement position */
                    position?: (number|null);

                    /** ParsedStatement kind */
                    kind?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ParsedStatement. */
                type $Shape = arbalest.scheduler.v1.ParsedStatement.$Properties;
            }

            /**
             * Properties of an ExecuteRequest.
             * @deprecated Use arbalest.scheduler.v1.ExecuteRequest.$Properties instead.
             */
            interface IExecuteRequest extends arbalest.scheduler.v1.ExecuteRequest.$Properties {
            }

            /** Represents an ExecuteRequest. */
            class ExecuteRequest {

                /**
                 * Constructs a new ExecuteRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ExecuteRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExecuteRequest session. */
                session: string;

                /** ExecuteRequest sql. */
                sql: string;

                /** ExecuteRequest parameters. */
                parameters: string;

                /** ExecuteRequest timeoutMs. */
                timeoutMs: number;

                /** ExecuteRequest progressIntervalMs. */
                progressIntervalMs: number;

                /**
                 * Creates a new ExecuteRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExecuteRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ExecuteRequest.$Shape): arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ExecuteRequest.$Properties): arbalest.scheduler.v1.ExecuteRequest;

                /**
                 * Encodes the specified ExecuteRequest message. Does not implicitly {@link arbalest.scheduler.v1.ExecuteRequest.verify|verify} messages.
                 * @param message ExecuteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ExecuteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ExecuteRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ExecuteRequest.verify|verify} messages.
                 * @param message ExecuteRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ExecuteRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExecuteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape} ExecuteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape;

                /**
                 * Decodes an ExecuteRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape} ExecuteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape;

                /**
                 * Verifies an ExecuteRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ExecuteRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExecuteRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ExecuteRequest;

                /**
                 * Creates a plain object from an ExecuteRequest message. Also converts values to other types if specified.
                 * @param message ExecuteRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ExecuteRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExecuteRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ExecuteRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ExecuteRequest {

                /** Properties of an ExecuteRequest. */
                interface $Properties {

                    /** ExecuteRequest session */
                    session?: (string|null);

                    /** ExecuteRequest sql */
                    sql?: (string|null);

                    /** ExecuteRequest parameters */
                    parameters?: (string|null);

                    /** ExecuteRequest timeoutMs */
                    timeoutMs?: (number|null);

                    /** ExecuteRequest progressIntervalMs */
                    progressIntervalMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExecuteRequest. */
                type $Shape = arbalest.scheduler.v1.ExecuteRequest.$Properties;
            }

            /**
             * Properties of a JobEvent.
             * @deprecated Use arbalest.scheduler.v1.JobEvent.$Properties instead.
             */
            interface IJobEvent extends arbalest.scheduler.v1.JobEvent.$Properties {
            }

            /** Represents a JobEvent. */
            class JobEvent {

                /**
                 * Constructs a new JobEvent.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.JobEvent.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JobEvent accepted. */
                accepted?: (arbalest.scheduler.v1.JobAccepted.$Properties|null);

                /** JobEvent schema. */
                schema?: (arbalest.scheduler.v1.ResultSchema.$Properties|null);

                /** JobEvent progress. */
                progress?: (arbalest.scheduler.v1.JobProgress.$Properties|null);

                /** JobEvent part. */
                part?: (arbalest.scheduler.v1.ResultPart.$Properties|null);

                /** JobEvent finished. */
                finished?: (arbalest.scheduler.v1.JobFinished.$Properties|null);

                /** JobEvent failed. */
                failed?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                /** JobEvent event. */
                event?: ("accepted"|"schema"|"progress"|"part"|"finished"|"failed");

                /**
                 * Creates a new JobEvent instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns JobEvent instance
                 */
                static create(properties: arbalest.scheduler.v1.JobEvent.$Shape): arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape;
                static create(properties?: arbalest.scheduler.v1.JobEvent.$Properties): arbalest.scheduler.v1.JobEvent;

                /**
                 * Encodes the specified JobEvent message. Does not implicitly {@link arbalest.scheduler.v1.JobEvent.verify|verify} messages.
                 * @param message JobEvent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.JobEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified JobEvent message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.JobEvent.verify|verify} messages.
                 * @param message JobEvent message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.JobEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JobEvent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape} JobEvent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape;

                /**
                 * Decodes a JobEvent message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape} JobEvent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape;

                /**
                 * Verifies a JobEvent message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a JobEvent message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns JobEvent
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.JobEvent;

                /**
                 * Creates a plain object from a JobEvent message. Also converts values to other types if specified.
                 * @param message JobEvent
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.JobEvent, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this JobEvent to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for JobEvent
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace JobEvent {

                /** Properties of a JobEvent. */
                interface $Properties {

                    /** JobEvent accepted */
                    accepted?: (arbalest.scheduler.v1.JobAccepted.$Properties|null);

                    /** JobEvent schema */
                    schema?: (arbalest.scheduler.v1.ResultSchema.$Properties|null);

                    /** JobEvent progress */
                    progress?: (arbalest.scheduler.v1.JobProgress.$Properties|null);

                    /** JobEvent part */
                    part?: (arbalest.scheduler.v1.ResultPart.$Properties|null);

                    /** JobEvent finished */
                    finished?: (arbalest.scheduler.v1.JobFinished.$Properties|null);

                    /** JobEvent failed */
                    failed?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                    /** JobEvent event */
                    event?: ("accepted"|"schema"|"progress"|"part"|"finished"|"failed");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a JobEvent. */
                type $Shape = {
                  accepted?: arbalest.scheduler.v1.JobAccepted.$Shape|null;
                  schema?: arbalest.scheduler.v1.ResultSchema.$Shape|null;
                  progress?: arbalest.scheduler.v1.JobProgress.$Shape|null;
                  part?: arbalest.scheduler.v1.ResultPart.$Shape|null;
                  finished?: arbalest.scheduler.v1.JobFinished.$Shape|null;
                  failed?: arbalest.scheduler.v1.ErrorInfo.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ event?: undefined; accepted?: null; schema?: null; progress?: null; part?: null; finished?: null; failed?: null }|{ event?: "accepted"; accepted: arbalest.scheduler.v1.JobAccepted.$Shape; schema?: null; progress?: null; part?: null; finished?: null; failed?: null }|{ event?: "schema"; accepted?: null; schema: arbalest.scheduler.v1.ResultSchema.$Shape; progress?: null; part?: null; finished?: null; failed?: null }|{ event?: "progress"; accepted?: null; schema?: null; progress: arbalest.scheduler.v1.JobProgress.$Shape; part?: null; finished?: null; failed?: null }|{ event?: "part"; accepted?: null; schema?: null; progress?: null; part: arbalest.scheduler.v1.ResultPart.$Shape; finished?: null; failed?: null }|{ event?: "finished"; accepted?: null; schema?: null; progress?: null; part?: null; finished: arbalest.scheduler.v1.JobFinished.$Shape; failed?: null }|{ event?: "failed"; accepted?: null; schema?: null; progress?: null; part?: null; finished?: null; failed: arbalest.scheduler.v1.ErrorInfo.$Shape })
                );
            }

            /**
             * Properties of a JobAccepted.
             * @deprecated Use arbalest.scheduler.v1.JobAccepted.$Properties instead.
             */
            interface IJobAccepted extends arbalest.scheduler.v1.JobAccepted.$Properties {
            }

            /** Represents a JobAccepted. */
            class JobAccepted {

                /**
                 * Constructs a new JobAccepted.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.JobAccepted.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JobAccepted job. */
                job: string;

                /**
                 * Creates a new JobAccepted instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns JobAccepted instance
                 */
                static create(properties: arbalest.scheduler.v1.JobAccepted.$Shape): arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape;
                static create(properties?: arbalest.scheduler.v1.JobAccepted.$Properties): arbalest.scheduler.v1.JobAccepted;

                /**
                 * Encodes the specified JobAccepted message. Does not implicitly {@link arbalest.scheduler.v1.JobAccepted.verify|verify} messages.
                 * @param message JobAccepted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.JobAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified JobAccepted message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.JobAccepted.verify|verify} messages.
                 * @param message JobAccepted message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.JobAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JobAccepted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape} JobAccepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape;

                /**
                 * Decodes a JobAccepted message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape} JobAccepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape;

                /**
                 * Verifies a JobAccepted message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a JobAccepted message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns JobAccepted
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.JobAccepted;

                /**
                 * Creates a plain object from a JobAccepted message. Also converts values to other types if specified.
                 * @param message JobAccepted
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.JobAccepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this JobAccepted to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for JobAccepted
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace JobAccepted {

                /** Properties of a JobAccepted. */
                interface $Properties {

                    /** JobAccepted job */
                    job?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JobAccepted. */
                type $Shape = arbalest.scheduler.v1.JobAccepted.$Properties;
            }

            /**
             * Properties of a ResultSchema.
             * @deprecated Use arbalest.scheduler.v1.ResultSchema.$Properties instead.
             */
            interface IResultSchema extends arbalest.scheduler.v1.ResultSchema.$Properties {
            }

            /** Represents a ResultSchema. */
            class ResultSchema {

                /**
                 * Constructs a new ResultSchema.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ResultSchema.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResultSchema fields. */
                fields: string;

                /**
                 * Creates a new ResultSchema instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ResultSchema instance
                 */
                static create(properties: arbalest.scheduler.v1.ResultSchema.$Shape): arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape;
                static create(properties?: arbalest.scheduler.v1.ResultSchema.$Properties): arbalest.scheduler.v1.ResultSchema;

                /**
                 * Encodes the specified ResultSchema message. Does not implicitly {@link arbalest.scheduler.v1.ResultSchema.verify|verify} messages.
                 * @param message ResultSchema message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ResultSchema.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ResultSchema message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ResultSchema.verify|verify} messages.
                 * @param message ResultSchema message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ResultSchema.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResultSchema message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape} ResultSchema
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape;

                /**
                 * Decodes a ResultSchema message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape} ResultSchema
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape;

                /**
                 * Verifies a ResultSchema message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ResultSchema message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ResultSchema
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ResultSchema;

                /**
                 * Creates a plain object from a ResultSchema message. Also converts values to other types if specified.
                 * @param message ResultSchema
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ResultSchema, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ResultSchema to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ResultSchema
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ResultSchema {

                /** Properties of a ResultSchema. */
                interface $Properties {

                    /** ResultSchema fields */
                    fields?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResultSchema. */
                type $Shape = arbalest.scheduler.v1.ResultSchema.$Properties;
            }

            /**
             * Properties of a ResultPart.
             * @deprecated Use arbalest.scheduler.v1.ResultPart.$Properties instead.
             */
            interface IResultPart extends arbalest.scheduler.v1.ResultPart.$Properties {
            }

            /** Represents a ResultPart. */
            class ResultPart {

                /**
                 * Constructs a new ResultPart.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ResultPart.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ResultPart source. */
                source?: (arbalest.scheduler.v1.ExchangeSource.$Properties|null);

                /** ResultPart inline. */
                inline?: (arbalest.scheduler.v1.InlineResult.$Properties|null);

                /**
                 * Creates a new ResultPart instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ResultPart instance
                 */
                static create(properties: arbalest.scheduler.v1.ResultPart.$Shape): arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape;
                static create(properties?: arbalest.scheduler.v1.ResultPart.$Properties): arbalest.scheduler.v1.ResultPart;

                /**
                 * Encodes the specified ResultPart message. Does not implicitly {@link arbalest.scheduler.v1.ResultPart.verify|verify} messages.
                 * @param message ResultPart message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ResultPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ResultPart message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ResultPart.verify|verify} messages.
                 * @param message ResultPart message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ResultPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ResultPart message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape} ResultPart
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape;

                /**
                 * Decodes a ResultPart message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape} ResultPart
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape;

                /**
                 * Verifies a ResultPart message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ResultPart message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ResultPart
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ResultPart;

                /**
                 * Creates a plain object from a ResultPart message. Also converts values to other types if specified.
                 * @param message ResultPart
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ResultPart, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ResultPart to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ResultPart
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ResultPart {

                /** Properties of a ResultPart. */
                interface $Properties {

                    /** ResultPart source */
                    source?: (arbalest.scheduler.v1.ExchangeSource.$Properties|null);

                    /** ResultPart inline */
                    inline?: (arbalest.scheduler.v1.InlineResult.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ResultPart. */
                type $Shape = arbalest.scheduler.v1.ResultPart.$Properties;
            }

            /**
             * Properties of a JobProgress.
             * @deprecated Use arbalest.scheduler.v1.JobProgress.$Properties instead.
             */
            interface IJobProgress extends arbalest.scheduler.v1.JobProgress.$Properties {
            }

            /** Represents a JobProgress. */
            class JobProgress {

                /**
                 * Constructs a new JobProgress.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.JobProgress.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JobProgress stagesTotal. */
                stagesTotal: number;

                /** JobProgress stagesFinished. */
                stagesFinished: number;

                /** JobProgress tasksTotal. */
                tasksTotal: number;

                /** JobProgress tasksFinished. */
                tasksFinished: number;

                /** JobProgress tasksRunning. */
                tasksRunning: number;

                /** JobProgress fraction. */
                fraction: number;

                /** JobProgress elapsedMs. */
                elapsedMs: number;

                /** JobProgress stages. */
                stages: arbalest.scheduler.v1.StageProgress.$Properties[];

                /**
                 * Creates a new JobProgress instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns JobProgress instance
                 */
                static create(properties: arbalest.scheduler.v1.JobProgress.$Shape): arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape;
                static create(properties?: arbalest.scheduler.v1.JobProgress.$Properties): arbalest.scheduler.v1.JobProgress;

                /**
                 * Encodes the specified JobProgress message. Does not implicitly {@link arbalest.scheduler.v1.JobProgress.verify|verify} messages.
                 * @param message JobProgress message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.JobProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified JobProgress message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.JobProgress.verify|verify} messages.
                 * @param message JobProgress message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.JobProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JobProgress message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape} JobProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape;

                /**
                 * Decodes a JobProgress message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape} JobProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape;

                /**
                 * Verifies a JobProgress message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a JobProgress message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns JobProgress
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.JobProgress;

                /**
                 * Creates a plain object from a JobProgress message. Also converts values to other types if specified.
                 * @param message JobProgress
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.JobProgress, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this JobProgress to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for JobProgress
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace JobProgress {

                /** Properties of a JobProgress. */
                interface $Properties {

                    /** JobProgress stagesTotal */
                    stagesTotal?: (number|null);

                    /** JobProgress stagesFinished */
                    stagesFinished?: (number|null);

                    /** JobProgress tasksTotal */
                    tasksTotal?: (number|null);

                    /** JobProgress tasksFinished */
                    tasksFinished?: (number|null);

                    /** JobProgress tasksRunning */
                    tasksRunning?: (number|null);

                    /** JobProgress fraction */
                    fraction?: (number|null);

                    /** JobProgress elapsedMs */
                    elapsedMs?: (number|null);

                    /** JobProgress stages */
                    stages?: (arbalest.scheduler.v1.StageProgress.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JobProgress. */
                type $Shape = arbalest.scheduler.v1.JobProgress.$Properties;
            }

            /**
             * Properties of a StageProgress.
             * @deprecated Use arbalest.scheduler.v1.StageProgress.$Properties instead.
             */
            interface IStageProgress extends arbalest.scheduler.v1.StageProgress.$Properties {
            }

            /** Represents a StageProgress. */
            class StageProgress {

                /**
                 * Constructs a new StageProgress.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.StageProgress.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StageProgress stage. */
                stage: number;

                /** StageProgress label. */
                label: string;

                /** StageProgress tasksTotal. */
                tasksTotal: number;

                /** StageProgress tasksFinished. */
                tasksFinished: number;

                /** StageProgress tasksRunning. */
                tasksRunning: number;

                /** StageProgress rowsOut. */
                rowsOut: number;

                /** StageProgress bytesOut. */
                bytesOut: number;

                /**
                 * Creates a new StageProgress instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StageProgress instance
                 */
                static create(properties: arbalest.scheduler.v1.StageProgress.$Shape): arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape;
                static create(properties?: arbalest.scheduler.v1.StageProgress.$Properties): arbalest.scheduler.v1.StageProgress;

                /**
                 * Encodes the specified StageProgress message. Does not implicitly {@link arbalest.scheduler.v1.StageProgress.verify|verify} messages.
                 * @param message StageProgress message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.StageProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified StageProgress message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.StageProgress.verify|verify} messages.
                 * @param message StageProgress message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.StageProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StageProgress message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape} StageProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape;

                /**
                 * Decodes a StageProgress message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape} StageProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape;

                /**
                 * Verifies a StageProgress message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a StageProgress message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns StageProgress
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.StageProgress;

                /**
                 * Creates a plain object from a StageProgress message. Also converts values to other types if specified.
                 * @param message StageProgress
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.StageProgress, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this StageProgress to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for StageProgress
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace StageProgress {

                /** Properties of a StageProgress. */
                interface $Properties {

                    /** StageProgress stage */
                    stage?: (number|null);

                    /** StageProgress label */
                    label?: (string|null);

                    /** StageProgress tasksTotal */
                    tasksTotal?: (number|null);

                    /** StageProgress tasksFinished */
                    tasksFinished?: (number|null);

                    /** StageProgress tasksRunning */
                    tasksRunning?: (number|null);

                    /** StageProgress rowsOut */
                    rowsOut?: (number|null);

                    /** StageProgress bytesOut */
                    bytesOut?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StageProgress. */
                type $Shape = arbalest.scheduler.v1.StageProgress.$Properties;
            }

            /**
             * Properties of a JobFinished.
             * @deprecated Use arbalest.scheduler.v1.JobFinished.$Properties instead.
             */
            interface IJobFinished extends arbalest.scheduler.v1.JobFinished.$Properties {
            }

            /** Represents a JobFinished. */
            class JobFinished {

                /**
                 * Constructs a new JobFinished.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.JobFinished.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JobFinished rows. */
                rows: number;

                /** JobFinished elapsedMs. */
                elapsedMs: number;

                /** JobFinished planningUs. */
                planningUs: number;

                /** JobFinished stages. */
                stages: number;

                /** JobFinished tasks. */
                tasks: number;

                /** JobFinished opaque. */
                opaque: boolean;

                /** JobFinished tag. */
                tag: string;

                /** JobFinished retries. */
                retries: number;

                /**
                 * Creates a new JobFinished instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns JobFinished instance
                 */
                static create(properties: arbalest.scheduler.v1.JobFinished.$Shape): arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape;
                static create(properties?: arbalest.scheduler.v1.JobFinished.$Properties): arbalest.scheduler.v1.JobFinished;

                /**
                 * Encodes the specified JobFinished message. Does not implicitly {@link arbalest.scheduler.v1.JobFinished.verify|verify} messages.
                 * @param message JobFinished message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.JobFinished.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified JobFinished message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.JobFinished.verify|verify} messages.
                 * @param message JobFinished message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.JobFinished.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JobFinished message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape} JobFinished
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape;

                /**
                 * Decodes a JobFinished message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape} JobFinished
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape;

                /**
                 * Verifies a JobFinished message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a JobFinished message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns JobFinished
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.JobFinished;

                /**
                 * Creates a plain object from a JobFinished message. Also converts values to other types if specified.
                 * @param message JobFinished
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.JobFinished, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this JobFinished to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for JobFinished
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace JobFinished {

                /** Properties of a JobFinished. */
                interface $Properties {

                    /** JobFinished rows */
                    rows?: (number|null);

                    /** JobFinished elapsedMs */
                    elapsedMs?: (number|null);

                    /** JobFinished planningUs */
                    planningUs?: (number|null);

                    /** JobFinished stages */
                    stages?: (number|null);

                    /** JobFinished tasks */
                    tasks?: (number|null);

                    /** JobFinished opaque */
                    opaque?: (boolean|null);

                    /** JobFinished tag */
                    tag?: (string|null);

                    /** JobFinished retries */
                    retries?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JobFinished. */
                type $Shape = arbalest.scheduler.v1.JobFinished.$Properties;
            }

            /**
             * Properties of a ReleaseResultRequest.
             * @deprecated Use arbalest.scheduler.v1.ReleaseResultRequest.$Properties instead.
             */
            interface IReleaseResultRequest extends arbalest.scheduler.v1.ReleaseResultRequest.$Properties {
            }

            /** Represents a ReleaseResultRequest. */
            class ReleaseResultRequest {

                /**
                 * Constructs a new ReleaseResultRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ReleaseResultRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReleaseResultRequest job. */
                job: string;

                /**
                 * Creates a new ReleaseResultRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReleaseResultRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ReleaseResultRequest.$Shape): arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ReleaseResultRequest.$Properties): arbalest.scheduler.v1.ReleaseResultRequest;

                /**
                 * Encodes the specified ReleaseResultRequest message. Does not implicitly {@link arbalest.scheduler.v1.ReleaseResultRequest.verify|verify} messages.
                 * @param message ReleaseResultRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ReleaseResultRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ReleaseResultRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ReleaseResultRequest.verify|verify} messages.
                 * @param message ReleaseResultRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ReleaseResultRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReleaseResultRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape} ReleaseResultRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape;

                /**
                 * Decodes a ReleaseResultRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape} ReleaseResultRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape;

                /**
                 * Verifies a ReleaseResultRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ReleaseResultRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ReleaseResultRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ReleaseResultRequest;

                /**
                 * Creates a plain object from a ReleaseResultRequest message. Also converts values to other types if specified.
                 * @param message ReleaseResultRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ReleaseResultRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ReleaseResultRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ReleaseResultRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ReleaseResultRequest {

                /** Properties of a ReleaseResultRequest. */
                interface $Properties {

                    /** ReleaseResultRequest job */
                    job?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReleaseResultRequest. */
                type $Shape = arbalest.scheduler.v1.ReleaseResultRequest.$Properties;
            }

            /**
             * Properties of a ReleaseResultResponse.
             * @deprecated Use arbalest.scheduler.v1.ReleaseResultResponse.$Properties instead.
             */
            interface IReleaseResultResponse extends arbalest.scheduler.v1.ReleaseResultResponse.$Properties {
            }

            /** Represents a ReleaseResultResponse. */
            class ReleaseResultResponse {

                /**
                 * Constructs a new ReleaseResultResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ReleaseResultResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new ReleaseResultResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ReleaseResultResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ReleaseResultResponse.$Shape): arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ReleaseResultResponse.$Properties): arbalest.scheduler.v1.ReleaseResultResponse;

                /**
                 * Encodes the specified ReleaseResultResponse message. Does not implicitly {@link arbalest.scheduler.v1.ReleaseResultResponse.verify|verify} messages.
                 * @param message ReleaseResultResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ReleaseResultResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ReleaseResultResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ReleaseResultResponse.verify|verify} messages.
                 * @param message ReleaseResultResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ReleaseResultResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReleaseResultResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape} ReleaseResultResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape;

                /**
                 * Decodes a ReleaseResultResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape} ReleaseResultResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape;

                /**
                 * Verifies a ReleaseResultResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ReleaseResultResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ReleaseResultResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ReleaseResultResponse;

                /**
                 * Creates a plain object from a ReleaseResultResponse message. Also converts values to other types if specified.
                 * @param message ReleaseResultResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ReleaseResultResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ReleaseResultResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ReleaseResultResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ReleaseResultResponse {

                /** Properties of a ReleaseResultResponse. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReleaseResultResponse. */
                type $Shape = arbalest.scheduler.v1.ReleaseResultResponse.$Properties;
            }

            /**
             * Properties of a CancelJobRequest.
             * @deprecated Use arbalest.scheduler.v1.CancelJobRequest.$Properties instead.
             */
            interface ICancelJobRequest extends arbalest.scheduler.v1.CancelJobRequest.$Properties {
            }

            /** Represents a CancelJobRequest. */
            class CancelJobRequest {

                /**
                 * Constructs a new CancelJobRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.CancelJobRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CancelJobRequest job. */
                job: string;

                /**
                 * Creates a new CancelJobRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CancelJobRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.CancelJobRequest.$Shape): arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.CancelJobRequest.$Properties): arbalest.scheduler.v1.CancelJobRequest;

                /**
                 * Encodes the specified CancelJobRequest message. Does not implicitly {@link arbalest.scheduler.v1.CancelJobRequest.verify|verify} messages.
                 * @param message CancelJobRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.CancelJobRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CancelJobRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.CancelJobRequest.verify|verify} messages.
                 * @param message CancelJobRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.CancelJobRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CancelJobRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape} CancelJobRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape;

                /**
                 * Decodes a CancelJobRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape} CancelJobRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape;

                /**
                 * Verifies a CancelJobRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CancelJobRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CancelJobRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.CancelJobRequest;

                /**
                 * Creates a plain object from a CancelJobRequest message. Also converts values to other types if specified.
                 * @param message CancelJobRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.CancelJobRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CancelJobRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CancelJobRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CancelJobRequest {

                /** Properties of a CancelJobRequest. */
                interface $Properties {

                    /** CancelJobRequest job */
                    job?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CancelJobRequest. */
                type $Shape = arbalest.scheduler.v1.CancelJobRequest.$Properties;
            }

            /**
             * Properties of a CancelJobResponse.
             * @deprecated Use arbalest.scheduler.v1.CancelJobResponse.$Properties instead.
             */
            interface ICancelJobResponse extends arbalest.scheduler.v1.CancelJobResponse.$Properties {
            }

            /** Represents a CancelJobResponse. */
            class CancelJobResponse {

                /**
                 * Constructs a new CancelJobResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.CancelJobResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CancelJobResponse found. */
                found: boolean;

                /**
                 * Creates a new CancelJobResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CancelJobResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.CancelJobResponse.$Shape): arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.CancelJobResponse.$Properties): arbalest.scheduler.v1.CancelJobResponse;

                /**
                 * Encodes the specified CancelJobResponse message. Does not implicitly {@link arbalest.scheduler.v1.CancelJobResponse.verify|verify} messages.
                 * @param message CancelJobResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.CancelJobResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CancelJobResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.CancelJobResponse.verify|verify} messages.
                 * @param message CancelJobResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.CancelJobResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CancelJobResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape} CancelJobResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape;

                /**
                 * Decodes a CancelJobResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape} CancelJobResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape;

                /**
                 * Verifies a CancelJobResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CancelJobResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CancelJobResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.CancelJobResponse;

                /**
                 * Creates a plain object from a CancelJobResponse message. Also converts values to other types if specified.
                 * @param message CancelJobResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.CancelJobResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CancelJobResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CancelJobResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CancelJobResponse {

                /** Properties of a CancelJobResponse. */
                interface $Properties {

                    /** CancelJobResponse found */
                    found?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CancelJobResponse. */
                type $Shape = arbalest.scheduler.v1.CancelJobResponse.$Properties;
            }

            /**
             * Properties of a ListJobsRequest.
             * @deprecated Use arbalest.scheduler.v1.ListJobsRequest.$Properties instead.
             */
            interface IListJobsRequest extends arbalest.scheduler.v1.ListJobsRequest.$Properties {
            }

            /** Represents a ListJobsRequest. */
            class ListJobsRequest {

                /**
                 * Constructs a new ListJobsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListJobsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListJobsRequest limit. */
                limit: number;

                /**
                 * Creates a new ListJobsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListJobsRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListJobsRequest.$Shape): arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListJobsRequest.$Properties): arbalest.scheduler.v1.ListJobsRequest;

                /**
                 * Encodes the specified ListJobsRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListJobsRequest.verify|verify} messages.
                 * @param message ListJobsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListJobsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListJobsRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListJobsRequest.verify|verify} messages.
                 * @param message ListJobsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListJobsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListJobsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape} ListJobsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape;

                /**
                 * Decodes a ListJobsRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape} ListJobsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape;

                /**
                 * Verifies a ListJobsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListJobsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListJobsRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListJobsRequest;

                /**
                 * Creates a plain object from a ListJobsRequest message. Also converts values to other types if specified.
                 * @param message ListJobsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListJobsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListJobsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListJobsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListJobsRequest {

                /** Properties of a ListJobsRequest. */
                interface $Properties {

                    /** ListJobsRequest limit */
                    limit?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListJobsRequest. */
                type $Shape = arbalest.scheduler.v1.ListJobsRequest.$Properties;
            }

            /**
             * Properties of a ListJobsResponse.
             * @deprecated Use arbalest.scheduler.v1.ListJobsResponse.$Properties instead.
             */
            interface IListJobsResponse extends arbalest.scheduler.v1.ListJobsResponse.$Properties {
            }

            /** Represents a ListJobsResponse. */
            class ListJobsResponse {

                /**
                 * Constructs a new ListJobsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListJobsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListJobsResponse jobs. */
                jobs: arbalest.scheduler.v1.JobSummary.$Properties[];

                /**
                 * Creates a new ListJobsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListJobsResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListJobsResponse.$Shape): arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListJobsResponse.$Properties): arbalest.scheduler.v1.ListJobsResponse;

                /**
                 * Encodes the specified ListJobsResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListJobsResponse.verify|verify} messages.
                 * @param message ListJobsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListJobsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListJobsResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListJobsResponse.verify|verify} messages.
                 * @param message ListJobsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListJobsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListJobsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape} ListJobsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape;

                /**
                 * Decodes a ListJobsResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape} ListJobsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape;

                /**
                 * Verifies a ListJobsResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListJobsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListJobsResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListJobsResponse;

                /**
                 * Creates a plain object from a ListJobsResponse message. Also converts values to other types if specified.
                 * @param message ListJobsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListJobsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListJobsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListJobsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListJobsResponse {

                /** Properties of a ListJobsResponse. */
                interface $Properties {

                    /** ListJobsResponse jobs */
                    jobs?: (arbalest.scheduler.v1.JobSummary.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListJobsResponse. */
                type $Shape = arbalest.scheduler.v1.ListJobsResponse.$Properties;
            }

            /**
             * Properties of a JobSummary.
             * @deprecated Use arbalest.scheduler.v1.JobSummary.$Properties instead.
             */
            interface IJobSummary extends arbalest.scheduler.v1.JobSummary.$Properties {
            }

            /** Represents a JobSummary. */
            class JobSummary {

                /**
                 * Constructs a new JobSummary.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.JobSummary.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** JobSummary job. */
                job: string;

                /** JobSummary session. */
                session: string;

                /** JobSummary sql. */
                sql: string;

                /** JobSummary state. */
                state: string;

                /** JobSummary submittedMs. */
                submittedMs: number;

                /** JobSummary elapsedMs. */
                elapsedMs: number;

                /** JobSummary progress. */
                progress?: (arbalest.scheduler.v1.JobProgress.$Properties|null);

                /** JobSummary error. */
                error?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                /**
                 * Creates a new JobSummary instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns JobSummary instance
                 */
                static create(properties: arbalest.scheduler.v1.JobSummary.$Shape): arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape;
                static create(properties?: arbalest.scheduler.v1.JobSummary.$Properties): arbalest.scheduler.v1.JobSummary;

                /**
                 * Encodes the specified JobSummary message. Does not implicitly {@link arbalest.scheduler.v1.JobSummary.verify|verify} messages.
                 * @param message JobSummary message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.JobSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified JobSummary message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.JobSummary.verify|verify} messages.
                 * @param message JobSummary message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.JobSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a JobSummary message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape} JobSummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape;

                /**
                 * Decodes a JobSummary message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape} JobSummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape;

                /**
                 * Verifies a JobSummary message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a JobSummary message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns JobSummary
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.JobSummary;

                /**
                 * Creates a plain object from a JobSummary message. Also converts values to other types if specified.
                 * @param message JobSummary
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.JobSummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this JobSummary to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for JobSummary
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace JobSummary {

                /** Properties of a JobSummary. */
                interface $Properties {

                    /** JobSummary job */
                    job?: (string|null);

                    /** JobSummary session */
                    session?: (string|null);

                    /** JobSummary sql */
                    sql?: (string|null);

                    /** JobSummary state */
                    state?: (string|null);

                    /** JobSummary submittedMs */
                    submittedMs?: (number|null);

                    /** JobSummary elapsedMs */
                    elapsedMs?: (number|null);

                    /** JobSummary progress */
                    progress?: (arbalest.scheduler.v1.JobProgress.$Properties|null);

                    /** JobSummary error */
                    error?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a JobSummary. */
                type $Shape = arbalest.scheduler.v1.JobSummary.$Properties;
            }

            /**
             * Properties of a ListExecutorsRequest.
             * @deprecated Use arbalest.scheduler.v1.ListExecutorsRequest.$Properties instead.
             */
            interface IListExecutorsRequest extends arbalest.scheduler.v1.ListExecutorsRequest.$Properties {
            }

            /** Represents a ListExecutorsRequest. */
            class ListExecutorsRequest {

                /**
                 * Constructs a new ListExecutorsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListExecutorsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new ListExecutorsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListExecutorsRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListExecutorsRequest.$Shape): arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListExecutorsRequest.$Properties): arbalest.scheduler.v1.ListExecutorsRequest;

                /**
                 * Encodes the specified ListExecutorsRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListExecutorsRequest.verify|verify} messages.
                 * @param message ListExecutorsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListExecutorsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListExecutorsRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListExecutorsRequest.verify|verify} messages.
                 * @param message ListExecutorsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListExecutorsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListExecutorsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape} ListExecutorsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape;

                /**
                 * Decodes a ListExecutorsRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape} ListExecutorsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape;

                /**
                 * Verifies a ListExecutorsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListExecutorsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListExecutorsRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListExecutorsRequest;

                /**
                 * Creates a plain object from a ListExecutorsRequest message. Also converts values to other types if specified.
                 * @param message ListExecutorsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListExecutorsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListExecutorsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListExecutorsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListExecutorsRequest {

                /** Properties of a ListExecutorsRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListExecutorsRequest. */
                type $Shape = arbalest.scheduler.v1.ListExecutorsRequest.$Properties;
            }

            /**
             * Properties of a ListExecutorsResponse.
             * @deprecated Use arbalest.scheduler.v1.ListExecutorsResponse.$Properties instead.
             */
            interface IListExecutorsResponse extends arbalest.scheduler.v1.ListExecutorsResponse.$Properties {
            }

            /** Represents a ListExecutorsResponse. */
            class ListExecutorsResponse {

                /**
                 * Constructs a new ListExecutorsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListExecutorsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListExecutorsResponse executors. */
                executors: arbalest.scheduler.v1.ExecutorSummary.$Properties[];

                /**
                 * Creates a new ListExecutorsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListExecutorsResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListExecutorsResponse.$Shape): arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListExecutorsResponse.$Properties): arbalest.scheduler.v1.ListExecutorsResponse;

                /**
                 * Encodes the specified ListExecutorsResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListExecutorsResponse.verify|verify} messages.
                 * @param message ListExecutorsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListExecutorsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListExecutorsResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListExecutorsResponse.verify|verify} messages.
                 * @param message ListExecutorsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListExecutorsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListExecutorsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape} ListExecutorsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape;

                /**
                 * Decodes a ListExecutorsResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape} ListExecutorsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape;

                /**
                 * Verifies a ListExecutorsResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListExecutorsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListExecutorsResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListExecutorsResponse;

                /**
                 * Creates a plain object from a ListExecutorsResponse message. Also converts values to other types if specified.
                 * @param message ListExecutorsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListExecutorsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListExecutorsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListExecutorsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListExecutorsResponse {

                /** Properties of a ListExecutorsResponse. */
                interface $Properties {

                    /** ListExecutorsResponse executors */
                    executors?: (arbalest.scheduler.v1.ExecutorSummary.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListExecutorsResponse. */
                type $Shape = arbalest.scheduler.v1.ListExecutorsResponse.$Properties;
            }

            /**
             * Properties of an ExecutorSummary.
             * @deprecated Use arbalest.scheduler.v1.ExecutorSummary.$Properties instead.
             */
            interface IExecutorSummary extends arbalest.scheduler.v1.ExecutorSummary.$Properties {
            }

            /** Represents an ExecutorSummary. */
            class ExecutorSummary {

                /**
                 * Constructs a new ExecutorSummary.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ExecutorSummary.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExecutorSummary executor. */
                executor: string;

                /** ExecutorSummary host. */
                host: string;

                /** ExecutorSummary pid. */
                pid: number;

                /** ExecutorSummary address. */
                address: string;

                /** ExecutorSummary slots. */
                slots: number;

                /** ExecutorSummary slotsUsed. */
                slotsUsed: number;

                /** ExecutorSummary threads. */
                threads: number;

                /** ExecutorSummary memoryBytes. */
                memoryBytes: number;

                /** ExecutorSummary memoryUsedBytes. */
                memoryUsedBytes: number;

                /** ExecutorSummary state. */
                state: string;

                /** ExecutorSummary connectedMs. */
                connectedMs: number;

                /** ExecutorSummary version. */
                version: string;

                /**
                 * Creates a new ExecutorSummary instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ExecutorSummary instance
                 */
                static create(properties: arbalest.scheduler.v1.ExecutorSummary.$Shape): arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape;
                static create(properties?: arbalest.scheduler.v1.ExecutorSummary.$Properties): arbalest.scheduler.v1.ExecutorSummary;

                /**
                 * Encodes the specified ExecutorSummary message. Does not implicitly {@link arbalest.scheduler.v1.ExecutorSummary.verify|verify} messages.
                 * @param message ExecutorSummary message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ExecutorSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ExecutorSummary message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ExecutorSummary.verify|verify} messages.
                 * @param message ExecutorSummary message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ExecutorSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExecutorSummary message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape} ExecutorSummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape;

                /**
                 * Decodes an ExecutorSummary message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape} ExecutorSummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape;

                /**
                 * Verifies an ExecutorSummary message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ExecutorSummary message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ExecutorSummary
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ExecutorSummary;

                /**
                 * Creates a plain object from an ExecutorSummary message. Also converts values to other types if specified.
                 * @param message ExecutorSummary
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ExecutorSummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ExecutorSummary to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ExecutorSummary
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ExecutorSummary {

                /** Properties of an ExecutorSummary. */
                interface $Properties {

                    /** ExecutorSummary executor */
                    executor?: (string|null);

                    /** ExecutorSummary host */
                    host?: (string|null);

                    /** ExecutorSummary pid */
                    pid?: (number|null);

                    /** ExecutorSummary address */
                    address?: (string|null);

                    /** ExecutorSummary slots */
                    slots?: (number|null);

                    /** ExecutorSummary slotsUsed */
                    slotsUsed?: (number|null);

                    /** ExecutorSummary threads */
                    threads?: (number|null);

                    /** ExecutorSummary memoryBytes */
                    memoryBytes?: (number|null);

                    /** ExecutorSummary memoryUsedBytes */
                    memoryUsedBytes?: (number|null);

                    /** ExecutorSummary state */
                    state?: (string|null);

                    /** ExecutorSummary connectedMs */
                    connectedMs?: (number|null);

                    /** ExecutorSummary version */
                    version?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExecutorSummary. */
                type $Shape = arbalest.scheduler.v1.ExecutorSummary.$Properties;
            }

            /**
             * Properties of a ListPluginsRequest.
             * @deprecated Use arbalest.scheduler.v1.ListPluginsRequest.$Properties instead.
             */
            interface IListPluginsRequest extends arbalest.scheduler.v1.ListPluginsRequest.$Properties {
            }

            /** Represents a ListPluginsRequest. */
            class ListPluginsRequest {

                /**
                 * Constructs a new ListPluginsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListPluginsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new ListPluginsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListPluginsRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListPluginsRequest.$Shape): arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListPluginsRequest.$Properties): arbalest.scheduler.v1.ListPluginsRequest;

                /**
                 * Encodes the specified ListPluginsRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListPluginsRequest.verify|verify} messages.
                 * @param message ListPluginsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListPluginsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListPluginsRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListPluginsRequest.verify|verify} messages.
                 * @param message ListPluginsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListPluginsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListPluginsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape} ListPluginsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape;

                /**
                 * Decodes a ListPluginsRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape} ListPluginsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape;

                /**
                 * Verifies a ListPluginsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListPluginsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListPluginsRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListPluginsRequest;

                /**
                 * Creates a plain object from a ListPluginsRequest message. Also converts values to other types if specified.
                 * @param message ListPluginsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListPluginsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListPluginsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListPluginsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListPluginsRequest {

                /** Properties of a ListPluginsRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListPluginsRequest. */
                type $Shape = arbalest.scheduler.v1.ListPluginsRequest.$Properties;
            }

            /**
             * Properties of a ListPluginsResponse.
             * @deprecated Use arbalest.scheduler.v1.ListPluginsResponse.$Properties instead.
             */
            interface IListPluginsResponse extends arbalest.scheduler.v1.ListPluginsResponse.$Properties {
            }

            /** Represents a ListPluginsResponse. */
            class ListPluginsResponse {

                /**
                 * Constructs a new ListPluginsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListPluginsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListPluginsResponse plugins. */
                plugins: arbalest.scheduler.v1.PluginInfo.$Properties[];

                /**
                 * Creates a new ListPluginsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListPluginsResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListPluginsResponse.$Shape): arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListPluginsResponse.$Properties): arbalest.scheduler.v1.ListPluginsResponse;

                /**
                 * Encodes the specified ListPluginsResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListPluginsResponse.verify|verify} messages.
                 * @param message ListPluginsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListPluginsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListPluginsResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListPluginsResponse.verify|verify} messages.
                 * @param message ListPluginsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListPluginsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListPluginsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape} ListPluginsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape;

                /**
                 * Decodes a ListPluginsResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape} ListPluginsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape;

                /**
                 * Verifies a ListPluginsResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListPluginsResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListPluginsResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListPluginsResponse;

                /**
                 * Creates a plain object from a ListPluginsResponse message. Also converts values to other types if specified.
                 * @param message ListPluginsResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListPluginsResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListPluginsResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListPluginsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListPluginsResponse {

                /** Properties of a ListPluginsResponse. */
                interface $Properties {

                    /** ListPluginsResponse plugins */
                    plugins?: (arbalest.scheduler.v1.PluginInfo.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListPluginsResponse. */
                type $Shape = arbalest.scheduler.v1.ListPluginsResponse.$Properties;
            }

            /**
             * Properties of a ListNamesRequest.
             * @deprecated Use arbalest.scheduler.v1.ListNamesRequest.$Properties instead.
             */
            interface IListNamesRequest extends arbalest.scheduler.v1.ListNamesRequest.$Properties {
            }

            /** Represents a ListNamesRequest. */
            class ListNamesRequest {

                /**
                 * Constructs a new ListNamesRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListNamesRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListNamesRequest session. */
                session: string;

                /**
                 * Creates a new ListNamesRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListNamesRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListNamesRequest.$Shape): arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListNamesRequest.$Properties): arbalest.scheduler.v1.ListNamesRequest;

                /**
                 * Encodes the specified ListNamesRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListNamesRequest.verify|verify} messages.
                 * @param message ListNamesRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListNamesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListNamesRequest message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListNamesRequest.verify|verify} messages.
                 * @param message ListNamesRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListNamesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListNamesRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape} ListNamesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape;

                /**
                 * Decodes a ListNamesRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape} ListNamesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape;

                /**
                 * Verifies a ListNamesRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListNamesRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListNamesRequest
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListNamesRequest;

                /**
                 * Creates a plain object from a ListNamesRequest message. Also converts values to other types if specified.
                 * @param message ListNamesRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListNamesRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListNamesRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListNamesRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListNamesRequest {

                /** Properties of a ListNamesRequest. */
                interface $Properties {

                    /** ListNamesRequest session */
                    session?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListNamesRequest. */
                type $Shape = arbalest.scheduler.v1.ListNamesRequest.$Properties;
            }

            /**
             * Properties of a ListNamesResponse.
             * @deprecated Use arbalest.scheduler.v1.ListNamesResponse.$Properties instead.
             */
            interface IListNamesResponse extends arbalest.scheduler.v1.ListNamesResponse.$Properties {
            }

            /** Represents a ListNamesResponse. */
            class ListNamesResponse {

                /**
                 * Constructs a new ListNamesResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListNamesResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListNamesResponse names. */
                names: arbalest.scheduler.v1.NameEntry.$Properties[];

                /**
                 * Creates a new ListNamesResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListNamesResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListNamesResponse.$Shape): arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListNamesResponse.$Properties): arbalest.scheduler.v1.ListNamesResponse;

                /**
                 * Encodes the specified ListNamesResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListNamesResponse.verify|verify} messages.
                 * @param message ListNamesResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListNamesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ListNamesResponse message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.ListNamesResponse.verify|verify} messages.
                 * @param message ListNamesResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.ListNamesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListNamesResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape} ListNamesResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape;

                /**
                 * Decodes a ListNamesResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape} ListNamesResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape;

                /**
                 * Verifies a ListNamesResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a ListNamesResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ListNamesResponse
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.ListNamesResponse;

                /**
                 * Creates a plain object from a ListNamesResponse message. Also converts values to other types if specified.
                 * @param message ListNamesResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.ListNamesResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ListNamesResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ListNamesResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListNamesResponse {

                /** Properties of a ListNamesResponse. */
                interface $Properties {

                    /** ListNamesResponse names */
                    names?: (arbalest.scheduler.v1.NameEntry.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListNamesResponse. */
                type $Shape = arbalest.scheduler.v1.ListNamesResponse.$Properties;
            }

            /**
             * Properties of a NameEntry.
             * @deprecated Use arbalest.scheduler.v1.NameEntry.$Properties instead.
             */
            interface INameEntry extends arbalest.scheduler.v1.NameEntry.$Properties {
            }

            /** Represents a NameEntry. */
            class NameEntry {

                /**
                 * Constructs a new NameEntry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.NameEntry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NameEntry name. */
                name: string;

                /** NameEntry kind. */
                kind: string;

                /** NameEntry parent. */
                parent: string;

                /** NameEntry type. */
                type: string;

                /**
                 * Creates a new NameEntry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns NameEntry instance
                 */
                static create(properties: arbalest.scheduler.v1.NameEntry.$Shape): arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape;
                static create(properties?: arbalest.scheduler.v1.NameEntry.$Properties): arbalest.scheduler.v1.NameEntry;

                /**
                 * Encodes the specified NameEntry message. Does not implicitly {@link arbalest.scheduler.v1.NameEntry.verify|verify} messages.
                 * @param message NameEntry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.NameEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified NameEntry message, length delimited. Does not implicitly {@link arbalest.scheduler.v1.NameEntry.verify|verify} messages.
                 * @param message NameEntry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arbalest.scheduler.v1.NameEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NameEntry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape} NameEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape;

                /**
                 * Decodes a NameEntry message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape} NameEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape;

                /**
                 * Verifies a NameEntry message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a NameEntry message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns NameEntry
                 */
                static fromObject(object: { [k: string]: any }): arbalest.scheduler.v1.NameEntry;

                /**
                 * Creates a plain object from a NameEntry message. Also converts values to other types if specified.
                 * @param message NameEntry
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arbalest.scheduler.v1.NameEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this NameEntry to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for NameEntry
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace NameEntry {

                /** Properties of a NameEntry. */
                interface $Properties {

                    /** NameEntry name */
                    name?: (string|null);

                    /** NameEntry kind */
                    kind?: (string|null);

                    /** NameEntry parent */
                    parent?: (string|null);

                    /** NameEntry type */
                    type?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NameEntry. */
                type $Shape = arbalest.scheduler.v1.NameEntry.$Properties;
            }
        }
    }
}

/** Namespace arrow. */
export namespace arrow {

    /** Namespace flight. */
    namespace flight {

        /** Namespace protocol. */
        namespace protocol {

            /**
             * Properties of a HandshakeRequest.
             * @deprecated Use arrow.flight.protocol.HandshakeRequest.$Properties instead.
             */
            interface IHandshakeRequest extends arrow.flight.protocol.HandshakeRequest.$Properties {
            }

            /** Represents a HandshakeRequest. */
            class HandshakeRequest {

                /**
                 * Constructs a new HandshakeRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.HandshakeRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HandshakeRequest protocolVersion. */
                protocolVersion: number;

                /** HandshakeRequest payload. */
                payload: Uint8Array;

                /**
                 * Creates a new HandshakeRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HandshakeRequest instance
                 */
                static create(properties: arrow.flight.protocol.HandshakeRequest.$Shape): arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape;
                static create(properties?: arrow.flight.protocol.HandshakeRequest.$Properties): arrow.flight.protocol.HandshakeRequest;

                /**
                 * Encodes the specified HandshakeRequest message. Does not implicitly {@link arrow.flight.protocol.HandshakeRequest.verify|verify} messages.
                 * @param message HandshakeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.HandshakeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified HandshakeRequest message, length delimited. Does not implicitly {@link arrow.flight.protocol.HandshakeRequest.verify|verify} messages.
                 * @param message HandshakeRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.HandshakeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HandshakeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape} HandshakeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape;

                /**
                 * Decodes a HandshakeRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape} HandshakeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape;

                /**
                 * Verifies a HandshakeRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a HandshakeRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns HandshakeRequest
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.HandshakeRequest;

                /**
                 * Creates a plain object from a HandshakeRequest message. Also converts values to other types if specified.
                 * @param message HandshakeRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.HandshakeRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this HandshakeRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for HandshakeRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace HandshakeRequest {

                /** Properties of a HandshakeRequest. */
                interface $Properties {

                    /** HandshakeRequest protocolVersion */
                    protocolVersion?: (number|null);

                    /** HandshakeRequest payload */
                    payload?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HandshakeRequest. */
                type $Shape = arrow.flight.protocol.HandshakeRequest.$Properties;
            }

            /**
             * Properties of a HandshakeResponse.
             * @deprecated Use arrow.flight.protocol.HandshakeResponse.$Properties instead.
             */
            interface IHandshakeResponse extends arrow.flight.protocol.HandshakeResponse.$Properties {
            }

            /** Represents a HandshakeResponse. */
            class HandshakeResponse {

                /**
                 * Constructs a new HandshakeResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.HandshakeResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** HandshakeResponse protocolVersion. */
                protocolVersion: number;

                /** HandshakeResponse payload. */
                payload: Uint8Array;

                /**
                 * Creates a new HandshakeResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns HandshakeResponse instance
                 */
                static create(properties: arrow.flight.protocol.HandshakeResponse.$Shape): arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape;
                static create(properties?: arrow.flight.protocol.HandshakeResponse.$Properties): arrow.flight.protocol.HandshakeResponse;

                /**
                 * Encodes the specified HandshakeResponse message. Does not implicitly {@link arrow.flight.protocol.HandshakeResponse.verify|verify} messages.
                 * @param message HandshakeResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.HandshakeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified HandshakeResponse message, length delimited. Does not implicitly {@link arrow.flight.protocol.HandshakeResponse.verify|verify} messages.
                 * @param message HandshakeResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.HandshakeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a HandshakeResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape} HandshakeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape;

                /**
                 * Decodes a HandshakeResponse message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape} HandshakeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape;

                /**
                 * Verifies a HandshakeResponse message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a HandshakeResponse message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns HandshakeResponse
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.HandshakeResponse;

                /**
                 * Creates a plain object from a HandshakeResponse message. Also converts values to other types if specified.
                 * @param message HandshakeResponse
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.HandshakeResponse, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this HandshakeResponse to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for HandshakeResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace HandshakeResponse {

                /** Properties of a HandshakeResponse. */
                interface $Properties {

                    /** HandshakeResponse protocolVersion */
                    protocolVersion?: (number|null);

                    /** HandshakeResponse payload */
                    payload?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a HandshakeResponse. */
                type $Shape = arrow.flight.protocol.HandshakeResponse.$Properties;
            }

            /**
             * Properties of a BasicAuth.
             * @deprecated Use arrow.flight.protocol.BasicAuth.$Properties instead.
             */
            interface IBasicAuth extends arrow.flight.protocol.BasicAuth.$Properties {
            }

            /** Represents a BasicAuth. */
            class BasicAuth {

                /**
                 * Constructs a new BasicAuth.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.BasicAuth.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BasicAuth username. */
                username: string;

                /** BasicAuth password. */
                password: string;

                /**
                 * Creates a new BasicAuth instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns BasicAuth instance
                 */
                static create(properties: arrow.flight.protocol.BasicAuth.$Shape): arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape;
                static create(properties?: arrow.flight.protocol.BasicAuth.$Properties): arrow.flight.protocol.BasicAuth;

                /**
                 * Encodes the specified BasicAuth message. Does not implicitly {@link arrow.flight.protocol.BasicAuth.verify|verify} messages.
                 * @param message BasicAuth message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.BasicAuth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified BasicAuth message, length delimited. Does not implicitly {@link arrow.flight.protocol.BasicAuth.verify|verify} messages.
                 * @param message BasicAuth message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.BasicAuth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BasicAuth message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape} BasicAuth
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape;

                /**
                 * Decodes a BasicAuth message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape} BasicAuth
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape;

                /**
                 * Verifies a BasicAuth message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a BasicAuth message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns BasicAuth
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.BasicAuth;

                /**
                 * Creates a plain object from a BasicAuth message. Also converts values to other types if specified.
                 * @param message BasicAuth
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.BasicAuth, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this BasicAuth to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for BasicAuth
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace BasicAuth {

                /** Properties of a BasicAuth. */
                interface $Properties {

                    /** BasicAuth username */
                    username?: (string|null);

                    /** BasicAuth password */
                    password?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BasicAuth. */
                type $Shape = arrow.flight.protocol.BasicAuth.$Properties;
            }

            /**
             * Properties of an Empty.
             * @deprecated Use arrow.flight.protocol.Empty.$Properties instead.
             */
            interface IEmpty extends arrow.flight.protocol.Empty.$Properties {
            }

            /** Represents an Empty. */
            class Empty {

                /**
                 * Constructs a new Empty.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.Empty.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new Empty instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Empty instance
                 */
                static create(properties: arrow.flight.protocol.Empty.$Shape): arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape;
                static create(properties?: arrow.flight.protocol.Empty.$Properties): arrow.flight.protocol.Empty;

                /**
                 * Encodes the specified Empty message. Does not implicitly {@link arrow.flight.protocol.Empty.verify|verify} messages.
                 * @param message Empty message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.Empty.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Empty message, length delimited. Does not implicitly {@link arrow.flight.protocol.Empty.verify|verify} messages.
                 * @param message Empty message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.Empty.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Empty message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape} Empty
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape;

                /**
                 * Decodes an Empty message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape} Empty
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape;

                /**
                 * Verifies an Empty message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an Empty message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Empty
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.Empty;

                /**
                 * Creates a plain object from an Empty message. Also converts values to other types if specified.
                 * @param message Empty
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.Empty, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Empty to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Empty
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Empty {

                /** Properties of an Empty. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Empty. */
                type $Shape = arrow.flight.protocol.Empty.$Properties;
            }

            /**
             * Properties of an ActionType.
             * @deprecated Use arrow.flight.protocol.ActionType.$Properties instead.
             */
            interface IActionType extends arrow.flight.protocol.ActionType.$Properties {
            }

            /** Represents an ActionType. */
            class ActionType {

                /**
                 * Constructs a new ActionType.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.ActionType.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ActionType type. */
                type: string;

                /** ActionType description. */
                description: string;

                /**
                 * Creates a new ActionType instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ActionType instance
                 */
                static create(properties: arrow.flight.protocol.ActionType.$Shape): arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape;
                static create(properties?: arrow.flight.protocol.ActionType.$Properties): arrow.flight.protocol.ActionType;

                /**
                 * Encodes the specified ActionType message. Does not implicitly {@link arrow.flight.protocol.ActionType.verify|verify} messages.
                 * @param message ActionType message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.ActionType.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified ActionType message, length delimited. Does not implicitly {@link arrow.flight.protocol.ActionType.verify|verify} messages.
                 * @param message ActionType message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.ActionType.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ActionType message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape} ActionType
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape;

                /**
                 * Decodes an ActionType message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape} ActionType
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape;

                /**
                 * Verifies an ActionType message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an ActionType message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns ActionType
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.ActionType;

                /**
                 * Creates a plain object from an ActionType message. Also converts values to other types if specified.
                 * @param message ActionType
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.ActionType, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this ActionType to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for ActionType
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ActionType {

                /** Properties of an ActionType. */
                interface $Properties {

                    /** ActionType type */
                    type?: (string|null);

                    /** ActionType description */
                    description?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ActionType. */
                type $Shape = arrow.flight.protocol.ActionType.$Properties;
            }

            /**
             * Properties of a Criteria.
             * @deprecated Use arrow.flight.protocol.Criteria.$Properties instead.
             */
            interface ICriteria extends arrow.flight.protocol.Criteria.$Properties {
            }

            /** Represents a Criteria. */
            class Criteria {

                /**
                 * Constructs a new Criteria.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.Criteria.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Criteria expression. */
                expression: Uint8Array;

                /**
                 * Creates a new Criteria instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Criteria instance
                 */
                static create(properties: arrow.flight.protocol.Criteria.$Shape): arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape;
                static create(properties?: arrow.flight.protocol.Criteria.$Properties): arrow.flight.protocol.Criteria;

                /**
                 * Encodes the specified Criteria message. Does not implicitly {@link arrow.flight.protocol.Criteria.verify|verify} messages.
                 * @param message Criteria message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.Criteria.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Criteria message, length delimited. Does not implicitly {@link arrow.flight.protocol.Criteria.verify|verify} messages.
                 * @param message Criteria message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.Criteria.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Criteria message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape} Criteria
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape;

                /**
                 * Decodes a Criteria message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape} Criteria
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape;

                /**
                 * Verifies a Criteria message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Criteria message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Criteria
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.Criteria;

                /**
                 * Creates a plain object from a Criteria message. Also converts values to other types if specified.
                 * @param message Criteria
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.Criteria, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Criteria to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Criteria
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Criteria {

                /** Properties of a Criteria. */
                interface $Properties {

                    /** Criteria expression */
                    expression?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Criteria. */
                type $Shape = arrow.flight.protocol.Criteria.$Properties;
            }

            /**
             * Properties of an Action.
             * @deprecated Use arrow.flight.protocol.Action.$Properties instead.
             */
            interface IAction extends arrow.flight.protocol.Action.$Properties {
            }

            /** Represents an Action. */
            class Action {

                /**
                 * Constructs a new Action.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.Action.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Action type. */
                type: string;

                /** Action body. */
                body: Uint8Array;

                /**
                 * Creates a new Action instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Action instance
                 */
                static create(properties: arrow.flight.protocol.Action.$Shape): arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape;
                static create(properties?: arrow.flight.protocol.Action.$Properties): arrow.flight.protocol.Action;

                /**
                 * Encodes the specified Action message. Does not implicitly {@link arrow.flight.protocol.Action.verify|verify} messages.
                 * @param message Action message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.Action.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Action message, length delimited. Does not implicitly {@link arrow.flight.protocol.Action.verify|verify} messages.
                 * @param message Action message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.Action.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Action message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape} Action
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape;

                /**
                 * Decodes an Action message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape} Action
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape;

                /**
                 * Verifies an Action message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates an Action message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Action
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.Action;

                /**
                 * Creates a plain object from an Action message. Also converts values to other types if specified.
                 * @param message Action
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.Action, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Action to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Action
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Action {

                /** Properties of an Action. */
                interface $Properties {

                    /** Action type */
                    type?: (string|null);

                    /** Action body */
                    body?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Action. */
                type $Shape = arrow.flight.protocol.Action.$Properties;
            }

            /**
             * Properties of a Result.
             * @deprecated Use arrow.flight.protocol.Result.$Properties instead.
             */
            interface IResult extends arrow.flight.protocol.Result.$Properties {
            }

            /** Represents a Result. */
            class Result {

                /**
                 * Constructs a new Result.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.Result.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Result body. */
                body: Uint8Array;

                /**
                 * Creates a new Result instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Result instance
                 */
                static create(properties: arrow.flight.protocol.Result.$Shape): arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape;
                static create(properties?: arrow.flight.protocol.Result.$Properties): arrow.flight.protocol.Result;

                /**
                 * Encodes the specified Result message. Does not implicitly {@link arrow.flight.protocol.Result.verify|verify} messages.
                 * @param message Result message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Result message, length delimited. Does not implicitly {@link arrow.flight.protocol.Result.verify|verify} messages.
                 * @param message Result message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Result message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape} Result
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape;

                /**
                 * Decodes a Result message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape} Result
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape;

                /**
                 * Verifies a Result message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Result message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Result
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.Result;

                /**
                 * Creates a plain object from a Result message. Also converts values to other types if specified.
                 * @param message Result
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.Result, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Result to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Result
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Result {

                /** Properties of a Result. */
                interface $Properties {

                    /** Result body */
                    body?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Result. */
                type $Shape = arrow.flight.protocol.Result.$Properties;
            }

            /**
             * Properties of a SchemaResult.
             * @deprecated Use arrow.flight.protocol.SchemaResult.$Properties instead.
             */
            interface ISchemaResult extends arrow.flight.protocol.SchemaResult.$Properties {
            }

            /** Represents a SchemaResult. */
            class SchemaResult {

                /**
                 * Constructs a new SchemaResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.SchemaResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SchemaResult schema. */
                schema: Uint8Array;

                /**
                 * Creates a new SchemaResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SchemaResult instance
                 */
                static create(properties: arrow.flight.protocol.SchemaResult.$Shape): arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape;
                static create(properties?: arrow.flight.protocol.SchemaResult.$Properties): arrow.flight.protocol.SchemaResult;

                /**
                 * Encodes the specified SchemaResult message. Does not implicitly {@link arrow.flight.protocol.SchemaResult.verify|verify} messages.
                 * @param message SchemaResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.SchemaResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified SchemaResult message, length delimited. Does not implicitly {@link arrow.flight.protocol.SchemaResult.verify|verify} messages.
                 * @param message SchemaResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.SchemaResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SchemaResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape} SchemaResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape;

                /**
                 * Decodes a SchemaResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape} SchemaResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape;

                /**
                 * Verifies a SchemaResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a SchemaResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SchemaResult
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.SchemaResult;

                /**
                 * Creates a plain object from a SchemaResult message. Also converts values to other types if specified.
                 * @param message SchemaResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.SchemaResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SchemaResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for SchemaResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SchemaResult {

                /** Properties of a SchemaResult. */
                interface $Properties {

                    /** SchemaResult schema */
                    schema?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SchemaResult. */
                type $Shape = arrow.flight.protocol.SchemaResult.$Properties;
            }

            /**
             * Properties of a FlightDescriptor.
             * @deprecated Use arrow.flight.protocol.FlightDescriptor.$Properties instead.
             */
            interface IFlightDescriptor extends arrow.flight.protocol.FlightDescriptor.$Properties {
            }

            /** Represents a FlightDescriptor. */
            class FlightDescriptor {

                /**
                 * Constructs a new FlightDescriptor.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.FlightDescriptor.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FlightDescriptor type. */
                type: arrow.flight.protocol.FlightDescriptor.DescriptorType;

                /** FlightDescriptor cmd. */
                cmd: Uint8Array;

                /** FlightDescriptor path. */
                path: string[];

                /**
                 * Creates a new FlightDescriptor instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FlightDescriptor instance
                 */
                static create(properties: arrow.flight.protocol.FlightDescriptor.$Shape): arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape;
                static create(properties?: arrow.flight.protocol.FlightDescriptor.$Properties): arrow.flight.protocol.FlightDescriptor;

                /**
                 * Encodes the specified FlightDescriptor message. Does not implicitly {@link arrow.flight.protocol.FlightDescriptor.verify|verify} messages.
                 * @param message FlightDescriptor message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.FlightDescriptor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified FlightDescriptor message, length delimited. Does not implicitly {@link arrow.flight.protocol.FlightDescriptor.verify|verify} messages.
                 * @param message FlightDescriptor message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.FlightDescriptor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FlightDescriptor message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape} FlightDescriptor
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape;

                /**
                 * Decodes a FlightDescriptor message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape} FlightDescriptor
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape;

                /**
                 * Verifies a FlightDescriptor message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a FlightDescriptor message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns FlightDescriptor
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.FlightDescriptor;

                /**
                 * Creates a plain object from a FlightDescriptor message. Also converts values to other types if specified.
                 * @param message FlightDescriptor
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.FlightDescriptor, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this FlightDescriptor to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for FlightDescriptor
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FlightDescriptor {

                /** Properties of a FlightDescriptor. */
                interface $Properties {

                    /** FlightDescriptor type */
                    type?: (arrow.flight.protocol.FlightDescriptor.DescriptorType|null);

                    /** FlightDescriptor cmd */
                    cmd?: (Uint8Array|null);

                    /** FlightDescriptor path */
                    path?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FlightDescriptor. */
                type $Shape = arrow.flight.protocol.FlightDescriptor.$Properties;

                /** DescriptorType enum. */
                enum DescriptorType {

                    /** UNKNOWN value */
                    UNKNOWN = 0,

                    /** PATH value */
                    PATH = 1,

                    /** CMD value */
                    CMD = 2
                }
            }

            /**
             * Properties of a FlightInfo.
             * @deprecated Use arrow.flight.protocol.FlightInfo.$Properties instead.
             */
            interface IFlightInfo extends arrow.flight.protocol.FlightInfo.$Properties {
            }

            /** Represents a FlightInfo. */
            class FlightInfo {

                /**
                 * Constructs a new FlightInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.FlightInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FlightInfo schema. */
                schema: Uint8Array;

                /** FlightInfo flightDescriptor. */
                flightDescriptor?: (arrow.flight.protocol.FlightDescriptor.$Properties|null);

                /** FlightInfo endpoint. */
                endpoint: arrow.flight.protocol.FlightEndpoint.$Properties[];

                /** FlightInfo totalRecords. */
                totalRecords: number;

                /** FlightInfo totalBytes. */
                totalBytes: number;

                /** FlightInfo ordered. */
                ordered: boolean;

                /** FlightInfo appMetadata. */
                appMetadata: Uint8Array;

                /**
                 * Creates a new FlightInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FlightInfo instance
                 */
                static create(properties: arrow.flight.protocol.FlightInfo.$Shape): arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape;
                static create(properties?: arrow.flight.protocol.FlightInfo.$Properties): arrow.flight.protocol.FlightInfo;

                /**
                 * Encodes the specified FlightInfo message. Does not implicitly {@link arrow.flight.protocol.FlightInfo.verify|verify} messages.
                 * @param message FlightInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.FlightInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified FlightInfo message, length delimited. Does not implicitly {@link arrow.flight.protocol.FlightInfo.verify|verify} messages.
                 * @param message FlightInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.FlightInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FlightInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape} FlightInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape;

                /**
                 * Decodes a FlightInfo message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape} FlightInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape;

                /**
                 * Verifies a FlightInfo message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a FlightInfo message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns FlightInfo
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.FlightInfo;

                /**
                 * Creates a plain object from a FlightInfo message. Also converts values to other types if specified.
                 * @param message FlightInfo
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.FlightInfo, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this FlightInfo to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for FlightInfo
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FlightInfo {

                /** Properties of a FlightInfo. */
                interface $Properties {

                    /** FlightInfo schema */
                    schema?: (Uint8Array|null);

                    /** FlightInfo flightDescriptor */
                    flightDescriptor?: (arrow.flight.protocol.FlightDescriptor.$Properties|null);

                    /** FlightInfo endpoint */
                    endpoint?: (arrow.flight.protocol.FlightEndpoint.$Properties[]|null);

                    /** FlightInfo totalRecords */
                    totalRecords?: (number|null);

                    /** FlightInfo totalBytes */
                    totalBytes?: (number|null);

                    /** FlightInfo ordered */
                    ordered?: (boolean|null);

                    /** FlightInfo appMetadata */
                    appMetadata?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FlightInfo. */
                type $Shape = arrow.flight.protocol.FlightInfo.$Properties;
            }

            /**
             * Properties of a PollInfo.
             * @deprecated Use arrow.flight.protocol.PollInfo.$Properties instead.
             */
            interface IPollInfo extends arrow.flight.protocol.PollInfo.$Properties {
            }

            /** Represents a PollInfo. */
            class PollInfo {

                /**
                 * Constructs a new PollInfo.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.PollInfo.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PollInfo info. */
                info?: (arrow.flight.protocol.FlightInfo.$Properties|null);

                /** PollInfo flightDescriptor. */
                flightDescriptor?: (arrow.flight.protocol.FlightDescriptor.$Properties|null);

                /** PollInfo progress. */
                progress?: (number|null);

                /** PollInfo expirationTime. */
                expirationTime?: (google.protobuf.Timestamp.$Properties|null);

                /**
                 * Creates a new PollInfo instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PollInfo instance
                 */
                static create(properties: arrow.flight.protocol.PollInfo.$Shape): arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape;
                static create(properties?: arrow.flight.protocol.PollInfo.$Properties): arrow.flight.protocol.PollInfo;

                /**
                 * Encodes the specified PollInfo message. Does not implicitly {@link arrow.flight.protocol.PollInfo.verify|verify} messages.
                 * @param message PollInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.PollInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified PollInfo message, length delimited. Does not implicitly {@link arrow.flight.protocol.PollInfo.verify|verify} messages.
                 * @param message PollInfo message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.PollInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PollInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape} PollInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape;

                /**
                 * Decodes a PollInfo message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape} PollInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape;

                /**
                 * Verifies a PollInfo message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a PollInfo message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PollInfo
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.PollInfo;

                /**
                 * Creates a plain object from a PollInfo message. Also converts values to other types if specified.
                 * @param message PollInfo
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.PollInfo, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PollInfo to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for PollInfo
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace PollInfo {

                /** Properties of a PollInfo. */
                interface $Properties {

                    /** PollInfo info */
                    info?: (arrow.flight.protocol.FlightInfo.$Properties|null);

                    /** PollInfo flightDescriptor */
                    flightDescriptor?: (arrow.flight.protocol.FlightDescriptor.$Properties|null);

                    /** PollInfo progress */
                    progress?: (number|null);

                    /** PollInfo expirationTime */
                    expirationTime?: (google.protobuf.Timestamp.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PollInfo. */
                type $Shape = arrow.flight.protocol.PollInfo.$Properties;
            }

            /**
             * Properties of a FlightEndpoint.
             * @deprecated Use arrow.flight.protocol.FlightEndpoint.$Properties instead.
             */
            interface IFlightEndpoint extends arrow.flight.protocol.FlightEndpoint.$Properties {
            }

            /** Represents a FlightEndpoint. */
            class FlightEndpoint {

                /**
                 * Constructs a new FlightEndpoint.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.FlightEndpoint.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FlightEndpoint ticket. */
                ticket?: (arrow.flight.protocol.Ticket.$Properties|null);

                /** FlightEndpoint location. */
                location: arrow.flight.protocol.Location.$Properties[];

                /** FlightEndpoint expirationTime. */
                expirationTime?: (google.protobuf.Timestamp.$Properties|null);

                /** FlightEndpoint appMetadata. */
                appMetadata: Uint8Array;

                /**
                 * Creates a new FlightEndpoint instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FlightEndpoint instance
                 */
                static create(properties: arrow.flight.protocol.FlightEndpoint.$Shape): arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape;
                static create(properties?: arrow.flight.protocol.FlightEndpoint.$Properties): arrow.flight.protocol.FlightEndpoint;

                /**
                 * Encodes the specified FlightEndpoint message. Does not implicitly {@link arrow.flight.protocol.FlightEndpoint.verify|verify} messages.
                 * @param message FlightEndpoint message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.FlightEndpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified FlightEndpoint message, length delimited. Does not implicitly {@link arrow.flight.protocol.FlightEndpoint.verify|verify} messages.
                 * @param message FlightEndpoint message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.FlightEndpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FlightEndpoint message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape} FlightEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape;

                /**
                 * Decodes a FlightEndpoint message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape} FlightEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape;

                /**
                 * Verifies a FlightEndpoint message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a FlightEndpoint message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns FlightEndpoint
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.FlightEndpoint;

                /**
                 * Creates a plain object from a FlightEndpoint message. Also converts values to other types if specified.
                 * @param message FlightEndpoint
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.FlightEndpoint, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this FlightEndpoint to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for FlightEndpoint
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FlightEndpoint {

                /** Properties of a FlightEndpoint. */
                interface $Properties {

                    /** FlightEndpoint ticket */
                    ticket?: (arrow.flight.protocol.Ticket.$Properties|null);

                    /** FlightEndpoint location */
                    location?: (arrow.flight.protocol.Location.$Properties[]|null);

                    /** FlightEndpoint expirationTime */
                    expirationTime?: (google.protobuf.Timestamp.$Properties|null);

                    /** FlightEndpoint appMetadata */
                    appMetadata?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FlightEndpoint. */
                type $Shape = arrow.flight.protocol.FlightEndpoint.$Properties;
            }

            /**
             * Properties of a Location.
             * @deprecated Use arrow.flight.protocol.Location.$Properties instead.
             */
            interface ILocation extends arrow.flight.protocol.Location.$Properties {
            }

            /** Represents a Location. */
            class Location {

                /**
                 * Constructs a new Location.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.Location.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Location uri. */
                uri: string;

                /**
                 * Creates a new Location instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Location instance
                 */
                static create(properties: arrow.flight.protocol.Location.$Shape): arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape;
                static create(properties?: arrow.flight.protocol.Location.$Properties): arrow.flight.protocol.Location;

                /**
                 * Encodes the specified Location message. Does not implicitly {@link arrow.flight.protocol.Location.verify|verify} messages.
                 * @param message Location message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.Location.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Location message, length delimited. Does not implicitly {@link arrow.flight.protocol.Location.verify|verify} messages.
                 * @param message Location message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.Location.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Location message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape} Location
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape;

                /**
                 * Decodes a Location message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape} Location
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape;

                /**
                 * Verifies a Location message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Location message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Location
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.Location;

                /**
                 * Creates a plain object from a Location message. Also converts values to other types if specified.
                 * @param message Location
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.Location, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Location to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Location
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Location {

                /** Properties of a Location. */
                interface $Properties {

                    /** Location uri */
                    uri?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Location. */
                type $Shape = arrow.flight.protocol.Location.$Properties;
            }

            /**
             * Properties of a Ticket.
             * @deprecated Use arrow.flight.protocol.Ticket.$Properties instead.
             */
            interface ITicket extends arrow.flight.protocol.Ticket.$Properties {
            }

            /** Represents a Ticket. */
            class Ticket {

                /**
                 * Constructs a new Ticket.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.Ticket.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Ticket ticket. */
                ticket: Uint8Array;

                /**
                 * Creates a new Ticket instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Ticket instance
                 */
                static create(properties: arrow.flight.protocol.Ticket.$Shape): arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape;
                static create(properties?: arrow.flight.protocol.Ticket.$Properties): arrow.flight.protocol.Ticket;

                /**
                 * Encodes the specified Ticket message. Does not implicitly {@link arrow.flight.protocol.Ticket.verify|verify} messages.
                 * @param message Ticket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.Ticket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified Ticket message, length delimited. Does not implicitly {@link arrow.flight.protocol.Ticket.verify|verify} messages.
                 * @param message Ticket message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.Ticket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Ticket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape} Ticket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape;

                /**
                 * Decodes a Ticket message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape} Ticket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape;

                /**
                 * Verifies a Ticket message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a Ticket message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns Ticket
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.Ticket;

                /**
                 * Creates a plain object from a Ticket message. Also converts values to other types if specified.
                 * @param message Ticket
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.Ticket, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this Ticket to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for Ticket
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Ticket {

                /** Properties of a Ticket. */
                interface $Properties {

                    /** Ticket ticket */
                    ticket?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Ticket. */
                type $Shape = arrow.flight.protocol.Ticket.$Properties;
            }

            /**
             * Properties of a FlightData.
             * @deprecated Use arrow.flight.protocol.FlightData.$Properties instead.
             */
            interface IFlightData extends arrow.flight.protocol.FlightData.$Properties {
            }

            /** Represents a FlightData. */
            class FlightData {

                /**
                 * Constructs a new FlightData.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.FlightData.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FlightData flightDescriptor. */
                flightDescriptor?: (arrow.flight.protocol.FlightDescriptor.$Properties|null);

                /** FlightData dataHeader. */
                dataHeader: Uint8Array;

                /** FlightData appMetadata. */
                appMetadata: Uint8Array;

                /** FlightData dataBody. */
                dataBody: Uint8Array;

                /**
                 * Creates a new FlightData instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FlightData instance
                 */
                static create(properties: arrow.flight.protocol.FlightData.$Shape): arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape;
                static create(properties?: arrow.flight.protocol.FlightData.$Properties): arrow.flight.protocol.FlightData;

                /**
                 * Encodes the specified FlightData message. Does not implicitly {@link arrow.flight.protocol.FlightData.verify|verify} messages.
                 * @param message FlightData message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.FlightData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified FlightData message, length delimited. Does not implicitly {@link arrow.flight.protocol.FlightData.verify|verify} messages.
                 * @param message FlightData message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.FlightData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FlightData message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape} FlightData
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape;

                /**
                 * Decodes a FlightData message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape} FlightData
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape;

                /**
                 * Verifies a FlightData message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a FlightData message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns FlightData
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.FlightData;

                /**
                 * Creates a plain object from a FlightData message. Also converts values to other types if specified.
                 * @param message FlightData
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.FlightData, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this FlightData to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for FlightData
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FlightData {

                /** Properties of a FlightData. */
                interface $Properties {

                    /** FlightData flightDescriptor */
                    flightDescriptor?: (arrow.flight.protocol.FlightDescriptor.$Properties|null);

                    /** FlightData dataHeader */
                    dataHeader?: (Uint8Array|null);

                    /** FlightData appMetadata */
                    appMetadata?: (Uint8Array|null);

                    /** FlightData dataBody */
                    dataBody?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FlightData. */
                type $Shape = arrow.flight.protocol.FlightData.$Properties;
            }

            /**
             * Properties of a PutResult.
             * @deprecated Use arrow.flight.protocol.PutResult.$Properties instead.
             */
            interface IPutResult extends arrow.flight.protocol.PutResult.$Properties {
            }

            /** Represents a PutResult. */
            class PutResult {

                /**
                 * Constructs a new PutResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.PutResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PutResult appMetadata. */
                appMetadata: Uint8Array;

                /**
                 * Creates a new PutResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PutResult instance
                 */
                static create(properties: arrow.flight.protocol.PutResult.$Shape): arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape;
                static create(properties?: arrow.flight.protocol.PutResult.$Properties): arrow.flight.protocol.PutResult;

                /**
                 * Encodes the specified PutResult message. Does not implicitly {@link arrow.flight.protocol.PutResult.verify|verify} messages.
                 * @param message PutResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.PutResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified PutResult message, length delimited. Does not implicitly {@link arrow.flight.protocol.PutResult.verify|verify} messages.
                 * @param message PutResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.PutResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PutResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape} PutResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape;

                /**
                 * Decodes a PutResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape} PutResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape;

                /**
                 * Verifies a PutResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a PutResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns PutResult
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.PutResult;

                /**
                 * Creates a plain object from a PutResult message. Also converts values to other types if specified.
                 * @param message PutResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.PutResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this PutResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for PutResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace PutResult {

                /** Properties of a PutResult. */
                interface $Properties {

                    /** PutResult appMetadata */
                    appMetadata?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PutResult. */
                type $Shape = arrow.flight.protocol.PutResult.$Properties;
            }

            /**
             * Properties of a CancelFlightInfoRequest.
             * @deprecated Use arrow.flight.protocol.CancelFlightInfoRequest.$Properties instead.
             */
            interface ICancelFlightInfoRequest extends arrow.flight.protocol.CancelFlightInfoRequest.$Properties {
            }

            /** Represents a CancelFlightInfoRequest. */
            class CancelFlightInfoRequest {

                /**
                 * Constructs a new CancelFlightInfoRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.CancelFlightInfoRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CancelFlightInfoRequest info. */
                info?: (arrow.flight.protocol.FlightInfo.$Properties|null);

                /**
                 * Creates a new CancelFlightInfoRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CancelFlightInfoRequest instance
                 */
                static create(properties: arrow.flight.protocol.CancelFlightInfoRequest.$Shape): arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape;
                static create(properties?: arrow.flight.protocol.CancelFlightInfoRequest.$Properties): arrow.flight.protocol.CancelFlightInfoRequest;

                /**
                 * Encodes the specified CancelFlightInfoRequest message. Does not implicitly {@link arrow.flight.protocol.CancelFlightInfoRequest.verify|verify} messages.
                 * @param message CancelFlightInfoRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.CancelFlightInfoRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CancelFlightInfoRequest message, length delimited. Does not implicitly {@link arrow.flight.protocol.CancelFlightInfoRequest.verify|verify} messages.
                 * @param message CancelFlightInfoRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.CancelFlightInfoRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CancelFlightInfoRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape} CancelFlightInfoRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape;

                /**
                 * Decodes a CancelFlightInfoRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape} CancelFlightInfoRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape;

                /**
                 * Verifies a CancelFlightInfoRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CancelFlightInfoRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CancelFlightInfoRequest
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.CancelFlightInfoRequest;

                /**
                 * Creates a plain object from a CancelFlightInfoRequest message. Also converts values to other types if specified.
                 * @param message CancelFlightInfoRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.CancelFlightInfoRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CancelFlightInfoRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CancelFlightInfoRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CancelFlightInfoRequest {

                /** Properties of a CancelFlightInfoRequest. */
                interface $Properties {

                    /** CancelFlightInfoRequest info */
                    info?: (arrow.flight.protocol.FlightInfo.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CancelFlightInfoRequest. */
                type $Shape = arrow.flight.protocol.CancelFlightInfoRequest.$Properties;
            }

            /** CancelStatus enum. */
            enum CancelStatus {

                /** CANCEL_STATUS_UNSPECIFIED value */
                CANCEL_STATUS_UNSPECIFIED = 0,

                /** CANCEL_STATUS_CANCELLED value */
                CANCEL_STATUS_CANCELLED = 1,

                /** CANCEL_STATUS_CANCELLING value */
                CANCEL_STATUS_CANCELLING = 2,

                /** CANCEL_STATUS_NOT_CANCELLABLE value */
                CANCEL_STATUS_NOT_CANCELLABLE = 3
            }

            /**
             * Properties of a CancelFlightInfoResult.
             * @deprecated Use arrow.flight.protocol.CancelFlightInfoResult.$Properties instead.
             */
            interface ICancelFlightInfoResult extends arrow.flight.protocol.CancelFlightInfoResult.$Properties {
            }

            /** Represents a CancelFlightInfoResult. */
            class CancelFlightInfoResult {

                /**
                 * Constructs a new CancelFlightInfoResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.CancelFlightInfoResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CancelFlightInfoResult status. */
                status: arrow.flight.protocol.CancelStatus;

                /**
                 * Creates a new CancelFlightInfoResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CancelFlightInfoResult instance
                 */
                static create(properties: arrow.flight.protocol.CancelFlightInfoResult.$Shape): arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape;
                static create(properties?: arrow.flight.protocol.CancelFlightInfoResult.$Properties): arrow.flight.protocol.CancelFlightInfoResult;

                /**
                 * Encodes the specified CancelFlightInfoResult message. Does not implicitly {@link arrow.flight.protocol.CancelFlightInfoResult.verify|verify} messages.
                 * @param message CancelFlightInfoResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.CancelFlightInfoResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CancelFlightInfoResult message, length delimited. Does not implicitly {@link arrow.flight.protocol.CancelFlightInfoResult.verify|verify} messages.
                 * @param message CancelFlightInfoResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.CancelFlightInfoResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CancelFlightInfoResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape} CancelFlightInfoResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape;

                /**
                 * Decodes a CancelFlightInfoResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape} CancelFlightInfoResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape;

                /**
                 * Verifies a CancelFlightInfoResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CancelFlightInfoResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CancelFlightInfoResult
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.CancelFlightInfoResult;

                /**
                 * Creates a plain object from a CancelFlightInfoResult message. Also converts values to other types if specified.
                 * @param message CancelFlightInfoResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.CancelFlightInfoResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CancelFlightInfoResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CancelFlightInfoResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CancelFlightInfoResult {

                /** Properties of a CancelFlightInfoResult. */
                interface $Properties {

                    /** CancelFlightInfoResult status */
                    status?: (arrow.flight.protocol.CancelStatus|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CancelFlightInfoResult. */
                type $Shape = arrow.flight.protocol.CancelFlightInfoResult.$Properties;
            }

            /**
             * Properties of a RenewFlightEndpointRequest.
             * @deprecated Use arrow.flight.protocol.RenewFlightEndpointRequest.$Properties instead.
             */
            interface IRenewFlightEndpointRequest extends arrow.flight.protocol.RenewFlightEndpointRequest.$Properties {
            }

            /** Represents a RenewFlightEndpointRequest. */
            class RenewFlightEndpointRequest {

                /**
                 * Constructs a new RenewFlightEndpointRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.RenewFlightEndpointRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RenewFlightEndpointRequest endpoint. */
                endpoint?: (arrow.flight.protocol.FlightEndpoint.$Properties|null);

                /**
                 * Creates a new RenewFlightEndpointRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns RenewFlightEndpointRequest instance
                 */
                static create(properties: arrow.flight.protocol.RenewFlightEndpointRequest.$Shape): arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape;
                static create(properties?: arrow.flight.protocol.RenewFlightEndpointRequest.$Properties): arrow.flight.protocol.RenewFlightEndpointRequest;

                /**
                 * Encodes the specified RenewFlightEndpointRequest message. Does not implicitly {@link arrow.flight.protocol.RenewFlightEndpointRequest.verify|verify} messages.
                 * @param message RenewFlightEndpointRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.RenewFlightEndpointRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified RenewFlightEndpointRequest message, length delimited. Does not implicitly {@link arrow.flight.protocol.RenewFlightEndpointRequest.verify|verify} messages.
                 * @param message RenewFlightEndpointRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.RenewFlightEndpointRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RenewFlightEndpointRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape} RenewFlightEndpointRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape;

                /**
                 * Decodes a RenewFlightEndpointRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape} RenewFlightEndpointRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape;

                /**
                 * Verifies a RenewFlightEndpointRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a RenewFlightEndpointRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns RenewFlightEndpointRequest
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.RenewFlightEndpointRequest;

                /**
                 * Creates a plain object from a RenewFlightEndpointRequest message. Also converts values to other types if specified.
                 * @param message RenewFlightEndpointRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.RenewFlightEndpointRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this RenewFlightEndpointRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for RenewFlightEndpointRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace RenewFlightEndpointRequest {

                /** Properties of a RenewFlightEndpointRequest. */
                interface $Properties {

                    /** RenewFlightEndpointRequest endpoint */
                    endpoint?: (arrow.flight.protocol.FlightEndpoint.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RenewFlightEndpointRequest. */
                type $Shape = arrow.flight.protocol.RenewFlightEndpointRequest.$Properties;
            }

            /**
             * Properties of a SessionOptionValue.
             * @deprecated Use arrow.flight.protocol.SessionOptionValue.$Properties instead.
             */
            interface ISessionOptionValue extends arrow.flight.protocol.SessionOptionValue.$Properties {
            }

            /** Represents a SessionOptionValue. */
            class SessionOptionValue {

                /**
                 * Constructs a new SessionOptionValue.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.SessionOptionValue.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SessionOptionValue stringValue. */
                stringValue?: (string|null);

                /** SessionOptionValue boolValue. */
                boolValue?: (boolean|null);

                /** SessionOptionValue int64Value. */
                int64Value?: (number|null);

                /** SessionOptionValue doubleValue. */
                doubleValue?: (number|null);

                /** SessionOptionValue stringListValue. */
                stringListValue?: (arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties|null);

                /** SessionOptionValue optionValue. */
                optionValue?: ("stringValue"|"boolValue"|"int64Value"|"doubleValue"|"stringListValue");

                /**
                 * Creates a new SessionOptionValue instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SessionOptionValue instance
                 */
                static create(properties: arrow.flight.protocol.SessionOptionValue.$Shape): arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape;
                static create(properties?: arrow.flight.protocol.SessionOptionValue.$Properties): arrow.flight.protocol.SessionOptionValue;

                /**
                 * Encodes the specified SessionOptionValue message. Does not implicitly {@link arrow.flight.protocol.SessionOptionValue.verify|verify} messages.
                 * @param message SessionOptionValue message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.SessionOptionValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified SessionOptionValue message, length delimited. Does not implicitly {@link arrow.flight.protocol.SessionOptionValue.verify|verify} messages.
                 * @param message SessionOptionValue message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.SessionOptionValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SessionOptionValue message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape} SessionOptionValue
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape;

                /**
                 * Decodes a SessionOptionValue message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape} SessionOptionValue
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape;

                /**
                 * Verifies a SessionOptionValue message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a SessionOptionValue message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SessionOptionValue
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.SessionOptionValue;

                /**
                 * Creates a plain object from a SessionOptionValue message. Also converts values to other types if specified.
                 * @param message SessionOptionValue
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.SessionOptionValue, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SessionOptionValue to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for SessionOptionValue
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SessionOptionValue {

                /** Properties of a SessionOptionValue. */
                interface $Properties {

                    /** SessionOptionValue stringValue */
                    stringValue?: (string|null);

                    /** SessionOptionValue boolValue */
                    boolValue?: (boolean|null);

                    /** SessionOptionValue int64Value */
                    int64Value?: (number|null);

                    /** SessionOptionValue doubleValue */
                    doubleValue?: (number|null);

                    /** SessionOptionValue stringListValue */
                    stringListValue?: (arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties|null);

                    /** SessionOptionValue optionValue */
                    optionValue?: ("stringValue"|"boolValue"|"int64Value"|"doubleValue"|"stringListValue");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a SessionOptionValue. */
                type $Shape = {
                  stringValue?: string|null;
                  boolValue?: boolean|null;
                  int64Value?: number|null;
                  doubleValue?: number|null;
                  stringListValue?: arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ optionValue?: undefined; stringValue?: null; boolValue?: null; int64Value?: null; doubleValue?: null; stringListValue?: null }|{ optionValue?: "stringValue"; stringValue: string; boolValue?: null; int64Value?: null; doubleValue?: null; stringListValue?: null }|{ optionValue?: "boolValue"; stringValue?: null; boolValue: boolean; int64Value?: null; doubleValue?: null; stringListValue?: null }|{ optionValue?: "int64Value"; stringValue?: null; boolValue?: null; int64Value: number; doubleValue?: null; stringListValue?: null }|{ optionValue?: "doubleValue"; stringValue?: null; boolValue?: null; int64Value?: null; doubleValue: number; stringListValue?: null }|{ optionValue?: "stringListValue"; stringValue?: null; boolValue?: null; int64Value?: null; doubleValue?: null; stringListValue: arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape })
                );

                /**
                 * Properties of a StringListValue.
                 * @deprecated Use arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties instead.
                 */
                interface IStringListValue extends arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties {
                }

                /** Represents a StringListValue. */
                class StringListValue {

                    /**
                     * Constructs a new StringListValue.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** StringListValue values. */
                    values: string[];

                    /**
                     * Creates a new StringListValue instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns StringListValue instance
                     */
                    static create(properties: arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape): arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape;
                    static create(properties?: arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties): arrow.flight.protocol.SessionOptionValue.StringListValue;

                    /**
                     * Encodes the specified StringListValue message. Does not implicitly {@link arrow.flight.protocol.SessionOptionValue.StringListValue.verify|verify} messages.
                     * @param message StringListValue message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Encodes the specified StringListValue message, length delimited. Does not implicitly {@link arrow.flight.protocol.SessionOptionValue.StringListValue.verify|verify} messages.
                     * @param message StringListValue message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encodeDelimited(message: arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a StringListValue message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape} StringListValue
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape;

                    /**
                     * Decodes a StringListValue message from the specified reader or buffer, length delimited.
                     * @param reader Reader or buffer to decode from
                     * @returns {arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape} StringListValue
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape;

                    /**
                     * Verifies a StringListValue message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates a StringListValue message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns StringListValue
                     */
                    static fromObject(object: { [k: string]: any }): arrow.flight.protocol.SessionOptionValue.StringListValue;

                    /**
                     * Creates a plain object from a StringListValue message. Also converts values to other types if specified.
                     * @param message StringListValue
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: arrow.flight.protocol.SessionOptionValue.StringListValue, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this StringListValue to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for StringListValue
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace StringListValue {

                    /** Properties of a StringListValue. */
                    interface $Properties {

                        /** StringListValue values */
                        values?: (string[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a StringListValue. */
                    type $Shape = arrow.flight.protocol.SessionOptionValue.StringListValue.$Properties;
                }
            }

            /**
             * Properties of a SetSessionOptionsRequest.
             * @deprecated Use arrow.flight.protocol.SetSessionOptionsRequest.$Properties instead.
             */
            interface ISetSessionOptionsRequest extends arrow.flight.protocol.SetSessionOptionsRequest.$Properties {
            }

            /** Represents a SetSessionOptionsRequest. */
            class SetSessionOptionsRequest {

                /**
                 * Constructs a new SetSessionOptionsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.SetSessionOptionsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetSessionOptionsRequest sessionOptions. */
                sessionOptions: { [k: string]: arrow.flight.protocol.SessionOptionValue.$Properties };

                /**
                 * Creates a new SetSessionOptionsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetSessionOptionsRequest instance
                 */
                static create(properties: arrow.flight.protocol.SetSessionOptionsRequest.$Shape): arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape;
                static create(properties?: arrow.flight.protocol.SetSessionOptionsRequest.$Properties): arrow.flight.protocol.SetSessionOptionsRequest;

                /**
                 * Encodes the specified SetSessionOptionsRequest message. Does not implicitly {@link arrow.flight.protocol.SetSessionOptionsRequest.verify|verify} messages.
                 * @param message SetSessionOptionsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.SetSessionOptionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified SetSessionOptionsRequest message, length delimited. Does not implicitly {@link arrow.flight.protocol.SetSessionOptionsRequest.verify|verify} messages.
                 * @param message SetSessionOptionsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.SetSessionOptionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetSessionOptionsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape} SetSessionOptionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape;

                /**
                 * Decodes a SetSessionOptionsRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape} SetSessionOptionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape;

                /**
                 * Verifies a SetSessionOptionsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a SetSessionOptionsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SetSessionOptionsRequest
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.SetSessionOptionsRequest;

                /**
                 * Creates a plain object from a SetSessionOptionsRequest message. Also converts values to other types if specified.
                 * @param message SetSessionOptionsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.SetSessionOptionsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SetSessionOptionsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for SetSessionOptionsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SetSessionOptionsRequest {

                /** Properties of a SetSessionOptionsRequest. */
                interface $Properties {

                    /** SetSessionOptionsRequest sessionOptions */
                    sessionOptions?: ({ [k: string]: arrow.flight.protocol.SessionOptionValue.$Properties }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetSessionOptionsRequest. */
                type $Shape = {
                  sessionOptions?: { [k: string]: arrow.flight.protocol.SessionOptionValue.$Shape }|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a SetSessionOptionsResult.
             * @deprecated Use arrow.flight.protocol.SetSessionOptionsResult.$Properties instead.
             */
            interface ISetSessionOptionsResult extends arrow.flight.protocol.SetSessionOptionsResult.$Properties {
            }

            /** Represents a SetSessionOptionsResult. */
            class SetSessionOptionsResult {

                /**
                 * Constructs a new SetSessionOptionsResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.SetSessionOptionsResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetSessionOptionsResult errors. */
                errors: { [k: string]: arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties };

                /**
                 * Creates a new SetSessionOptionsResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetSessionOptionsResult instance
                 */
                static create(properties: arrow.flight.protocol.SetSessionOptionsResult.$Shape): arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape;
                static create(properties?: arrow.flight.protocol.SetSessionOptionsResult.$Properties): arrow.flight.protocol.SetSessionOptionsResult;

                /**
                 * Encodes the specified SetSessionOptionsResult message. Does not implicitly {@link arrow.flight.protocol.SetSessionOptionsResult.verify|verify} messages.
                 * @param message SetSessionOptionsResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.SetSessionOptionsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified SetSessionOptionsResult message, length delimited. Does not implicitly {@link arrow.flight.protocol.SetSessionOptionsResult.verify|verify} messages.
                 * @param message SetSessionOptionsResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.SetSessionOptionsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetSessionOptionsResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape} SetSessionOptionsResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape;

                /**
                 * Decodes a SetSessionOptionsResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape} SetSessionOptionsResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape;

                /**
                 * Verifies a SetSessionOptionsResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a SetSessionOptionsResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns SetSessionOptionsResult
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.SetSessionOptionsResult;

                /**
                 * Creates a plain object from a SetSessionOptionsResult message. Also converts values to other types if specified.
                 * @param message SetSessionOptionsResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.SetSessionOptionsResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this SetSessionOptionsResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for SetSessionOptionsResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SetSessionOptionsResult {

                /** Properties of a SetSessionOptionsResult. */
                interface $Properties {

                    /** SetSessionOptionsResult errors */
                    errors?: ({ [k: string]: arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetSessionOptionsResult. */
                type $Shape = arrow.flight.protocol.SetSessionOptionsResult.$Properties;

                /** ErrorValue enum. */
                enum ErrorValue {

                    /** UNSPECIFIED value */
                    UNSPECIFIED = 0,

                    /** INVALID_NAME value */
                    INVALID_NAME = 1,

                    /** INVALID_VALUE value */
                    INVALID_VALUE = 2,

                    /** ERROR value */
                    ERROR = 3
                }

                /**
                 * Properties of an Error.
                 * @deprecated Use arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties instead.
                 */
                interface IError extends arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties {
                }

                /** Represents an Error. */
                class Error {

                    /**
                     * Constructs a new Error.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Error value. */
                    value: arrow.flight.protocol.SetSessionOptionsResult.ErrorValue;

                    /**
                     * Creates a new Error instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Error instance
                     */
                    static create(properties: arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape): arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape;
                    static create(properties?: arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties): arrow.flight.protocol.SetSessionOptionsResult.Error;

                    /**
                     * Encodes the specified Error message. Does not implicitly {@link arrow.flight.protocol.SetSessionOptionsResult.Error.verify|verify} messages.
                     * @param message Error message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Encodes the specified Error message, length delimited. Does not implicitly {@link arrow.flight.protocol.SetSessionOptionsResult.Error.verify|verify} messages.
                     * @param message Error message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encodeDelimited(message: arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Error message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape} Error
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape;

                    /**
                     * Decodes an Error message from the specified reader or buffer, length delimited.
                     * @param reader Reader or buffer to decode from
                     * @returns {arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape} Error
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape;

                    /**
                     * Verifies an Error message.
                     * @param message Plain object to verify
                     * @returns `null` if valid, otherwise the reason why it is not
                     */
                    static verify(message: { [k: string]: any }): (string|null);

                    /**
                     * Creates an Error message from a plain object. Also converts values to their respective internal types.
                     * @param object Plain object
                     * @returns Error
                     */
                    static fromObject(object: { [k: string]: any }): arrow.flight.protocol.SetSessionOptionsResult.Error;

                    /**
                     * Creates a plain object from an Error message. Also converts values to other types if specified.
                     * @param message Error
                     * @param [options] Conversion options
                     * @returns Plain object
                     */
                    static toObject(message: arrow.flight.protocol.SetSessionOptionsResult.Error, options?: $protobuf.IConversionOptions): { [k: string]: any };

                    /**
                     * Converts this Error to JSON.
                     * @returns JSON object
                     */
                    toJSON(): { [k: string]: any };

                    /**
                     * Gets the type url for Error
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Error {

                    /** Properties of an Error. */
                    interface $Properties {

                        /** Error value */
                        value?: (arrow.flight.protocol.SetSessionOptionsResult.ErrorValue|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Error. */
                    type $Shape = arrow.flight.protocol.SetSessionOptionsResult.Error.$Properties;
                }
            }

            /**
             * Properties of a GetSessionOptionsRequest.
             * @deprecated Use arrow.flight.protocol.GetSessionOptionsRequest.$Properties instead.
             */
            interface IGetSessionOptionsRequest extends arrow.flight.protocol.GetSessionOptionsRequest.$Properties {
            }

            /** Represents a GetSessionOptionsRequest. */
            class GetSessionOptionsRequest {

                /**
                 * Constructs a new GetSessionOptionsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.GetSessionOptionsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new GetSessionOptionsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetSessionOptionsRequest instance
                 */
                static create(properties: arrow.flight.protocol.GetSessionOptionsRequest.$Shape): arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape;
                static create(properties?: arrow.flight.protocol.GetSessionOptionsRequest.$Properties): arrow.flight.protocol.GetSessionOptionsRequest;

                /**
                 * Encodes the specified GetSessionOptionsRequest message. Does not implicitly {@link arrow.flight.protocol.GetSessionOptionsRequest.verify|verify} messages.
                 * @param message GetSessionOptionsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.GetSessionOptionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified GetSessionOptionsRequest message, length delimited. Does not implicitly {@link arrow.flight.protocol.GetSessionOptionsRequest.verify|verify} messages.
                 * @param message GetSessionOptionsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.GetSessionOptionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetSessionOptionsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape} GetSessionOptionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape;

                /**
                 * Decodes a GetSessionOptionsRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape} GetSessionOptionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape;

                /**
                 * Verifies a GetSessionOptionsRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a GetSessionOptionsRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetSessionOptionsRequest
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.GetSessionOptionsRequest;

                /**
                 * Creates a plain object from a GetSessionOptionsRequest message. Also converts values to other types if specified.
                 * @param message GetSessionOptionsRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.GetSessionOptionsRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetSessionOptionsRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for GetSessionOptionsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace GetSessionOptionsRequest {

                /** Properties of a GetSessionOptionsRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetSessionOptionsRequest. */
                type $Shape = arrow.flight.protocol.GetSessionOptionsRequest.$Properties;
            }

            /**
             * Properties of a GetSessionOptionsResult.
             * @deprecated Use arrow.flight.protocol.GetSessionOptionsResult.$Properties instead.
             */
            interface IGetSessionOptionsResult extends arrow.flight.protocol.GetSessionOptionsResult.$Properties {
            }

            /** Represents a GetSessionOptionsResult. */
            class GetSessionOptionsResult {

                /**
                 * Constructs a new GetSessionOptionsResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.GetSessionOptionsResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetSessionOptionsResult sessionOptions. */
                sessionOptions: { [k: string]: arrow.flight.protocol.SessionOptionValue.$Properties };

                /**
                 * Creates a new GetSessionOptionsResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetSessionOptionsResult instance
                 */
                static create(properties: arrow.flight.protocol.GetSessionOptionsResult.$Shape): arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape;
                static create(properties?: arrow.flight.protocol.GetSessionOptionsResult.$Properties): arrow.flight.protocol.GetSessionOptionsResult;

                /**
                 * Encodes the specified GetSessionOptionsResult message. Does not implicitly {@link arrow.flight.protocol.GetSessionOptionsResult.verify|verify} messages.
                 * @param message GetSessionOptionsResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.GetSessionOptionsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified GetSessionOptionsResult message, length delimited. Does not implicitly {@link arrow.flight.protocol.GetSessionOptionsResult.verify|verify} messages.
                 * @param message GetSessionOptionsResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.GetSessionOptionsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetSessionOptionsResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape} GetSessionOptionsResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape;

                /**
                 * Decodes a GetSessionOptionsResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape} GetSessionOptionsResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape;

                /**
                 * Verifies a GetSessionOptionsResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a GetSessionOptionsResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns GetSessionOptionsResult
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.GetSessionOptionsResult;

                /**
                 * Creates a plain object from a GetSessionOptionsResult message. Also converts values to other types if specified.
                 * @param message GetSessionOptionsResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.GetSessionOptionsResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this GetSessionOptionsResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for GetSessionOptionsResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace GetSessionOptionsResult {

                /** Properties of a GetSessionOptionsResult. */
                interface $Properties {

                    /** GetSessionOptionsResult sessionOptions */
                    sessionOptions?: ({ [k: string]: arrow.flight.protocol.SessionOptionValue.$Properties }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetSessionOptionsResult. */
                type $Shape = {
                  sessionOptions?: { [k: string]: arrow.flight.protocol.SessionOptionValue.$Shape }|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a CloseSessionRequest.
             * @deprecated Use arrow.flight.protocol.CloseSessionRequest.$Properties instead.
             */
            interface ICloseSessionRequest extends arrow.flight.protocol.CloseSessionRequest.$Properties {
            }

            /** Represents a CloseSessionRequest. */
            class CloseSessionRequest {

                /**
                 * Constructs a new CloseSessionRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.CloseSessionRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new CloseSessionRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CloseSessionRequest instance
                 */
                static create(properties: arrow.flight.protocol.CloseSessionRequest.$Shape): arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape;
                static create(properties?: arrow.flight.protocol.CloseSessionRequest.$Properties): arrow.flight.protocol.CloseSessionRequest;

                /**
                 * Encodes the specified CloseSessionRequest message. Does not implicitly {@link arrow.flight.protocol.CloseSessionRequest.verify|verify} messages.
                 * @param message CloseSessionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.CloseSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CloseSessionRequest message, length delimited. Does not implicitly {@link arrow.flight.protocol.CloseSessionRequest.verify|verify} messages.
                 * @param message CloseSessionRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.CloseSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CloseSessionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape} CloseSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape;

                /**
                 * Decodes a CloseSessionRequest message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape} CloseSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape;

                /**
                 * Verifies a CloseSessionRequest message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CloseSessionRequest message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CloseSessionRequest
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.CloseSessionRequest;

                /**
                 * Creates a plain object from a CloseSessionRequest message. Also converts values to other types if specified.
                 * @param message CloseSessionRequest
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.CloseSessionRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CloseSessionRequest to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CloseSessionRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CloseSessionRequest {

                /** Properties of a CloseSessionRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CloseSessionRequest. */
                type $Shape = arrow.flight.protocol.CloseSessionRequest.$Properties;
            }

            /**
             * Properties of a CloseSessionResult.
             * @deprecated Use arrow.flight.protocol.CloseSessionResult.$Properties instead.
             */
            interface ICloseSessionResult extends arrow.flight.protocol.CloseSessionResult.$Properties {
            }

            /** Represents a CloseSessionResult. */
            class CloseSessionResult {

                /**
                 * Constructs a new CloseSessionResult.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arrow.flight.protocol.CloseSessionResult.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CloseSessionResult status. */
                status: arrow.flight.protocol.CloseSessionResult.Status;

                /**
                 * Creates a new CloseSessionResult instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CloseSessionResult instance
                 */
                static create(properties: arrow.flight.protocol.CloseSessionResult.$Shape): arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape;
                static create(properties?: arrow.flight.protocol.CloseSessionResult.$Properties): arrow.flight.protocol.CloseSessionResult;

                /**
                 * Encodes the specified CloseSessionResult message. Does not implicitly {@link arrow.flight.protocol.CloseSessionResult.verify|verify} messages.
                 * @param message CloseSessionResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arrow.flight.protocol.CloseSessionResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Encodes the specified CloseSessionResult message, length delimited. Does not implicitly {@link arrow.flight.protocol.CloseSessionResult.verify|verify} messages.
                 * @param message CloseSessionResult message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encodeDelimited(message: arrow.flight.protocol.CloseSessionResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CloseSessionResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape} CloseSessionResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape;

                /**
                 * Decodes a CloseSessionResult message from the specified reader or buffer, length delimited.
                 * @param reader Reader or buffer to decode from
                 * @returns {arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape} CloseSessionResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape;

                /**
                 * Verifies a CloseSessionResult message.
                 * @param message Plain object to verify
                 * @returns `null` if valid, otherwise the reason why it is not
                 */
                static verify(message: { [k: string]: any }): (string|null);

                /**
                 * Creates a CloseSessionResult message from a plain object. Also converts values to their respective internal types.
                 * @param object Plain object
                 * @returns CloseSessionResult
                 */
                static fromObject(object: { [k: string]: any }): arrow.flight.protocol.CloseSessionResult;

                /**
                 * Creates a plain object from a CloseSessionResult message. Also converts values to other types if specified.
                 * @param message CloseSessionResult
                 * @param [options] Conversion options
                 * @returns Plain object
                 */
                static toObject(message: arrow.flight.protocol.CloseSessionResult, options?: $protobuf.IConversionOptions): { [k: string]: any };

                /**
                 * Converts this CloseSessionResult to JSON.
                 * @returns JSON object
                 */
                toJSON(): { [k: string]: any };

                /**
                 * Gets the type url for CloseSessionResult
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CloseSessionResult {

                /** Properties of a CloseSessionResult. */
                interface $Properties {

                    /** CloseSessionResult status */
                    status?: (arrow.flight.protocol.CloseSessionResult.Status|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CloseSessionResult. */
                type $Shape = arrow.flight.protocol.CloseSessionResult.$Properties;

                /** Status enum. */
                enum Status {

                    /** UNSPECIFIED value */
                    UNSPECIFIED = 0,

                    /** CLOSED value */
                    CLOSED = 1,

                    /** CLOSING value */
                    CLOSING = 2,

                    /** NOT_CLOSEABLE value */
                    NOT_CLOSEABLE = 3
                }
            }
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: number;

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Timestamp instance
             */
            static create(properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
            static create(properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Encodes the specified Timestamp message, length delimited. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encodeDelimited(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

            /**
             * Decodes a Timestamp message from the specified reader or buffer, length delimited.
             * @param reader Reader or buffer to decode from
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decodeDelimited(reader: ($protobuf.Reader|Uint8Array)): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

            /**
             * Verifies a Timestamp message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Timestamp message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Timestamp
             */
            static fromObject(object: { [k: string]: any }): google.protobuf.Timestamp;

            /**
             * Creates a plain object from a Timestamp message. Also converts values to other types if specified.
             * @param message Timestamp
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: google.protobuf.Timestamp, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Timestamp to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Timestamp
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (number|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }
}
