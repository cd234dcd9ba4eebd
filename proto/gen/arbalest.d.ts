// Generated from proto/**/*.proto by core/workspace/generate-proto.mjs. Do not edit.
import * as $protobuf from "protobufjs";

/** Namespace arbalest. */
export namespace arbalest {

    /** Namespace plan. */
    namespace plan {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Plan.
             * @deprecated Use arbalest.plan.v1.Plan.$Properties instead.
             */
            interface IPlan extends arbalest.plan.v1.Plan.$Properties {
            }

            /** Represents a Plan. */
            class Plan {

                /**
                 * Constructs a new Plan.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Plan.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Plan version. */
                version: number;

                /** Plan types. */
                types: arbalest.plan.v1.DataType.$Properties[];

                /** Plan expressions. */
                expressions: arbalest.plan.v1.Expression.$Properties[];

                /** Plan nodes. */
                nodes: arbalest.plan.v1.Node.$Properties[];

                /**
                 * Creates a new Plan instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Plan instance
                 */
                static create(properties: arbalest.plan.v1.Plan.$Shape): arbalest.plan.v1.Plan & arbalest.plan.v1.Plan.$Shape;
                static create(properties?: arbalest.plan.v1.Plan.$Properties): arbalest.plan.v1.Plan;

                /**
                 * Encodes the specified Plan message. Does not implicitly {@link arbalest.plan.v1.Plan.verify|verify} messages.
                 * @param message Plan message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Plan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Plan message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Plan & arbalest.plan.v1.Plan.$Shape} Plan
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Plan & arbalest.plan.v1.Plan.$Shape;

                /**
                 * Gets the type url for Plan
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Plan {

                /** Properties of a Plan. */
                interface $Properties {

                    /** Plan version */
                    version?: (number|null);

                    /** Plan types */
                    types?: (arbalest.plan.v1.DataType.$Properties[]|null);

                    /** Plan expressions */
                    expressions?: (arbalest.plan.v1.Expression.$Properties[]|null);

                    /** Plan nodes */
                    nodes?: (arbalest.plan.v1.Node.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Plan. */
                type $Shape = {
                  version?: number|null;
                  types?: arbalest.plan.v1.DataType.$Shape[]|null;
                  expressions?: arbalest.plan.v1.Expression.$Shape[]|null;
                  nodes?: arbalest.plan.v1.Node.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a DataType.
             * @deprecated Use arbalest.plan.v1.DataType.$Properties instead.
             */
            interface IDataType extends arbalest.plan.v1.DataType.$Properties {
            }

            /** Represents a DataType. */
            class DataType {

                /**
                 * Constructs a new DataType.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.DataType.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DataType simple. */
                simple?: (string|null);

                /** DataType decimal. */
                decimal?: (arbalest.plan.v1.DataType.Decimal.$Properties|null);

                /** DataType list. */
                list?: (arbalest.plan.v1.DataType.$Properties|null);

                /** DataType array. */
                array?: (arbalest.plan.v1.DataType.Array.$Properties|null);

                /** DataType struct. */
                struct?: (arbalest.plan.v1.DataType.NamedTypes.$Properties|null);

                /** DataType map. */
                map?: (arbalest.plan.v1.DataType.Map.$Properties|null);

                /** DataType union. */
                union?: (arbalest.plan.v1.DataType.NamedTypes.$Properties|null);

                /** DataType enum. */
                enum?: (arbalest.plan.v1.DataType.Enum.$Properties|null);

                /** DataType kind. */
                kind?: ("simple"|"decimal"|"list"|"array"|"struct"|"map"|"union"|"enum");

                /**
                 * Creates a new DataType instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DataType instance
                 */
                static create(properties: arbalest.plan.v1.DataType.$Shape): arbalest.plan.v1.DataType & arbalest.plan.v1.DataType.$Shape;
                static create(properties?: arbalest.plan.v1.DataType.$Properties): arbalest.plan.v1.DataType;

                /**
                 * Encodes the specified DataType message. Does not implicitly {@link arbalest.plan.v1.DataType.verify|verify} messages.
                 * @param message DataType message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.DataType.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DataType message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.DataType & arbalest.plan.v1.DataType.$Shape} DataType
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType & arbalest.plan.v1.DataType.$Shape;

                /**
                 * Gets the type url for DataType
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace DataType {

                /** Properties of a DataType. */
                interface $Properties {

                    /** DataType simple */
                    simple?: (string|null);

                    /** DataType decimal */
                    decimal?: (arbalest.plan.v1.DataType.Decimal.$Properties|null);

                    /** DataType list */
                    list?: (arbalest.plan.v1.DataType.$Properties|null);

                    /** DataType array */
                    array?: (arbalest.plan.v1.DataType.Array.$Properties|null);

                    /** DataType struct */
                    struct?: (arbalest.plan.v1.DataType.NamedTypes.$Properties|null);

                    /** DataType map */
                    map?: (arbalest.plan.v1.DataType.Map.$Properties|null);

                    /** DataType union */
                    union?: (arbalest.plan.v1.DataType.NamedTypes.$Properties|null);

                    /** DataType enum */
                    "enum"?: (arbalest.plan.v1.DataType.Enum.$Properties|null);

                    /** DataType kind */
                    kind?: ("simple"|"decimal"|"list"|"array"|"struct"|"map"|"union"|"enum");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a DataType. */
                type $Shape = {
                  simple?: string|null;
                  decimal?: arbalest.plan.v1.DataType.Decimal.$Shape|null;
                  list?: arbalest.plan.v1.DataType.$Shape|null;
                  array?: arbalest.plan.v1.DataType.Array.$Shape|null;
                  struct?: arbalest.plan.v1.DataType.NamedTypes.$Shape|null;
                  map?: arbalest.plan.v1.DataType.Map.$Shape|null;
                  union?: arbalest.plan.v1.DataType.NamedTypes.$Shape|null;
                  "enum"?: arbalest.plan.v1.DataType.Enum.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; simple?: null; decimal?: null; list?: null; array?: null; struct?: null; map?: null; union?: null; "enum"?: null }|{ kind?: "simple"; simple: string; decimal?: null; list?: null; array?: null; struct?: null; map?: null; union?: null; "enum"?: null }|{ kind?: "decimal"; simple?: null; decimal: arbalest.plan.v1.DataType.Decimal.$Shape; list?: null; array?: null; struct?: null; map?: null; union?: null; "enum"?: null }|{ kind?: "list"; simple?: null; decimal?: null; list: arbalest.plan.v1.DataType.$Shape; array?: null; struct?: null; map?: null; union?: null; "enum"?: null }|{ kind?: "array"; simple?: null; decimal?: null; list?: null; array: arbalest.plan.v1.DataType.Array.$Shape; struct?: null; map?: null; union?: null; "enum"?: null }|{ kind?: "struct"; simple?: null; decimal?: null; list?: null; array?: null; struct: arbalest.plan.v1.DataType.NamedTypes.$Shape; map?: null; union?: null; "enum"?: null }|{ kind?: "map"; simple?: null; decimal?: null; list?: null; array?: null; struct?: null; map: arbalest.plan.v1.DataType.Map.$Shape; union?: null; "enum"?: null }|{ kind?: "union"; simple?: null; decimal?: null; list?: null; array?: null; struct?: null; map?: null; union: arbalest.plan.v1.DataType.NamedTypes.$Shape; "enum"?: null }|{ kind?: "enum"; simple?: null; decimal?: null; list?: null; array?: null; struct?: null; map?: null; union?: null; "enum": arbalest.plan.v1.DataType.Enum.$Shape })
                );

                /**
                 * Properties of a Decimal.
                 * @deprecated Use arbalest.plan.v1.DataType.Decimal.$Properties instead.
                 */
                interface IDecimal extends arbalest.plan.v1.DataType.Decimal.$Properties {
                }

                /** Represents a Decimal. */
                class Decimal {

                    /**
                     * Constructs a new Decimal.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.DataType.Decimal.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Decimal width. */
                    width: number;

                    /** Decimal scale. */
                    scale: number;

                    /**
                     * Creates a new Decimal instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Decimal instance
                     */
                    static create(properties: arbalest.plan.v1.DataType.Decimal.$Shape): arbalest.plan.v1.DataType.Decimal & arbalest.plan.v1.DataType.Decimal.$Shape;
                    static create(properties?: arbalest.plan.v1.DataType.Decimal.$Properties): arbalest.plan.v1.DataType.Decimal;

                    /**
                     * Encodes the specified Decimal message. Does not implicitly {@link arbalest.plan.v1.DataType.Decimal.verify|verify} messages.
                     * @param message Decimal message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.DataType.Decimal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Decimal message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.DataType.Decimal & arbalest.plan.v1.DataType.Decimal.$Shape} Decimal
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType.Decimal & arbalest.plan.v1.DataType.Decimal.$Shape;

                    /**
                     * Gets the type url for Decimal
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Decimal {

                    /** Properties of a Decimal. */
                    interface $Properties {

                        /** Decimal width */
                        width?: (number|null);

                        /** Decimal scale */
                        scale?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Decimal. */
                    type $Shape = arbalest.plan.v1.DataType.Decimal.$Properties;
                }

                /**
                 * Properties of an Array.
                 * @deprecated Use arbalest.plan.v1.DataType.Array.$Properties instead.
                 */
                interface IArray extends arbalest.plan.v1.DataType.Array.$Properties {
                }

                /** Represents an Array. */
                class Array {

                    /**
                     * Constructs a new Array.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.DataType.Array.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Array child. */
                    child?: (arbalest.plan.v1.DataType.$Properties|null);

                    /** Array size. */
                    size: number;

                    /**
                     * Creates a new Array instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Array instance
                     */
                    static create(properties: arbalest.plan.v1.DataType.Array.$Shape): arbalest.plan.v1.DataType.Array & arbalest.plan.v1.DataType.Array.$Shape;
                    static create(properties?: arbalest.plan.v1.DataType.Array.$Properties): arbalest.plan.v1.DataType.Array;

                    /**
                     * Encodes the specified Array message. Does not implicitly {@link arbalest.plan.v1.DataType.Array.verify|verify} messages.
                     * @param message Array message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.DataType.Array.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Array message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.DataType.Array & arbalest.plan.v1.DataType.Array.$Shape} Array
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType.Array & arbalest.plan.v1.DataType.Array.$Shape;

                    /**
                     * Gets the type url for Array
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Array {

                    /** Properties of an Array. */
                    interface $Properties {

                        /** Array child */
                        child?: (arbalest.plan.v1.DataType.$Properties|null);

                        /** Array size */
                        size?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Array. */
                    type $Shape = {
                      child?: arbalest.plan.v1.DataType.$Shape|null;
                      size?: number|null;
                      $unknowns?: Uint8Array[];
                    };
                }

                /**
                 * Properties of a Map.
                 * @deprecated Use arbalest.plan.v1.DataType.Map.$Properties instead.
                 */
                interface IMap extends arbalest.plan.v1.DataType.Map.$Properties {
                }

                /** Represents a Map. */
                class Map {

                    /**
                     * Constructs a new Map.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.DataType.Map.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Map key. */
                    key?: (arbalest.plan.v1.DataType.$Properties|null);

                    /** Map value. */
                    value?: (arbalest.plan.v1.DataType.$Properties|null);

                    /**
                     * Creates a new Map instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Map instance
                     */
                    static create(properties: arbalest.plan.v1.DataType.Map.$Shape): arbalest.plan.v1.DataType.Map & arbalest.plan.v1.DataType.Map.$Shape;
                    static create(properties?: arbalest.plan.v1.DataType.Map.$Properties): arbalest.plan.v1.DataType.Map;

                    /**
                     * Encodes the specified Map message. Does not implicitly {@link arbalest.plan.v1.DataType.Map.verify|verify} messages.
                     * @param message Map message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.DataType.Map.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Map message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.DataType.Map & arbalest.plan.v1.DataType.Map.$Shape} Map
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType.Map & arbalest.plan.v1.DataType.Map.$Shape;

                    /**
                     * Gets the type url for Map
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Map {

                    /** Properties of a Map. */
                    interface $Properties {

                        /** Map key */
                        key?: (arbalest.plan.v1.DataType.$Properties|null);

                        /** Map value */
                        value?: (arbalest.plan.v1.DataType.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Map. */
                    type $Shape = {
                      key?: arbalest.plan.v1.DataType.$Shape|null;
                      value?: arbalest.plan.v1.DataType.$Shape|null;
                      $unknowns?: Uint8Array[];
                    };
                }

                /**
                 * Properties of a NamedTypes.
                 * @deprecated Use arbalest.plan.v1.DataType.NamedTypes.$Properties instead.
                 */
                interface INamedTypes extends arbalest.plan.v1.DataType.NamedTypes.$Properties {
                }

                /** Represents a NamedTypes. */
                class NamedTypes {

                    /**
                     * Constructs a new NamedTypes.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.DataType.NamedTypes.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** NamedTypes fields. */
                    fields: arbalest.plan.v1.DataType.NamedType.$Properties[];

                    /**
                     * Creates a new NamedTypes instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns NamedTypes instance
                     */
                    static create(properties: arbalest.plan.v1.DataType.NamedTypes.$Shape): arbalest.plan.v1.DataType.NamedTypes & arbalest.plan.v1.DataType.NamedTypes.$Shape;
                    static create(properties?: arbalest.plan.v1.DataType.NamedTypes.$Properties): arbalest.plan.v1.DataType.NamedTypes;

                    /**
                     * Encodes the specified NamedTypes message. Does not implicitly {@link arbalest.plan.v1.DataType.NamedTypes.verify|verify} messages.
                     * @param message NamedTypes message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.DataType.NamedTypes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NamedTypes message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.DataType.NamedTypes & arbalest.plan.v1.DataType.NamedTypes.$Shape} NamedTypes
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType.NamedTypes & arbalest.plan.v1.DataType.NamedTypes.$Shape;

                    /**
                     * Gets the type url for NamedTypes
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace NamedTypes {

                    /** Properties of a NamedTypes. */
                    interface $Properties {

                        /** NamedTypes fields */
                        fields?: (arbalest.plan.v1.DataType.NamedType.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a NamedTypes. */
                    type $Shape = {
                      fields?: arbalest.plan.v1.DataType.NamedType.$Shape[]|null;
                      $unknowns?: Uint8Array[];
                    };
                }

                /**
                 * Properties of a NamedType.
                 * @deprecated Use arbalest.plan.v1.DataType.NamedType.$Properties instead.
                 */
                interface INamedType extends arbalest.plan.v1.DataType.NamedType.$Properties {
                }

                /** Represents a NamedType. */
                class NamedType {

                    /**
                     * Constructs a new NamedType.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.DataType.NamedType.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** NamedType name. */
                    name: string;

                    /** NamedType type. */
                    type?: (arbalest.plan.v1.DataType.$Properties|null);

                    /**
                     * Creates a new NamedType instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns NamedType instance
                     */
                    static create(properties: arbalest.plan.v1.DataType.NamedType.$Shape): arbalest.plan.v1.DataType.NamedType & arbalest.plan.v1.DataType.NamedType.$Shape;
                    static create(properties?: arbalest.plan.v1.DataType.NamedType.$Properties): arbalest.plan.v1.DataType.NamedType;

                    /**
                     * Encodes the specified NamedType message. Does not implicitly {@link arbalest.plan.v1.DataType.NamedType.verify|verify} messages.
                     * @param message NamedType message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.DataType.NamedType.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NamedType message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.DataType.NamedType & arbalest.plan.v1.DataType.NamedType.$Shape} NamedType
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType.NamedType & arbalest.plan.v1.DataType.NamedType.$Shape;

                    /**
                     * Gets the type url for NamedType
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace NamedType {

                    /** Properties of a NamedType. */
                    interface $Properties {

                        /** NamedType name */
                        name?: (string|null);

                        /** NamedType type */
                        type?: (arbalest.plan.v1.DataType.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a NamedType. */
                    type $Shape = {
                      name?: string|null;
                      type?: arbalest.plan.v1.DataType.$Shape|null;
                      $unknowns?: Uint8Array[];
                    };
                }

                /**
                 * Properties of an Enum.
                 * @deprecated Use arbalest.plan.v1.DataType.Enum.$Properties instead.
                 */
                interface IEnum extends arbalest.plan.v1.DataType.Enum.$Properties {
                }

                /** Represents an Enum. */
                class Enum {

                    /**
                     * Constructs a new Enum.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.DataType.Enum.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Enum values. */
                    values: string[];

                    /**
                     * Creates a new Enum instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Enum instance
                     */
                    static create(properties: arbalest.plan.v1.DataType.Enum.$Shape): arbalest.plan.v1.DataType.Enum & arbalest.plan.v1.DataType.Enum.$Shape;
                    static create(properties?: arbalest.plan.v1.DataType.Enum.$Properties): arbalest.plan.v1.DataType.Enum;

                    /**
                     * Encodes the specified Enum message. Does not implicitly {@link arbalest.plan.v1.DataType.Enum.verify|verify} messages.
                     * @param message Enum message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.DataType.Enum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an Enum message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.DataType.Enum & arbalest.plan.v1.DataType.Enum.$Shape} Enum
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DataType.Enum & arbalest.plan.v1.DataType.Enum.$Shape;

                    /**
                     * Gets the type url for Enum
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Enum {

                    /** Properties of an Enum. */
                    interface $Properties {

                        /** Enum values */
                        values?: (string[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an Enum. */
                    type $Shape = arbalest.plan.v1.DataType.Enum.$Properties;
                }
            }

            /**
             * Properties of a Field.
             * @deprecated Use arbalest.plan.v1.Field.$Properties instead.
             */
            interface IField extends arbalest.plan.v1.Field.$Properties {
            }

            /** Represents a Field. */
            class Field {

                /**
                 * Constructs a new Field.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Field.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Field name. */
                name: string;

                /** Field type. */
                type: number;

                /** Field nullable. */
                nullable: boolean;

                /**
                 * Creates a new Field instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Field instance
                 */
                static create(properties: arbalest.plan.v1.Field.$Shape): arbalest.plan.v1.Field & arbalest.plan.v1.Field.$Shape;
                static create(properties?: arbalest.plan.v1.Field.$Properties): arbalest.plan.v1.Field;

                /**
                 * Encodes the specified Field message. Does not implicitly {@link arbalest.plan.v1.Field.verify|verify} messages.
                 * @param message Field message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Field.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Field message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Field & arbalest.plan.v1.Field.$Shape} Field
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Field & arbalest.plan.v1.Field.$Shape;

                /**
                 * Gets the type url for Field
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Field {

                /** Properties of a Field. */
                interface $Properties {

                    /** Field name */
                    name?: (string|null);

                    /** Field type */
                    type?: (number|null);

                    /** Field nullable */
                    nullable?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Field. */
                type $Shape = arbalest.plan.v1.Field.$Properties;
            }

            /**
             * Properties of an Expression.
             * @deprecated Use arbalest.plan.v1.Expression.$Properties instead.
             */
            interface IExpression extends arbalest.plan.v1.Expression.$Properties {
            }

            /** Represents an Expression. */
            class Expression {

                /**
                 * Constructs a new Expression.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Expression.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Expression type. */
                type: number;

                /** Expression column. */
                column?: (number|null);

                /** Expression constant. */
                constant?: (arbalest.plan.v1.Constant.$Properties|null);

                /** Expression call. */
                call?: (arbalest.plan.v1.Call.$Properties|null);

                /** Expression cast. */
                cast?: (arbalest.plan.v1.Cast.$Properties|null);

                /** Expression compare. */
                compare?: (arbalest.plan.v1.Compare.$Properties|null);

                /** Expression logical. */
                logical?: (arbalest.plan.v1.Logical.$Properties|null);

                /** Expression case. */
                case?: (arbalest.plan.v1.Case.$Properties|null);

                /** Expression in. */
                in?: (arbalest.plan.v1.In.$Properties|null);

                /** Expression lambda. */
                lambda?: (arbalest.plan.v1.Lambda.$Properties|null);

                /** Expression kind. */
                kind?: ("column"|"constant"|"call"|"cast"|"compare"|"logical"|"case"|"in"|"lambda");

                /**
                 * Creates a new Expression instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Expression instance
                 */
                static create(properties: arbalest.plan.v1.Expression.$Shape): arbalest.plan.v1.Expression & arbalest.plan.v1.Expression.$Shape;
                static create(properties?: arbalest.plan.v1.Expression.$Properties): arbalest.plan.v1.Expression;

                /**
                 * Encodes the specified Expression message. Does not implicitly {@link arbalest.plan.v1.Expression.verify|verify} messages.
                 * @param message Expression message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Expression.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Expression message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Expression & arbalest.plan.v1.Expression.$Shape} Expression
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Expression & arbalest.plan.v1.Expression.$Shape;

                /**
                 * Gets the type url for Expression
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Expression {

                /** Properties of an Expression. */
                interface $Properties {

                    /** Expression type */
                    type?: (number|null);

                    /** Expression column */
                    column?: (number|null);

                    /** Expression constant */
                    constant?: (arbalest.plan.v1.Constant.$Properties|null);

                    /** Expression call */
                    call?: (arbalest.plan.v1.Call.$Properties|null);

                    /** Expression cast */
                    cast?: (arbalest.plan.v1.Cast.$Properties|null);

                    /** Expression compare */
                    compare?: (arbalest.plan.v1.Compare.$Properties|null);

                    /** Expression logical */
                    logical?: (arbalest.plan.v1.Logical.$Properties|null);

                    /** Expression case */
                    "case"?: (arbalest.plan.v1.Case.$Properties|null);

                    /** Expression in */
                    "in"?: (arbalest.plan.v1.In.$Properties|null);

                    /** Expression lambda */
                    lambda?: (arbalest.plan.v1.Lambda.$Properties|null);

                    /** Expression kind */
                    kind?: ("column"|"constant"|"call"|"cast"|"compare"|"logical"|"case"|"in"|"lambda");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an Expression. */
                type $Shape = {
                  type?: number|null;
                  column?: number|null;
                  constant?: arbalest.plan.v1.Constant.$Shape|null;
                  call?: arbalest.plan.v1.Call.$Shape|null;
                  cast?: arbalest.plan.v1.Cast.$Shape|null;
                  compare?: arbalest.plan.v1.Compare.$Shape|null;
                  logical?: arbalest.plan.v1.Logical.$Shape|null;
                  "case"?: arbalest.plan.v1.Case.$Shape|null;
                  "in"?: arbalest.plan.v1.In.$Shape|null;
                  lambda?: arbalest.plan.v1.Lambda.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; column?: null; constant?: null; call?: null; cast?: null; compare?: null; logical?: null; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "column"; column: number; constant?: null; call?: null; cast?: null; compare?: null; logical?: null; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "constant"; column?: null; constant: arbalest.plan.v1.Constant.$Shape; call?: null; cast?: null; compare?: null; logical?: null; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "call"; column?: null; constant?: null; call: arbalest.plan.v1.Call.$Shape; cast?: null; compare?: null; logical?: null; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "cast"; column?: null; constant?: null; call?: null; cast: arbalest.plan.v1.Cast.$Shape; compare?: null; logical?: null; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "compare"; column?: null; constant?: null; call?: null; cast?: null; compare: arbalest.plan.v1.Compare.$Shape; logical?: null; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "logical"; column?: null; constant?: null; call?: null; cast?: null; compare?: null; logical: arbalest.plan.v1.Logical.$Shape; "case"?: null; "in"?: null; lambda?: null }|{ kind?: "case"; column?: null; constant?: null; call?: null; cast?: null; compare?: null; logical?: null; "case": arbalest.plan.v1.Case.$Shape; "in"?: null; lambda?: null }|{ kind?: "in"; column?: null; constant?: null; call?: null; cast?: null; compare?: null; logical?: null; "case"?: null; "in": arbalest.plan.v1.In.$Shape; lambda?: null }|{ kind?: "lambda"; column?: null; constant?: null; call?: null; cast?: null; compare?: null; logical?: null; "case"?: null; "in"?: null; lambda: arbalest.plan.v1.Lambda.$Shape })
                );
            }

            /**
             * Properties of a Constant.
             * @deprecated Use arbalest.plan.v1.Constant.$Properties instead.
             */
            interface IConstant extends arbalest.plan.v1.Constant.$Properties {
            }

            /** Represents a Constant. */
            class Constant {

                /**
                 * Constructs a new Constant.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Constant.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Constant null. */
                null?: (boolean|null);

                /** Constant text. */
                text?: (string|null);

                /** Constant nested. */
                nested?: (arbalest.plan.v1.Constant.Constants.$Properties|null);

                /** Constant value. */
                value?: ("null"|"text"|"nested");

                /**
                 * Creates a new Constant instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Constant instance
                 */
                static create(properties: arbalest.plan.v1.Constant.$Shape): arbalest.plan.v1.Constant & arbalest.plan.v1.Constant.$Shape;
                static create(properties?: arbalest.plan.v1.Constant.$Properties): arbalest.plan.v1.Constant;

                /**
                 * Encodes the specified Constant message. Does not implicitly {@link arbalest.plan.v1.Constant.verify|verify} messages.
                 * @param message Constant message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Constant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Constant message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Constant & arbalest.plan.v1.Constant.$Shape} Constant
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Constant & arbalest.plan.v1.Constant.$Shape;

                /**
                 * Gets the type url for Constant
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Constant {

                /** Properties of a Constant. */
                interface $Properties {

                    /** Constant null */
                    "null"?: (boolean|null);

                    /** Constant text */
                    text?: (string|null);

                    /** Constant nested */
                    nested?: (arbalest.plan.v1.Constant.Constants.$Properties|null);

                    /** Constant value */
                    value?: ("null"|"text"|"nested");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Constant. */
                type $Shape = {
                  "null"?: boolean|null;
                  text?: string|null;
                  nested?: arbalest.plan.v1.Constant.Constants.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ value?: undefined; "null"?: null; text?: null; nested?: null }|{ value?: "null"; "null": boolean; text?: null; nested?: null }|{ value?: "text"; "null"?: null; text: string; nested?: null }|{ value?: "nested"; "null"?: null; text?: null; nested: arbalest.plan.v1.Constant.Constants.$Shape })
                );

                /**
                 * Properties of a Constants.
                 * @deprecated Use arbalest.plan.v1.Constant.Constants.$Properties instead.
                 */
                interface IConstants extends arbalest.plan.v1.Constant.Constants.$Properties {
                }

                /** Represents a Constants. */
                class Constants {

                    /**
                     * Constructs a new Constants.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Constant.Constants.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Constants values. */
                    values: arbalest.plan.v1.Constant.$Properties[];

                    /**
                     * Creates a new Constants instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Constants instance
                     */
                    static create(properties: arbalest.plan.v1.Constant.Constants.$Shape): arbalest.plan.v1.Constant.Constants & arbalest.plan.v1.Constant.Constants.$Shape;
                    static create(properties?: arbalest.plan.v1.Constant.Constants.$Properties): arbalest.plan.v1.Constant.Constants;

                    /**
                     * Encodes the specified Constants message. Does not implicitly {@link arbalest.plan.v1.Constant.Constants.verify|verify} messages.
                     * @param message Constants message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Constant.Constants.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Constants message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Constant.Constants & arbalest.plan.v1.Constant.Constants.$Shape} Constants
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Constant.Constants & arbalest.plan.v1.Constant.Constants.$Shape;

                    /**
                     * Gets the type url for Constants
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Constants {

                    /** Properties of a Constants. */
                    interface $Properties {

                        /** Constants values */
                        values?: (arbalest.plan.v1.Constant.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Constants. */
                    type $Shape = {
                      values?: arbalest.plan.v1.Constant.$Shape[]|null;
                      $unknowns?: Uint8Array[];
                    };
                }
            }

            /**
             * Properties of a Call.
             * @deprecated Use arbalest.plan.v1.Call.$Properties instead.
             */
            interface ICall extends arbalest.plan.v1.Call.$Properties {
            }

            /** Represents a Call. */
            class Call {

                /**
                 * Constructs a new Call.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Call.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Call name. */
                name: string;

                /** Call args. */
                args: number[];

                /** Call argNames. */
                argNames: string[];

                /** Call volatile. */
                volatile: boolean;

                /** Call user. */
                user?: (arbalest.plan.v1.UserCall.$Properties|null);

                /**
                 * Creates a new Call instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Call instance
                 */
                static create(properties: arbalest.plan.v1.Call.$Shape): arbalest.plan.v1.Call & arbalest.plan.v1.Call.$Shape;
                static create(properties?: arbalest.plan.v1.Call.$Properties): arbalest.plan.v1.Call;

                /**
                 * Encodes the specified Call message. Does not implicitly {@link arbalest.plan.v1.Call.verify|verify} messages.
                 * @param message Call message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Call.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Call message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Call & arbalest.plan.v1.Call.$Shape} Call
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Call & arbalest.plan.v1.Call.$Shape;

                /**
                 * Gets the type url for Call
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Call {

                /** Properties of a Call. */
                interface $Properties {

                    /** Call name */
                    name?: (string|null);

                    /** Call args */
                    args?: (number[]|null);

                    /** Call argNames */
                    argNames?: (string[]|null);

                    /** Call volatile */
                    volatile?: (boolean|null);

                    /** Call user */
                    user?: (arbalest.plan.v1.UserCall.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Call. */
                type $Shape = arbalest.plan.v1.Call.$Properties;
            }

            /**
             * Properties of a UserCall.
             * @deprecated Use arbalest.plan.v1.UserCall.$Properties instead.
             */
            interface IUserCall extends arbalest.plan.v1.UserCall.$Properties {
            }

            /** Represents a UserCall. */
            class UserCall {

                /**
                 * Constructs a new UserCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.UserCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** UserCall function. */
                function: number;

                /** UserCall operation. */
                operation: string;

                /**
                 * Creates a new UserCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns UserCall instance
                 */
                static create(properties: arbalest.plan.v1.UserCall.$Shape): arbalest.plan.v1.UserCall & arbalest.plan.v1.UserCall.$Shape;
                static create(properties?: arbalest.plan.v1.UserCall.$Properties): arbalest.plan.v1.UserCall;

                /**
                 * Encodes the specified UserCall message. Does not implicitly {@link arbalest.plan.v1.UserCall.verify|verify} messages.
                 * @param message UserCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.UserCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a UserCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.UserCall & arbalest.plan.v1.UserCall.$Shape} UserCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.UserCall & arbalest.plan.v1.UserCall.$Shape;

                /**
                 * Gets the type url for UserCall
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace UserCall {

                /** Properties of a UserCall. */
                interface $Properties {

                    /** UserCall function */
                    "function"?: (number|null);

                    /** UserCall operation */
                    operation?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a UserCall. */
                type $Shape = arbalest.plan.v1.UserCall.$Properties;
            }

            /**
             * Properties of a Cast.
             * @deprecated Use arbalest.plan.v1.Cast.$Properties instead.
             */
            interface ICast extends arbalest.plan.v1.Cast.$Properties {
            }

            /** Represents a Cast. */
            class Cast {

                /**
                 * Constructs a new Cast.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Cast.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Cast input. */
                input: number;

                /** Cast try. */
                try: boolean;

                /**
                 * Creates a new Cast instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Cast instance
                 */
                static create(properties: arbalest.plan.v1.Cast.$Shape): arbalest.plan.v1.Cast & arbalest.plan.v1.Cast.$Shape;
                static create(properties?: arbalest.plan.v1.Cast.$Properties): arbalest.plan.v1.Cast;

                /**
                 * Encodes the specified Cast message. Does not implicitly {@link arbalest.plan.v1.Cast.verify|verify} messages.
                 * @param message Cast message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Cast.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Cast message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Cast & arbalest.plan.v1.Cast.$Shape} Cast
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Cast & arbalest.plan.v1.Cast.$Shape;

                /**
                 * Gets the type url for Cast
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Cast {

                /** Properties of a Cast. */
                interface $Properties {

                    /** Cast input */
                    input?: (number|null);

                    /** Cast try */
                    "try"?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Cast. */
                type $Shape = arbalest.plan.v1.Cast.$Properties;
            }

            /**
             * Properties of a Compare.
             * @deprecated Use arbalest.plan.v1.Compare.$Properties instead.
             */
            interface ICompare extends arbalest.plan.v1.Compare.$Properties {
            }

            /** Represents a Compare. */
            class Compare {

                /**
                 * Constructs a new Compare.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Compare.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Compare op. */
                op: string;

                /** Compare left. */
                left: number;

                /** Compare right. */
                right: number;

                /**
                 * Creates a new Compare instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Compare instance
                 */
                static create(properties: arbalest.plan.v1.Compare.$Shape): arbalest.plan.v1.Compare & arbalest.plan.v1.Compare.$Shape;
                static create(properties?: arbalest.plan.v1.Compare.$Properties): arbalest.plan.v1.Compare;

                /**
                 * Encodes the specified Compare message. Does not implicitly {@link arbalest.plan.v1.Compare.verify|verify} messages.
                 * @param message Compare message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Compare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Compare message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Compare & arbalest.plan.v1.Compare.$Shape} Compare
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Compare & arbalest.plan.v1.Compare.$Shape;

                /**
                 * Gets the type url for Compare
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Compare {

                /** Properties of a Compare. */
                interface $Properties {

                    /** Compare op */
                    op?: (string|null);

                    /** Compare left */
                    left?: (number|null);

                    /** Compare right */
                    right?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Compare. */
                type $Shape = arbalest.plan.v1.Compare.$Properties;
            }

            /**
             * Properties of a Logical.
             * @deprecated Use arbalest.plan.v1.Logical.$Properties instead.
             */
            interface ILogical extends arbalest.plan.v1.Logical.$Properties {
            }

            /** Represents a Logical. */
            class Logical {

                /**
                 * Constructs a new Logical.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Logical.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Logical op. */
                op: string;

                /** Logical args. */
                args: number[];

                /**
                 * Creates a new Logical instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Logical instance
                 */
                static create(properties: arbalest.plan.v1.Logical.$Shape): arbalest.plan.v1.Logical & arbalest.plan.v1.Logical.$Shape;
                static create(properties?: arbalest.plan.v1.Logical.$Properties): arbalest.plan.v1.Logical;

                /**
                 * Encodes the specified Logical message. Does not implicitly {@link arbalest.plan.v1.Logical.verify|verify} messages.
                 * @param message Logical message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Logical.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Logical message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Logical & arbalest.plan.v1.Logical.$Shape} Logical
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Logical & arbalest.plan.v1.Logical.$Shape;

                /**
                 * Gets the type url for Logical
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Logical {

                /** Properties of a Logical. */
                interface $Properties {

                    /** Logical op */
                    op?: (string|null);

                    /** Logical args */
                    args?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Logical. */
                type $Shape = arbalest.plan.v1.Logical.$Properties;
            }

            /**
             * Properties of a Case.
             * @deprecated Use arbalest.plan.v1.Case.$Properties instead.
             */
            interface ICase extends arbalest.plan.v1.Case.$Properties {
            }

            /** Represents a Case. */
            class Case {

                /**
                 * Constructs a new Case.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Case.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Case branches. */
                branches: arbalest.plan.v1.Case.Branch.$Properties[];

                /** Case otherwise. */
                otherwise: number;

                /**
                 * Creates a new Case instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Case instance
                 */
                static create(properties: arbalest.plan.v1.Case.$Shape): arbalest.plan.v1.Case & arbalest.plan.v1.Case.$Shape;
                static create(properties?: arbalest.plan.v1.Case.$Properties): arbalest.plan.v1.Case;

                /**
                 * Encodes the specified Case message. Does not implicitly {@link arbalest.plan.v1.Case.verify|verify} messages.
                 * @param message Case message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Case.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Case message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Case & arbalest.plan.v1.Case.$Shape} Case
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Case & arbalest.plan.v1.Case.$Shape;

                /**
                 * Gets the type url for Case
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Case {

                /** Properties of a Case. */
                interface $Properties {

                    /** Case branches */
                    branches?: (arbalest.plan.v1.Case.Branch.$Properties[]|null);

                    /** Case otherwise */
                    otherwise?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Case. */
                type $Shape = arbalest.plan.v1.Case.$Properties;

                /**
                 * Properties of a Branch.
                 * @deprecated Use arbalest.plan.v1.Case.Branch.$Properties instead.
                 */
                interface IBranch extends arbalest.plan.v1.Case.Branch.$Properties {
                }

                /** Represents a Branch. */
                class Branch {

                    /**
                     * Constructs a new Branch.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Case.Branch.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Branch when. */
                    when: number;

                    /** Branch then. */
                    then: number;

                    /**
                     * Creates a new Branch instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Branch instance
                     */
                    static create(properties: arbalest.plan.v1.Case.Branch.$Shape): arbalest.plan.v1.Case.Branch & arbalest.plan.v1.Case.Branch.$Shape;
                    static create(properties?: arbalest.plan.v1.Case.Branch.$Properties): arbalest.plan.v1.Case.Branch;

                    /**
                     * Encodes the specified Branch message. Does not implicitly {@link arbalest.plan.v1.Case.Branch.verify|verify} messages.
                     * @param message Branch message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Case.Branch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Branch message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Case.Branch & arbalest.plan.v1.Case.Branch.$Shape} Branch
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Case.Branch & arbalest.plan.v1.Case.Branch.$Shape;

                    /**
                     * Gets the type url for Branch
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Branch {

                    /** Properties of a Branch. */
                    interface $Properties {

                        /** Branch when */
                        when?: (number|null);

                        /** Branch then */
                        then?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Branch. */
                    type $Shape = arbalest.plan.v1.Case.Branch.$Properties;
                }
            }

            /**
             * Properties of an In.
             * @deprecated Use arbalest.plan.v1.In.$Properties instead.
             */
            interface IIn extends arbalest.plan.v1.In.$Properties {
            }

            /** Represents an In. */
            class In {

                /**
                 * Constructs a new In.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.In.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** In input. */
                input: number;

                /** In values. */
                values: number[];

                /** In negated. */
                negated: boolean;

                /**
                 * Creates a new In instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns In instance
                 */
                static create(properties: arbalest.plan.v1.In.$Shape): arbalest.plan.v1.In & arbalest.plan.v1.In.$Shape;
                static create(properties?: arbalest.plan.v1.In.$Properties): arbalest.plan.v1.In;

                /**
                 * Encodes the specified In message. Does not implicitly {@link arbalest.plan.v1.In.verify|verify} messages.
                 * @param message In message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.In.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an In message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.In & arbalest.plan.v1.In.$Shape} In
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.In & arbalest.plan.v1.In.$Shape;

                /**
                 * Gets the type url for In
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace In {

                /** Properties of an In. */
                interface $Properties {

                    /** In input */
                    input?: (number|null);

                    /** In values */
                    values?: (number[]|null);

                    /** In negated */
                    negated?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an In. */
                type $Shape = arbalest.plan.v1.In.$Properties;
            }

            /**
             * Properties of a Lambda.
             * @deprecated Use arbalest.plan.v1.Lambda.$Properties instead.
             */
            interface ILambda extends arbalest.plan.v1.Lambda.$Properties {
            }

            /** Represents a Lambda. */
            class Lambda {

                /**
                 * Constructs a new Lambda.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Lambda.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Lambda parameters. */
                parameters: string[];

                /** Lambda body. */
                body: number;

                /** Lambda inputWidth. */
                inputWidth: number;

                /**
                 * Creates a new Lambda instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Lambda instance
                 */
                static create(properties: arbalest.plan.v1.Lambda.$Shape): arbalest.plan.v1.Lambda & arbalest.plan.v1.Lambda.$Shape;
                static create(properties?: arbalest.plan.v1.Lambda.$Properties): arbalest.plan.v1.Lambda;

                /**
                 * Encodes the specified Lambda message. Does not implicitly {@link arbalest.plan.v1.Lambda.verify|verify} messages.
                 * @param message Lambda message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Lambda.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Lambda message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Lambda & arbalest.plan.v1.Lambda.$Shape} Lambda
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Lambda & arbalest.plan.v1.Lambda.$Shape;

                /**
                 * Gets the type url for Lambda
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Lambda {

                /** Properties of a Lambda. */
                interface $Properties {

                    /** Lambda parameters */
                    parameters?: (string[]|null);

                    /** Lambda body */
                    body?: (number|null);

                    /** Lambda inputWidth */
                    inputWidth?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Lambda. */
                type $Shape = arbalest.plan.v1.Lambda.$Properties;
            }

            /**
             * Properties of a SortKey.
             * @deprecated Use arbalest.plan.v1.SortKey.$Properties instead.
             */
            interface ISortKey extends arbalest.plan.v1.SortKey.$Properties {
            }

            /** Represents a SortKey. */
            class SortKey {

                /**
                 * Constructs a new SortKey.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.SortKey.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SortKey expression. */
                expression: number;

                /** SortKey descending. */
                descending: boolean;

                /** SortKey nullsFirst. */
                nullsFirst: boolean;

                /**
                 * Creates a new SortKey instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SortKey instance
                 */
                static create(properties: arbalest.plan.v1.SortKey.$Shape): arbalest.plan.v1.SortKey & arbalest.plan.v1.SortKey.$Shape;
                static create(properties?: arbalest.plan.v1.SortKey.$Properties): arbalest.plan.v1.SortKey;

                /**
                 * Encodes the specified SortKey message. Does not implicitly {@link arbalest.plan.v1.SortKey.verify|verify} messages.
                 * @param message SortKey message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.SortKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SortKey message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.SortKey & arbalest.plan.v1.SortKey.$Shape} SortKey
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.SortKey & arbalest.plan.v1.SortKey.$Shape;

                /**
                 * Gets the type url for SortKey
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SortKey {

                /** Properties of a SortKey. */
                interface $Properties {

                    /** SortKey expression */
                    expression?: (number|null);

                    /** SortKey descending */
                    descending?: (boolean|null);

                    /** SortKey nullsFirst */
                    nullsFirst?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SortKey. */
                type $Shape = arbalest.plan.v1.SortKey.$Properties;
            }

            /**
             * Properties of an AggregateCall.
             * @deprecated Use arbalest.plan.v1.AggregateCall.$Properties instead.
             */
            interface IAggregateCall extends arbalest.plan.v1.AggregateCall.$Properties {
            }

            /** Represents an AggregateCall. */
            class AggregateCall {

                /**
                 * Constructs a new AggregateCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.AggregateCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AggregateCall name. */
                name: string;

                /** AggregateCall args. */
                args: number[];

                /** AggregateCall distinct. */
                distinct: boolean;

                /** AggregateCall filter. */
                filter?: (number|null);

                /** AggregateCall orderBy. */
                orderBy: arbalest.plan.v1.SortKey.$Properties[];

                /** AggregateCall type. */
                type: number;

                /**
                 * Creates a new AggregateCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AggregateCall instance
                 */
                static create(properties: arbalest.plan.v1.AggregateCall.$Shape): arbalest.plan.v1.AggregateCall & arbalest.plan.v1.AggregateCall.$Shape;
                static create(properties?: arbalest.plan.v1.AggregateCall.$Properties): arbalest.plan.v1.AggregateCall;

                /**
                 * Encodes the specified AggregateCall message. Does not implicitly {@link arbalest.plan.v1.AggregateCall.verify|verify} messages.
                 * @param message AggregateCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.AggregateCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AggregateCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.AggregateCall & arbalest.plan.v1.AggregateCall.$Shape} AggregateCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.AggregateCall & arbalest.plan.v1.AggregateCall.$Shape;

                /**
                 * Gets the type url for AggregateCall
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace AggregateCall {

                /** Properties of an AggregateCall. */
                interface $Properties {

                    /** AggregateCall name */
                    name?: (string|null);

                    /** AggregateCall args */
                    args?: (number[]|null);

                    /** AggregateCall distinct */
                    distinct?: (boolean|null);

                    /** AggregateCall filter */
                    filter?: (number|null);

                    /** AggregateCall orderBy */
                    orderBy?: (arbalest.plan.v1.SortKey.$Properties[]|null);

                    /** AggregateCall type */
                    type?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AggregateCall. */
                type $Shape = arbalest.plan.v1.AggregateCall.$Properties;
            }

            /**
             * Properties of a WindowCall.
             * @deprecated Use arbalest.plan.v1.WindowCall.$Properties instead.
             */
            interface IWindowCall extends arbalest.plan.v1.WindowCall.$Properties {
            }

            /** Represents a WindowCall. */
            class WindowCall {

                /**
                 * Constructs a new WindowCall.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.WindowCall.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** WindowCall name. */
                name: string;

                /** WindowCall aggregate. */
                aggregate: boolean;

                /** WindowCall args. */
                args: number[];

                /** WindowCall partitionBy. */
                partitionBy: number[];

                /** WindowCall orderBy. */
                orderBy: arbalest.plan.v1.SortKey.$Properties[];

                /** WindowCall frame. */
                frame?: (arbalest.plan.v1.WindowCall.Frame.$Properties|null);

                /** WindowCall filter. */
                filter?: (number|null);

                /** WindowCall distinct. */
                distinct: boolean;

                /** WindowCall ignoreNulls. */
                ignoreNulls: boolean;

                /** WindowCall argOrderBy. */
                argOrderBy: arbalest.plan.v1.SortKey.$Properties[];

                /** WindowCall offset. */
                offset?: (number|null);

                /** WindowCall default. */
                default?: (number|null);

                /** WindowCall type. */
                type: number;

                /**
                 * Creates a new WindowCall instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns WindowCall instance
                 */
                static create(properties: arbalest.plan.v1.WindowCall.$Shape): arbalest.plan.v1.WindowCall & arbalest.plan.v1.WindowCall.$Shape;
                static create(properties?: arbalest.plan.v1.WindowCall.$Properties): arbalest.plan.v1.WindowCall;

                /**
                 * Encodes the specified WindowCall message. Does not implicitly {@link arbalest.plan.v1.WindowCall.verify|verify} messages.
                 * @param message WindowCall message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.WindowCall.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a WindowCall message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.WindowCall & arbalest.plan.v1.WindowCall.$Shape} WindowCall
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.WindowCall & arbalest.plan.v1.WindowCall.$Shape;

                /**
                 * Gets the type url for WindowCall
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace WindowCall {

                /** Properties of a WindowCall. */
                interface $Properties {

                    /** WindowCall name */
                    name?: (string|null);

                    /** WindowCall aggregate */
                    aggregate?: (boolean|null);

                    /** WindowCall args */
                    args?: (number[]|null);

                    /** WindowCall partitionBy */
                    partitionBy?: (number[]|null);

                    /** WindowCall orderBy */
                    orderBy?: (arbalest.plan.v1.SortKey.$Properties[]|null);

                    /** WindowCall frame */
                    frame?: (arbalest.plan.v1.WindowCall.Frame.$Properties|null);

                    /** WindowCall filter */
                    filter?: (number|null);

                    /** WindowCall distinct */
                    distinct?: (boolean|null);

                    /** WindowCall ignoreNulls */
                    ignoreNulls?: (boolean|null);

                    /** WindowCall argOrderBy */
                    argOrderBy?: (arbalest.plan.v1.SortKey.$Properties[]|null);

                    /** WindowCall offset */
                    offset?: (number|null);

                    /** WindowCall default */
                    "default"?: (number|null);

                    /** WindowCall type */
                    type?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a WindowCall. */
                type $Shape = arbalest.plan.v1.WindowCall.$Properties;

                /**
                 * Properties of a Frame.
                 * @deprecated Use arbalest.plan.v1.WindowCall.Frame.$Properties instead.
                 */
                interface IFrame extends arbalest.plan.v1.WindowCall.Frame.$Properties {
                }

                /** Represents a Frame. */
                class Frame {

                    /**
                     * Constructs a new Frame.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.WindowCall.Frame.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Frame unit. */
                    unit: string;

                    /** Frame start. */
                    start?: (arbalest.plan.v1.WindowCall.Bound.$Properties|null);

                    /** Frame end. */
                    end?: (arbalest.plan.v1.WindowCall.Bound.$Properties|null);

                    /** Frame exclude. */
                    exclude: string;

                    /**
                     * Creates a new Frame instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Frame instance
                     */
                    static create(properties: arbalest.plan.v1.WindowCall.Frame.$Shape): arbalest.plan.v1.WindowCall.Frame & arbalest.plan.v1.WindowCall.Frame.$Shape;
                    static create(properties?: arbalest.plan.v1.WindowCall.Frame.$Properties): arbalest.plan.v1.WindowCall.Frame;

                    /**
                     * Encodes the specified Frame message. Does not implicitly {@link arbalest.plan.v1.WindowCall.Frame.verify|verify} messages.
                     * @param message Frame message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.WindowCall.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Frame message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.WindowCall.Frame & arbalest.plan.v1.WindowCall.Frame.$Shape} Frame
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.WindowCall.Frame & arbalest.plan.v1.WindowCall.Frame.$Shape;

                    /**
                     * Gets the type url for Frame
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Frame {

                    /** Properties of a Frame. */
                    interface $Properties {

                        /** Frame unit */
                        unit?: (string|null);

                        /** Frame start */
                        start?: (arbalest.plan.v1.WindowCall.Bound.$Properties|null);

                        /** Frame end */
                        end?: (arbalest.plan.v1.WindowCall.Bound.$Properties|null);

                        /** Frame exclude */
                        exclude?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Frame. */
                    type $Shape = arbalest.plan.v1.WindowCall.Frame.$Properties;
                }

                /**
                 * Properties of a Bound.
                 * @deprecated Use arbalest.plan.v1.WindowCall.Bound.$Properties instead.
                 */
                interface IBound extends arbalest.plan.v1.WindowCall.Bound.$Properties {
                }

                /** Represents a Bound. */
                class Bound {

                    /**
                     * Constructs a new Bound.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.WindowCall.Bound.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Bound kind. */
                    kind: string;

                    /** Bound offset. */
                    offset?: (number|null);

                    /**
                     * Creates a new Bound instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Bound instance
                     */
                    static create(properties: arbalest.plan.v1.WindowCall.Bound.$Shape): arbalest.plan.v1.WindowCall.Bound & arbalest.plan.v1.WindowCall.Bound.$Shape;
                    static create(properties?: arbalest.plan.v1.WindowCall.Bound.$Properties): arbalest.plan.v1.WindowCall.Bound;

                    /**
                     * Encodes the specified Bound message. Does not implicitly {@link arbalest.plan.v1.WindowCall.Bound.verify|verify} messages.
                     * @param message Bound message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.WindowCall.Bound.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Bound message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.WindowCall.Bound & arbalest.plan.v1.WindowCall.Bound.$Shape} Bound
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.WindowCall.Bound & arbalest.plan.v1.WindowCall.Bound.$Shape;

                    /**
                     * Gets the type url for Bound
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Bound {

                    /** Properties of a Bound. */
                    interface $Properties {

                        /** Bound kind */
                        kind?: (string|null);

                        /** Bound offset */
                        offset?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Bound. */
                    type $Shape = arbalest.plan.v1.WindowCall.Bound.$Properties;
                }
            }

            /**
             * Properties of a PositionList.
             * @deprecated Use arbalest.plan.v1.PositionList.$Properties instead.
             */
            interface IPositionList extends arbalest.plan.v1.PositionList.$Properties {
            }

            /** Represents a PositionList. */
            class PositionList {

                /**
                 * Constructs a new PositionList.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.PositionList.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PositionList positions. */
                positions: number[];

                /**
                 * Creates a new PositionList instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PositionList instance
                 */
                static create(properties: arbalest.plan.v1.PositionList.$Shape): arbalest.plan.v1.PositionList & arbalest.plan.v1.PositionList.$Shape;
                static create(properties?: arbalest.plan.v1.PositionList.$Properties): arbalest.plan.v1.PositionList;

                /**
                 * Encodes the specified PositionList message. Does not implicitly {@link arbalest.plan.v1.PositionList.verify|verify} messages.
                 * @param message PositionList message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.PositionList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PositionList message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.PositionList & arbalest.plan.v1.PositionList.$Shape} PositionList
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.PositionList & arbalest.plan.v1.PositionList.$Shape;

                /**
                 * Gets the type url for PositionList
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace PositionList {

                /** Properties of a PositionList. */
                interface $Properties {

                    /** PositionList positions */
                    positions?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PositionList. */
                type $Shape = arbalest.plan.v1.PositionList.$Properties;
            }

            /**
             * Properties of a Filter.
             * @deprecated Use arbalest.plan.v1.Filter.$Properties instead.
             */
            interface IFilter extends arbalest.plan.v1.Filter.$Properties {
            }

            /** Represents a Filter. */
            class Filter {

                /**
                 * Constructs a new Filter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Filter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Filter compare. */
                compare?: (arbalest.plan.v1.CompareFilter.$Properties|null);

                /** Filter in. */
                in?: (arbalest.plan.v1.InFilter.$Properties|null);

                /** Filter isNull. */
                isNull?: (string|null);

                /** Filter isNotNull. */
                isNotNull?: (string|null);

                /** Filter or. */
                or?: (arbalest.plan.v1.OrFilter.$Properties|null);

                /** Filter kind. */
                kind?: ("compare"|"in"|"isNull"|"isNotNull"|"or");

                /**
                 * Creates a new Filter instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Filter instance
                 */
                static create(properties: arbalest.plan.v1.Filter.$Shape): arbalest.plan.v1.Filter & arbalest.plan.v1.Filter.$Shape;
                static create(properties?: arbalest.plan.v1.Filter.$Properties): arbalest.plan.v1.Filter;

                /**
                 * Encodes the specified Filter message. Does not implicitly {@link arbalest.plan.v1.Filter.verify|verify} messages.
                 * @param message Filter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Filter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Filter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Filter & arbalest.plan.v1.Filter.$Shape} Filter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Filter & arbalest.plan.v1.Filter.$Shape;

                /**
                 * Gets the type url for Filter
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Filter {

                /** Properties of a Filter. */
                interface $Properties {

                    /** Filter compare */
                    compare?: (arbalest.plan.v1.CompareFilter.$Properties|null);

                    /** Filter in */
                    "in"?: (arbalest.plan.v1.InFilter.$Properties|null);

                    /** Filter isNull */
                    isNull?: (string|null);

                    /** Filter isNotNull */
                    isNotNull?: (string|null);

                    /** Filter or */
                    or?: (arbalest.plan.v1.OrFilter.$Properties|null);

                    /** Filter kind */
                    kind?: ("compare"|"in"|"isNull"|"isNotNull"|"or");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Filter. */
                type $Shape = {
                  compare?: arbalest.plan.v1.CompareFilter.$Shape|null;
                  "in"?: arbalest.plan.v1.InFilter.$Shape|null;
                  isNull?: string|null;
                  isNotNull?: string|null;
                  or?: arbalest.plan.v1.OrFilter.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; compare?: null; "in"?: null; isNull?: null; isNotNull?: null; or?: null }|{ kind?: "compare"; compare: arbalest.plan.v1.CompareFilter.$Shape; "in"?: null; isNull?: null; isNotNull?: null; or?: null }|{ kind?: "in"; compare?: null; "in": arbalest.plan.v1.InFilter.$Shape; isNull?: null; isNotNull?: null; or?: null }|{ kind?: "isNull"; compare?: null; "in"?: null; isNull: string; isNotNull?: null; or?: null }|{ kind?: "isNotNull"; compare?: null; "in"?: null; isNull?: null; isNotNull: string; or?: null }|{ kind?: "or"; compare?: null; "in"?: null; isNull?: null; isNotNull?: null; or: arbalest.plan.v1.OrFilter.$Shape })
                );
            }

            /**
             * Properties of a CompareFilter.
             * @deprecated Use arbalest.plan.v1.CompareFilter.$Properties instead.
             */
            interface ICompareFilter extends arbalest.plan.v1.CompareFilter.$Properties {
            }

            /** Represents a CompareFilter. */
            class CompareFilter {

                /**
                 * Constructs a new CompareFilter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.CompareFilter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CompareFilter column. */
                column: string;

                /** CompareFilter op. */
                op: string;

                /** CompareFilter value. */
                value: string;

                /**
                 * Creates a new CompareFilter instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CompareFilter instance
                 */
                static create(properties: arbalest.plan.v1.CompareFilter.$Shape): arbalest.plan.v1.CompareFilter & arbalest.plan.v1.CompareFilter.$Shape;
                static create(properties?: arbalest.plan.v1.CompareFilter.$Properties): arbalest.plan.v1.CompareFilter;

                /**
                 * Encodes the specified CompareFilter message. Does not implicitly {@link arbalest.plan.v1.CompareFilter.verify|verify} messages.
                 * @param message CompareFilter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.CompareFilter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CompareFilter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.CompareFilter & arbalest.plan.v1.CompareFilter.$Shape} CompareFilter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.CompareFilter & arbalest.plan.v1.CompareFilter.$Shape;

                /**
                 * Gets the type url for CompareFilter
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CompareFilter {

                /** Properties of a CompareFilter. */
                interface $Properties {

                    /** CompareFilter column */
                    column?: (string|null);

                    /** CompareFilter op */
                    op?: (string|null);

                    /** CompareFilter value */
                    value?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CompareFilter. */
                type $Shape = arbalest.plan.v1.CompareFilter.$Properties;
            }

            /**
             * Properties of an InFilter.
             * @deprecated Use arbalest.plan.v1.InFilter.$Properties instead.
             */
            interface IInFilter extends arbalest.plan.v1.InFilter.$Properties {
            }

            /** Represents an InFilter. */
            class InFilter {

                /**
                 * Constructs a new InFilter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.InFilter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InFilter column. */
                column: string;

                /** InFilter values. */
                values: string[];

                /**
                 * Creates a new InFilter instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns InFilter instance
                 */
                static create(properties: arbalest.plan.v1.InFilter.$Shape): arbalest.plan.v1.InFilter & arbalest.plan.v1.InFilter.$Shape;
                static create(properties?: arbalest.plan.v1.InFilter.$Properties): arbalest.plan.v1.InFilter;

                /**
                 * Encodes the specified InFilter message. Does not implicitly {@link arbalest.plan.v1.InFilter.verify|verify} messages.
                 * @param message InFilter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.InFilter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InFilter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.InFilter & arbalest.plan.v1.InFilter.$Shape} InFilter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.InFilter & arbalest.plan.v1.InFilter.$Shape;

                /**
                 * Gets the type url for InFilter
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace InFilter {

                /** Properties of an InFilter. */
                interface $Properties {

                    /** InFilter column */
                    column?: (string|null);

                    /** InFilter values */
                    values?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InFilter. */
                type $Shape = arbalest.plan.v1.InFilter.$Properties;
            }

            /**
             * Properties of an OrFilter.
             * @deprecated Use arbalest.plan.v1.OrFilter.$Properties instead.
             */
            interface IOrFilter extends arbalest.plan.v1.OrFilter.$Properties {
            }

            /** Represents an OrFilter. */
            class OrFilter {

                /**
                 * Constructs a new OrFilter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.OrFilter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** OrFilter any. */
                any: arbalest.plan.v1.FilterList.$Properties[];

                /**
                 * Creates a new OrFilter instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns OrFilter instance
                 */
                static create(properties: arbalest.plan.v1.OrFilter.$Shape): arbalest.plan.v1.OrFilter & arbalest.plan.v1.OrFilter.$Shape;
                static create(properties?: arbalest.plan.v1.OrFilter.$Properties): arbalest.plan.v1.OrFilter;

                /**
                 * Encodes the specified OrFilter message. Does not implicitly {@link arbalest.plan.v1.OrFilter.verify|verify} messages.
                 * @param message OrFilter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.OrFilter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an OrFilter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.OrFilter & arbalest.plan.v1.OrFilter.$Shape} OrFilter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.OrFilter & arbalest.plan.v1.OrFilter.$Shape;

                /**
                 * Gets the type url for OrFilter
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace OrFilter {

                /** Properties of an OrFilter. */
                interface $Properties {

                    /** OrFilter any */
                    any?: (arbalest.plan.v1.FilterList.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an OrFilter. */
                type $Shape = {
                  any?: arbalest.plan.v1.FilterList.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a FilterList.
             * @deprecated Use arbalest.plan.v1.FilterList.$Properties instead.
             */
            interface IFilterList extends arbalest.plan.v1.FilterList.$Properties {
            }

            /** Represents a FilterList. */
            class FilterList {

                /**
                 * Constructs a new FilterList.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.FilterList.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FilterList filters. */
                filters: arbalest.plan.v1.Filter.$Properties[];

                /**
                 * Creates a new FilterList instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FilterList instance
                 */
                static create(properties: arbalest.plan.v1.FilterList.$Shape): arbalest.plan.v1.FilterList & arbalest.plan.v1.FilterList.$Shape;
                static create(properties?: arbalest.plan.v1.FilterList.$Properties): arbalest.plan.v1.FilterList;

                /**
                 * Encodes the specified FilterList message. Does not implicitly {@link arbalest.plan.v1.FilterList.verify|verify} messages.
                 * @param message FilterList message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.FilterList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FilterList message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.FilterList & arbalest.plan.v1.FilterList.$Shape} FilterList
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.FilterList & arbalest.plan.v1.FilterList.$Shape;

                /**
                 * Gets the type url for FilterList
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FilterList {

                /** Properties of a FilterList. */
                interface $Properties {

                    /** FilterList filters */
                    filters?: (arbalest.plan.v1.Filter.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FilterList. */
                type $Shape = {
                  filters?: arbalest.plan.v1.Filter.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };
            }

            /**
             * Properties of a Node.
             * @deprecated Use arbalest.plan.v1.Node.$Properties instead.
             */
            interface INode extends arbalest.plan.v1.Node.$Properties {
            }

            /** Represents a Node. */
            class Node {

                /**
                 * Constructs a new Node.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Node.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Node rows. */
                rows?: (number|null);

                /** Node scan. */
                scan?: (arbalest.plan.v1.Scan.$Properties|null);

                /** Node values. */
                values?: (arbalest.plan.v1.Values.$Properties|null);

                /** Node tableFunction. */
                tableFunction?: (arbalest.plan.v1.TableFunction.$Properties|null);

                /** Node filter. */
                filter?: (arbalest.plan.v1.FilterRows.$Properties|null);

                /** Node project. */
                project?: (arbalest.plan.v1.Project.$Properties|null);

                /** Node aggregate. */
                aggregate?: (arbalest.plan.v1.Aggregate.$Properties|null);

                /** Node distinct. */
                distinct?: (arbalest.plan.v1.Distinct.$Properties|null);

                /** Node join. */
                join?: (arbalest.plan.v1.Join.$Properties|null);

                /** Node delimGet. */
                delimGet?: (arbalest.plan.v1.DelimGet.$Properties|null);

                /** Node window. */
                window?: (arbalest.plan.v1.Window.$Properties|null);

                /** Node unnest. */
                unnest?: (arbalest.plan.v1.Unnest.$Properties|null);

                /** Node sort. */
                sort?: (arbalest.plan.v1.Sort.$Properties|null);

                /** Node topN. */
                topN?: (arbalest.plan.v1.TopN.$Properties|null);

                /** Node limit. */
                limit?: (arbalest.plan.v1.Limit.$Properties|null);

                /** Node setOperation. */
                setOperation?: (arbalest.plan.v1.SetOperation.$Properties|null);

                /** Node sample. */
                sample?: (arbalest.plan.v1.Sample.$Properties|null);

                /** Node cte. */
                cte?: (arbalest.plan.v1.Cte.$Properties|null);

                /** Node cteRef. */
                cteRef?: (arbalest.plan.v1.CteRef.$Properties|null);

                /** Node opaque. */
                opaque?: (arbalest.plan.v1.Opaque.$Properties|null);

                /** Node exchange. */
                exchange?: (arbalest.plan.v1.Exchange.$Properties|null);

                /** Node input. */
                input?: (arbalest.plan.v1.Input.$Properties|null);

                /** Node invoke. */
                invoke?: (arbalest.plan.v1.Invoke.$Properties|null);

                /** Node kind. */
                kind?: ("scan"|"values"|"tableFunction"|"filter"|"project"|"aggregate"|"distinct"|"join"|"delimGet"|"window"|"unnest"|"sort"|"topN"|"limit"|"setOperation"|"sample"|"cte"|"cteRef"|"opaque"|"exchange"|"input"|"invoke");

                /**
                 * Creates a new Node instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Node instance
                 */
                static create(properties: arbalest.plan.v1.Node.$Shape): arbalest.plan.v1.Node & arbalest.plan.v1.Node.$Shape;
                static create(properties?: arbalest.plan.v1.Node.$Properties): arbalest.plan.v1.Node;

                /**
                 * Encodes the specified Node message. Does not implicitly {@link arbalest.plan.v1.Node.verify|verify} messages.
                 * @param message Node message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Node.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Node message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Node & arbalest.plan.v1.Node.$Shape} Node
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Node & arbalest.plan.v1.Node.$Shape;

                /**
                 * Gets the type url for Node
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Node {

                /** Properties of a Node. */
                interface $Properties {

                    /** Node rows */
                    rows?: (number|null);

                    /** Node scan */
                    scan?: (arbalest.plan.v1.Scan.$Properties|null);

                    /** Node values */
                    values?: (arbalest.plan.v1.Values.$Properties|null);

                    /** Node tableFunction */
                    tableFunction?: (arbalest.plan.v1.TableFunction.$Properties|null);

                    /** Node filter */
                    filter?: (arbalest.plan.v1.FilterRows.$Properties|null);

                    /** Node project */
                    project?: (arbalest.plan.v1.Project.$Properties|null);

                    /** Node aggregate */
                    aggregate?: (arbalest.plan.v1.Aggregate.$Properties|null);

                    /** Node distinct */
                    distinct?: (arbalest.plan.v1.Distinct.$Properties|null);

                    /** Node join */
                    join?: (arbalest.plan.v1.Join.$Properties|null);

                    /** Node delimGet */
                    delimGet?: (arbalest.plan.v1.DelimGet.$Properties|null);

                    /** Node window */
                    window?: (arbalest.plan.v1.Window.$Properties|null);

                    /** Node unnest */
                    unnest?: (arbalest.plan.v1.Unnest.$Properties|null);

                    /** Node sort */
                    sort?: (arbalest.plan.v1.Sort.$Properties|null);

                    /** Node topN */
                    topN?: (arbalest.plan.v1.TopN.$Properties|null);

                    /** Node limit */
                    limit?: (arbalest.plan.v1.Limit.$Properties|null);

                    /** Node setOperation */
                    setOperation?: (arbalest.plan.v1.SetOperation.$Properties|null);

                    /** Node sample */
                    sample?: (arbalest.plan.v1.Sample.$Properties|null);

                    /** Node cte */
                    cte?: (arbalest.plan.v1.Cte.$Properties|null);

                    /** Node cteRef */
                    cteRef?: (arbalest.plan.v1.CteRef.$Properties|null);

                    /** Node opaque */
                    opaque?: (arbalest.plan.v1.Opaque.$Properties|null);

                    /** Node exchange */
                    exchange?: (arbalest.plan.v1.Exchange.$Properties|null);

                    /** Node input */
                    input?: (arbalest.plan.v1.Input.$Properties|null);

                    /** Node invoke */
                    invoke?: (arbalest.plan.v1.Invoke.$Properties|null);

                    /** Node kind */
                    kind?: ("scan"|"values"|"tableFunction"|"filter"|"project"|"aggregate"|"distinct"|"join"|"delimGet"|"window"|"unnest"|"sort"|"topN"|"limit"|"setOperation"|"sample"|"cte"|"cteRef"|"opaque"|"exchange"|"input"|"invoke");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of a Node. */
                type $Shape = {
                  rows?: number|null;
                  scan?: arbalest.plan.v1.Scan.$Shape|null;
                  values?: arbalest.plan.v1.Values.$Shape|null;
                  tableFunction?: arbalest.plan.v1.TableFunction.$Shape|null;
                  filter?: arbalest.plan.v1.FilterRows.$Shape|null;
                  project?: arbalest.plan.v1.Project.$Shape|null;
                  aggregate?: arbalest.plan.v1.Aggregate.$Shape|null;
                  distinct?: arbalest.plan.v1.Distinct.$Shape|null;
                  join?: arbalest.plan.v1.Join.$Shape|null;
                  delimGet?: arbalest.plan.v1.DelimGet.$Shape|null;
                  window?: arbalest.plan.v1.Window.$Shape|null;
                  unnest?: arbalest.plan.v1.Unnest.$Shape|null;
                  sort?: arbalest.plan.v1.Sort.$Shape|null;
                  topN?: arbalest.plan.v1.TopN.$Shape|null;
                  limit?: arbalest.plan.v1.Limit.$Shape|null;
                  setOperation?: arbalest.plan.v1.SetOperation.$Shape|null;
                  sample?: arbalest.plan.v1.Sample.$Shape|null;
                  cte?: arbalest.plan.v1.Cte.$Shape|null;
                  cteRef?: arbalest.plan.v1.CteRef.$Shape|null;
                  opaque?: arbalest.plan.v1.Opaque.$Shape|null;
                  exchange?: arbalest.plan.v1.Exchange.$Shape|null;
                  input?: arbalest.plan.v1.Input.$Shape|null;
                  invoke?: arbalest.plan.v1.Invoke.$Shape|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ kind?: undefined; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "scan"; scan: arbalest.plan.v1.Scan.$Shape; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "values"; scan?: null; values: arbalest.plan.v1.Values.$Shape; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "tableFunction"; scan?: null; values?: null; tableFunction: arbalest.plan.v1.TableFunction.$Shape; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "filter"; scan?: null; values?: null; tableFunction?: null; filter: arbalest.plan.v1.FilterRows.$Shape; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "project"; scan?: null; values?: null; tableFunction?: null; filter?: null; project: arbalest.plan.v1.Project.$Shape; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "aggregate"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate: arbalest.plan.v1.Aggregate.$Shape; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "distinct"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct: arbalest.plan.v1.Distinct.$Shape; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "join"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join: arbalest.plan.v1.Join.$Shape; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "delimGet"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet: arbalest.plan.v1.DelimGet.$Shape; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "window"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window: arbalest.plan.v1.Window.$Shape; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "unnest"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest: arbalest.plan.v1.Unnest.$Shape; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "sort"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort: arbalest.plan.v1.Sort.$Shape; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "topN"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN: arbalest.plan.v1.TopN.$Shape; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "limit"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit: arbalest.plan.v1.Limit.$Shape; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "setOperation"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation: arbalest.plan.v1.SetOperation.$Shape; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "sample"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample: arbalest.plan.v1.Sample.$Shape; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "cte"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte: arbalest.plan.v1.Cte.$Shape; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "cteRef"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef: arbalest.plan.v1.CteRef.$Shape; opaque?: null; exchange?: null; input?: null; invoke?: null }|{ kind?: "opaque"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque: arbalest.plan.v1.Opaque.$Shape; exchange?: null; input?: null; invoke?: null }|{ kind?: "exchange"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange: arbalest.plan.v1.Exchange.$Shape; input?: null; invoke?: null }|{ kind?: "input"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input: arbalest.plan.v1.Input.$Shape; invoke?: null }|{ kind?: "invoke"; scan?: null; values?: null; tableFunction?: null; filter?: null; project?: null; aggregate?: null; distinct?: null; join?: null; delimGet?: null; window?: null; unnest?: null; sort?: null; topN?: null; limit?: null; setOperation?: null; sample?: null; cte?: null; cteRef?: null; opaque?: null; exchange?: null; input?: null; invoke: arbalest.plan.v1.Invoke.$Shape })
                );
            }

            /**
             * Properties of a Scan.
             * @deprecated Use arbalest.plan.v1.Scan.$Properties instead.
             */
            interface IScan extends arbalest.plan.v1.Scan.$Properties {
            }

            /** Represents a Scan. */
            class Scan {

                /**
                 * Constructs a new Scan.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Scan.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Scan table. */
                table: number;

                /** Scan name. */
                name: string;

                /** Scan columns. */
                columns: arbalest.plan.v1.Scan.Column.$Properties[];

                /** Scan filters. */
                filters: arbalest.plan.v1.Filter.$Properties[];

                /**
                 * Creates a new Scan instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Scan instance
                 */
                static create(properties: arbalest.plan.v1.Scan.$Shape): arbalest.plan.v1.Scan & arbalest.plan.v1.Scan.$Shape;
                static create(properties?: arbalest.plan.v1.Scan.$Properties): arbalest.plan.v1.Scan;

                /**
                 * Encodes the specified Scan message. Does not implicitly {@link arbalest.plan.v1.Scan.verify|verify} messages.
                 * @param message Scan message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Scan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Scan message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Scan & arbalest.plan.v1.Scan.$Shape} Scan
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Scan & arbalest.plan.v1.Scan.$Shape;

                /**
                 * Gets the type url for Scan
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Scan {

                /** Properties of a Scan. */
                interface $Properties {

                    /** Scan table */
                    table?: (number|null);

                    /** Scan name */
                    name?: (string|null);

                    /** Scan columns */
                    columns?: (arbalest.plan.v1.Scan.Column.$Properties[]|null);

                    /** Scan filters */
                    filters?: (arbalest.plan.v1.Filter.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Scan. */
                type $Shape = {
                  table?: number|null;
                  name?: string|null;
                  columns?: arbalest.plan.v1.Scan.Column.$Shape[]|null;
                  filters?: arbalest.plan.v1.Filter.$Shape[]|null;
                  $unknowns?: Uint8Array[];
                };

                /**
                 * Properties of a Column.
                 * @deprecated Use arbalest.plan.v1.Scan.Column.$Properties instead.
                 */
                interface IColumn extends arbalest.plan.v1.Scan.Column.$Properties {
                }

                /** Represents a Column. */
                class Column {

                    /**
                     * Constructs a new Column.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Scan.Column.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Column column. */
                    column: number;

                    /** Column name. */
                    name: string;

                    /** Column type. */
                    type: number;

                    /**
                     * Creates a new Column instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Column instance
                     */
                    static create(properties: arbalest.plan.v1.Scan.Column.$Shape): arbalest.plan.v1.Scan.Column & arbalest.plan.v1.Scan.Column.$Shape;
                    static create(properties?: arbalest.plan.v1.Scan.Column.$Properties): arbalest.plan.v1.Scan.Column;

                    /**
                     * Encodes the specified Column message. Does not implicitly {@link arbalest.plan.v1.Scan.Column.verify|verify} messages.
                     * @param message Column message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Scan.Column.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Column message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Scan.Column & arbalest.plan.v1.Scan.Column.$Shape} Column
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Scan.Column & arbalest.plan.v1.Scan.Column.$Shape;

                    /**
                     * Gets the type url for Column
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Column {

                    /** Properties of a Column. */
                    interface $Properties {

                        /** Column column */
                        column?: (number|null);

                        /** Column name */
                        name?: (string|null);

                        /** Column type */
                        type?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Column. */
                    type $Shape = arbalest.plan.v1.Scan.Column.$Properties;
                }
            }

            /**
             * Properties of a Values.
             * @deprecated Use arbalest.plan.v1.Values.$Properties instead.
             */
            interface IValues extends arbalest.plan.v1.Values.$Properties {
            }

            /** Represents a Values. */
            class Values {

                /**
                 * Constructs a new Values.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Values.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Values types. */
                types: number[];

                /** Values values. */
                values: arbalest.plan.v1.PositionList.$Properties[];

                /**
                 * Creates a new Values instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Values instance
                 */
                static create(properties: arbalest.plan.v1.Values.$Shape): arbalest.plan.v1.Values & arbalest.plan.v1.Values.$Shape;
                static create(properties?: arbalest.plan.v1.Values.$Properties): arbalest.plan.v1.Values;

                /**
                 * Encodes the specified Values message. Does not implicitly {@link arbalest.plan.v1.Values.verify|verify} messages.
                 * @param message Values message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Values.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Values message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Values & arbalest.plan.v1.Values.$Shape} Values
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Values & arbalest.plan.v1.Values.$Shape;

                /**
                 * Gets the type url for Values
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Values {

                /** Properties of a Values. */
                interface $Properties {

                    /** Values types */
                    types?: (number[]|null);

                    /** Values values */
                    values?: (arbalest.plan.v1.PositionList.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Values. */
                type $Shape = arbalest.plan.v1.Values.$Properties;
            }

            /**
             * Properties of a TableFunction.
             * @deprecated Use arbalest.plan.v1.TableFunction.$Properties instead.
             */
            interface ITableFunction extends arbalest.plan.v1.TableFunction.$Properties {
            }

            /** Represents a TableFunction. */
            class TableFunction {

                /**
                 * Constructs a new TableFunction.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.TableFunction.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TableFunction name. */
                name: string;

                /** TableFunction args. */
                args: number[];

                /** TableFunction namedArgs. */
                namedArgs: arbalest.plan.v1.TableFunction.NamedArgument.$Properties[];

                /** TableFunction names. */
                names: string[];

                /** TableFunction types. */
                types: number[];

                /**
                 * Creates a new TableFunction instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TableFunction instance
                 */
                static create(properties: arbalest.plan.v1.TableFunction.$Shape): arbalest.plan.v1.TableFunction & arbalest.plan.v1.TableFunction.$Shape;
                static create(properties?: arbalest.plan.v1.TableFunction.$Properties): arbalest.plan.v1.TableFunction;

                /**
                 * Encodes the specified TableFunction message. Does not implicitly {@link arbalest.plan.v1.TableFunction.verify|verify} messages.
                 * @param message TableFunction message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.TableFunction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TableFunction message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.TableFunction & arbalest.plan.v1.TableFunction.$Shape} TableFunction
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.TableFunction & arbalest.plan.v1.TableFunction.$Shape;

                /**
                 * Gets the type url for TableFunction
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TableFunction {

                /** Properties of a TableFunction. */
                interface $Properties {

                    /** TableFunction name */
                    name?: (string|null);

                    /** TableFunction args */
                    args?: (number[]|null);

                    /** TableFunction namedArgs */
                    namedArgs?: (arbalest.plan.v1.TableFunction.NamedArgument.$Properties[]|null);

                    /** TableFunction names */
                    names?: (string[]|null);

                    /** TableFunction types */
                    types?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TableFunction. */
                type $Shape = arbalest.plan.v1.TableFunction.$Properties;

                /**
                 * Properties of a NamedArgument.
                 * @deprecated Use arbalest.plan.v1.TableFunction.NamedArgument.$Properties instead.
                 */
                interface INamedArgument extends arbalest.plan.v1.TableFunction.NamedArgument.$Properties {
                }

                /** Represents a NamedArgument. */
                class NamedArgument {

                    /**
                     * Constructs a new NamedArgument.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.TableFunction.NamedArgument.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** NamedArgument name. */
                    name: string;

                    /** NamedArgument value. */
                    value: number;

                    /**
                     * Creates a new NamedArgument instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns NamedArgument instance
                     */
                    static create(properties: arbalest.plan.v1.TableFunction.NamedArgument.$Shape): arbalest.plan.v1.TableFunction.NamedArgument & arbalest.plan.v1.TableFunction.NamedArgument.$Shape;
                    static create(properties?: arbalest.plan.v1.TableFunction.NamedArgument.$Properties): arbalest.plan.v1.TableFunction.NamedArgument;

                    /**
                     * Encodes the specified NamedArgument message. Does not implicitly {@link arbalest.plan.v1.TableFunction.NamedArgument.verify|verify} messages.
                     * @param message NamedArgument message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.TableFunction.NamedArgument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NamedArgument message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.TableFunction.NamedArgument & arbalest.plan.v1.TableFunction.NamedArgument.$Shape} NamedArgument
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.TableFunction.NamedArgument & arbalest.plan.v1.TableFunction.NamedArgument.$Shape;

                    /**
                     * Gets the type url for NamedArgument
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace NamedArgument {

                    /** Properties of a NamedArgument. */
                    interface $Properties {

                        /** NamedArgument name */
                        name?: (string|null);

                        /** NamedArgument value */
                        value?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a NamedArgument. */
                    type $Shape = arbalest.plan.v1.TableFunction.NamedArgument.$Properties;
                }
            }

            /**
             * Properties of a FilterRows.
             * @deprecated Use arbalest.plan.v1.FilterRows.$Properties instead.
             */
            interface IFilterRows extends arbalest.plan.v1.FilterRows.$Properties {
            }

            /** Represents a FilterRows. */
            class FilterRows {

                /**
                 * Constructs a new FilterRows.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.FilterRows.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FilterRows input. */
                input: number;

                /** FilterRows predicate. */
                predicate: number;

                /**
                 * Creates a new FilterRows instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FilterRows instance
                 */
                static create(properties: arbalest.plan.v1.FilterRows.$Shape): arbalest.plan.v1.FilterRows & arbalest.plan.v1.FilterRows.$Shape;
                static create(properties?: arbalest.plan.v1.FilterRows.$Properties): arbalest.plan.v1.FilterRows;

                /**
                 * Encodes the specified FilterRows message. Does not implicitly {@link arbalest.plan.v1.FilterRows.verify|verify} messages.
                 * @param message FilterRows message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.FilterRows.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FilterRows message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.FilterRows & arbalest.plan.v1.FilterRows.$Shape} FilterRows
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.FilterRows & arbalest.plan.v1.FilterRows.$Shape;

                /**
                 * Gets the type url for FilterRows
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FilterRows {

                /** Properties of a FilterRows. */
                interface $Properties {

                    /** FilterRows input */
                    input?: (number|null);

                    /** FilterRows predicate */
                    predicate?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FilterRows. */
                type $Shape = arbalest.plan.v1.FilterRows.$Properties;
            }

            /**
             * Properties of a Project.
             * @deprecated Use arbalest.plan.v1.Project.$Properties instead.
             */
            interface IProject extends arbalest.plan.v1.Project.$Properties {
            }

            /** Represents a Project. */
            class Project {

                /**
                 * Constructs a new Project.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Project.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Project input. */
                input: number;

                /** Project expressions. */
                expressions: number[];

                /**
                 * Creates a new Project instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Project instance
                 */
                static create(properties: arbalest.plan.v1.Project.$Shape): arbalest.plan.v1.Project & arbalest.plan.v1.Project.$Shape;
                static create(properties?: arbalest.plan.v1.Project.$Properties): arbalest.plan.v1.Project;

                /**
                 * Encodes the specified Project message. Does not implicitly {@link arbalest.plan.v1.Project.verify|verify} messages.
                 * @param message Project message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Project.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Project message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Project & arbalest.plan.v1.Project.$Shape} Project
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Project & arbalest.plan.v1.Project.$Shape;

                /**
                 * Gets the type url for Project
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Project {

                /** Properties of a Project. */
                interface $Properties {

                    /** Project input */
                    input?: (number|null);

                    /** Project expressions */
                    expressions?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Project. */
                type $Shape = arbalest.plan.v1.Project.$Properties;
            }

            /**
             * Properties of an Invoke.
             * @deprecated Use arbalest.plan.v1.Invoke.$Properties instead.
             */
            interface IInvoke extends arbalest.plan.v1.Invoke.$Properties {
            }

            /** Represents an Invoke. */
            class Invoke {

                /**
                 * Constructs a new Invoke.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Invoke.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Invoke input. */
                input: number;

                /** Invoke keep. */
                keep: number[];

                /** Invoke calls. */
                calls: arbalest.plan.v1.Invoke.Call.$Properties[];

                /**
                 * Creates a new Invoke instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Invoke instance
                 */
                static create(properties: arbalest.plan.v1.Invoke.$Shape): arbalest.plan.v1.Invoke & arbalest.plan.v1.Invoke.$Shape;
                static create(properties?: arbalest.plan.v1.Invoke.$Properties): arbalest.plan.v1.Invoke;

                /**
                 * Encodes the specified Invoke message. Does not implicitly {@link arbalest.plan.v1.Invoke.verify|verify} messages.
                 * @param message Invoke message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Invoke.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Invoke message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Invoke & arbalest.plan.v1.Invoke.$Shape} Invoke
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Invoke & arbalest.plan.v1.Invoke.$Shape;

                /**
                 * Gets the type url for Invoke
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Invoke {

                /** Properties of an Invoke. */
                interface $Properties {

                    /** Invoke input */
                    input?: (number|null);

                    /** Invoke keep */
                    keep?: (number[]|null);

                    /** Invoke calls */
                    calls?: (arbalest.plan.v1.Invoke.Call.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Invoke. */
                type $Shape = arbalest.plan.v1.Invoke.$Properties;

                /**
                 * Properties of a Call.
                 * @deprecated Use arbalest.plan.v1.Invoke.Call.$Properties instead.
                 */
                interface ICall extends arbalest.plan.v1.Invoke.Call.$Properties {
                }

                /** Represents a Call. */
                class Call {

                    /**
                     * Constructs a new Call.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Invoke.Call.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Call user. */
                    user?: (arbalest.plan.v1.UserCall.$Properties|null);

                    /** Call name. */
                    name: string;

                    /** Call args. */
                    args: number[];

                    /** Call when. */
                    when?: (number|null);

                    /** Call type. */
                    type: number;

                    /**
                     * Creates a new Call instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Call instance
                     */
                    static create(properties: arbalest.plan.v1.Invoke.Call.$Shape): arbalest.plan.v1.Invoke.Call & arbalest.plan.v1.Invoke.Call.$Shape;
                    static create(properties?: arbalest.plan.v1.Invoke.Call.$Properties): arbalest.plan.v1.Invoke.Call;

                    /**
                     * Encodes the specified Call message. Does not implicitly {@link arbalest.plan.v1.Invoke.Call.verify|verify} messages.
                     * @param message Call message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Invoke.Call.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Call message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Invoke.Call & arbalest.plan.v1.Invoke.Call.$Shape} Call
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Invoke.Call & arbalest.plan.v1.Invoke.Call.$Shape;

                    /**
                     * Gets the type url for Call
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Call {

                    /** Properties of a Call. */
                    interface $Properties {

                        /** Call user */
                        user?: (arbalest.plan.v1.UserCall.$Properties|null);

                        /** Call name */
                        name?: (string|null);

                        /** Call args */
                        args?: (number[]|null);

                        /** Call when */
                        when?: (number|null);

                        /** Call type */
                        type?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Call. */
                    type $Shape = arbalest.plan.v1.Invoke.Call.$Properties;
                }
            }

            /**
             * Properties of an Aggregate.
             * @deprecated Use arbalest.plan.v1.Aggregate.$Properties instead.
             */
            interface IAggregate extends arbalest.plan.v1.Aggregate.$Properties {
            }

            /** Represents an Aggregate. */
            class Aggregate {

                /**
                 * Constructs a new Aggregate.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Aggregate.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Aggregate input. */
                input: number;

                /** Aggregate groups. */
                groups: number[];

                /** Aggregate aggregates. */
                aggregates: arbalest.plan.v1.AggregateCall.$Properties[];

                /** Aggregate sets. */
                sets: arbalest.plan.v1.PositionList.$Properties[];

                /** Aggregate hasSets. */
                hasSets: boolean;

                /** Aggregate groupingCalls. */
                groupingCalls: arbalest.plan.v1.PositionList.$Properties[];

                /**
                 * Creates a new Aggregate instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Aggregate instance
                 */
                static create(properties: arbalest.plan.v1.Aggregate.$Shape): arbalest.plan.v1.Aggregate & arbalest.plan.v1.Aggregate.$Shape;
                static create(properties?: arbalest.plan.v1.Aggregate.$Properties): arbalest.plan.v1.Aggregate;

                /**
                 * Encodes the specified Aggregate message. Does not implicitly {@link arbalest.plan.v1.Aggregate.verify|verify} messages.
                 * @param message Aggregate message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Aggregate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Aggregate message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Aggregate & arbalest.plan.v1.Aggregate.$Shape} Aggregate
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Aggregate & arbalest.plan.v1.Aggregate.$Shape;

                /**
                 * Gets the type url for Aggregate
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Aggregate {

                /** Properties of an Aggregate. */
                interface $Properties {

                    /** Aggregate input */
                    input?: (number|null);

                    /** Aggregate groups */
                    groups?: (number[]|null);

                    /** Aggregate aggregates */
                    aggregates?: (arbalest.plan.v1.AggregateCall.$Properties[]|null);

                    /** Aggregate sets */
                    sets?: (arbalest.plan.v1.PositionList.$Properties[]|null);

                    /** Aggregate hasSets */
                    hasSets?: (boolean|null);

                    /** Aggregate groupingCalls */
                    groupingCalls?: (arbalest.plan.v1.PositionList.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Aggregate. */
                type $Shape = arbalest.plan.v1.Aggregate.$Properties;
            }

            /**
             * Properties of a Distinct.
             * @deprecated Use arbalest.plan.v1.Distinct.$Properties instead.
             */
            interface IDistinct extends arbalest.plan.v1.Distinct.$Properties {
            }

            /** Represents a Distinct. */
            class Distinct {

                /**
                 * Constructs a new Distinct.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Distinct.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Distinct input. */
                input: number;

                /** Distinct on. */
                on?: (arbalest.plan.v1.PositionList.$Properties|null);

                /** Distinct orderBy. */
                orderBy: arbalest.plan.v1.SortKey.$Properties[];

                /**
                 * Creates a new Distinct instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Distinct instance
                 */
                static create(properties: arbalest.plan.v1.Distinct.$Shape): arbalest.plan.v1.Distinct & arbalest.plan.v1.Distinct.$Shape;
                static create(properties?: arbalest.plan.v1.Distinct.$Properties): arbalest.plan.v1.Distinct;

                /**
                 * Encodes the specified Distinct message. Does not implicitly {@link arbalest.plan.v1.Distinct.verify|verify} messages.
                 * @param message Distinct message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Distinct.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Distinct message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Distinct & arbalest.plan.v1.Distinct.$Shape} Distinct
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Distinct & arbalest.plan.v1.Distinct.$Shape;

                /**
                 * Gets the type url for Distinct
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Distinct {

                /** Properties of a Distinct. */
                interface $Properties {

                    /** Distinct input */
                    input?: (number|null);

                    /** Distinct on */
                    on?: (arbalest.plan.v1.PositionList.$Properties|null);

                    /** Distinct orderBy */
                    orderBy?: (arbalest.plan.v1.SortKey.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Distinct. */
                type $Shape = arbalest.plan.v1.Distinct.$Properties;
            }

            /**
             * Properties of a Join.
             * @deprecated Use arbalest.plan.v1.Join.$Properties instead.
             */
            interface IJoin extends arbalest.plan.v1.Join.$Properties {
            }

            /** Represents a Join. */
            class Join {

                /**
                 * Constructs a new Join.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Join.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Join type. */
                type: string;

                /** Join left. */
                left: number;

                /** Join right. */
                right: number;

                /** Join conditions. */
                conditions: arbalest.plan.v1.Join.Condition.$Properties[];

                /** Join predicate. */
                predicate?: (number|null);

                /** Join asof. */
                asof: boolean;

                /** Join delim. */
                delim?: (arbalest.plan.v1.Join.Delim.$Properties|null);

                /**
                 * Creates a new Join instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Join instance
                 */
                static create(properties: arbalest.plan.v1.Join.$Shape): arbalest.plan.v1.Join & arbalest.plan.v1.Join.$Shape;
                static create(properties?: arbalest.plan.v1.Join.$Properties): arbalest.plan.v1.Join;

                /**
                 * Encodes the specified Join message. Does not implicitly {@link arbalest.plan.v1.Join.verify|verify} messages.
                 * @param message Join message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Join.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Join message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Join & arbalest.plan.v1.Join.$Shape} Join
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Join & arbalest.plan.v1.Join.$Shape;

                /**
                 * Gets the type url for Join
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Join {

                /** Properties of a Join. */
                interface $Properties {

                    /** Join type */
                    type?: (string|null);

                    /** Join left */
                    left?: (number|null);

                    /** Join right */
                    right?: (number|null);

                    /** Join conditions */
                    conditions?: (arbalest.plan.v1.Join.Condition.$Properties[]|null);

                    /** Join predicate */
                    predicate?: (number|null);

                    /** Join asof */
                    asof?: (boolean|null);

                    /** Join delim */
                    delim?: (arbalest.plan.v1.Join.Delim.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Join. */
                type $Shape = arbalest.plan.v1.Join.$Properties;

                /**
                 * Properties of a Condition.
                 * @deprecated Use arbalest.plan.v1.Join.Condition.$Properties instead.
                 */
                interface ICondition extends arbalest.plan.v1.Join.Condition.$Properties {
                }

                /** Represents a Condition. */
                class Condition {

                    /**
                     * Constructs a new Condition.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Join.Condition.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Condition left. */
                    left: number;

                    /** Condition right. */
                    right: number;

                    /** Condition op. */
                    op: string;

                    /**
                     * Creates a new Condition instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Condition instance
                     */
                    static create(properties: arbalest.plan.v1.Join.Condition.$Shape): arbalest.plan.v1.Join.Condition & arbalest.plan.v1.Join.Condition.$Shape;
                    static create(properties?: arbalest.plan.v1.Join.Condition.$Properties): arbalest.plan.v1.Join.Condition;

                    /**
                     * Encodes the specified Condition message. Does not implicitly {@link arbalest.plan.v1.Join.Condition.verify|verify} messages.
                     * @param message Condition message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Join.Condition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Condition message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Join.Condition & arbalest.plan.v1.Join.Condition.$Shape} Condition
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Join.Condition & arbalest.plan.v1.Join.Condition.$Shape;

                    /**
                     * Gets the type url for Condition
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Condition {

                    /** Properties of a Condition. */
                    interface $Properties {

                        /** Condition left */
                        left?: (number|null);

                        /** Condition right */
                        right?: (number|null);

                        /** Condition op */
                        op?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Condition. */
                    type $Shape = arbalest.plan.v1.Join.Condition.$Properties;
                }

                /**
                 * Properties of a Delim.
                 * @deprecated Use arbalest.plan.v1.Join.Delim.$Properties instead.
                 */
                interface IDelim extends arbalest.plan.v1.Join.Delim.$Properties {
                }

                /** Represents a Delim. */
                class Delim {

                    /**
                     * Constructs a new Delim.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Join.Delim.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Delim source. */
                    source: string;

                    /** Delim columns. */
                    columns: number[];

                    /**
                     * Creates a new Delim instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Delim instance
                     */
                    static create(properties: arbalest.plan.v1.Join.Delim.$Shape): arbalest.plan.v1.Join.Delim & arbalest.plan.v1.Join.Delim.$Shape;
                    static create(properties?: arbalest.plan.v1.Join.Delim.$Properties): arbalest.plan.v1.Join.Delim;

                    /**
                     * Encodes the specified Delim message. Does not implicitly {@link arbalest.plan.v1.Join.Delim.verify|verify} messages.
                     * @param message Delim message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Join.Delim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Delim message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Join.Delim & arbalest.plan.v1.Join.Delim.$Shape} Delim
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Join.Delim & arbalest.plan.v1.Join.Delim.$Shape;

                    /**
                     * Gets the type url for Delim
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Delim {

                    /** Properties of a Delim. */
                    interface $Properties {

                        /** Delim source */
                        source?: (string|null);

                        /** Delim columns */
                        columns?: (number[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Delim. */
                    type $Shape = arbalest.plan.v1.Join.Delim.$Properties;
                }
            }

            /**
             * Properties of a DelimGet.
             * @deprecated Use arbalest.plan.v1.DelimGet.$Properties instead.
             */
            interface IDelimGet extends arbalest.plan.v1.DelimGet.$Properties {
            }

            /** Represents a DelimGet. */
            class DelimGet {

                /**
                 * Constructs a new DelimGet.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.DelimGet.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DelimGet types. */
                types: number[];

                /**
                 * Creates a new DelimGet instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DelimGet instance
                 */
                static create(properties: arbalest.plan.v1.DelimGet.$Shape): arbalest.plan.v1.DelimGet & arbalest.plan.v1.DelimGet.$Shape;
                static create(properties?: arbalest.plan.v1.DelimGet.$Properties): arbalest.plan.v1.DelimGet;

                /**
                 * Encodes the specified DelimGet message. Does not implicitly {@link arbalest.plan.v1.DelimGet.verify|verify} messages.
                 * @param message DelimGet message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.DelimGet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DelimGet message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.DelimGet & arbalest.plan.v1.DelimGet.$Shape} DelimGet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.DelimGet & arbalest.plan.v1.DelimGet.$Shape;

                /**
                 * Gets the type url for DelimGet
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace DelimGet {

                /** Properties of a DelimGet. */
                interface $Properties {

                    /** DelimGet types */
                    types?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DelimGet. */
                type $Shape = arbalest.plan.v1.DelimGet.$Properties;
            }

            /**
             * Properties of a Window.
             * @deprecated Use arbalest.plan.v1.Window.$Properties instead.
             */
            interface IWindow extends arbalest.plan.v1.Window.$Properties {
            }

            /** Represents a Window. */
            class Window {

                /**
                 * Constructs a new Window.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Window.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Window input. */
                input: number;

                /** Window windows. */
                windows: arbalest.plan.v1.WindowCall.$Properties[];

                /**
                 * Creates a new Window instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Window instance
                 */
                static create(properties: arbalest.plan.v1.Window.$Shape): arbalest.plan.v1.Window & arbalest.plan.v1.Window.$Shape;
                static create(properties?: arbalest.plan.v1.Window.$Properties): arbalest.plan.v1.Window;

                /**
                 * Encodes the specified Window message. Does not implicitly {@link arbalest.plan.v1.Window.verify|verify} messages.
                 * @param message Window message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Window.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Window message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Window & arbalest.plan.v1.Window.$Shape} Window
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Window & arbalest.plan.v1.Window.$Shape;

                /**
                 * Gets the type url for Window
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Window {

                /** Properties of a Window. */
                interface $Properties {

                    /** Window input */
                    input?: (number|null);

                    /** Window windows */
                    windows?: (arbalest.plan.v1.WindowCall.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Window. */
                type $Shape = arbalest.plan.v1.Window.$Properties;
            }

            /**
             * Properties of an Unnest.
             * @deprecated Use arbalest.plan.v1.Unnest.$Properties instead.
             */
            interface IUnnest extends arbalest.plan.v1.Unnest.$Properties {
            }

            /** Represents an Unnest. */
            class Unnest {

                /**
                 * Constructs a new Unnest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Unnest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Unnest input. */
                input: number;

                /** Unnest lists. */
                lists: number[];

                /**
                 * Creates a new Unnest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Unnest instance
                 */
                static create(properties: arbalest.plan.v1.Unnest.$Shape): arbalest.plan.v1.Unnest & arbalest.plan.v1.Unnest.$Shape;
                static create(properties?: arbalest.plan.v1.Unnest.$Properties): arbalest.plan.v1.Unnest;

                /**
                 * Encodes the specified Unnest message. Does not implicitly {@link arbalest.plan.v1.Unnest.verify|verify} messages.
                 * @param message Unnest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Unnest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Unnest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Unnest & arbalest.plan.v1.Unnest.$Shape} Unnest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Unnest & arbalest.plan.v1.Unnest.$Shape;

                /**
                 * Gets the type url for Unnest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Unnest {

                /** Properties of an Unnest. */
                interface $Properties {

                    /** Unnest input */
                    input?: (number|null);

                    /** Unnest lists */
                    lists?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Unnest. */
                type $Shape = arbalest.plan.v1.Unnest.$Properties;
            }

            /**
             * Properties of a Sort.
             * @deprecated Use arbalest.plan.v1.Sort.$Properties instead.
             */
            interface ISort extends arbalest.plan.v1.Sort.$Properties {
            }

            /** Represents a Sort. */
            class Sort {

                /**
                 * Constructs a new Sort.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Sort.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Sort input. */
                input: number;

                /** Sort keys. */
                keys: arbalest.plan.v1.SortKey.$Properties[];

                /**
                 * Creates a new Sort instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Sort instance
                 */
                static create(properties: arbalest.plan.v1.Sort.$Shape): arbalest.plan.v1.Sort & arbalest.plan.v1.Sort.$Shape;
                static create(properties?: arbalest.plan.v1.Sort.$Properties): arbalest.plan.v1.Sort;

                /**
                 * Encodes the specified Sort message. Does not implicitly {@link arbalest.plan.v1.Sort.verify|verify} messages.
                 * @param message Sort message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Sort.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Sort message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Sort & arbalest.plan.v1.Sort.$Shape} Sort
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Sort & arbalest.plan.v1.Sort.$Shape;

                /**
                 * Gets the type url for Sort
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Sort {

                /** Properties of a Sort. */
                interface $Properties {

                    /** Sort input */
                    input?: (number|null);

                    /** Sort keys */
                    keys?: (arbalest.plan.v1.SortKey.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Sort. */
                type $Shape = arbalest.plan.v1.Sort.$Properties;
            }

            /**
             * Properties of a TopN.
             * @deprecated Use arbalest.plan.v1.TopN.$Properties instead.
             */
            interface ITopN extends arbalest.plan.v1.TopN.$Properties {
            }

            /** Represents a TopN. */
            class TopN {

                /**
                 * Constructs a new TopN.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.TopN.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TopN input. */
                input: number;

                /** TopN keys. */
                keys: arbalest.plan.v1.SortKey.$Properties[];

                /** TopN limit. */
                limit: number;

                /** TopN offset. */
                offset: number;

                /**
                 * Creates a new TopN instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TopN instance
                 */
                static create(properties: arbalest.plan.v1.TopN.$Shape): arbalest.plan.v1.TopN & arbalest.plan.v1.TopN.$Shape;
                static create(properties?: arbalest.plan.v1.TopN.$Properties): arbalest.plan.v1.TopN;

                /**
                 * Encodes the specified TopN message. Does not implicitly {@link arbalest.plan.v1.TopN.verify|verify} messages.
                 * @param message TopN message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.TopN.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TopN message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.TopN & arbalest.plan.v1.TopN.$Shape} TopN
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.TopN & arbalest.plan.v1.TopN.$Shape;

                /**
                 * Gets the type url for TopN
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TopN {

                /** Properties of a TopN. */
                interface $Properties {

                    /** TopN input */
                    input?: (number|null);

                    /** TopN keys */
                    keys?: (arbalest.plan.v1.SortKey.$Properties[]|null);

                    /** TopN limit */
                    limit?: (number|null);

                    /** TopN offset */
                    offset?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TopN. */
                type $Shape = arbalest.plan.v1.TopN.$Properties;
            }

            /**
             * Properties of a Limit.
             * @deprecated Use arbalest.plan.v1.Limit.$Properties instead.
             */
            interface ILimit extends arbalest.plan.v1.Limit.$Properties {
            }

            /** Represents a Limit. */
            class Limit {

                /**
                 * Constructs a new Limit.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Limit.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Limit input. */
                input: number;

                /** Limit limit. */
                limit?: (number|null);

                /** Limit percent. */
                percent: boolean;

                /** Limit offset. */
                offset?: (number|null);

                /**
                 * Creates a new Limit instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Limit instance
                 */
                static create(properties: arbalest.plan.v1.Limit.$Shape): arbalest.plan.v1.Limit & arbalest.plan.v1.Limit.$Shape;
                static create(properties?: arbalest.plan.v1.Limit.$Properties): arbalest.plan.v1.Limit;

                /**
                 * Encodes the specified Limit message. Does not implicitly {@link arbalest.plan.v1.Limit.verify|verify} messages.
                 * @param message Limit message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Limit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Limit message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Limit & arbalest.plan.v1.Limit.$Shape} Limit
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Limit & arbalest.plan.v1.Limit.$Shape;

                /**
                 * Gets the type url for Limit
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Limit {

                /** Properties of a Limit. */
                interface $Properties {

                    /** Limit input */
                    input?: (number|null);

                    /** Limit limit */
                    limit?: (number|null);

                    /** Limit percent */
                    percent?: (boolean|null);

                    /** Limit offset */
                    offset?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Limit. */
                type $Shape = arbalest.plan.v1.Limit.$Properties;
            }

            /**
             * Properties of a SetOperation.
             * @deprecated Use arbalest.plan.v1.SetOperation.$Properties instead.
             */
            interface ISetOperation extends arbalest.plan.v1.SetOperation.$Properties {
            }

            /** Represents a SetOperation. */
            class SetOperation {

                /**
                 * Constructs a new SetOperation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.SetOperation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** SetOperation op. */
                op: string;

                /** SetOperation all. */
                all: boolean;

                /** SetOperation inputs. */
                inputs: number[];

                /**
                 * Creates a new SetOperation instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns SetOperation instance
                 */
                static create(properties: arbalest.plan.v1.SetOperation.$Shape): arbalest.plan.v1.SetOperation & arbalest.plan.v1.SetOperation.$Shape;
                static create(properties?: arbalest.plan.v1.SetOperation.$Properties): arbalest.plan.v1.SetOperation;

                /**
                 * Encodes the specified SetOperation message. Does not implicitly {@link arbalest.plan.v1.SetOperation.verify|verify} messages.
                 * @param message SetOperation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.SetOperation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a SetOperation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.SetOperation & arbalest.plan.v1.SetOperation.$Shape} SetOperation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.SetOperation & arbalest.plan.v1.SetOperation.$Shape;

                /**
                 * Gets the type url for SetOperation
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace SetOperation {

                /** Properties of a SetOperation. */
                interface $Properties {

                    /** SetOperation op */
                    op?: (string|null);

                    /** SetOperation all */
                    all?: (boolean|null);

                    /** SetOperation inputs */
                    inputs?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a SetOperation. */
                type $Shape = arbalest.plan.v1.SetOperation.$Properties;
            }

            /**
             * Properties of a Sample.
             * @deprecated Use arbalest.plan.v1.Sample.$Properties instead.
             */
            interface ISample extends arbalest.plan.v1.Sample.$Properties {
            }

            /** Represents a Sample. */
            class Sample {

                /**
                 * Constructs a new Sample.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Sample.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Sample input. */
                input: number;

                /** Sample method. */
                method: string;

                /** Sample percent. */
                percent: number;

                /** Sample seed. */
                seed?: (number|null);

                /**
                 * Creates a new Sample instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Sample instance
                 */
                static create(properties: arbalest.plan.v1.Sample.$Shape): arbalest.plan.v1.Sample & arbalest.plan.v1.Sample.$Shape;
                static create(properties?: arbalest.plan.v1.Sample.$Properties): arbalest.plan.v1.Sample;

                /**
                 * Encodes the specified Sample message. Does not implicitly {@link arbalest.plan.v1.Sample.verify|verify} messages.
                 * @param message Sample message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Sample.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Sample message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Sample & arbalest.plan.v1.Sample.$Shape} Sample
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Sample & arbalest.plan.v1.Sample.$Shape;

                /**
                 * Gets the type url for Sample
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Sample {

                /** Properties of a Sample. */
                interface $Properties {

                    /** Sample input */
                    input?: (number|null);

                    /** Sample method */
                    method?: (string|null);

                    /** Sample percent */
                    percent?: (number|null);

                    /** Sample seed */
                    seed?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Sample. */
                type $Shape = arbalest.plan.v1.Sample.$Properties;
            }

            /**
             * Properties of a Cte.
             * @deprecated Use arbalest.plan.v1.Cte.$Properties instead.
             */
            interface ICte extends arbalest.plan.v1.Cte.$Properties {
            }

            /** Represents a Cte. */
            class Cte {

                /**
                 * Constructs a new Cte.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Cte.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Cte id. */
                id: number;

                /** Cte name. */
                name: string;

                /** Cte definition. */
                definition: number;

                /** Cte consumer. */
                consumer: number;

                /**
                 * Creates a new Cte instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Cte instance
                 */
                static create(properties: arbalest.plan.v1.Cte.$Shape): arbalest.plan.v1.Cte & arbalest.plan.v1.Cte.$Shape;
                static create(properties?: arbalest.plan.v1.Cte.$Properties): arbalest.plan.v1.Cte;

                /**
                 * Encodes the specified Cte message. Does not implicitly {@link arbalest.plan.v1.Cte.verify|verify} messages.
                 * @param message Cte message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Cte.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Cte message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Cte & arbalest.plan.v1.Cte.$Shape} Cte
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Cte & arbalest.plan.v1.Cte.$Shape;

                /**
                 * Gets the type url for Cte
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Cte {

                /** Properties of a Cte. */
                interface $Properties {

                    /** Cte id */
                    id?: (number|null);

                    /** Cte name */
                    name?: (string|null);

                    /** Cte definition */
                    definition?: (number|null);

                    /** Cte consumer */
                    consumer?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Cte. */
                type $Shape = arbalest.plan.v1.Cte.$Properties;
            }

            /**
             * Properties of a CteRef.
             * @deprecated Use arbalest.plan.v1.CteRef.$Properties instead.
             */
            interface ICteRef extends arbalest.plan.v1.CteRef.$Properties {
            }

            /** Represents a CteRef. */
            class CteRef {

                /**
                 * Constructs a new CteRef.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.CteRef.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** CteRef id. */
                id: number;

                /** CteRef types. */
                types: number[];

                /**
                 * Creates a new CteRef instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns CteRef instance
                 */
                static create(properties: arbalest.plan.v1.CteRef.$Shape): arbalest.plan.v1.CteRef & arbalest.plan.v1.CteRef.$Shape;
                static create(properties?: arbalest.plan.v1.CteRef.$Properties): arbalest.plan.v1.CteRef;

                /**
                 * Encodes the specified CteRef message. Does not implicitly {@link arbalest.plan.v1.CteRef.verify|verify} messages.
                 * @param message CteRef message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.CteRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a CteRef message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.CteRef & arbalest.plan.v1.CteRef.$Shape} CteRef
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.CteRef & arbalest.plan.v1.CteRef.$Shape;

                /**
                 * Gets the type url for CteRef
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace CteRef {

                /** Properties of a CteRef. */
                interface $Properties {

                    /** CteRef id */
                    id?: (number|null);

                    /** CteRef types */
                    types?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a CteRef. */
                type $Shape = arbalest.plan.v1.CteRef.$Properties;
            }

            /**
             * Properties of an Opaque.
             * @deprecated Use arbalest.plan.v1.Opaque.$Properties instead.
             */
            interface IOpaque extends arbalest.plan.v1.Opaque.$Properties {
            }

            /** Represents an Opaque. */
            class Opaque {

                /**
                 * Constructs a new Opaque.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Opaque.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Opaque query. */
                query: string;

                /** Opaque tables. */
                tables: arbalest.plan.v1.Opaque.Table.$Properties[];

                /** Opaque types. */
                types: number[];

                /** Opaque reason. */
                reason: string;

                /**
                 * Creates a new Opaque instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Opaque instance
                 */
                static create(properties: arbalest.plan.v1.Opaque.$Shape): arbalest.plan.v1.Opaque & arbalest.plan.v1.Opaque.$Shape;
                static create(properties?: arbalest.plan.v1.Opaque.$Properties): arbalest.plan.v1.Opaque;

                /**
                 * Encodes the specified Opaque message. Does not implicitly {@link arbalest.plan.v1.Opaque.verify|verify} messages.
                 * @param message Opaque message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Opaque.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Opaque message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Opaque & arbalest.plan.v1.Opaque.$Shape} Opaque
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Opaque & arbalest.plan.v1.Opaque.$Shape;

                /**
                 * Gets the type url for Opaque
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Opaque {

                /** Properties of an Opaque. */
                interface $Properties {

                    /** Opaque query */
                    query?: (string|null);

                    /** Opaque tables */
                    tables?: (arbalest.plan.v1.Opaque.Table.$Properties[]|null);

                    /** Opaque types */
                    types?: (number[]|null);

                    /** Opaque reason */
                    reason?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Opaque. */
                type $Shape = arbalest.plan.v1.Opaque.$Properties;

                /**
                 * Properties of a Table.
                 * @deprecated Use arbalest.plan.v1.Opaque.Table.$Properties instead.
                 */
                interface ITable extends arbalest.plan.v1.Opaque.Table.$Properties {
                }

                /** Represents a Table. */
                class Table {

                    /**
                     * Constructs a new Table.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Opaque.Table.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Table alias. */
                    alias: string;

                    /** Table table. */
                    table: number;

                    /**
                     * Creates a new Table instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Table instance
                     */
                    static create(properties: arbalest.plan.v1.Opaque.Table.$Shape): arbalest.plan.v1.Opaque.Table & arbalest.plan.v1.Opaque.Table.$Shape;
                    static create(properties?: arbalest.plan.v1.Opaque.Table.$Properties): arbalest.plan.v1.Opaque.Table;

                    /**
                     * Encodes the specified Table message. Does not implicitly {@link arbalest.plan.v1.Opaque.Table.verify|verify} messages.
                     * @param message Table message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Opaque.Table.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Table message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Opaque.Table & arbalest.plan.v1.Opaque.Table.$Shape} Table
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Opaque.Table & arbalest.plan.v1.Opaque.Table.$Shape;

                    /**
                     * Gets the type url for Table
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Table {

                    /** Properties of a Table. */
                    interface $Properties {

                        /** Table alias */
                        alias?: (string|null);

                        /** Table table */
                        table?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Table. */
                    type $Shape = arbalest.plan.v1.Opaque.Table.$Properties;
                }
            }

            /**
             * Properties of an Exchange.
             * @deprecated Use arbalest.plan.v1.Exchange.$Properties instead.
             */
            interface IExchange extends arbalest.plan.v1.Exchange.$Properties {
            }

            /** Represents an Exchange. */
            class Exchange {

                /**
                 * Constructs a new Exchange.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Exchange.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Exchange input. */
                input: number;

                /** Exchange hash. */
                hash?: (arbalest.plan.v1.Exchange.Hash.$Properties|null);

                /** Exchange spread. */
                spread?: (number|null);

                /** Exchange broadcast. */
                broadcast?: (boolean|null);

                /** Exchange gather. */
                gather?: (boolean|null);

                /** Exchange distribution. */
                distribution?: ("hash"|"spread"|"broadcast"|"gather");

                /**
                 * Creates a new Exchange instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Exchange instance
                 */
                static create(properties: arbalest.plan.v1.Exchange.$Shape): arbalest.plan.v1.Exchange & arbalest.plan.v1.Exchange.$Shape;
                static create(properties?: arbalest.plan.v1.Exchange.$Properties): arbalest.plan.v1.Exchange;

                /**
                 * Encodes the specified Exchange message. Does not implicitly {@link arbalest.plan.v1.Exchange.verify|verify} messages.
                 * @param message Exchange message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Exchange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Exchange message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Exchange & arbalest.plan.v1.Exchange.$Shape} Exchange
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Exchange & arbalest.plan.v1.Exchange.$Shape;

                /**
                 * Gets the type url for Exchange
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Exchange {

                /** Properties of an Exchange. */
                interface $Properties {

                    /** Exchange input */
                    input?: (number|null);

                    /** Exchange hash */
                    hash?: (arbalest.plan.v1.Exchange.Hash.$Properties|null);

                    /** Exchange spread */
                    spread?: (number|null);

                    /** Exchange broadcast */
                    broadcast?: (boolean|null);

                    /** Exchange gather */
                    gather?: (boolean|null);

                    /** Exchange distribution */
                    distribution?: ("hash"|"spread"|"broadcast"|"gather");

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Narrowed shape of an Exchange. */
                type $Shape = {
                  input?: number|null;
                  hash?: arbalest.plan.v1.Exchange.Hash.$Shape|null;
                  spread?: number|null;
                  broadcast?: boolean|null;
                  gather?: boolean|null;
                  $unknowns?: Uint8Array[];
                } & (
                  ({ distribution?: undefined; hash?: null; spread?: null; broadcast?: null; gather?: null }|{ distribution?: "hash"; hash: arbalest.plan.v1.Exchange.Hash.$Shape; spread?: null; broadcast?: null; gather?: null }|{ distribution?: "spread"; hash?: null; spread: number; broadcast?: null; gather?: null }|{ distribution?: "broadcast"; hash?: null; spread?: null; broadcast: boolean; gather?: null }|{ distribution?: "gather"; hash?: null; spread?: null; broadcast?: null; gather: boolean })
                );

                /**
                 * Properties of a Hash.
                 * @deprecated Use arbalest.plan.v1.Exchange.Hash.$Properties instead.
                 */
                interface IHash extends arbalest.plan.v1.Exchange.Hash.$Properties {
                }

                /** Represents a Hash. */
                class Hash {

                    /**
                     * Constructs a new Hash.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arbalest.plan.v1.Exchange.Hash.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Hash keys. */
                    keys: number[];

                    /** Hash partitions. */
                    partitions: number;

                    /**
                     * Creates a new Hash instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns Hash instance
                     */
                    static create(properties: arbalest.plan.v1.Exchange.Hash.$Shape): arbalest.plan.v1.Exchange.Hash & arbalest.plan.v1.Exchange.Hash.$Shape;
                    static create(properties?: arbalest.plan.v1.Exchange.Hash.$Properties): arbalest.plan.v1.Exchange.Hash;

                    /**
                     * Encodes the specified Hash message. Does not implicitly {@link arbalest.plan.v1.Exchange.Hash.verify|verify} messages.
                     * @param message Hash message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arbalest.plan.v1.Exchange.Hash.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Hash message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arbalest.plan.v1.Exchange.Hash & arbalest.plan.v1.Exchange.Hash.$Shape} Hash
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Exchange.Hash & arbalest.plan.v1.Exchange.Hash.$Shape;

                    /**
                     * Gets the type url for Hash
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace Hash {

                    /** Properties of a Hash. */
                    interface $Properties {

                        /** Hash keys */
                        keys?: (number[]|null);

                        /** Hash partitions */
                        partitions?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Hash. */
                    type $Shape = arbalest.plan.v1.Exchange.Hash.$Properties;
                }
            }

            /**
             * Properties of an Input.
             * @deprecated Use arbalest.plan.v1.Input.$Properties instead.
             */
            interface IInput extends arbalest.plan.v1.Input.$Properties {
            }

            /** Represents an Input. */
            class Input {

                /**
                 * Constructs a new Input.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.plan.v1.Input.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Input input. */
                input: number;

                /** Input fields. */
                fields: arbalest.plan.v1.Field.$Properties[];

                /**
                 * Creates a new Input instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Input instance
                 */
                static create(properties: arbalest.plan.v1.Input.$Shape): arbalest.plan.v1.Input & arbalest.plan.v1.Input.$Shape;
                static create(properties?: arbalest.plan.v1.Input.$Properties): arbalest.plan.v1.Input;

                /**
                 * Encodes the specified Input message. Does not implicitly {@link arbalest.plan.v1.Input.verify|verify} messages.
                 * @param message Input message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.plan.v1.Input.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an Input message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.plan.v1.Input & arbalest.plan.v1.Input.$Shape} Input
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.plan.v1.Input & arbalest.plan.v1.Input.$Shape;

                /**
                 * Gets the type url for Input
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Input {

                /** Properties of an Input. */
                interface $Properties {

                    /** Input input */
                    input?: (number|null);

                    /** Input fields */
                    fields?: (arbalest.plan.v1.Field.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an Input. */
                type $Shape = arbalest.plan.v1.Input.$Properties;
            }
        }
    }

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
                 * Decodes an ExecutorMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape} ExecutorMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExecutorMessage & arbalest.scheduler.v1.ExecutorMessage.$Shape;

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

                /** SchedulerMessage drain. */
                drain: boolean;

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
                 * Decodes a SchedulerMessage message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape} SchedulerMessage
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.SchedulerMessage & arbalest.scheduler.v1.SchedulerMessage.$Shape;

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

                    /** SchedulerMessage drain */
                    drain?: (boolean|null);

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

                /** Register functionSources. */
                functionSources: string[];

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
                 * Decodes a Register message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape} Register
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Register & arbalest.scheduler.v1.Register.$Shape;

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

                    /** Register functionSources */
                    functionSources?: (string[]|null);

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
                 * Decodes a PluginInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape} PluginInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.PluginInfo & arbalest.scheduler.v1.PluginInfo.$Shape;

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

                /** Registered term. */
                term: number;

                /** Registered schedulers. */
                schedulers: string[];

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
                 * Decodes a Registered message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape} Registered
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Registered & arbalest.scheduler.v1.Registered.$Shape;

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

                    /** Registered term */
                    term?: (number|null);

                    /** Registered schedulers */
                    schedulers?: (string[]|null);

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
                 * Decodes a Beat message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape} Beat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Beat & arbalest.scheduler.v1.Beat.$Shape;

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
                 * Decodes a TaskRef message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape} TaskRef
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskRef & arbalest.scheduler.v1.TaskRef.$Shape;

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

                /** StageFragment functions. */
                functions: string[];

                /** StageFragment user. */
                user: string;

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
                 * Decodes a StageFragment message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape} StageFragment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StageFragment & arbalest.scheduler.v1.StageFragment.$Shape;

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

                    /** StageFragment functions */
                    functions?: (string[]|null);

                    /** StageFragment user */
                    user?: (string|null);

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

                /** StageOutputSpec inlineAlways. */
                inlineAlways: boolean;

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
                 * Decodes a StageOutputSpec message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape} StageOutputSpec
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StageOutputSpec & arbalest.scheduler.v1.StageOutputSpec.$Shape;

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

                    /** StageOutputSpec inlineAlways */
                    inlineAlways?: (boolean|null);

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

                /** LaunchTask pieces. */
                pieces?: (arbalest.scheduler.v1.Pieces.$Properties|null);

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
                 * Decodes a LaunchTask message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape} LaunchTask
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.LaunchTask & arbalest.scheduler.v1.LaunchTask.$Shape;

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

                    /** LaunchTask pieces */
                    pieces?: (arbalest.scheduler.v1.Pieces.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LaunchTask. */
                type $Shape = arbalest.scheduler.v1.LaunchTask.$Properties;
            }

            /**
             * Properties of a Pieces.
             * @deprecated Use arbalest.scheduler.v1.Pieces.$Properties instead.
             */
            interface IPieces extends arbalest.scheduler.v1.Pieces.$Properties {
            }

            /** Represents a Pieces. */
            class Pieces {

                /**
                 * Constructs a new Pieces.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.Pieces.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Pieces count. */
                count: number;

                /** Pieces cutTables. */
                cutTables: boolean[];

                /** Pieces inputs. */
                inputs: arbalest.scheduler.v1.PieceOfInput.$Properties[];

                /**
                 * Creates a new Pieces instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Pieces instance
                 */
                static create(properties: arbalest.scheduler.v1.Pieces.$Shape): arbalest.scheduler.v1.Pieces & arbalest.scheduler.v1.Pieces.$Shape;
                static create(properties?: arbalest.scheduler.v1.Pieces.$Properties): arbalest.scheduler.v1.Pieces;

                /**
                 * Encodes the specified Pieces message. Does not implicitly {@link arbalest.scheduler.v1.Pieces.verify|verify} messages.
                 * @param message Pieces message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.Pieces.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Pieces message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.Pieces & arbalest.scheduler.v1.Pieces.$Shape} Pieces
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.Pieces & arbalest.scheduler.v1.Pieces.$Shape;

                /**
                 * Gets the type url for Pieces
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Pieces {

                /** Properties of a Pieces. */
                interface $Properties {

                    /** Pieces count */
                    count?: (number|null);

                    /** Pieces cutTables */
                    cutTables?: (boolean[]|null);

                    /** Pieces inputs */
                    inputs?: (arbalest.scheduler.v1.PieceOfInput.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Pieces. */
                type $Shape = arbalest.scheduler.v1.Pieces.$Properties;
            }

            /**
             * Properties of a PieceOfInput.
             * @deprecated Use arbalest.scheduler.v1.PieceOfInput.$Properties instead.
             */
            interface IPieceOfInput extends arbalest.scheduler.v1.PieceOfInput.$Properties {
            }

            /** Represents a PieceOfInput. */
            class PieceOfInput {

                /**
                 * Constructs a new PieceOfInput.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.PieceOfInput.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** PieceOfInput keys. */
                keys: number[];

                /**
                 * Creates a new PieceOfInput instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns PieceOfInput instance
                 */
                static create(properties: arbalest.scheduler.v1.PieceOfInput.$Shape): arbalest.scheduler.v1.PieceOfInput & arbalest.scheduler.v1.PieceOfInput.$Shape;
                static create(properties?: arbalest.scheduler.v1.PieceOfInput.$Properties): arbalest.scheduler.v1.PieceOfInput;

                /**
                 * Encodes the specified PieceOfInput message. Does not implicitly {@link arbalest.scheduler.v1.PieceOfInput.verify|verify} messages.
                 * @param message PieceOfInput message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.PieceOfInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a PieceOfInput message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.PieceOfInput & arbalest.scheduler.v1.PieceOfInput.$Shape} PieceOfInput
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.PieceOfInput & arbalest.scheduler.v1.PieceOfInput.$Shape;

                /**
                 * Gets the type url for PieceOfInput
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace PieceOfInput {

                /** Properties of a PieceOfInput. */
                interface $Properties {

                    /** PieceOfInput keys */
                    keys?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a PieceOfInput. */
                type $Shape = arbalest.scheduler.v1.PieceOfInput.$Properties;
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
                 * Decodes a TaskInput message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape} TaskInput
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskInput & arbalest.scheduler.v1.TaskInput.$Shape;

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

                /** TaskStatus functions. */
                functions?: (arbalest.scheduler.v1.FunctionReport.$Properties|null);

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
                 * Decodes a TaskStatus message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape} TaskStatus
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskStatus & arbalest.scheduler.v1.TaskStatus.$Shape;

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

                    /** TaskStatus functions */
                    functions?: (arbalest.scheduler.v1.FunctionReport.$Properties|null);

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
             * Properties of a FunctionReport.
             * @deprecated Use arbalest.scheduler.v1.FunctionReport.$Properties instead.
             */
            interface IFunctionReport extends arbalest.scheduler.v1.FunctionReport.$Properties {
            }

            /** Represents a FunctionReport. */
            class FunctionReport {

                /**
                 * Constructs a new FunctionReport.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.FunctionReport.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FunctionReport metrics. */
                metrics: arbalest.scheduler.v1.FunctionMetrics.$Properties[];

                /** FunctionReport logs. */
                logs: arbalest.scheduler.v1.FunctionLogLine.$Properties[];

                /** FunctionReport failedRows. */
                failedRows: arbalest.scheduler.v1.FailedRow.$Properties[];

                /**
                 * Creates a new FunctionReport instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FunctionReport instance
                 */
                static create(properties: arbalest.scheduler.v1.FunctionReport.$Shape): arbalest.scheduler.v1.FunctionReport & arbalest.scheduler.v1.FunctionReport.$Shape;
                static create(properties?: arbalest.scheduler.v1.FunctionReport.$Properties): arbalest.scheduler.v1.FunctionReport;

                /**
                 * Encodes the specified FunctionReport message. Does not implicitly {@link arbalest.scheduler.v1.FunctionReport.verify|verify} messages.
                 * @param message FunctionReport message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.FunctionReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FunctionReport message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.FunctionReport & arbalest.scheduler.v1.FunctionReport.$Shape} FunctionReport
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.FunctionReport & arbalest.scheduler.v1.FunctionReport.$Shape;

                /**
                 * Gets the type url for FunctionReport
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FunctionReport {

                /** Properties of a FunctionReport. */
                interface $Properties {

                    /** FunctionReport metrics */
                    metrics?: (arbalest.scheduler.v1.FunctionMetrics.$Properties[]|null);

                    /** FunctionReport logs */
                    logs?: (arbalest.scheduler.v1.FunctionLogLine.$Properties[]|null);

                    /** FunctionReport failedRows */
                    failedRows?: (arbalest.scheduler.v1.FailedRow.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FunctionReport. */
                type $Shape = arbalest.scheduler.v1.FunctionReport.$Properties;
            }

            /**
             * Properties of a FunctionMetrics.
             * @deprecated Use arbalest.scheduler.v1.FunctionMetrics.$Properties instead.
             */
            interface IFunctionMetrics extends arbalest.scheduler.v1.FunctionMetrics.$Properties {
            }

            /** Represents a FunctionMetrics. */
            class FunctionMetrics {

                /**
                 * Constructs a new FunctionMetrics.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.FunctionMetrics.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FunctionMetrics function. */
                function: string;

                /** FunctionMetrics name. */
                name: string;

                /** FunctionMetrics batches. */
                batches: number;

                /** FunctionMetrics rows. */
                rows: number;

                /** FunctionMetrics bytesIn. */
                bytesIn: number;

                /** FunctionMetrics bytesOut. */
                bytesOut: number;

                /** FunctionMetrics elapsedMs. */
                elapsedMs: number;

                /** FunctionMetrics cpuMs. */
                cpuMs: number;

                /** FunctionMetrics failedRows. */
                failedRows: number;

                /** FunctionMetrics retries. */
                retries: number;

                /** FunctionMetrics starts. */
                starts: number;

                /**
                 * Creates a new FunctionMetrics instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FunctionMetrics instance
                 */
                static create(properties: arbalest.scheduler.v1.FunctionMetrics.$Shape): arbalest.scheduler.v1.FunctionMetrics & arbalest.scheduler.v1.FunctionMetrics.$Shape;
                static create(properties?: arbalest.scheduler.v1.FunctionMetrics.$Properties): arbalest.scheduler.v1.FunctionMetrics;

                /**
                 * Encodes the specified FunctionMetrics message. Does not implicitly {@link arbalest.scheduler.v1.FunctionMetrics.verify|verify} messages.
                 * @param message FunctionMetrics message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.FunctionMetrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FunctionMetrics message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.FunctionMetrics & arbalest.scheduler.v1.FunctionMetrics.$Shape} FunctionMetrics
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.FunctionMetrics & arbalest.scheduler.v1.FunctionMetrics.$Shape;

                /**
                 * Gets the type url for FunctionMetrics
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FunctionMetrics {

                /** Properties of a FunctionMetrics. */
                interface $Properties {

                    /** FunctionMetrics function */
                    "function"?: (string|null);

                    /** FunctionMetrics name */
                    name?: (string|null);

                    /** FunctionMetrics batches */
                    batches?: (number|null);

                    /** FunctionMetrics rows */
                    rows?: (number|null);

                    /** FunctionMetrics bytesIn */
                    bytesIn?: (number|null);

                    /** FunctionMetrics bytesOut */
                    bytesOut?: (number|null);

                    /** FunctionMetrics elapsedMs */
                    elapsedMs?: (number|null);

                    /** FunctionMetrics cpuMs */
                    cpuMs?: (number|null);

                    /** FunctionMetrics failedRows */
                    failedRows?: (number|null);

                    /** FunctionMetrics retries */
                    retries?: (number|null);

                    /** FunctionMetrics starts */
                    starts?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FunctionMetrics. */
                type $Shape = arbalest.scheduler.v1.FunctionMetrics.$Properties;
            }

            /**
             * Properties of a FunctionLogLine.
             * @deprecated Use arbalest.scheduler.v1.FunctionLogLine.$Properties instead.
             */
            interface IFunctionLogLine extends arbalest.scheduler.v1.FunctionLogLine.$Properties {
            }

            /** Represents a FunctionLogLine. */
            class FunctionLogLine {

                /**
                 * Constructs a new FunctionLogLine.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.FunctionLogLine.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FunctionLogLine function. */
                function: string;

                /** FunctionLogLine time. */
                time: number;

                /** FunctionLogLine text. */
                text: string;

                /**
                 * Creates a new FunctionLogLine instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FunctionLogLine instance
                 */
                static create(properties: arbalest.scheduler.v1.FunctionLogLine.$Shape): arbalest.scheduler.v1.FunctionLogLine & arbalest.scheduler.v1.FunctionLogLine.$Shape;
                static create(properties?: arbalest.scheduler.v1.FunctionLogLine.$Properties): arbalest.scheduler.v1.FunctionLogLine;

                /**
                 * Encodes the specified FunctionLogLine message. Does not implicitly {@link arbalest.scheduler.v1.FunctionLogLine.verify|verify} messages.
                 * @param message FunctionLogLine message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.FunctionLogLine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FunctionLogLine message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.FunctionLogLine & arbalest.scheduler.v1.FunctionLogLine.$Shape} FunctionLogLine
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.FunctionLogLine & arbalest.scheduler.v1.FunctionLogLine.$Shape;

                /**
                 * Gets the type url for FunctionLogLine
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FunctionLogLine {

                /** Properties of a FunctionLogLine. */
                interface $Properties {

                    /** FunctionLogLine function */
                    "function"?: (string|null);

                    /** FunctionLogLine time */
                    time?: (number|null);

                    /** FunctionLogLine text */
                    text?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FunctionLogLine. */
                type $Shape = arbalest.scheduler.v1.FunctionLogLine.$Properties;
            }

            /**
             * Properties of a FailedRow.
             * @deprecated Use arbalest.scheduler.v1.FailedRow.$Properties instead.
             */
            interface IFailedRow extends arbalest.scheduler.v1.FailedRow.$Properties {
            }

            /** Represents a FailedRow. */
            class FailedRow {

                /**
                 * Constructs a new FailedRow.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.FailedRow.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FailedRow function. */
                function: string;

                /** FailedRow arguments. */
                arguments: string;

                /** FailedRow message. */
                message: string;

                /**
                 * Creates a new FailedRow instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FailedRow instance
                 */
                static create(properties: arbalest.scheduler.v1.FailedRow.$Shape): arbalest.scheduler.v1.FailedRow & arbalest.scheduler.v1.FailedRow.$Shape;
                static create(properties?: arbalest.scheduler.v1.FailedRow.$Properties): arbalest.scheduler.v1.FailedRow;

                /**
                 * Encodes the specified FailedRow message. Does not implicitly {@link arbalest.scheduler.v1.FailedRow.verify|verify} messages.
                 * @param message FailedRow message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.FailedRow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FailedRow message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.FailedRow & arbalest.scheduler.v1.FailedRow.$Shape} FailedRow
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.FailedRow & arbalest.scheduler.v1.FailedRow.$Shape;

                /**
                 * Gets the type url for FailedRow
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FailedRow {

                /** Properties of a FailedRow. */
                interface $Properties {

                    /** FailedRow function */
                    "function"?: (string|null);

                    /** FailedRow arguments */
                    "arguments"?: (string|null);

                    /** FailedRow message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FailedRow. */
                type $Shape = arbalest.scheduler.v1.FailedRow.$Properties;
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
                 * Decodes an InlineResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape} InlineResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.InlineResult & arbalest.scheduler.v1.InlineResult.$Shape;

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
                 * Decodes an InlineBatch message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape} InlineBatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.InlineBatch & arbalest.scheduler.v1.InlineBatch.$Shape;

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
                 * Decodes a TaskMetrics message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape} TaskMetrics
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TaskMetrics & arbalest.scheduler.v1.TaskMetrics.$Shape;

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

                /** ErrorInfo leader. */
                leader: string;

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
                 * Decodes an ErrorInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape} ErrorInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ErrorInfo & arbalest.scheduler.v1.ErrorInfo.$Shape;

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

                    /** ErrorInfo leader */
                    leader?: (string|null);

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
                 * Decodes an ExchangeId message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape} ExchangeId
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExchangeId & arbalest.scheduler.v1.ExchangeId.$Shape;

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
                 * Decodes an ExchangeTicket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape} ExchangeTicket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExchangeTicket & arbalest.scheduler.v1.ExchangeTicket.$Shape;

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
                 * Decodes an ExchangeSource message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape} ExchangeSource
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExchangeSource & arbalest.scheduler.v1.ExchangeSource.$Shape;

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
                 * Decodes an OpenSessionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape} OpenSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.OpenSessionRequest & arbalest.scheduler.v1.OpenSessionRequest.$Shape;

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
                 * Decodes an OpenSessionResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape} OpenSessionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.OpenSessionResponse & arbalest.scheduler.v1.OpenSessionResponse.$Shape;

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
                 * Decodes a CloseSessionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape} CloseSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CloseSessionRequest & arbalest.scheduler.v1.CloseSessionRequest.$Shape;

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
                 * Decodes a CloseSessionResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape} CloseSessionResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CloseSessionResponse & arbalest.scheduler.v1.CloseSessionResponse.$Shape;

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
                 * Decodes a ParseRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape} ParseRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ParseRequest & arbalest.scheduler.v1.ParseRequest.$Shape;

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
                 * Decodes a ParseResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape} ParseResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ParseResponse & arbalest.scheduler.v1.ParseResponse.$Shape;

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
                 * Decodes a ParsedStatement message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape} ParsedStatement
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ParsedStatement & arbalest.scheduler.v1.ParsedStatement.$Shape;

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

                /** ExecuteRequest key. */
                key: string;

                /** ExecuteRequest detached. */
                detached: boolean;

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
                 * Decodes an ExecuteRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape} ExecuteRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExecuteRequest & arbalest.scheduler.v1.ExecuteRequest.$Shape;

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

                    /** ExecuteRequest key */
                    key?: (string|null);

                    /** ExecuteRequest detached */
                    detached?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExecuteRequest. */
                type $Shape = arbalest.scheduler.v1.ExecuteRequest.$Properties;
            }

            /**
             * Properties of an AttachJobRequest.
             * @deprecated Use arbalest.scheduler.v1.AttachJobRequest.$Properties instead.
             */
            interface IAttachJobRequest extends arbalest.scheduler.v1.AttachJobRequest.$Properties {
            }

            /** Represents an AttachJobRequest. */
            class AttachJobRequest {

                /**
                 * Constructs a new AttachJobRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.AttachJobRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AttachJobRequest job. */
                job: string;

                /** AttachJobRequest progressIntervalMs. */
                progressIntervalMs: number;

                /** AttachJobRequest lostRun. */
                lostRun: number;

                /**
                 * Creates a new AttachJobRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns AttachJobRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.AttachJobRequest.$Shape): arbalest.scheduler.v1.AttachJobRequest & arbalest.scheduler.v1.AttachJobRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.AttachJobRequest.$Properties): arbalest.scheduler.v1.AttachJobRequest;

                /**
                 * Encodes the specified AttachJobRequest message. Does not implicitly {@link arbalest.scheduler.v1.AttachJobRequest.verify|verify} messages.
                 * @param message AttachJobRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.AttachJobRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AttachJobRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.AttachJobRequest & arbalest.scheduler.v1.AttachJobRequest.$Shape} AttachJobRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.AttachJobRequest & arbalest.scheduler.v1.AttachJobRequest.$Shape;

                /**
                 * Gets the type url for AttachJobRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace AttachJobRequest {

                /** Properties of an AttachJobRequest. */
                interface $Properties {

                    /** AttachJobRequest job */
                    job?: (string|null);

                    /** AttachJobRequest progressIntervalMs */
                    progressIntervalMs?: (number|null);

                    /** AttachJobRequest lostRun */
                    lostRun?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AttachJobRequest. */
                type $Shape = arbalest.scheduler.v1.AttachJobRequest.$Properties;
            }

            /**
             * Properties of a DrainExecutorRequest.
             * @deprecated Use arbalest.scheduler.v1.DrainExecutorRequest.$Properties instead.
             */
            interface IDrainExecutorRequest extends arbalest.scheduler.v1.DrainExecutorRequest.$Properties {
            }

            /** Represents a DrainExecutorRequest. */
            class DrainExecutorRequest {

                /**
                 * Constructs a new DrainExecutorRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.DrainExecutorRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DrainExecutorRequest executor. */
                executor: string;

                /**
                 * Creates a new DrainExecutorRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DrainExecutorRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.DrainExecutorRequest.$Shape): arbalest.scheduler.v1.DrainExecutorRequest & arbalest.scheduler.v1.DrainExecutorRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.DrainExecutorRequest.$Properties): arbalest.scheduler.v1.DrainExecutorRequest;

                /**
                 * Encodes the specified DrainExecutorRequest message. Does not implicitly {@link arbalest.scheduler.v1.DrainExecutorRequest.verify|verify} messages.
                 * @param message DrainExecutorRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.DrainExecutorRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DrainExecutorRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.DrainExecutorRequest & arbalest.scheduler.v1.DrainExecutorRequest.$Shape} DrainExecutorRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.DrainExecutorRequest & arbalest.scheduler.v1.DrainExecutorRequest.$Shape;

                /**
                 * Gets the type url for DrainExecutorRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace DrainExecutorRequest {

                /** Properties of a DrainExecutorRequest. */
                interface $Properties {

                    /** DrainExecutorRequest executor */
                    executor?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DrainExecutorRequest. */
                type $Shape = arbalest.scheduler.v1.DrainExecutorRequest.$Properties;
            }

            /**
             * Properties of a DrainExecutorResponse.
             * @deprecated Use arbalest.scheduler.v1.DrainExecutorResponse.$Properties instead.
             */
            interface IDrainExecutorResponse extends arbalest.scheduler.v1.DrainExecutorResponse.$Properties {
            }

            /** Represents a DrainExecutorResponse. */
            class DrainExecutorResponse {

                /**
                 * Constructs a new DrainExecutorResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.DrainExecutorResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DrainExecutorResponse found. */
                found: boolean;

                /**
                 * Creates a new DrainExecutorResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DrainExecutorResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.DrainExecutorResponse.$Shape): arbalest.scheduler.v1.DrainExecutorResponse & arbalest.scheduler.v1.DrainExecutorResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.DrainExecutorResponse.$Properties): arbalest.scheduler.v1.DrainExecutorResponse;

                /**
                 * Encodes the specified DrainExecutorResponse message. Does not implicitly {@link arbalest.scheduler.v1.DrainExecutorResponse.verify|verify} messages.
                 * @param message DrainExecutorResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.DrainExecutorResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DrainExecutorResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.DrainExecutorResponse & arbalest.scheduler.v1.DrainExecutorResponse.$Shape} DrainExecutorResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.DrainExecutorResponse & arbalest.scheduler.v1.DrainExecutorResponse.$Shape;

                /**
                 * Gets the type url for DrainExecutorResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace DrainExecutorResponse {

                /** Properties of a DrainExecutorResponse. */
                interface $Properties {

                    /** DrainExecutorResponse found */
                    found?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DrainExecutorResponse. */
                type $Shape = arbalest.scheduler.v1.DrainExecutorResponse.$Properties;
            }

            /**
             * Properties of a GetLeaderRequest.
             * @deprecated Use arbalest.scheduler.v1.GetLeaderRequest.$Properties instead.
             */
            interface IGetLeaderRequest extends arbalest.scheduler.v1.GetLeaderRequest.$Properties {
            }

            /** Represents a GetLeaderRequest. */
            class GetLeaderRequest {

                /**
                 * Constructs a new GetLeaderRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.GetLeaderRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Creates a new GetLeaderRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetLeaderRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.GetLeaderRequest.$Shape): arbalest.scheduler.v1.GetLeaderRequest & arbalest.scheduler.v1.GetLeaderRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.GetLeaderRequest.$Properties): arbalest.scheduler.v1.GetLeaderRequest;

                /**
                 * Encodes the specified GetLeaderRequest message. Does not implicitly {@link arbalest.scheduler.v1.GetLeaderRequest.verify|verify} messages.
                 * @param message GetLeaderRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.GetLeaderRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetLeaderRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.GetLeaderRequest & arbalest.scheduler.v1.GetLeaderRequest.$Shape} GetLeaderRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.GetLeaderRequest & arbalest.scheduler.v1.GetLeaderRequest.$Shape;

                /**
                 * Gets the type url for GetLeaderRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace GetLeaderRequest {

                /** Properties of a GetLeaderRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetLeaderRequest. */
                type $Shape = arbalest.scheduler.v1.GetLeaderRequest.$Properties;
            }

            /**
             * Properties of a GetLeaderResponse.
             * @deprecated Use arbalest.scheduler.v1.GetLeaderResponse.$Properties instead.
             */
            interface IGetLeaderResponse extends arbalest.scheduler.v1.GetLeaderResponse.$Properties {
            }

            /** Represents a GetLeaderResponse. */
            class GetLeaderResponse {

                /**
                 * Constructs a new GetLeaderResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.GetLeaderResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** GetLeaderResponse leader. */
                leader: string;

                /** GetLeaderResponse schedulers. */
                schedulers: string[];

                /** GetLeaderResponse self. */
                self: boolean;

                /**
                 * Creates a new GetLeaderResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns GetLeaderResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.GetLeaderResponse.$Shape): arbalest.scheduler.v1.GetLeaderResponse & arbalest.scheduler.v1.GetLeaderResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.GetLeaderResponse.$Properties): arbalest.scheduler.v1.GetLeaderResponse;

                /**
                 * Encodes the specified GetLeaderResponse message. Does not implicitly {@link arbalest.scheduler.v1.GetLeaderResponse.verify|verify} messages.
                 * @param message GetLeaderResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.GetLeaderResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a GetLeaderResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.GetLeaderResponse & arbalest.scheduler.v1.GetLeaderResponse.$Shape} GetLeaderResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.GetLeaderResponse & arbalest.scheduler.v1.GetLeaderResponse.$Shape;

                /**
                 * Gets the type url for GetLeaderResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace GetLeaderResponse {

                /** Properties of a GetLeaderResponse. */
                interface $Properties {

                    /** GetLeaderResponse leader */
                    leader?: (string|null);

                    /** GetLeaderResponse schedulers */
                    schedulers?: (string[]|null);

                    /** GetLeaderResponse self */
                    self?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a GetLeaderResponse. */
                type $Shape = arbalest.scheduler.v1.GetLeaderResponse.$Properties;
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
                 * Decodes a JobEvent message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape} JobEvent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobEvent & arbalest.scheduler.v1.JobEvent.$Shape;

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
                 * Decodes a JobAccepted message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape} JobAccepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobAccepted & arbalest.scheduler.v1.JobAccepted.$Shape;

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
                 * Decodes a ResultSchema message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape} ResultSchema
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ResultSchema & arbalest.scheduler.v1.ResultSchema.$Shape;

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

                /** ResultPart index. */
                index: number;

                /** ResultPart attempt. */
                attempt: number;

                /** ResultPart run. */
                run: number;

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
                 * Decodes a ResultPart message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape} ResultPart
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ResultPart & arbalest.scheduler.v1.ResultPart.$Shape;

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

                    /** ResultPart index */
                    index?: (number|null);

                    /** ResultPart attempt */
                    attempt?: (number|null);

                    /** ResultPart run */
                    run?: (number|null);

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
                 * Decodes a JobProgress message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape} JobProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobProgress & arbalest.scheduler.v1.JobProgress.$Shape;

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
                 * Decodes a StageProgress message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape} StageProgress
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StageProgress & arbalest.scheduler.v1.StageProgress.$Shape;

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

                /** JobFinished notices. */
                notices: string[];

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
                 * Decodes a JobFinished message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape} JobFinished
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobFinished & arbalest.scheduler.v1.JobFinished.$Shape;

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

                    /** JobFinished notices */
                    notices?: (string[]|null);

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

                /** ReleaseResultRequest keepMs. */
                keepMs: number;

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
                 * Decodes a ReleaseResultRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape} ReleaseResultRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ReleaseResultRequest & arbalest.scheduler.v1.ReleaseResultRequest.$Shape;

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

                    /** ReleaseResultRequest keepMs */
                    keepMs?: (number|null);

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
                 * Decodes a ReleaseResultResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape} ReleaseResultResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ReleaseResultResponse & arbalest.scheduler.v1.ReleaseResultResponse.$Shape;

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
                 * Decodes a CancelJobRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape} CancelJobRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CancelJobRequest & arbalest.scheduler.v1.CancelJobRequest.$Shape;

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
                 * Decodes a CancelJobResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape} CancelJobResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.CancelJobResponse & arbalest.scheduler.v1.CancelJobResponse.$Shape;

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
                 * Decodes a ListJobsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape} ListJobsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListJobsRequest & arbalest.scheduler.v1.ListJobsRequest.$Shape;

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
                 * Decodes a ListJobsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape} ListJobsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListJobsResponse & arbalest.scheduler.v1.ListJobsResponse.$Shape;

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

                /** JobSummary detached. */
                detached: boolean;

                /** JobSummary resultExpiresMs. */
                resultExpiresMs: number;

                /** JobSummary user. */
                user: string;

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
                 * Decodes a JobSummary message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape} JobSummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.JobSummary & arbalest.scheduler.v1.JobSummary.$Shape;

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

                    /** JobSummary detached */
                    detached?: (boolean|null);

                    /** JobSummary resultExpiresMs */
                    resultExpiresMs?: (number|null);

                    /** JobSummary user */
                    user?: (string|null);

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
                 * Decodes a ListExecutorsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape} ListExecutorsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListExecutorsRequest & arbalest.scheduler.v1.ListExecutorsRequest.$Shape;

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
                 * Decodes a ListExecutorsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape} ListExecutorsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListExecutorsResponse & arbalest.scheduler.v1.ListExecutorsResponse.$Shape;

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
                 * Decodes an ExecutorSummary message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape} ExecutorSummary
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ExecutorSummary & arbalest.scheduler.v1.ExecutorSummary.$Shape;

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
                 * Decodes a ListPluginsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape} ListPluginsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListPluginsRequest & arbalest.scheduler.v1.ListPluginsRequest.$Shape;

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
                 * Decodes a ListPluginsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape} ListPluginsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListPluginsResponse & arbalest.scheduler.v1.ListPluginsResponse.$Shape;

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
                 * Decodes a ListNamesRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape} ListNamesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListNamesRequest & arbalest.scheduler.v1.ListNamesRequest.$Shape;

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
                 * Decodes a ListNamesResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape} ListNamesResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListNamesResponse & arbalest.scheduler.v1.ListNamesResponse.$Shape;

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
                 * Decodes a NameEntry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape} NameEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.NameEntry & arbalest.scheduler.v1.NameEntry.$Shape;

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

            /**
             * Properties of a DescribeStatementRequest.
             * @deprecated Use arbalest.scheduler.v1.DescribeStatementRequest.$Properties instead.
             */
            interface IDescribeStatementRequest extends arbalest.scheduler.v1.DescribeStatementRequest.$Properties {
            }

            /** Represents a DescribeStatementRequest. */
            class DescribeStatementRequest {

                /**
                 * Constructs a new DescribeStatementRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.DescribeStatementRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribeStatementRequest session. */
                session: string;

                /** DescribeStatementRequest sql. */
                sql: string;

                /**
                 * Creates a new DescribeStatementRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DescribeStatementRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.DescribeStatementRequest.$Shape): arbalest.scheduler.v1.DescribeStatementRequest & arbalest.scheduler.v1.DescribeStatementRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.DescribeStatementRequest.$Properties): arbalest.scheduler.v1.DescribeStatementRequest;

                /**
                 * Encodes the specified DescribeStatementRequest message. Does not implicitly {@link arbalest.scheduler.v1.DescribeStatementRequest.verify|verify} messages.
                 * @param message DescribeStatementRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.DescribeStatementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribeStatementRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.DescribeStatementRequest & arbalest.scheduler.v1.DescribeStatementRequest.$Shape} DescribeStatementRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.DescribeStatementRequest & arbalest.scheduler.v1.DescribeStatementRequest.$Shape;

                /**
                 * Gets the type url for DescribeStatementRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace DescribeStatementRequest {

                /** Properties of a DescribeStatementRequest. */
                interface $Properties {

                    /** DescribeStatementRequest session */
                    session?: (string|null);

                    /** DescribeStatementRequest sql */
                    sql?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeStatementRequest. */
                type $Shape = arbalest.scheduler.v1.DescribeStatementRequest.$Properties;
            }

            /**
             * Properties of a DescribeStatementResponse.
             * @deprecated Use arbalest.scheduler.v1.DescribeStatementResponse.$Properties instead.
             */
            interface IDescribeStatementResponse extends arbalest.scheduler.v1.DescribeStatementResponse.$Properties {
            }

            /** Represents a DescribeStatementResponse. */
            class DescribeStatementResponse {

                /**
                 * Constructs a new DescribeStatementResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.DescribeStatementResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** DescribeStatementResponse query. */
                query: boolean;

                /** DescribeStatementResponse fields. */
                fields: string;

                /** DescribeStatementResponse parameters. */
                parameters: arbalest.scheduler.v1.StatementParameter.$Properties[];

                /**
                 * Creates a new DescribeStatementResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns DescribeStatementResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.DescribeStatementResponse.$Shape): arbalest.scheduler.v1.DescribeStatementResponse & arbalest.scheduler.v1.DescribeStatementResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.DescribeStatementResponse.$Properties): arbalest.scheduler.v1.DescribeStatementResponse;

                /**
                 * Encodes the specified DescribeStatementResponse message. Does not implicitly {@link arbalest.scheduler.v1.DescribeStatementResponse.verify|verify} messages.
                 * @param message DescribeStatementResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.DescribeStatementResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a DescribeStatementResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.DescribeStatementResponse & arbalest.scheduler.v1.DescribeStatementResponse.$Shape} DescribeStatementResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.DescribeStatementResponse & arbalest.scheduler.v1.DescribeStatementResponse.$Shape;

                /**
                 * Gets the type url for DescribeStatementResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace DescribeStatementResponse {

                /** Properties of a DescribeStatementResponse. */
                interface $Properties {

                    /** DescribeStatementResponse query */
                    query?: (boolean|null);

                    /** DescribeStatementResponse fields */
                    fields?: (string|null);

                    /** DescribeStatementResponse parameters */
                    parameters?: (arbalest.scheduler.v1.StatementParameter.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a DescribeStatementResponse. */
                type $Shape = arbalest.scheduler.v1.DescribeStatementResponse.$Properties;
            }

            /**
             * Properties of a StatementParameter.
             * @deprecated Use arbalest.scheduler.v1.StatementParameter.$Properties instead.
             */
            interface IStatementParameter extends arbalest.scheduler.v1.StatementParameter.$Properties {
            }

            /** Represents a StatementParameter. */
            class StatementParameter {

                /**
                 * Constructs a new StatementParameter.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.StatementParameter.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StatementParameter name. */
                name: string;

                /** StatementParameter type. */
                type: string;

                /**
                 * Creates a new StatementParameter instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StatementParameter instance
                 */
                static create(properties: arbalest.scheduler.v1.StatementParameter.$Shape): arbalest.scheduler.v1.StatementParameter & arbalest.scheduler.v1.StatementParameter.$Shape;
                static create(properties?: arbalest.scheduler.v1.StatementParameter.$Properties): arbalest.scheduler.v1.StatementParameter;

                /**
                 * Encodes the specified StatementParameter message. Does not implicitly {@link arbalest.scheduler.v1.StatementParameter.verify|verify} messages.
                 * @param message StatementParameter message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.StatementParameter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StatementParameter message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.StatementParameter & arbalest.scheduler.v1.StatementParameter.$Shape} StatementParameter
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.StatementParameter & arbalest.scheduler.v1.StatementParameter.$Shape;

                /**
                 * Gets the type url for StatementParameter
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace StatementParameter {

                /** Properties of a StatementParameter. */
                interface $Properties {

                    /** StatementParameter name */
                    name?: (string|null);

                    /** StatementParameter type */
                    type?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StatementParameter. */
                type $Shape = arbalest.scheduler.v1.StatementParameter.$Properties;
            }

            /**
             * Properties of a ListCatalogsRequest.
             * @deprecated Use arbalest.scheduler.v1.ListCatalogsRequest.$Properties instead.
             */
            interface IListCatalogsRequest extends arbalest.scheduler.v1.ListCatalogsRequest.$Properties {
            }

            /** Represents a ListCatalogsRequest. */
            class ListCatalogsRequest {

                /**
                 * Constructs a new ListCatalogsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListCatalogsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListCatalogsRequest session. */
                session: string;

                /**
                 * Creates a new ListCatalogsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListCatalogsRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListCatalogsRequest.$Shape): arbalest.scheduler.v1.ListCatalogsRequest & arbalest.scheduler.v1.ListCatalogsRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListCatalogsRequest.$Properties): arbalest.scheduler.v1.ListCatalogsRequest;

                /**
                 * Encodes the specified ListCatalogsRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListCatalogsRequest.verify|verify} messages.
                 * @param message ListCatalogsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListCatalogsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListCatalogsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListCatalogsRequest & arbalest.scheduler.v1.ListCatalogsRequest.$Shape} ListCatalogsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListCatalogsRequest & arbalest.scheduler.v1.ListCatalogsRequest.$Shape;

                /**
                 * Gets the type url for ListCatalogsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListCatalogsRequest {

                /** Properties of a ListCatalogsRequest. */
                interface $Properties {

                    /** ListCatalogsRequest session */
                    session?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListCatalogsRequest. */
                type $Shape = arbalest.scheduler.v1.ListCatalogsRequest.$Properties;
            }

            /**
             * Properties of a ListCatalogsResponse.
             * @deprecated Use arbalest.scheduler.v1.ListCatalogsResponse.$Properties instead.
             */
            interface IListCatalogsResponse extends arbalest.scheduler.v1.ListCatalogsResponse.$Properties {
            }

            /** Represents a ListCatalogsResponse. */
            class ListCatalogsResponse {

                /**
                 * Constructs a new ListCatalogsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListCatalogsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListCatalogsResponse catalogs. */
                catalogs: string[];

                /**
                 * Creates a new ListCatalogsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListCatalogsResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListCatalogsResponse.$Shape): arbalest.scheduler.v1.ListCatalogsResponse & arbalest.scheduler.v1.ListCatalogsResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListCatalogsResponse.$Properties): arbalest.scheduler.v1.ListCatalogsResponse;

                /**
                 * Encodes the specified ListCatalogsResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListCatalogsResponse.verify|verify} messages.
                 * @param message ListCatalogsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListCatalogsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListCatalogsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListCatalogsResponse & arbalest.scheduler.v1.ListCatalogsResponse.$Shape} ListCatalogsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListCatalogsResponse & arbalest.scheduler.v1.ListCatalogsResponse.$Shape;

                /**
                 * Gets the type url for ListCatalogsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListCatalogsResponse {

                /** Properties of a ListCatalogsResponse. */
                interface $Properties {

                    /** ListCatalogsResponse catalogs */
                    catalogs?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListCatalogsResponse. */
                type $Shape = arbalest.scheduler.v1.ListCatalogsResponse.$Properties;
            }

            /**
             * Properties of a ListTablesRequest.
             * @deprecated Use arbalest.scheduler.v1.ListTablesRequest.$Properties instead.
             */
            interface IListTablesRequest extends arbalest.scheduler.v1.ListTablesRequest.$Properties {
            }

            /** Represents a ListTablesRequest. */
            class ListTablesRequest {

                /**
                 * Constructs a new ListTablesRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListTablesRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListTablesRequest session. */
                session: string;

                /** ListTablesRequest columns. */
                columns: boolean;

                /**
                 * Creates a new ListTablesRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListTablesRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListTablesRequest.$Shape): arbalest.scheduler.v1.ListTablesRequest & arbalest.scheduler.v1.ListTablesRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListTablesRequest.$Properties): arbalest.scheduler.v1.ListTablesRequest;

                /**
                 * Encodes the specified ListTablesRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListTablesRequest.verify|verify} messages.
                 * @param message ListTablesRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListTablesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListTablesRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListTablesRequest & arbalest.scheduler.v1.ListTablesRequest.$Shape} ListTablesRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListTablesRequest & arbalest.scheduler.v1.ListTablesRequest.$Shape;

                /**
                 * Gets the type url for ListTablesRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListTablesRequest {

                /** Properties of a ListTablesRequest. */
                interface $Properties {

                    /** ListTablesRequest session */
                    session?: (string|null);

                    /** ListTablesRequest columns */
                    columns?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListTablesRequest. */
                type $Shape = arbalest.scheduler.v1.ListTablesRequest.$Properties;
            }

            /**
             * Properties of a ListTablesResponse.
             * @deprecated Use arbalest.scheduler.v1.ListTablesResponse.$Properties instead.
             */
            interface IListTablesResponse extends arbalest.scheduler.v1.ListTablesResponse.$Properties {
            }

            /** Represents a ListTablesResponse. */
            class ListTablesResponse {

                /**
                 * Constructs a new ListTablesResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListTablesResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListTablesResponse tables. */
                tables: arbalest.scheduler.v1.TableEntry.$Properties[];

                /**
                 * Creates a new ListTablesResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListTablesResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListTablesResponse.$Shape): arbalest.scheduler.v1.ListTablesResponse & arbalest.scheduler.v1.ListTablesResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListTablesResponse.$Properties): arbalest.scheduler.v1.ListTablesResponse;

                /**
                 * Encodes the specified ListTablesResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListTablesResponse.verify|verify} messages.
                 * @param message ListTablesResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListTablesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListTablesResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListTablesResponse & arbalest.scheduler.v1.ListTablesResponse.$Shape} ListTablesResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListTablesResponse & arbalest.scheduler.v1.ListTablesResponse.$Shape;

                /**
                 * Gets the type url for ListTablesResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListTablesResponse {

                /** Properties of a ListTablesResponse. */
                interface $Properties {

                    /** ListTablesResponse tables */
                    tables?: (arbalest.scheduler.v1.TableEntry.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListTablesResponse. */
                type $Shape = arbalest.scheduler.v1.ListTablesResponse.$Properties;
            }

            /**
             * Properties of a TableEntry.
             * @deprecated Use arbalest.scheduler.v1.TableEntry.$Properties instead.
             */
            interface ITableEntry extends arbalest.scheduler.v1.TableEntry.$Properties {
            }

            /** Represents a TableEntry. */
            class TableEntry {

                /**
                 * Constructs a new TableEntry.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.TableEntry.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TableEntry catalog. */
                catalog: string;

                /** TableEntry schema. */
                schema: string;

                /** TableEntry name. */
                name: string;

                /** TableEntry view. */
                view: boolean;

                /** TableEntry fields. */
                fields: string;

                /** TableEntry error. */
                error?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                /**
                 * Creates a new TableEntry instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TableEntry instance
                 */
                static create(properties: arbalest.scheduler.v1.TableEntry.$Shape): arbalest.scheduler.v1.TableEntry & arbalest.scheduler.v1.TableEntry.$Shape;
                static create(properties?: arbalest.scheduler.v1.TableEntry.$Properties): arbalest.scheduler.v1.TableEntry;

                /**
                 * Encodes the specified TableEntry message. Does not implicitly {@link arbalest.scheduler.v1.TableEntry.verify|verify} messages.
                 * @param message TableEntry message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.TableEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TableEntry message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.TableEntry & arbalest.scheduler.v1.TableEntry.$Shape} TableEntry
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.TableEntry & arbalest.scheduler.v1.TableEntry.$Shape;

                /**
                 * Gets the type url for TableEntry
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TableEntry {

                /** Properties of a TableEntry. */
                interface $Properties {

                    /** TableEntry catalog */
                    catalog?: (string|null);

                    /** TableEntry schema */
                    schema?: (string|null);

                    /** TableEntry name */
                    name?: (string|null);

                    /** TableEntry view */
                    view?: (boolean|null);

                    /** TableEntry fields */
                    fields?: (string|null);

                    /** TableEntry error */
                    error?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TableEntry. */
                type $Shape = arbalest.scheduler.v1.TableEntry.$Properties;
            }

            /**
             * Properties of a ListSettingsRequest.
             * @deprecated Use arbalest.scheduler.v1.ListSettingsRequest.$Properties instead.
             */
            interface IListSettingsRequest extends arbalest.scheduler.v1.ListSettingsRequest.$Properties {
            }

            /** Represents a ListSettingsRequest. */
            class ListSettingsRequest {

                /**
                 * Constructs a new ListSettingsRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListSettingsRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListSettingsRequest session. */
                session: string;

                /**
                 * Creates a new ListSettingsRequest instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListSettingsRequest instance
                 */
                static create(properties: arbalest.scheduler.v1.ListSettingsRequest.$Shape): arbalest.scheduler.v1.ListSettingsRequest & arbalest.scheduler.v1.ListSettingsRequest.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListSettingsRequest.$Properties): arbalest.scheduler.v1.ListSettingsRequest;

                /**
                 * Encodes the specified ListSettingsRequest message. Does not implicitly {@link arbalest.scheduler.v1.ListSettingsRequest.verify|verify} messages.
                 * @param message ListSettingsRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListSettingsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListSettingsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListSettingsRequest & arbalest.scheduler.v1.ListSettingsRequest.$Shape} ListSettingsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListSettingsRequest & arbalest.scheduler.v1.ListSettingsRequest.$Shape;

                /**
                 * Gets the type url for ListSettingsRequest
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListSettingsRequest {

                /** Properties of a ListSettingsRequest. */
                interface $Properties {

                    /** ListSettingsRequest session */
                    session?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListSettingsRequest. */
                type $Shape = arbalest.scheduler.v1.ListSettingsRequest.$Properties;
            }

            /**
             * Properties of a ListSettingsResponse.
             * @deprecated Use arbalest.scheduler.v1.ListSettingsResponse.$Properties instead.
             */
            interface IListSettingsResponse extends arbalest.scheduler.v1.ListSettingsResponse.$Properties {
            }

            /** Represents a ListSettingsResponse. */
            class ListSettingsResponse {

                /**
                 * Constructs a new ListSettingsResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.scheduler.v1.ListSettingsResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ListSettingsResponse settings. */
                settings: { [k: string]: string };

                /**
                 * Creates a new ListSettingsResponse instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns ListSettingsResponse instance
                 */
                static create(properties: arbalest.scheduler.v1.ListSettingsResponse.$Shape): arbalest.scheduler.v1.ListSettingsResponse & arbalest.scheduler.v1.ListSettingsResponse.$Shape;
                static create(properties?: arbalest.scheduler.v1.ListSettingsResponse.$Properties): arbalest.scheduler.v1.ListSettingsResponse;

                /**
                 * Encodes the specified ListSettingsResponse message. Does not implicitly {@link arbalest.scheduler.v1.ListSettingsResponse.verify|verify} messages.
                 * @param message ListSettingsResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.scheduler.v1.ListSettingsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ListSettingsResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.scheduler.v1.ListSettingsResponse & arbalest.scheduler.v1.ListSettingsResponse.$Shape} ListSettingsResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.scheduler.v1.ListSettingsResponse & arbalest.scheduler.v1.ListSettingsResponse.$Shape;

                /**
                 * Gets the type url for ListSettingsResponse
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace ListSettingsResponse {

                /** Properties of a ListSettingsResponse. */
                interface $Properties {

                    /** ListSettingsResponse settings */
                    settings?: ({ [k: string]: string }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ListSettingsResponse. */
                type $Shape = arbalest.scheduler.v1.ListSettingsResponse.$Properties;
            }
        }
    }

    /** Namespace state. */
    namespace state {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a Layout.
             * @deprecated Use arbalest.state.v1.Layout.$Properties instead.
             */
            interface ILayout extends arbalest.state.v1.Layout.$Properties {
            }

            /** Represents a Layout. */
            class Layout {

                /**
                 * Constructs a new Layout.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Layout.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Layout version. */
                version: number;

                /** Layout writtenBy. */
                writtenBy: string;

                /**
                 * Creates a new Layout instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Layout instance
                 */
                static create(properties: arbalest.state.v1.Layout.$Shape): arbalest.state.v1.Layout & arbalest.state.v1.Layout.$Shape;
                static create(properties?: arbalest.state.v1.Layout.$Properties): arbalest.state.v1.Layout;

                /**
                 * Encodes the specified Layout message. Does not implicitly {@link arbalest.state.v1.Layout.verify|verify} messages.
                 * @param message Layout message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Layout.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Layout message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Layout & arbalest.state.v1.Layout.$Shape} Layout
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Layout & arbalest.state.v1.Layout.$Shape;

                /**
                 * Gets the type url for Layout
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Layout {

                /** Properties of a Layout. */
                interface $Properties {

                    /** Layout version */
                    version?: (number|null);

                    /** Layout writtenBy */
                    writtenBy?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Layout. */
                type $Shape = arbalest.state.v1.Layout.$Properties;
            }

            /**
             * Properties of a Leader.
             * @deprecated Use arbalest.state.v1.Leader.$Properties instead.
             */
            interface ILeader extends arbalest.state.v1.Leader.$Properties {
            }

            /** Represents a Leader. */
            class Leader {

                /**
                 * Constructs a new Leader.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Leader.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Leader scheduler. */
                scheduler: string;

                /** Leader address. */
                address: string;

                /** Leader sinceMs. */
                sinceMs: number;

                /**
                 * Creates a new Leader instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Leader instance
                 */
                static create(properties: arbalest.state.v1.Leader.$Shape): arbalest.state.v1.Leader & arbalest.state.v1.Leader.$Shape;
                static create(properties?: arbalest.state.v1.Leader.$Properties): arbalest.state.v1.Leader;

                /**
                 * Encodes the specified Leader message. Does not implicitly {@link arbalest.state.v1.Leader.verify|verify} messages.
                 * @param message Leader message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Leader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Leader message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Leader & arbalest.state.v1.Leader.$Shape} Leader
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Leader & arbalest.state.v1.Leader.$Shape;

                /**
                 * Gets the type url for Leader
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Leader {

                /** Properties of a Leader. */
                interface $Properties {

                    /** Leader scheduler */
                    scheduler?: (string|null);

                    /** Leader address */
                    address?: (string|null);

                    /** Leader sinceMs */
                    sinceMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Leader. */
                type $Shape = arbalest.state.v1.Leader.$Properties;
            }

            /**
             * Properties of a LiveScheduler.
             * @deprecated Use arbalest.state.v1.LiveScheduler.$Properties instead.
             */
            interface ILiveScheduler extends arbalest.state.v1.LiveScheduler.$Properties {
            }

            /** Represents a LiveScheduler. */
            class LiveScheduler {

                /**
                 * Constructs a new LiveScheduler.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.LiveScheduler.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LiveScheduler scheduler. */
                scheduler: string;

                /** LiveScheduler address. */
                address: string;

                /**
                 * Creates a new LiveScheduler instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns LiveScheduler instance
                 */
                static create(properties: arbalest.state.v1.LiveScheduler.$Shape): arbalest.state.v1.LiveScheduler & arbalest.state.v1.LiveScheduler.$Shape;
                static create(properties?: arbalest.state.v1.LiveScheduler.$Properties): arbalest.state.v1.LiveScheduler;

                /**
                 * Encodes the specified LiveScheduler message. Does not implicitly {@link arbalest.state.v1.LiveScheduler.verify|verify} messages.
                 * @param message LiveScheduler message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.LiveScheduler.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LiveScheduler message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.LiveScheduler & arbalest.state.v1.LiveScheduler.$Shape} LiveScheduler
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.LiveScheduler & arbalest.state.v1.LiveScheduler.$Shape;

                /**
                 * Gets the type url for LiveScheduler
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace LiveScheduler {

                /** Properties of a LiveScheduler. */
                interface $Properties {

                    /** LiveScheduler scheduler */
                    scheduler?: (string|null);

                    /** LiveScheduler address */
                    address?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LiveScheduler. */
                type $Shape = arbalest.state.v1.LiveScheduler.$Properties;
            }

            /**
             * Properties of a Cluster.
             * @deprecated Use arbalest.state.v1.Cluster.$Properties instead.
             */
            interface ICluster extends arbalest.state.v1.Cluster.$Properties {
            }

            /** Represents a Cluster. */
            class Cluster {

                /**
                 * Constructs a new Cluster.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Cluster.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Cluster exchangeKey. */
                exchangeKey: Uint8Array;

                /**
                 * Creates a new Cluster instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Cluster instance
                 */
                static create(properties: arbalest.state.v1.Cluster.$Shape): arbalest.state.v1.Cluster & arbalest.state.v1.Cluster.$Shape;
                static create(properties?: arbalest.state.v1.Cluster.$Properties): arbalest.state.v1.Cluster;

                /**
                 * Encodes the specified Cluster message. Does not implicitly {@link arbalest.state.v1.Cluster.verify|verify} messages.
                 * @param message Cluster message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Cluster.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Cluster message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Cluster & arbalest.state.v1.Cluster.$Shape} Cluster
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Cluster & arbalest.state.v1.Cluster.$Shape;

                /**
                 * Gets the type url for Cluster
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Cluster {

                /** Properties of a Cluster. */
                interface $Properties {

                    /** Cluster exchangeKey */
                    exchangeKey?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Cluster. */
                type $Shape = arbalest.state.v1.Cluster.$Properties;
            }

            /**
             * Properties of a View.
             * @deprecated Use arbalest.state.v1.View.$Properties instead.
             */
            interface IView extends arbalest.state.v1.View.$Properties {
            }

            /** Represents a View. */
            class View {

                /**
                 * Constructs a new View.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.View.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** View schema. */
                schema: string;

                /** View name. */
                name: string;

                /** View query. */
                query: string;

                /**
                 * Creates a new View instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns View instance
                 */
                static create(properties: arbalest.state.v1.View.$Shape): arbalest.state.v1.View & arbalest.state.v1.View.$Shape;
                static create(properties?: arbalest.state.v1.View.$Properties): arbalest.state.v1.View;

                /**
                 * Encodes the specified View message. Does not implicitly {@link arbalest.state.v1.View.verify|verify} messages.
                 * @param message View message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.View.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a View message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.View & arbalest.state.v1.View.$Shape} View
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.View & arbalest.state.v1.View.$Shape;

                /**
                 * Gets the type url for View
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace View {

                /** Properties of a View. */
                interface $Properties {

                    /** View schema */
                    schema?: (string|null);

                    /** View name */
                    name?: (string|null);

                    /** View query */
                    query?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a View. */
                type $Shape = arbalest.state.v1.View.$Properties;
            }

            /**
             * Properties of a Function.
             * @deprecated Use arbalest.state.v1.Function.$Properties instead.
             */
            interface IFunction extends arbalest.state.v1.Function.$Properties {
            }

            /** Represents a Function. */
            class Function {

                /**
                 * Constructs a new Function.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Function.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Function definition. */
                definition: string;

                /**
                 * Creates a new Function instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Function instance
                 */
                static create(properties: arbalest.state.v1.Function.$Shape): arbalest.state.v1.Function & arbalest.state.v1.Function.$Shape;
                static create(properties?: arbalest.state.v1.Function.$Properties): arbalest.state.v1.Function;

                /**
                 * Encodes the specified Function message. Does not implicitly {@link arbalest.state.v1.Function.verify|verify} messages.
                 * @param message Function message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Function.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Function message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Function & arbalest.state.v1.Function.$Shape} Function
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Function & arbalest.state.v1.Function.$Shape;

                /**
                 * Gets the type url for Function
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Function {

                /** Properties of a Function. */
                interface $Properties {

                    /** Function definition */
                    definition?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Function. */
                type $Shape = arbalest.state.v1.Function.$Properties;
            }

            /**
             * Properties of a FunctionSet.
             * @deprecated Use arbalest.state.v1.FunctionSet.$Properties instead.
             */
            interface IFunctionSet extends arbalest.state.v1.FunctionSet.$Properties {
            }

            /** Represents a FunctionSet. */
            class FunctionSet {

                /**
                 * Constructs a new FunctionSet.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.FunctionSet.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FunctionSet functions. */
                functions: arbalest.state.v1.Function.$Properties[];

                /**
                 * Creates a new FunctionSet instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns FunctionSet instance
                 */
                static create(properties: arbalest.state.v1.FunctionSet.$Shape): arbalest.state.v1.FunctionSet & arbalest.state.v1.FunctionSet.$Shape;
                static create(properties?: arbalest.state.v1.FunctionSet.$Properties): arbalest.state.v1.FunctionSet;

                /**
                 * Encodes the specified FunctionSet message. Does not implicitly {@link arbalest.state.v1.FunctionSet.verify|verify} messages.
                 * @param message FunctionSet message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.FunctionSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FunctionSet message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.FunctionSet & arbalest.state.v1.FunctionSet.$Shape} FunctionSet
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.FunctionSet & arbalest.state.v1.FunctionSet.$Shape;

                /**
                 * Gets the type url for FunctionSet
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace FunctionSet {

                /** Properties of a FunctionSet. */
                interface $Properties {

                    /** FunctionSet functions */
                    functions?: (arbalest.state.v1.Function.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FunctionSet. */
                type $Shape = arbalest.state.v1.FunctionSet.$Properties;
            }

            /**
             * Properties of a Session.
             * @deprecated Use arbalest.state.v1.Session.$Properties instead.
             */
            interface ISession extends arbalest.state.v1.Session.$Properties {
            }

            /** Represents a Session. */
            class Session {

                /**
                 * Constructs a new Session.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Session.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Session session. */
                session: string;

                /** Session client. */
                client: string;

                /** Session user. */
                user: string;

                /** Session baseDirectory. */
                baseDirectory: string;

                /** Session settings. */
                settings: { [k: string]: string };

                /**
                 * Creates a new Session instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Session instance
                 */
                static create(properties: arbalest.state.v1.Session.$Shape): arbalest.state.v1.Session & arbalest.state.v1.Session.$Shape;
                static create(properties?: arbalest.state.v1.Session.$Properties): arbalest.state.v1.Session;

                /**
                 * Encodes the specified Session message. Does not implicitly {@link arbalest.state.v1.Session.verify|verify} messages.
                 * @param message Session message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Session.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Session message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Session & arbalest.state.v1.Session.$Shape} Session
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Session & arbalest.state.v1.Session.$Shape;

                /**
                 * Gets the type url for Session
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Session {

                /** Properties of a Session. */
                interface $Properties {

                    /** Session session */
                    session?: (string|null);

                    /** Session client */
                    client?: (string|null);

                    /** Session user */
                    user?: (string|null);

                    /** Session baseDirectory */
                    baseDirectory?: (string|null);

                    /** Session settings */
                    settings?: ({ [k: string]: string }|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Session. */
                type $Shape = arbalest.state.v1.Session.$Properties;
            }

            /**
             * Properties of a Submission.
             * @deprecated Use arbalest.state.v1.Submission.$Properties instead.
             */
            interface ISubmission extends arbalest.state.v1.Submission.$Properties {
            }

            /** Represents a Submission. */
            class Submission {

                /**
                 * Constructs a new Submission.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Submission.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Submission job. */
                job: string;

                /**
                 * Creates a new Submission instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Submission instance
                 */
                static create(properties: arbalest.state.v1.Submission.$Shape): arbalest.state.v1.Submission & arbalest.state.v1.Submission.$Shape;
                static create(properties?: arbalest.state.v1.Submission.$Properties): arbalest.state.v1.Submission;

                /**
                 * Encodes the specified Submission message. Does not implicitly {@link arbalest.state.v1.Submission.verify|verify} messages.
                 * @param message Submission message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Submission.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Submission message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Submission & arbalest.state.v1.Submission.$Shape} Submission
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Submission & arbalest.state.v1.Submission.$Shape;

                /**
                 * Gets the type url for Submission
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Submission {

                /** Properties of a Submission. */
                interface $Properties {

                    /** Submission job */
                    job?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Submission. */
                type $Shape = arbalest.state.v1.Submission.$Properties;
            }

            /**
             * Properties of a Job.
             * @deprecated Use arbalest.state.v1.Job.$Properties instead.
             */
            interface IJob extends arbalest.state.v1.Job.$Properties {
            }

            /** Represents a Job. */
            class Job {

                /**
                 * Constructs a new Job.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Job.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Job job. */
                job: string;

                /** Job key. */
                key: string;

                /** Job session. */
                session: string;

                /** Job sql. */
                sql: string;

                /** Job parameters. */
                parameters: string;

                /** Job detached. */
                detached: boolean;

                /** Job submittedMs. */
                submittedMs: number;

                /** Job deadlineMs. */
                deadlineMs: number;

                /** Job state. */
                state: arbalest.state.v1.Job.State;

                /** Job tag. */
                tag: string;

                /** Job applied. */
                applied: boolean;

                /** Job writeTarget. */
                writeTarget: string;

                /** Job writtenFiles. */
                writtenFiles: string;

                /** Job finished. */
                finished?: (arbalest.scheduler.v1.JobFinished.$Properties|null);

                /** Job failed. */
                failed?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                /** Job resultFields. */
                resultFields: string;

                /** Job expiresMs. */
                expiresMs: number;

                /** Job partsTold. */
                partsTold: boolean;

                /** Job torn. */
                torn: boolean;

                /** Job elapsedMs. */
                elapsedMs: number;

                /** Job rows. */
                rows: number;

                /** Job user. */
                user: string;

                /** Job run. */
                run: number;

                /** Job wasRead. */
                wasRead: boolean;

                /**
                 * Creates a new Job instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Job instance
                 */
                static create(properties: arbalest.state.v1.Job.$Shape): arbalest.state.v1.Job & arbalest.state.v1.Job.$Shape;
                static create(properties?: arbalest.state.v1.Job.$Properties): arbalest.state.v1.Job;

                /**
                 * Encodes the specified Job message. Does not implicitly {@link arbalest.state.v1.Job.verify|verify} messages.
                 * @param message Job message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Job.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Job message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Job & arbalest.state.v1.Job.$Shape} Job
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Job & arbalest.state.v1.Job.$Shape;

                /**
                 * Gets the type url for Job
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Job {

                /** Properties of a Job. */
                interface $Properties {

                    /** Job job */
                    job?: (string|null);

                    /** Job key */
                    key?: (string|null);

                    /** Job session */
                    session?: (string|null);

                    /** Job sql */
                    sql?: (string|null);

                    /** Job parameters */
                    parameters?: (string|null);

                    /** Job detached */
                    detached?: (boolean|null);

                    /** Job submittedMs */
                    submittedMs?: (number|null);

                    /** Job deadlineMs */
                    deadlineMs?: (number|null);

                    /** Job state */
                    state?: (arbalest.state.v1.Job.State|null);

                    /** Job tag */
                    tag?: (string|null);

                    /** Job applied */
                    applied?: (boolean|null);

                    /** Job writeTarget */
                    writeTarget?: (string|null);

                    /** Job writtenFiles */
                    writtenFiles?: (string|null);

                    /** Job finished */
                    finished?: (arbalest.scheduler.v1.JobFinished.$Properties|null);

                    /** Job failed */
                    failed?: (arbalest.scheduler.v1.ErrorInfo.$Properties|null);

                    /** Job resultFields */
                    resultFields?: (string|null);

                    /** Job expiresMs */
                    expiresMs?: (number|null);

                    /** Job partsTold */
                    partsTold?: (boolean|null);

                    /** Job torn */
                    torn?: (boolean|null);

                    /** Job elapsedMs */
                    elapsedMs?: (number|null);

                    /** Job rows */
                    rows?: (number|null);

                    /** Job user */
                    user?: (string|null);

                    /** Job run */
                    run?: (number|null);

                    /** Job wasRead */
                    wasRead?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Job. */
                type $Shape = arbalest.state.v1.Job.$Properties;

                /** State enum. */
                enum State {

                    /** STATE_UNSPECIFIED value */
                    STATE_UNSPECIFIED = 0,

                    /** PLANNING value */
                    PLANNING = 1,

                    /** RUNNING value */
                    RUNNING = 2,

                    /** COMMITTING value */
                    COMMITTING = 3,

                    /** ENDED value */
                    ENDED = 4
                }
            }

            /**
             * Properties of a Plan.
             * @deprecated Use arbalest.state.v1.Plan.$Properties instead.
             */
            interface IPlan extends arbalest.state.v1.Plan.$Properties {
            }

            /** Represents a Plan. */
            class Plan {

                /**
                 * Constructs a new Plan.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.Plan.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Plan stages. */
                stages: arbalest.state.v1.StageRecord.$Properties[];

                /** Plan whole. */
                whole: string;

                /** Plan tableVersions. */
                tableVersions: string[];

                /** Plan planningUs. */
                planningUs: number;

                /** Plan functions. */
                functions: string[];

                /**
                 * Creates a new Plan instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns Plan instance
                 */
                static create(properties: arbalest.state.v1.Plan.$Shape): arbalest.state.v1.Plan & arbalest.state.v1.Plan.$Shape;
                static create(properties?: arbalest.state.v1.Plan.$Properties): arbalest.state.v1.Plan;

                /**
                 * Encodes the specified Plan message. Does not implicitly {@link arbalest.state.v1.Plan.verify|verify} messages.
                 * @param message Plan message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.Plan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Plan message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.Plan & arbalest.state.v1.Plan.$Shape} Plan
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.Plan & arbalest.state.v1.Plan.$Shape;

                /**
                 * Gets the type url for Plan
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace Plan {

                /** Properties of a Plan. */
                interface $Properties {

                    /** Plan stages */
                    stages?: (arbalest.state.v1.StageRecord.$Properties[]|null);

                    /** Plan whole */
                    whole?: (string|null);

                    /** Plan tableVersions */
                    tableVersions?: (string[]|null);

                    /** Plan planningUs */
                    planningUs?: (number|null);

                    /** Plan functions */
                    functions?: (string[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Plan. */
                type $Shape = arbalest.state.v1.Plan.$Properties;
            }

            /**
             * Properties of a StageRecord.
             * @deprecated Use arbalest.state.v1.StageRecord.$Properties instead.
             */
            interface IStageRecord extends arbalest.state.v1.StageRecord.$Properties {
            }

            /** Represents a StageRecord. */
            class StageRecord {

                /**
                 * Constructs a new StageRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.StageRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StageRecord id. */
                id: number;

                /** StageRecord fragment. */
                fragment: Uint8Array;

                /** StageRecord stage. */
                stage: string;

                /**
                 * Creates a new StageRecord instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StageRecord instance
                 */
                static create(properties: arbalest.state.v1.StageRecord.$Shape): arbalest.state.v1.StageRecord & arbalest.state.v1.StageRecord.$Shape;
                static create(properties?: arbalest.state.v1.StageRecord.$Properties): arbalest.state.v1.StageRecord;

                /**
                 * Encodes the specified StageRecord message. Does not implicitly {@link arbalest.state.v1.StageRecord.verify|verify} messages.
                 * @param message StageRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.StageRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StageRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.StageRecord & arbalest.state.v1.StageRecord.$Shape} StageRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.StageRecord & arbalest.state.v1.StageRecord.$Shape;

                /**
                 * Gets the type url for StageRecord
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace StageRecord {

                /** Properties of a StageRecord. */
                interface $Properties {

                    /** StageRecord id */
                    id?: (number|null);

                    /** StageRecord fragment */
                    fragment?: (Uint8Array|null);

                    /** StageRecord stage */
                    stage?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StageRecord. */
                type $Shape = arbalest.state.v1.StageRecord.$Properties;
            }

            /**
             * Properties of a StageSplits.
             * @deprecated Use arbalest.state.v1.StageSplits.$Properties instead.
             */
            interface IStageSplits extends arbalest.state.v1.StageSplits.$Properties {
            }

            /** Represents a StageSplits. */
            class StageSplits {

                /**
                 * Constructs a new StageSplits.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.StageSplits.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** StageSplits tables. */
                tables: arbalest.state.v1.TableSplits.$Properties[];

                /** StageSplits measured. */
                measured: boolean;

                /** StageSplits outcome. */
                outcome: string;

                /**
                 * Creates a new StageSplits instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns StageSplits instance
                 */
                static create(properties: arbalest.state.v1.StageSplits.$Shape): arbalest.state.v1.StageSplits & arbalest.state.v1.StageSplits.$Shape;
                static create(properties?: arbalest.state.v1.StageSplits.$Properties): arbalest.state.v1.StageSplits;

                /**
                 * Encodes the specified StageSplits message. Does not implicitly {@link arbalest.state.v1.StageSplits.verify|verify} messages.
                 * @param message StageSplits message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.StageSplits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a StageSplits message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.StageSplits & arbalest.state.v1.StageSplits.$Shape} StageSplits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.StageSplits & arbalest.state.v1.StageSplits.$Shape;

                /**
                 * Gets the type url for StageSplits
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace StageSplits {

                /** Properties of a StageSplits. */
                interface $Properties {

                    /** StageSplits tables */
                    tables?: (arbalest.state.v1.TableSplits.$Properties[]|null);

                    /** StageSplits measured */
                    measured?: (boolean|null);

                    /** StageSplits outcome */
                    outcome?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a StageSplits. */
                type $Shape = arbalest.state.v1.StageSplits.$Properties;
            }

            /**
             * Properties of a TableSplits.
             * @deprecated Use arbalest.state.v1.TableSplits.$Properties instead.
             */
            interface ITableSplits extends arbalest.state.v1.TableSplits.$Properties {
            }

            /** Represents a TableSplits. */
            class TableSplits {

                /**
                 * Constructs a new TableSplits.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.TableSplits.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TableSplits tasks. */
                tasks: string[];

                /** TableSplits shared. */
                shared: boolean;

                /**
                 * Creates a new TableSplits instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TableSplits instance
                 */
                static create(properties: arbalest.state.v1.TableSplits.$Shape): arbalest.state.v1.TableSplits & arbalest.state.v1.TableSplits.$Shape;
                static create(properties?: arbalest.state.v1.TableSplits.$Properties): arbalest.state.v1.TableSplits;

                /**
                 * Encodes the specified TableSplits message. Does not implicitly {@link arbalest.state.v1.TableSplits.verify|verify} messages.
                 * @param message TableSplits message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.TableSplits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TableSplits message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.TableSplits & arbalest.state.v1.TableSplits.$Shape} TableSplits
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.TableSplits & arbalest.state.v1.TableSplits.$Shape;

                /**
                 * Gets the type url for TableSplits
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TableSplits {

                /** Properties of a TableSplits. */
                interface $Properties {

                    /** TableSplits tasks */
                    tasks?: (string[]|null);

                    /** TableSplits shared */
                    shared?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TableSplits. */
                type $Shape = arbalest.state.v1.TableSplits.$Properties;
            }

            /**
             * Properties of a TaskChunk.
             * @deprecated Use arbalest.state.v1.TaskChunk.$Properties instead.
             */
            interface ITaskChunk extends arbalest.state.v1.TaskChunk.$Properties {
            }

            /** Represents a TaskChunk. */
            class TaskChunk {

                /**
                 * Constructs a new TaskChunk.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.TaskChunk.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskChunk tasks. */
                tasks: arbalest.state.v1.TaskRecord.$Properties[];

                /**
                 * Creates a new TaskChunk instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TaskChunk instance
                 */
                static create(properties: arbalest.state.v1.TaskChunk.$Shape): arbalest.state.v1.TaskChunk & arbalest.state.v1.TaskChunk.$Shape;
                static create(properties?: arbalest.state.v1.TaskChunk.$Properties): arbalest.state.v1.TaskChunk;

                /**
                 * Encodes the specified TaskChunk message. Does not implicitly {@link arbalest.state.v1.TaskChunk.verify|verify} messages.
                 * @param message TaskChunk message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.TaskChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskChunk message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.TaskChunk & arbalest.state.v1.TaskChunk.$Shape} TaskChunk
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.TaskChunk & arbalest.state.v1.TaskChunk.$Shape;

                /**
                 * Gets the type url for TaskChunk
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TaskChunk {

                /** Properties of a TaskChunk. */
                interface $Properties {

                    /** TaskChunk tasks */
                    tasks?: (arbalest.state.v1.TaskRecord.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskChunk. */
                type $Shape = arbalest.state.v1.TaskChunk.$Properties;
            }

            /**
             * Properties of a TaskRecord.
             * @deprecated Use arbalest.state.v1.TaskRecord.$Properties instead.
             */
            interface ITaskRecord extends arbalest.state.v1.TaskRecord.$Properties {
            }

            /** Represents a TaskRecord. */
            class TaskRecord {

                /**
                 * Constructs a new TaskRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: arbalest.state.v1.TaskRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskRecord task. */
                task: number;

                /** TaskRecord state. */
                state: arbalest.state.v1.TaskRecord.State;

                /** TaskRecord attempts. */
                attempts: number;

                /** TaskRecord failures. */
                failures: number;

                /** TaskRecord shortages. */
                shortages: number;

                /** TaskRecord losses. */
                losses: number;

                /** TaskRecord avoid. */
                avoid: string;

                /** TaskRecord alone. */
                alone: boolean;

                /** TaskRecord attempt. */
                attempt: number;

                /** TaskRecord executor. */
                executor: string;

                /** TaskRecord readable. */
                readable: boolean;

                /** TaskRecord hasOutput. */
                hasOutput: boolean;

                /** TaskRecord partitionRows. */
                partitionRows: number[];

                /** TaskRecord partitionBytes. */
                partitionBytes: number[];

                /** TaskRecord inline. */
                inline: boolean;

                /** TaskRecord metrics. */
                metrics?: (arbalest.scheduler.v1.TaskMetrics.$Properties|null);

                /** TaskRecord functions. */
                functions?: (arbalest.scheduler.v1.FunctionReport.$Properties|null);

                /**
                 * Creates a new TaskRecord instance using the specified properties.
                 * @param [properties] Properties to set
                 * @returns TaskRecord instance
                 */
                static create(properties: arbalest.state.v1.TaskRecord.$Shape): arbalest.state.v1.TaskRecord & arbalest.state.v1.TaskRecord.$Shape;
                static create(properties?: arbalest.state.v1.TaskRecord.$Properties): arbalest.state.v1.TaskRecord;

                /**
                 * Encodes the specified TaskRecord message. Does not implicitly {@link arbalest.state.v1.TaskRecord.verify|verify} messages.
                 * @param message TaskRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: arbalest.state.v1.TaskRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arbalest.state.v1.TaskRecord & arbalest.state.v1.TaskRecord.$Shape} TaskRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arbalest.state.v1.TaskRecord & arbalest.state.v1.TaskRecord.$Shape;

                /**
                 * Gets the type url for TaskRecord
                 * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                 * @returns The type url
                 */
                static getTypeUrl(prefix?: string): string;
            }

            namespace TaskRecord {

                /** Properties of a TaskRecord. */
                interface $Properties {

                    /** TaskRecord task */
                    task?: (number|null);

                    /** TaskRecord state */
                    state?: (arbalest.state.v1.TaskRecord.State|null);

                    /** TaskRecord attempts */
                    attempts?: (number|null);

                    /** TaskRecord failures */
                    failures?: (number|null);

                    /** TaskRecord shortages */
                    shortages?: (number|null);

                    /** TaskRecord losses */
                    losses?: (number|null);

                    /** TaskRecord avoid */
                    avoid?: (string|null);

                    /** TaskRecord alone */
                    alone?: (boolean|null);

                    /** TaskRecord attempt */
                    attempt?: (number|null);

                    /** TaskRecord executor */
                    executor?: (string|null);

                    /** TaskRecord readable */
                    readable?: (boolean|null);

                    /** TaskRecord hasOutput */
                    hasOutput?: (boolean|null);

                    /** TaskRecord partitionRows */
                    partitionRows?: (number[]|null);

                    /** TaskRecord partitionBytes */
                    partitionBytes?: (number[]|null);

                    /** TaskRecord inline */
                    inline?: (boolean|null);

                    /** TaskRecord metrics */
                    metrics?: (arbalest.scheduler.v1.TaskMetrics.$Properties|null);

                    /** TaskRecord functions */
                    functions?: (arbalest.scheduler.v1.FunctionReport.$Properties|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskRecord. */
                type $Shape = arbalest.state.v1.TaskRecord.$Properties;

                /** State enum. */
                enum State {

                    /** STATE_UNSPECIFIED value */
                    STATE_UNSPECIFIED = 0,

                    /** WAITING value */
                    WAITING = 1,

                    /** RUNNING value */
                    RUNNING = 2,

                    /** FINISHED value */
                    FINISHED = 3
                }
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
                 * Decodes a HandshakeRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape} HandshakeRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.HandshakeRequest & arrow.flight.protocol.HandshakeRequest.$Shape;

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
                 * Decodes a HandshakeResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape} HandshakeResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.HandshakeResponse & arrow.flight.protocol.HandshakeResponse.$Shape;

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
                 * Decodes a BasicAuth message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape} BasicAuth
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.BasicAuth & arrow.flight.protocol.BasicAuth.$Shape;

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
                 * Decodes an Empty message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape} Empty
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Empty & arrow.flight.protocol.Empty.$Shape;

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
                 * Decodes an ActionType message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape} ActionType
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.ActionType & arrow.flight.protocol.ActionType.$Shape;

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
                 * Decodes a Criteria message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape} Criteria
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Criteria & arrow.flight.protocol.Criteria.$Shape;

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
                 * Decodes an Action message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape} Action
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Action & arrow.flight.protocol.Action.$Shape;

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
                 * Decodes a Result message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape} Result
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Result & arrow.flight.protocol.Result.$Shape;

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
                 * Decodes a SchemaResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape} SchemaResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SchemaResult & arrow.flight.protocol.SchemaResult.$Shape;

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
                 * Decodes a FlightDescriptor message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape} FlightDescriptor
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightDescriptor & arrow.flight.protocol.FlightDescriptor.$Shape;

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
                 * Decodes a FlightInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape} FlightInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightInfo & arrow.flight.protocol.FlightInfo.$Shape;

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
                 * Decodes a PollInfo message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape} PollInfo
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.PollInfo & arrow.flight.protocol.PollInfo.$Shape;

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
                 * Decodes a FlightEndpoint message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape} FlightEndpoint
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightEndpoint & arrow.flight.protocol.FlightEndpoint.$Shape;

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
                 * Decodes a Location message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape} Location
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Location & arrow.flight.protocol.Location.$Shape;

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
                 * Decodes a Ticket message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape} Ticket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.Ticket & arrow.flight.protocol.Ticket.$Shape;

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
                 * Decodes a FlightData message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape} FlightData
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.FlightData & arrow.flight.protocol.FlightData.$Shape;

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
                 * Decodes a PutResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape} PutResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.PutResult & arrow.flight.protocol.PutResult.$Shape;

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
                 * Decodes a CancelFlightInfoRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape} CancelFlightInfoRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CancelFlightInfoRequest & arrow.flight.protocol.CancelFlightInfoRequest.$Shape;

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
                 * Decodes a CancelFlightInfoResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape} CancelFlightInfoResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CancelFlightInfoResult & arrow.flight.protocol.CancelFlightInfoResult.$Shape;

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
                 * Decodes a RenewFlightEndpointRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape} RenewFlightEndpointRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.RenewFlightEndpointRequest & arrow.flight.protocol.RenewFlightEndpointRequest.$Shape;

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
                 * Decodes a SessionOptionValue message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape} SessionOptionValue
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SessionOptionValue & arrow.flight.protocol.SessionOptionValue.$Shape;

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
                     * Decodes a StringListValue message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape} StringListValue
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SessionOptionValue.StringListValue & arrow.flight.protocol.SessionOptionValue.StringListValue.$Shape;

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
                 * Decodes a SetSessionOptionsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape} SetSessionOptionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SetSessionOptionsRequest & arrow.flight.protocol.SetSessionOptionsRequest.$Shape;

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
                 * Decodes a SetSessionOptionsResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape} SetSessionOptionsResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SetSessionOptionsResult & arrow.flight.protocol.SetSessionOptionsResult.$Shape;

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
                     * Decodes an Error message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape} Error
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.SetSessionOptionsResult.Error & arrow.flight.protocol.SetSessionOptionsResult.Error.$Shape;

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
                 * Decodes a GetSessionOptionsRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape} GetSessionOptionsRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.GetSessionOptionsRequest & arrow.flight.protocol.GetSessionOptionsRequest.$Shape;

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
                 * Decodes a GetSessionOptionsResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape} GetSessionOptionsResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.GetSessionOptionsResult & arrow.flight.protocol.GetSessionOptionsResult.$Shape;

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
                 * Decodes a CloseSessionRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape} CloseSessionRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CloseSessionRequest & arrow.flight.protocol.CloseSessionRequest.$Shape;

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
                 * Decodes a CloseSessionResult message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape} CloseSessionResult
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.CloseSessionResult & arrow.flight.protocol.CloseSessionResult.$Shape;

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

            /** Namespace sql. */
            namespace sql {

                /**
                 * Properties of a CommandGetSqlInfo.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetSqlInfo.$Properties instead.
                 */
                interface ICommandGetSqlInfo extends arrow.flight.protocol.sql.CommandGetSqlInfo.$Properties {
                }

                /** Represents a CommandGetSqlInfo. */
                class CommandGetSqlInfo {

                    /**
                     * Constructs a new CommandGetSqlInfo.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetSqlInfo.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetSqlInfo info. */
                    info: number[];

                    /**
                     * Creates a new CommandGetSqlInfo instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetSqlInfo instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetSqlInfo.$Shape): arrow.flight.protocol.sql.CommandGetSqlInfo & arrow.flight.protocol.sql.CommandGetSqlInfo.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetSqlInfo.$Properties): arrow.flight.protocol.sql.CommandGetSqlInfo;

                    /**
                     * Encodes the specified CommandGetSqlInfo message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetSqlInfo.verify|verify} messages.
                     * @param message CommandGetSqlInfo message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetSqlInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetSqlInfo message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetSqlInfo & arrow.flight.protocol.sql.CommandGetSqlInfo.$Shape} CommandGetSqlInfo
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetSqlInfo & arrow.flight.protocol.sql.CommandGetSqlInfo.$Shape;

                    /**
                     * Gets the type url for CommandGetSqlInfo
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetSqlInfo {

                    /** Properties of a CommandGetSqlInfo. */
                    interface $Properties {

                        /** CommandGetSqlInfo info */
                        info?: (number[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetSqlInfo. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetSqlInfo.$Properties;
                }

                /** SqlInfo enum. */
                enum SqlInfo {

                    /** FLIGHT_SQL_SERVER_NAME value */
                    FLIGHT_SQL_SERVER_NAME = 0,

                    /** FLIGHT_SQL_SERVER_VERSION value */
                    FLIGHT_SQL_SERVER_VERSION = 1,

                    /** FLIGHT_SQL_SERVER_ARROW_VERSION value */
                    FLIGHT_SQL_SERVER_ARROW_VERSION = 2,

                    /** FLIGHT_SQL_SERVER_READ_ONLY value */
                    FLIGHT_SQL_SERVER_READ_ONLY = 3,

                    /** FLIGHT_SQL_SERVER_SQL value */
                    FLIGHT_SQL_SERVER_SQL = 4,

                    /** FLIGHT_SQL_SERVER_SUBSTRAIT value */
                    FLIGHT_SQL_SERVER_SUBSTRAIT = 5,

                    /** FLIGHT_SQL_SERVER_SUBSTRAIT_MIN_VERSION value */
                    FLIGHT_SQL_SERVER_SUBSTRAIT_MIN_VERSION = 6,

                    /** FLIGHT_SQL_SERVER_SUBSTRAIT_MAX_VERSION value */
                    FLIGHT_SQL_SERVER_SUBSTRAIT_MAX_VERSION = 7,

                    /** FLIGHT_SQL_SERVER_TRANSACTION value */
                    FLIGHT_SQL_SERVER_TRANSACTION = 8,

                    /** FLIGHT_SQL_SERVER_CANCEL value */
                    FLIGHT_SQL_SERVER_CANCEL = 9,

                    /** FLIGHT_SQL_SERVER_BULK_INGESTION value */
                    FLIGHT_SQL_SERVER_BULK_INGESTION = 10,

                    /** FLIGHT_SQL_SERVER_INGEST_TRANSACTIONS_SUPPORTED value */
                    FLIGHT_SQL_SERVER_INGEST_TRANSACTIONS_SUPPORTED = 11,

                    /** FLIGHT_SQL_SERVER_STATEMENT_TIMEOUT value */
                    FLIGHT_SQL_SERVER_STATEMENT_TIMEOUT = 100,

                    /** FLIGHT_SQL_SERVER_TRANSACTION_TIMEOUT value */
                    FLIGHT_SQL_SERVER_TRANSACTION_TIMEOUT = 101,

                    /** SQL_DDL_CATALOG value */
                    SQL_DDL_CATALOG = 500,

                    /** SQL_DDL_SCHEMA value */
                    SQL_DDL_SCHEMA = 501,

                    /** SQL_DDL_TABLE value */
                    SQL_DDL_TABLE = 502,

                    /** SQL_IDENTIFIER_CASE value */
                    SQL_IDENTIFIER_CASE = 503,

                    /** SQL_IDENTIFIER_QUOTE_CHAR value */
                    SQL_IDENTIFIER_QUOTE_CHAR = 504,

                    /** SQL_QUOTED_IDENTIFIER_CASE value */
                    SQL_QUOTED_IDENTIFIER_CASE = 505,

                    /** SQL_ALL_TABLES_ARE_SELECTABLE value */
                    SQL_ALL_TABLES_ARE_SELECTABLE = 506,

                    /** SQL_NULL_ORDERING value */
                    SQL_NULL_ORDERING = 507,

                    /** SQL_KEYWORDS value */
                    SQL_KEYWORDS = 508,

                    /** SQL_NUMERIC_FUNCTIONS value */
                    SQL_NUMERIC_FUNCTIONS = 509,

                    /** SQL_STRING_FUNCTIONS value */
                    SQL_STRING_FUNCTIONS = 510,

                    /** SQL_SYSTEM_FUNCTIONS value */
                    SQL_SYSTEM_FUNCTIONS = 511,

                    /** SQL_DATETIME_FUNCTIONS value */
                    SQL_DATETIME_FUNCTIONS = 512,

                    /** SQL_SEARCH_STRING_ESCAPE value */
                    SQL_SEARCH_STRING_ESCAPE = 513,

                    /** SQL_EXTRA_NAME_CHARACTERS value */
                    SQL_EXTRA_NAME_CHARACTERS = 514,

                    /** SQL_SUPPORTS_COLUMN_ALIASING value */
                    SQL_SUPPORTS_COLUMN_ALIASING = 515,

                    /** SQL_NULL_PLUS_NULL_IS_NULL value */
                    SQL_NULL_PLUS_NULL_IS_NULL = 516,

                    /** SQL_SUPPORTS_CONVERT value */
                    SQL_SUPPORTS_CONVERT = 517,

                    /** SQL_SUPPORTS_TABLE_CORRELATION_NAMES value */
                    SQL_SUPPORTS_TABLE_CORRELATION_NAMES = 518,

                    /** SQL_SUPPORTS_DIFFERENT_TABLE_CORRELATION_NAMES value */
                    SQL_SUPPORTS_DIFFERENT_TABLE_CORRELATION_NAMES = 519,

                    /** SQL_SUPPORTS_EXPRESSIONS_IN_ORDER_BY value */
                    SQL_SUPPORTS_EXPRESSIONS_IN_ORDER_BY = 520,

                    /** SQL_SUPPORTS_ORDER_BY_UNRELATED value */
                    SQL_SUPPORTS_ORDER_BY_UNRELATED = 521,

                    /** SQL_SUPPORTED_GROUP_BY value */
                    SQL_SUPPORTED_GROUP_BY = 522,

                    /** SQL_SUPPORTS_LIKE_ESCAPE_CLAUSE value */
                    SQL_SUPPORTS_LIKE_ESCAPE_CLAUSE = 523,

                    /** SQL_SUPPORTS_NON_NULLABLE_COLUMNS value */
                    SQL_SUPPORTS_NON_NULLABLE_COLUMNS = 524,

                    /** SQL_SUPPORTED_GRAMMAR value */
                    SQL_SUPPORTED_GRAMMAR = 525,

                    /** SQL_ANSI92_SUPPORTED_LEVEL value */
                    SQL_ANSI92_SUPPORTED_LEVEL = 526,

                    /** SQL_SUPPORTS_INTEGRITY_ENHANCEMENT_FACILITY value */
                    SQL_SUPPORTS_INTEGRITY_ENHANCEMENT_FACILITY = 527,

                    /** SQL_OUTER_JOINS_SUPPORT_LEVEL value */
                    SQL_OUTER_JOINS_SUPPORT_LEVEL = 528,

                    /** SQL_SCHEMA_TERM value */
                    SQL_SCHEMA_TERM = 529,

                    /** SQL_PROCEDURE_TERM value */
                    SQL_PROCEDURE_TERM = 530,

                    /** SQL_CATALOG_TERM value */
                    SQL_CATALOG_TERM = 531,

                    /** SQL_CATALOG_AT_START value */
                    SQL_CATALOG_AT_START = 532,

                    /** SQL_SCHEMAS_SUPPORTED_ACTIONS value */
                    SQL_SCHEMAS_SUPPORTED_ACTIONS = 533,

                    /** SQL_CATALOGS_SUPPORTED_ACTIONS value */
                    SQL_CATALOGS_SUPPORTED_ACTIONS = 534,

                    /** SQL_SUPPORTED_POSITIONED_COMMANDS value */
                    SQL_SUPPORTED_POSITIONED_COMMANDS = 535,

                    /** SQL_SELECT_FOR_UPDATE_SUPPORTED value */
                    SQL_SELECT_FOR_UPDATE_SUPPORTED = 536,

                    /** SQL_STORED_PROCEDURES_SUPPORTED value */
                    SQL_STORED_PROCEDURES_SUPPORTED = 537,

                    /** SQL_SUPPORTED_SUBQUERIES value */
                    SQL_SUPPORTED_SUBQUERIES = 538,

                    /** SQL_CORRELATED_SUBQUERIES_SUPPORTED value */
                    SQL_CORRELATED_SUBQUERIES_SUPPORTED = 539,

                    /** SQL_SUPPORTED_UNIONS value */
                    SQL_SUPPORTED_UNIONS = 540,

                    /** SQL_MAX_BINARY_LITERAL_LENGTH value */
                    SQL_MAX_BINARY_LITERAL_LENGTH = 541,

                    /** SQL_MAX_CHAR_LITERAL_LENGTH value */
                    SQL_MAX_CHAR_LITERAL_LENGTH = 542,

                    /** SQL_MAX_COLUMN_NAME_LENGTH value */
                    SQL_MAX_COLUMN_NAME_LENGTH = 543,

                    /** SQL_MAX_COLUMNS_IN_GROUP_BY value */
                    SQL_MAX_COLUMNS_IN_GROUP_BY = 544,

                    /** SQL_MAX_COLUMNS_IN_INDEX value */
                    SQL_MAX_COLUMNS_IN_INDEX = 545,

                    /** SQL_MAX_COLUMNS_IN_ORDER_BY value */
                    SQL_MAX_COLUMNS_IN_ORDER_BY = 546,

                    /** SQL_MAX_COLUMNS_IN_SELECT value */
                    SQL_MAX_COLUMNS_IN_SELECT = 547,

                    /** SQL_MAX_COLUMNS_IN_TABLE value */
                    SQL_MAX_COLUMNS_IN_TABLE = 548,

                    /** SQL_MAX_CONNECTIONS value */
                    SQL_MAX_CONNECTIONS = 549,

                    /** SQL_MAX_CURSOR_NAME_LENGTH value */
                    SQL_MAX_CURSOR_NAME_LENGTH = 550,

                    /** SQL_MAX_INDEX_LENGTH value */
                    SQL_MAX_INDEX_LENGTH = 551,

                    /** SQL_DB_SCHEMA_NAME_LENGTH value */
                    SQL_DB_SCHEMA_NAME_LENGTH = 552,

                    /** SQL_MAX_PROCEDURE_NAME_LENGTH value */
                    SQL_MAX_PROCEDURE_NAME_LENGTH = 553,

                    /** SQL_MAX_CATALOG_NAME_LENGTH value */
                    SQL_MAX_CATALOG_NAME_LENGTH = 554,

                    /** SQL_MAX_ROW_SIZE value */
                    SQL_MAX_ROW_SIZE = 555,

                    /** SQL_MAX_ROW_SIZE_INCLUDES_BLOBS value */
                    SQL_MAX_ROW_SIZE_INCLUDES_BLOBS = 556,

                    /** SQL_MAX_STATEMENT_LENGTH value */
                    SQL_MAX_STATEMENT_LENGTH = 557,

                    /** SQL_MAX_STATEMENTS value */
                    SQL_MAX_STATEMENTS = 558,

                    /** SQL_MAX_TABLE_NAME_LENGTH value */
                    SQL_MAX_TABLE_NAME_LENGTH = 559,

                    /** SQL_MAX_TABLES_IN_SELECT value */
                    SQL_MAX_TABLES_IN_SELECT = 560,

                    /** SQL_MAX_USERNAME_LENGTH value */
                    SQL_MAX_USERNAME_LENGTH = 561,

                    /** SQL_DEFAULT_TRANSACTION_ISOLATION value */
                    SQL_DEFAULT_TRANSACTION_ISOLATION = 562,

                    /** SQL_TRANSACTIONS_SUPPORTED value */
                    SQL_TRANSACTIONS_SUPPORTED = 563,

                    /** SQL_SUPPORTED_TRANSACTIONS_ISOLATION_LEVELS value */
                    SQL_SUPPORTED_TRANSACTIONS_ISOLATION_LEVELS = 564,

                    /** SQL_DATA_DEFINITION_CAUSES_TRANSACTION_COMMIT value */
                    SQL_DATA_DEFINITION_CAUSES_TRANSACTION_COMMIT = 565,

                    /** SQL_DATA_DEFINITIONS_IN_TRANSACTIONS_IGNORED value */
                    SQL_DATA_DEFINITIONS_IN_TRANSACTIONS_IGNORED = 566,

                    /** SQL_SUPPORTED_RESULT_SET_TYPES value */
                    SQL_SUPPORTED_RESULT_SET_TYPES = 567,

                    /** SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_UNSPECIFIED value */
                    SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_UNSPECIFIED = 568,

                    /** SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_FORWARD_ONLY value */
                    SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_FORWARD_ONLY = 569,

                    /** SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_SCROLL_SENSITIVE value */
                    SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_SCROLL_SENSITIVE = 570,

                    /** SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_SCROLL_INSENSITIVE value */
                    SQL_SUPPORTED_CONCURRENCIES_FOR_RESULT_SET_SCROLL_INSENSITIVE = 571,

                    /** SQL_BATCH_UPDATES_SUPPORTED value */
                    SQL_BATCH_UPDATES_SUPPORTED = 572,

                    /** SQL_SAVEPOINTS_SUPPORTED value */
                    SQL_SAVEPOINTS_SUPPORTED = 573,

                    /** SQL_NAMED_PARAMETERS_SUPPORTED value */
                    SQL_NAMED_PARAMETERS_SUPPORTED = 574,

                    /** SQL_LOCATORS_UPDATE_COPY value */
                    SQL_LOCATORS_UPDATE_COPY = 575,

                    /** SQL_STORED_FUNCTIONS_USING_CALL_SYNTAX_SUPPORTED value */
                    SQL_STORED_FUNCTIONS_USING_CALL_SYNTAX_SUPPORTED = 576
                }

                /** SqlSupportedTransaction enum. */
                enum SqlSupportedTransaction {

                    /** SQL_SUPPORTED_TRANSACTION_NONE value */
                    SQL_SUPPORTED_TRANSACTION_NONE = 0,

                    /** SQL_SUPPORTED_TRANSACTION_TRANSACTION value */
                    SQL_SUPPORTED_TRANSACTION_TRANSACTION = 1,

                    /** SQL_SUPPORTED_TRANSACTION_SAVEPOINT value */
                    SQL_SUPPORTED_TRANSACTION_SAVEPOINT = 2
                }

                /** SqlSupportedCaseSensitivity enum. */
                enum SqlSupportedCaseSensitivity {

                    /** SQL_CASE_SENSITIVITY_UNKNOWN value */
                    SQL_CASE_SENSITIVITY_UNKNOWN = 0,

                    /** SQL_CASE_SENSITIVITY_CASE_INSENSITIVE value */
                    SQL_CASE_SENSITIVITY_CASE_INSENSITIVE = 1,

                    /** SQL_CASE_SENSITIVITY_UPPERCASE value */
                    SQL_CASE_SENSITIVITY_UPPERCASE = 2,

                    /** SQL_CASE_SENSITIVITY_LOWERCASE value */
                    SQL_CASE_SENSITIVITY_LOWERCASE = 3
                }

                /** SqlNullOrdering enum. */
                enum SqlNullOrdering {

                    /** SQL_NULLS_SORTED_HIGH value */
                    SQL_NULLS_SORTED_HIGH = 0,

                    /** SQL_NULLS_SORTED_LOW value */
                    SQL_NULLS_SORTED_LOW = 1,

                    /** SQL_NULLS_SORTED_AT_START value */
                    SQL_NULLS_SORTED_AT_START = 2,

                    /** SQL_NULLS_SORTED_AT_END value */
                    SQL_NULLS_SORTED_AT_END = 3
                }

                /** SupportedSqlGrammar enum. */
                enum SupportedSqlGrammar {

                    /** SQL_MINIMUM_GRAMMAR value */
                    SQL_MINIMUM_GRAMMAR = 0,

                    /** SQL_CORE_GRAMMAR value */
                    SQL_CORE_GRAMMAR = 1,

                    /** SQL_EXTENDED_GRAMMAR value */
                    SQL_EXTENDED_GRAMMAR = 2
                }

                /** SupportedAnsi92SqlGrammarLevel enum. */
                enum SupportedAnsi92SqlGrammarLevel {

                    /** ANSI92_ENTRY_SQL value */
                    ANSI92_ENTRY_SQL = 0,

                    /** ANSI92_INTERMEDIATE_SQL value */
                    ANSI92_INTERMEDIATE_SQL = 1,

                    /** ANSI92_FULL_SQL value */
                    ANSI92_FULL_SQL = 2
                }

                /** SqlOuterJoinsSupportLevel enum. */
                enum SqlOuterJoinsSupportLevel {

                    /** SQL_JOINS_UNSUPPORTED value */
                    SQL_JOINS_UNSUPPORTED = 0,

                    /** SQL_LIMITED_OUTER_JOINS value */
                    SQL_LIMITED_OUTER_JOINS = 1,

                    /** SQL_FULL_OUTER_JOINS value */
                    SQL_FULL_OUTER_JOINS = 2
                }

                /** SqlSupportedGroupBy enum. */
                enum SqlSupportedGroupBy {

                    /** SQL_GROUP_BY_UNRELATED value */
                    SQL_GROUP_BY_UNRELATED = 0,

                    /** SQL_GROUP_BY_BEYOND_SELECT value */
                    SQL_GROUP_BY_BEYOND_SELECT = 1
                }

                /** SqlSupportedElementActions enum. */
                enum SqlSupportedElementActions {

                    /** SQL_ELEMENT_IN_PROCEDURE_CALLS value */
                    SQL_ELEMENT_IN_PROCEDURE_CALLS = 0,

                    /** SQL_ELEMENT_IN_INDEX_DEFINITIONS value */
                    SQL_ELEMENT_IN_INDEX_DEFINITIONS = 1,

                    /** SQL_ELEMENT_IN_PRIVILEGE_DEFINITIONS value */
                    SQL_ELEMENT_IN_PRIVILEGE_DEFINITIONS = 2
                }

                /** SqlSupportedPositionedCommands enum. */
                enum SqlSupportedPositionedCommands {

                    /** SQL_POSITIONED_DELETE value */
                    SQL_POSITIONED_DELETE = 0,

                    /** SQL_POSITIONED_UPDATE value */
                    SQL_POSITIONED_UPDATE = 1
                }

                /** SqlSupportedSubqueries enum. */
                enum SqlSupportedSubqueries {

                    /** SQL_SUBQUERIES_IN_COMPARISONS value */
                    SQL_SUBQUERIES_IN_COMPARISONS = 0,

                    /** SQL_SUBQUERIES_IN_EXISTS value */
                    SQL_SUBQUERIES_IN_EXISTS = 1,

                    /** SQL_SUBQUERIES_IN_INS value */
                    SQL_SUBQUERIES_IN_INS = 2,

                    /** SQL_SUBQUERIES_IN_QUANTIFIEDS value */
                    SQL_SUBQUERIES_IN_QUANTIFIEDS = 3
                }

                /** SqlSupportedUnions enum. */
                enum SqlSupportedUnions {

                    /** SQL_UNION value */
                    SQL_UNION = 0,

                    /** SQL_UNION_ALL value */
                    SQL_UNION_ALL = 1
                }

                /** SqlTransactionIsolationLevel enum. */
                enum SqlTransactionIsolationLevel {

                    /** SQL_TRANSACTION_NONE value */
                    SQL_TRANSACTION_NONE = 0,

                    /** SQL_TRANSACTION_READ_UNCOMMITTED value */
                    SQL_TRANSACTION_READ_UNCOMMITTED = 1,

                    /** SQL_TRANSACTION_READ_COMMITTED value */
                    SQL_TRANSACTION_READ_COMMITTED = 2,

                    /** SQL_TRANSACTION_REPEATABLE_READ value */
                    SQL_TRANSACTION_REPEATABLE_READ = 3,

                    /** SQL_TRANSACTION_SERIALIZABLE value */
                    SQL_TRANSACTION_SERIALIZABLE = 4
                }

                /** SqlSupportedResultSetType enum. */
                enum SqlSupportedResultSetType {

                    /** SQL_RESULT_SET_TYPE_UNSPECIFIED value */
                    SQL_RESULT_SET_TYPE_UNSPECIFIED = 0,

                    /** SQL_RESULT_SET_TYPE_FORWARD_ONLY value */
                    SQL_RESULT_SET_TYPE_FORWARD_ONLY = 1,

                    /** SQL_RESULT_SET_TYPE_SCROLL_INSENSITIVE value */
                    SQL_RESULT_SET_TYPE_SCROLL_INSENSITIVE = 2,

                    /** SQL_RESULT_SET_TYPE_SCROLL_SENSITIVE value */
                    SQL_RESULT_SET_TYPE_SCROLL_SENSITIVE = 3
                }

                /** SqlSupportedResultSetConcurrency enum. */
                enum SqlSupportedResultSetConcurrency {

                    /** SQL_RESULT_SET_CONCURRENCY_UNSPECIFIED value */
                    SQL_RESULT_SET_CONCURRENCY_UNSPECIFIED = 0,

                    /** SQL_RESULT_SET_CONCURRENCY_READ_ONLY value */
                    SQL_RESULT_SET_CONCURRENCY_READ_ONLY = 1,

                    /** SQL_RESULT_SET_CONCURRENCY_UPDATABLE value */
                    SQL_RESULT_SET_CONCURRENCY_UPDATABLE = 2
                }

                /** SqlSupportsConvert enum. */
                enum SqlSupportsConvert {

                    /** SQL_CONVERT_BIGINT value */
                    SQL_CONVERT_BIGINT = 0,

                    /** SQL_CONVERT_BINARY value */
                    SQL_CONVERT_BINARY = 1,

                    /** SQL_CONVERT_BIT value */
                    SQL_CONVERT_BIT = 2,

                    /** SQL_CONVERT_CHAR value */
                    SQL_CONVERT_CHAR = 3,

                    /** SQL_CONVERT_DATE value */
                    SQL_CONVERT_DATE = 4,

                    /** SQL_CONVERT_DECIMAL value */
                    SQL_CONVERT_DECIMAL = 5,

                    /** SQL_CONVERT_FLOAT value */
                    SQL_CONVERT_FLOAT = 6,

                    /** SQL_CONVERT_INTEGER value */
                    SQL_CONVERT_INTEGER = 7,

                    /** SQL_CONVERT_INTERVAL_DAY_TIME value */
                    SQL_CONVERT_INTERVAL_DAY_TIME = 8,

                    /** SQL_CONVERT_INTERVAL_YEAR_MONTH value */
                    SQL_CONVERT_INTERVAL_YEAR_MONTH = 9,

                    /** SQL_CONVERT_LONGVARBINARY value */
                    SQL_CONVERT_LONGVARBINARY = 10,

                    /** SQL_CONVERT_LONGVARCHAR value */
                    SQL_CONVERT_LONGVARCHAR = 11,

                    /** SQL_CONVERT_NUMERIC value */
                    SQL_CONVERT_NUMERIC = 12,

                    /** SQL_CONVERT_REAL value */
                    SQL_CONVERT_REAL = 13,

                    /** SQL_CONVERT_SMALLINT value */
                    SQL_CONVERT_SMALLINT = 14,

                    /** SQL_CONVERT_TIME value */
                    SQL_CONVERT_TIME = 15,

                    /** SQL_CONVERT_TIMESTAMP value */
                    SQL_CONVERT_TIMESTAMP = 16,

                    /** SQL_CONVERT_TINYINT value */
                    SQL_CONVERT_TINYINT = 17,

                    /** SQL_CONVERT_VARBINARY value */
                    SQL_CONVERT_VARBINARY = 18,

                    /** SQL_CONVERT_VARCHAR value */
                    SQL_CONVERT_VARCHAR = 19
                }

                /** XdbcDataType enum. */
                enum XdbcDataType {

                    /** XDBC_UNKNOWN_TYPE value */
                    XDBC_UNKNOWN_TYPE = 0,

                    /** XDBC_CHAR value */
                    XDBC_CHAR = 1,

                    /** XDBC_NUMERIC value */
                    XDBC_NUMERIC = 2,

                    /** XDBC_DECIMAL value */
                    XDBC_DECIMAL = 3,

                    /** XDBC_INTEGER value */
                    XDBC_INTEGER = 4,

                    /** XDBC_SMALLINT value */
                    XDBC_SMALLINT = 5,

                    /** XDBC_FLOAT value */
                    XDBC_FLOAT = 6,

                    /** XDBC_REAL value */
                    XDBC_REAL = 7,

                    /** XDBC_DOUBLE value */
                    XDBC_DOUBLE = 8,

                    /** XDBC_DATETIME value */
                    XDBC_DATETIME = 9,

                    /** XDBC_INTERVAL value */
                    XDBC_INTERVAL = 10,

                    /** XDBC_VARCHAR value */
                    XDBC_VARCHAR = 12,

                    /** XDBC_DATE value */
                    XDBC_DATE = 91,

                    /** XDBC_TIME value */
                    XDBC_TIME = 92,

                    /** XDBC_TIMESTAMP value */
                    XDBC_TIMESTAMP = 93,

                    /** XDBC_LONGVARCHAR value */
                    XDBC_LONGVARCHAR = -1,

                    /** XDBC_BINARY value */
                    XDBC_BINARY = -2,

                    /** XDBC_VARBINARY value */
                    XDBC_VARBINARY = -3,

                    /** XDBC_LONGVARBINARY value */
                    XDBC_LONGVARBINARY = -4,

                    /** XDBC_BIGINT value */
                    XDBC_BIGINT = -5,

                    /** XDBC_TINYINT value */
                    XDBC_TINYINT = -6,

                    /** XDBC_BIT value */
                    XDBC_BIT = -7,

                    /** XDBC_WCHAR value */
                    XDBC_WCHAR = -8,

                    /** XDBC_WVARCHAR value */
                    XDBC_WVARCHAR = -9
                }

                /** XdbcDatetimeSubcode enum. */
                enum XdbcDatetimeSubcode {

                    /** XDBC_SUBCODE_UNKNOWN value */
                    XDBC_SUBCODE_UNKNOWN = 0,

                    /** XDBC_SUBCODE_DATE value */
                    XDBC_SUBCODE_DATE = 1,

                    /** XDBC_SUBCODE_TIME value */
                    XDBC_SUBCODE_TIME = 2,

                    /** XDBC_SUBCODE_TIMESTAMP value */
                    XDBC_SUBCODE_TIMESTAMP = 3,

                    /** XDBC_SUBCODE_TIME_WITH_TIMEZONE value */
                    XDBC_SUBCODE_TIME_WITH_TIMEZONE = 4,

                    /** XDBC_SUBCODE_TIMESTAMP_WITH_TIMEZONE value */
                    XDBC_SUBCODE_TIMESTAMP_WITH_TIMEZONE = 5,

                    /** XDBC_SUBCODE_INTERVAL_YEAR value */
                    XDBC_SUBCODE_INTERVAL_YEAR = 101,

                    /** XDBC_SUBCODE_INTERVAL_MONTH value */
                    XDBC_SUBCODE_INTERVAL_MONTH = 102,

                    /** XDBC_SUBCODE_INTERVAL_DAY value */
                    XDBC_SUBCODE_INTERVAL_DAY = 103,

                    /** XDBC_SUBCODE_INTERVAL_HOUR value */
                    XDBC_SUBCODE_INTERVAL_HOUR = 104,

                    /** XDBC_SUBCODE_INTERVAL_MINUTE value */
                    XDBC_SUBCODE_INTERVAL_MINUTE = 105,

                    /** XDBC_SUBCODE_INTERVAL_SECOND value */
                    XDBC_SUBCODE_INTERVAL_SECOND = 106,

                    /** XDBC_SUBCODE_INTERVAL_YEAR_TO_MONTH value */
                    XDBC_SUBCODE_INTERVAL_YEAR_TO_MONTH = 107,

                    /** XDBC_SUBCODE_INTERVAL_DAY_TO_HOUR value */
                    XDBC_SUBCODE_INTERVAL_DAY_TO_HOUR = 108,

                    /** XDBC_SUBCODE_INTERVAL_DAY_TO_MINUTE value */
                    XDBC_SUBCODE_INTERVAL_DAY_TO_MINUTE = 109,

                    /** XDBC_SUBCODE_INTERVAL_DAY_TO_SECOND value */
                    XDBC_SUBCODE_INTERVAL_DAY_TO_SECOND = 110,

                    /** XDBC_SUBCODE_INTERVAL_HOUR_TO_MINUTE value */
                    XDBC_SUBCODE_INTERVAL_HOUR_TO_MINUTE = 111,

                    /** XDBC_SUBCODE_INTERVAL_HOUR_TO_SECOND value */
                    XDBC_SUBCODE_INTERVAL_HOUR_TO_SECOND = 112,

                    /** XDBC_SUBCODE_INTERVAL_MINUTE_TO_SECOND value */
                    XDBC_SUBCODE_INTERVAL_MINUTE_TO_SECOND = 113
                }

                /** Nullable enum. */
                enum Nullable {

                    /** NULLABILITY_NO_NULLS value */
                    NULLABILITY_NO_NULLS = 0,

                    /** NULLABILITY_NULLABLE value */
                    NULLABILITY_NULLABLE = 1,

                    /** NULLABILITY_UNKNOWN value */
                    NULLABILITY_UNKNOWN = 2
                }

                /** Searchable enum. */
                enum Searchable {

                    /** SEARCHABLE_NONE value */
                    SEARCHABLE_NONE = 0,

                    /** SEARCHABLE_CHAR value */
                    SEARCHABLE_CHAR = 1,

                    /** SEARCHABLE_BASIC value */
                    SEARCHABLE_BASIC = 2,

                    /** SEARCHABLE_FULL value */
                    SEARCHABLE_FULL = 3
                }

                /**
                 * Properties of a CommandGetXdbcTypeInfo.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Properties instead.
                 */
                interface ICommandGetXdbcTypeInfo extends arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Properties {
                }

                /** Represents a CommandGetXdbcTypeInfo. */
                class CommandGetXdbcTypeInfo {

                    /**
                     * Constructs a new CommandGetXdbcTypeInfo.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetXdbcTypeInfo dataType. */
                    dataType?: (number|null);

                    /**
                     * Creates a new CommandGetXdbcTypeInfo instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetXdbcTypeInfo instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Shape): arrow.flight.protocol.sql.CommandGetXdbcTypeInfo & arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Properties): arrow.flight.protocol.sql.CommandGetXdbcTypeInfo;

                    /**
                     * Encodes the specified CommandGetXdbcTypeInfo message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.verify|verify} messages.
                     * @param message CommandGetXdbcTypeInfo message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetXdbcTypeInfo message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetXdbcTypeInfo & arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Shape} CommandGetXdbcTypeInfo
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetXdbcTypeInfo & arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Shape;

                    /**
                     * Gets the type url for CommandGetXdbcTypeInfo
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetXdbcTypeInfo {

                    /** Properties of a CommandGetXdbcTypeInfo. */
                    interface $Properties {

                        /** CommandGetXdbcTypeInfo dataType */
                        dataType?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetXdbcTypeInfo. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetXdbcTypeInfo.$Properties;
                }

                /**
                 * Properties of a CommandGetCatalogs.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetCatalogs.$Properties instead.
                 */
                interface ICommandGetCatalogs extends arrow.flight.protocol.sql.CommandGetCatalogs.$Properties {
                }

                /** Represents a CommandGetCatalogs. */
                class CommandGetCatalogs {

                    /**
                     * Constructs a new CommandGetCatalogs.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetCatalogs.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new CommandGetCatalogs instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetCatalogs instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetCatalogs.$Shape): arrow.flight.protocol.sql.CommandGetCatalogs & arrow.flight.protocol.sql.CommandGetCatalogs.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetCatalogs.$Properties): arrow.flight.protocol.sql.CommandGetCatalogs;

                    /**
                     * Encodes the specified CommandGetCatalogs message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetCatalogs.verify|verify} messages.
                     * @param message CommandGetCatalogs message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetCatalogs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetCatalogs message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetCatalogs & arrow.flight.protocol.sql.CommandGetCatalogs.$Shape} CommandGetCatalogs
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetCatalogs & arrow.flight.protocol.sql.CommandGetCatalogs.$Shape;

                    /**
                     * Gets the type url for CommandGetCatalogs
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetCatalogs {

                    /** Properties of a CommandGetCatalogs. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetCatalogs. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetCatalogs.$Properties;
                }

                /**
                 * Properties of a CommandGetDbSchemas.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetDbSchemas.$Properties instead.
                 */
                interface ICommandGetDbSchemas extends arrow.flight.protocol.sql.CommandGetDbSchemas.$Properties {
                }

                /** Represents a CommandGetDbSchemas. */
                class CommandGetDbSchemas {

                    /**
                     * Constructs a new CommandGetDbSchemas.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetDbSchemas.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetDbSchemas catalog. */
                    catalog?: (string|null);

                    /** CommandGetDbSchemas dbSchemaFilterPattern. */
                    dbSchemaFilterPattern?: (string|null);

                    /**
                     * Creates a new CommandGetDbSchemas instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetDbSchemas instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetDbSchemas.$Shape): arrow.flight.protocol.sql.CommandGetDbSchemas & arrow.flight.protocol.sql.CommandGetDbSchemas.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetDbSchemas.$Properties): arrow.flight.protocol.sql.CommandGetDbSchemas;

                    /**
                     * Encodes the specified CommandGetDbSchemas message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetDbSchemas.verify|verify} messages.
                     * @param message CommandGetDbSchemas message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetDbSchemas.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetDbSchemas message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetDbSchemas & arrow.flight.protocol.sql.CommandGetDbSchemas.$Shape} CommandGetDbSchemas
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetDbSchemas & arrow.flight.protocol.sql.CommandGetDbSchemas.$Shape;

                    /**
                     * Gets the type url for CommandGetDbSchemas
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetDbSchemas {

                    /** Properties of a CommandGetDbSchemas. */
                    interface $Properties {

                        /** CommandGetDbSchemas catalog */
                        catalog?: (string|null);

                        /** CommandGetDbSchemas dbSchemaFilterPattern */
                        dbSchemaFilterPattern?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetDbSchemas. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetDbSchemas.$Properties;
                }

                /**
                 * Properties of a CommandGetTables.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetTables.$Properties instead.
                 */
                interface ICommandGetTables extends arrow.flight.protocol.sql.CommandGetTables.$Properties {
                }

                /** Represents a CommandGetTables. */
                class CommandGetTables {

                    /**
                     * Constructs a new CommandGetTables.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetTables.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetTables catalog. */
                    catalog?: (string|null);

                    /** CommandGetTables dbSchemaFilterPattern. */
                    dbSchemaFilterPattern?: (string|null);

                    /** CommandGetTables tableNameFilterPattern. */
                    tableNameFilterPattern?: (string|null);

                    /** CommandGetTables tableTypes. */
                    tableTypes: string[];

                    /** CommandGetTables includeSchema. */
                    includeSchema: boolean;

                    /**
                     * Creates a new CommandGetTables instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetTables instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetTables.$Shape): arrow.flight.protocol.sql.CommandGetTables & arrow.flight.protocol.sql.CommandGetTables.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetTables.$Properties): arrow.flight.protocol.sql.CommandGetTables;

                    /**
                     * Encodes the specified CommandGetTables message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetTables.verify|verify} messages.
                     * @param message CommandGetTables message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetTables.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetTables message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetTables & arrow.flight.protocol.sql.CommandGetTables.$Shape} CommandGetTables
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetTables & arrow.flight.protocol.sql.CommandGetTables.$Shape;

                    /**
                     * Gets the type url for CommandGetTables
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetTables {

                    /** Properties of a CommandGetTables. */
                    interface $Properties {

                        /** CommandGetTables catalog */
                        catalog?: (string|null);

                        /** CommandGetTables dbSchemaFilterPattern */
                        dbSchemaFilterPattern?: (string|null);

                        /** CommandGetTables tableNameFilterPattern */
                        tableNameFilterPattern?: (string|null);

                        /** CommandGetTables tableTypes */
                        tableTypes?: (string[]|null);

                        /** CommandGetTables includeSchema */
                        includeSchema?: (boolean|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetTables. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetTables.$Properties;
                }

                /**
                 * Properties of a CommandGetTableTypes.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetTableTypes.$Properties instead.
                 */
                interface ICommandGetTableTypes extends arrow.flight.protocol.sql.CommandGetTableTypes.$Properties {
                }

                /** Represents a CommandGetTableTypes. */
                class CommandGetTableTypes {

                    /**
                     * Constructs a new CommandGetTableTypes.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetTableTypes.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new CommandGetTableTypes instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetTableTypes instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetTableTypes.$Shape): arrow.flight.protocol.sql.CommandGetTableTypes & arrow.flight.protocol.sql.CommandGetTableTypes.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetTableTypes.$Properties): arrow.flight.protocol.sql.CommandGetTableTypes;

                    /**
                     * Encodes the specified CommandGetTableTypes message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetTableTypes.verify|verify} messages.
                     * @param message CommandGetTableTypes message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetTableTypes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetTableTypes message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetTableTypes & arrow.flight.protocol.sql.CommandGetTableTypes.$Shape} CommandGetTableTypes
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetTableTypes & arrow.flight.protocol.sql.CommandGetTableTypes.$Shape;

                    /**
                     * Gets the type url for CommandGetTableTypes
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetTableTypes {

                    /** Properties of a CommandGetTableTypes. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetTableTypes. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetTableTypes.$Properties;
                }

                /**
                 * Properties of a CommandGetPrimaryKeys.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Properties instead.
                 */
                interface ICommandGetPrimaryKeys extends arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Properties {
                }

                /** Represents a CommandGetPrimaryKeys. */
                class CommandGetPrimaryKeys {

                    /**
                     * Constructs a new CommandGetPrimaryKeys.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetPrimaryKeys catalog. */
                    catalog?: (string|null);

                    /** CommandGetPrimaryKeys dbSchema. */
                    dbSchema?: (string|null);

                    /** CommandGetPrimaryKeys table. */
                    table: string;

                    /**
                     * Creates a new CommandGetPrimaryKeys instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetPrimaryKeys instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Shape): arrow.flight.protocol.sql.CommandGetPrimaryKeys & arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Properties): arrow.flight.protocol.sql.CommandGetPrimaryKeys;

                    /**
                     * Encodes the specified CommandGetPrimaryKeys message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetPrimaryKeys.verify|verify} messages.
                     * @param message CommandGetPrimaryKeys message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetPrimaryKeys message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetPrimaryKeys & arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Shape} CommandGetPrimaryKeys
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetPrimaryKeys & arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Shape;

                    /**
                     * Gets the type url for CommandGetPrimaryKeys
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetPrimaryKeys {

                    /** Properties of a CommandGetPrimaryKeys. */
                    interface $Properties {

                        /** CommandGetPrimaryKeys catalog */
                        catalog?: (string|null);

                        /** CommandGetPrimaryKeys dbSchema */
                        dbSchema?: (string|null);

                        /** CommandGetPrimaryKeys table */
                        table?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetPrimaryKeys. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetPrimaryKeys.$Properties;
                }

                /** UpdateDeleteRules enum. */
                enum UpdateDeleteRules {

                    /** CASCADE value */
                    CASCADE = 0,

                    /** RESTRICT value */
                    RESTRICT = 1,

                    /** SET_NULL value */
                    SET_NULL = 2,

                    /** NO_ACTION value */
                    NO_ACTION = 3,

                    /** SET_DEFAULT value */
                    SET_DEFAULT = 4
                }

                /**
                 * Properties of a CommandGetExportedKeys.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetExportedKeys.$Properties instead.
                 */
                interface ICommandGetExportedKeys extends arrow.flight.protocol.sql.CommandGetExportedKeys.$Properties {
                }

                /** Represents a CommandGetExportedKeys. */
                class CommandGetExportedKeys {

                    /**
                     * Constructs a new CommandGetExportedKeys.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetExportedKeys.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetExportedKeys catalog. */
                    catalog?: (string|null);

                    /** CommandGetExportedKeys dbSchema. */
                    dbSchema?: (string|null);

                    /** CommandGetExportedKeys table. */
                    table: string;

                    /**
                     * Creates a new CommandGetExportedKeys instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetExportedKeys instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetExportedKeys.$Shape): arrow.flight.protocol.sql.CommandGetExportedKeys & arrow.flight.protocol.sql.CommandGetExportedKeys.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetExportedKeys.$Properties): arrow.flight.protocol.sql.CommandGetExportedKeys;

                    /**
                     * Encodes the specified CommandGetExportedKeys message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetExportedKeys.verify|verify} messages.
                     * @param message CommandGetExportedKeys message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetExportedKeys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetExportedKeys message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetExportedKeys & arrow.flight.protocol.sql.CommandGetExportedKeys.$Shape} CommandGetExportedKeys
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetExportedKeys & arrow.flight.protocol.sql.CommandGetExportedKeys.$Shape;

                    /**
                     * Gets the type url for CommandGetExportedKeys
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetExportedKeys {

                    /** Properties of a CommandGetExportedKeys. */
                    interface $Properties {

                        /** CommandGetExportedKeys catalog */
                        catalog?: (string|null);

                        /** CommandGetExportedKeys dbSchema */
                        dbSchema?: (string|null);

                        /** CommandGetExportedKeys table */
                        table?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetExportedKeys. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetExportedKeys.$Properties;
                }

                /**
                 * Properties of a CommandGetImportedKeys.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetImportedKeys.$Properties instead.
                 */
                interface ICommandGetImportedKeys extends arrow.flight.protocol.sql.CommandGetImportedKeys.$Properties {
                }

                /** Represents a CommandGetImportedKeys. */
                class CommandGetImportedKeys {

                    /**
                     * Constructs a new CommandGetImportedKeys.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetImportedKeys.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetImportedKeys catalog. */
                    catalog?: (string|null);

                    /** CommandGetImportedKeys dbSchema. */
                    dbSchema?: (string|null);

                    /** CommandGetImportedKeys table. */
                    table: string;

                    /**
                     * Creates a new CommandGetImportedKeys instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetImportedKeys instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetImportedKeys.$Shape): arrow.flight.protocol.sql.CommandGetImportedKeys & arrow.flight.protocol.sql.CommandGetImportedKeys.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetImportedKeys.$Properties): arrow.flight.protocol.sql.CommandGetImportedKeys;

                    /**
                     * Encodes the specified CommandGetImportedKeys message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetImportedKeys.verify|verify} messages.
                     * @param message CommandGetImportedKeys message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetImportedKeys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetImportedKeys message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetImportedKeys & arrow.flight.protocol.sql.CommandGetImportedKeys.$Shape} CommandGetImportedKeys
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetImportedKeys & arrow.flight.protocol.sql.CommandGetImportedKeys.$Shape;

                    /**
                     * Gets the type url for CommandGetImportedKeys
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetImportedKeys {

                    /** Properties of a CommandGetImportedKeys. */
                    interface $Properties {

                        /** CommandGetImportedKeys catalog */
                        catalog?: (string|null);

                        /** CommandGetImportedKeys dbSchema */
                        dbSchema?: (string|null);

                        /** CommandGetImportedKeys table */
                        table?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetImportedKeys. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetImportedKeys.$Properties;
                }

                /**
                 * Properties of a CommandGetCrossReference.
                 * @deprecated Use arrow.flight.protocol.sql.CommandGetCrossReference.$Properties instead.
                 */
                interface ICommandGetCrossReference extends arrow.flight.protocol.sql.CommandGetCrossReference.$Properties {
                }

                /** Represents a CommandGetCrossReference. */
                class CommandGetCrossReference {

                    /**
                     * Constructs a new CommandGetCrossReference.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandGetCrossReference.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandGetCrossReference pkCatalog. */
                    pkCatalog?: (string|null);

                    /** CommandGetCrossReference pkDbSchema. */
                    pkDbSchema?: (string|null);

                    /** CommandGetCrossReference pkTable. */
                    pkTable: string;

                    /** CommandGetCrossReference fkCatalog. */
                    fkCatalog?: (string|null);

                    /** CommandGetCrossReference fkDbSchema. */
                    fkDbSchema?: (string|null);

                    /** CommandGetCrossReference fkTable. */
                    fkTable: string;

                    /**
                     * Creates a new CommandGetCrossReference instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandGetCrossReference instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandGetCrossReference.$Shape): arrow.flight.protocol.sql.CommandGetCrossReference & arrow.flight.protocol.sql.CommandGetCrossReference.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandGetCrossReference.$Properties): arrow.flight.protocol.sql.CommandGetCrossReference;

                    /**
                     * Encodes the specified CommandGetCrossReference message. Does not implicitly {@link arrow.flight.protocol.sql.CommandGetCrossReference.verify|verify} messages.
                     * @param message CommandGetCrossReference message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandGetCrossReference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandGetCrossReference message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandGetCrossReference & arrow.flight.protocol.sql.CommandGetCrossReference.$Shape} CommandGetCrossReference
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandGetCrossReference & arrow.flight.protocol.sql.CommandGetCrossReference.$Shape;

                    /**
                     * Gets the type url for CommandGetCrossReference
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandGetCrossReference {

                    /** Properties of a CommandGetCrossReference. */
                    interface $Properties {

                        /** CommandGetCrossReference pkCatalog */
                        pkCatalog?: (string|null);

                        /** CommandGetCrossReference pkDbSchema */
                        pkDbSchema?: (string|null);

                        /** CommandGetCrossReference pkTable */
                        pkTable?: (string|null);

                        /** CommandGetCrossReference fkCatalog */
                        fkCatalog?: (string|null);

                        /** CommandGetCrossReference fkDbSchema */
                        fkDbSchema?: (string|null);

                        /** CommandGetCrossReference fkTable */
                        fkTable?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandGetCrossReference. */
                    type $Shape = arrow.flight.protocol.sql.CommandGetCrossReference.$Properties;
                }

                /**
                 * Properties of an ActionCreatePreparedStatementRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Properties instead.
                 */
                interface IActionCreatePreparedStatementRequest extends arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Properties {
                }

                /** Represents an ActionCreatePreparedStatementRequest. */
                class ActionCreatePreparedStatementRequest {

                    /**
                     * Constructs a new ActionCreatePreparedStatementRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionCreatePreparedStatementRequest query. */
                    query: string;

                    /** ActionCreatePreparedStatementRequest transactionId. */
                    transactionId?: (Uint8Array|null);

                    /**
                     * Creates a new ActionCreatePreparedStatementRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionCreatePreparedStatementRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Shape): arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest & arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Properties): arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest;

                    /**
                     * Encodes the specified ActionCreatePreparedStatementRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.verify|verify} messages.
                     * @param message ActionCreatePreparedStatementRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionCreatePreparedStatementRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest & arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Shape} ActionCreatePreparedStatementRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest & arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Shape;

                    /**
                     * Gets the type url for ActionCreatePreparedStatementRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionCreatePreparedStatementRequest {

                    /** Properties of an ActionCreatePreparedStatementRequest. */
                    interface $Properties {

                        /** ActionCreatePreparedStatementRequest query */
                        query?: (string|null);

                        /** ActionCreatePreparedStatementRequest transactionId */
                        transactionId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionCreatePreparedStatementRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionCreatePreparedStatementRequest.$Properties;
                }

                /**
                 * Properties of a SubstraitPlan.
                 * @deprecated Use arrow.flight.protocol.sql.SubstraitPlan.$Properties instead.
                 */
                interface ISubstraitPlan extends arrow.flight.protocol.sql.SubstraitPlan.$Properties {
                }

                /** Represents a SubstraitPlan. */
                class SubstraitPlan {

                    /**
                     * Constructs a new SubstraitPlan.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.SubstraitPlan.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** SubstraitPlan plan. */
                    plan: Uint8Array;

                    /** SubstraitPlan version. */
                    version: string;

                    /**
                     * Creates a new SubstraitPlan instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns SubstraitPlan instance
                     */
                    static create(properties: arrow.flight.protocol.sql.SubstraitPlan.$Shape): arrow.flight.protocol.sql.SubstraitPlan & arrow.flight.protocol.sql.SubstraitPlan.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.SubstraitPlan.$Properties): arrow.flight.protocol.sql.SubstraitPlan;

                    /**
                     * Encodes the specified SubstraitPlan message. Does not implicitly {@link arrow.flight.protocol.sql.SubstraitPlan.verify|verify} messages.
                     * @param message SubstraitPlan message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.SubstraitPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a SubstraitPlan message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.SubstraitPlan & arrow.flight.protocol.sql.SubstraitPlan.$Shape} SubstraitPlan
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.SubstraitPlan & arrow.flight.protocol.sql.SubstraitPlan.$Shape;

                    /**
                     * Gets the type url for SubstraitPlan
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace SubstraitPlan {

                    /** Properties of a SubstraitPlan. */
                    interface $Properties {

                        /** SubstraitPlan plan */
                        plan?: (Uint8Array|null);

                        /** SubstraitPlan version */
                        version?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a SubstraitPlan. */
                    type $Shape = arrow.flight.protocol.sql.SubstraitPlan.$Properties;
                }

                /**
                 * Properties of an ActionCreatePreparedSubstraitPlanRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Properties instead.
                 */
                interface IActionCreatePreparedSubstraitPlanRequest extends arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Properties {
                }

                /** Represents an ActionCreatePreparedSubstraitPlanRequest. */
                class ActionCreatePreparedSubstraitPlanRequest {

                    /**
                     * Constructs a new ActionCreatePreparedSubstraitPlanRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionCreatePreparedSubstraitPlanRequest plan. */
                    plan?: (arrow.flight.protocol.sql.SubstraitPlan.$Properties|null);

                    /** ActionCreatePreparedSubstraitPlanRequest transactionId. */
                    transactionId?: (Uint8Array|null);

                    /**
                     * Creates a new ActionCreatePreparedSubstraitPlanRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionCreatePreparedSubstraitPlanRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Shape): arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest & arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Properties): arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest;

                    /**
                     * Encodes the specified ActionCreatePreparedSubstraitPlanRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.verify|verify} messages.
                     * @param message ActionCreatePreparedSubstraitPlanRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionCreatePreparedSubstraitPlanRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest & arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Shape} ActionCreatePreparedSubstraitPlanRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest & arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Shape;

                    /**
                     * Gets the type url for ActionCreatePreparedSubstraitPlanRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionCreatePreparedSubstraitPlanRequest {

                    /** Properties of an ActionCreatePreparedSubstraitPlanRequest. */
                    interface $Properties {

                        /** ActionCreatePreparedSubstraitPlanRequest plan */
                        plan?: (arrow.flight.protocol.sql.SubstraitPlan.$Properties|null);

                        /** ActionCreatePreparedSubstraitPlanRequest transactionId */
                        transactionId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionCreatePreparedSubstraitPlanRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionCreatePreparedSubstraitPlanRequest.$Properties;
                }

                /**
                 * Properties of an ActionCreatePreparedStatementResult.
                 * @deprecated Use arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Properties instead.
                 */
                interface IActionCreatePreparedStatementResult extends arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Properties {
                }

                /** Represents an ActionCreatePreparedStatementResult. */
                class ActionCreatePreparedStatementResult {

                    /**
                     * Constructs a new ActionCreatePreparedStatementResult.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionCreatePreparedStatementResult preparedStatementHandle. */
                    preparedStatementHandle: Uint8Array;

                    /** ActionCreatePreparedStatementResult datasetSchema. */
                    datasetSchema: Uint8Array;

                    /** ActionCreatePreparedStatementResult parameterSchema. */
                    parameterSchema: Uint8Array;

                    /**
                     * Creates a new ActionCreatePreparedStatementResult instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionCreatePreparedStatementResult instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Shape): arrow.flight.protocol.sql.ActionCreatePreparedStatementResult & arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Properties): arrow.flight.protocol.sql.ActionCreatePreparedStatementResult;

                    /**
                     * Encodes the specified ActionCreatePreparedStatementResult message. Does not implicitly {@link arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.verify|verify} messages.
                     * @param message ActionCreatePreparedStatementResult message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionCreatePreparedStatementResult message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionCreatePreparedStatementResult & arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Shape} ActionCreatePreparedStatementResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionCreatePreparedStatementResult & arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Shape;

                    /**
                     * Gets the type url for ActionCreatePreparedStatementResult
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionCreatePreparedStatementResult {

                    /** Properties of an ActionCreatePreparedStatementResult. */
                    interface $Properties {

                        /** ActionCreatePreparedStatementResult preparedStatementHandle */
                        preparedStatementHandle?: (Uint8Array|null);

                        /** ActionCreatePreparedStatementResult datasetSchema */
                        datasetSchema?: (Uint8Array|null);

                        /** ActionCreatePreparedStatementResult parameterSchema */
                        parameterSchema?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionCreatePreparedStatementResult. */
                    type $Shape = arrow.flight.protocol.sql.ActionCreatePreparedStatementResult.$Properties;
                }

                /**
                 * Properties of an ActionClosePreparedStatementRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Properties instead.
                 */
                interface IActionClosePreparedStatementRequest extends arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Properties {
                }

                /** Represents an ActionClosePreparedStatementRequest. */
                class ActionClosePreparedStatementRequest {

                    /**
                     * Constructs a new ActionClosePreparedStatementRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionClosePreparedStatementRequest preparedStatementHandle. */
                    preparedStatementHandle: Uint8Array;

                    /**
                     * Creates a new ActionClosePreparedStatementRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionClosePreparedStatementRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Shape): arrow.flight.protocol.sql.ActionClosePreparedStatementRequest & arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Properties): arrow.flight.protocol.sql.ActionClosePreparedStatementRequest;

                    /**
                     * Encodes the specified ActionClosePreparedStatementRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.verify|verify} messages.
                     * @param message ActionClosePreparedStatementRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionClosePreparedStatementRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionClosePreparedStatementRequest & arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Shape} ActionClosePreparedStatementRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionClosePreparedStatementRequest & arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Shape;

                    /**
                     * Gets the type url for ActionClosePreparedStatementRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionClosePreparedStatementRequest {

                    /** Properties of an ActionClosePreparedStatementRequest. */
                    interface $Properties {

                        /** ActionClosePreparedStatementRequest preparedStatementHandle */
                        preparedStatementHandle?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionClosePreparedStatementRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionClosePreparedStatementRequest.$Properties;
                }

                /**
                 * Properties of an ActionBeginTransactionRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Properties instead.
                 */
                interface IActionBeginTransactionRequest extends arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Properties {
                }

                /** Represents an ActionBeginTransactionRequest. */
                class ActionBeginTransactionRequest {

                    /**
                     * Constructs a new ActionBeginTransactionRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Creates a new ActionBeginTransactionRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionBeginTransactionRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Shape): arrow.flight.protocol.sql.ActionBeginTransactionRequest & arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Properties): arrow.flight.protocol.sql.ActionBeginTransactionRequest;

                    /**
                     * Encodes the specified ActionBeginTransactionRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionBeginTransactionRequest.verify|verify} messages.
                     * @param message ActionBeginTransactionRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionBeginTransactionRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionBeginTransactionRequest & arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Shape} ActionBeginTransactionRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionBeginTransactionRequest & arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Shape;

                    /**
                     * Gets the type url for ActionBeginTransactionRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionBeginTransactionRequest {

                    /** Properties of an ActionBeginTransactionRequest. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionBeginTransactionRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionBeginTransactionRequest.$Properties;
                }

                /**
                 * Properties of an ActionBeginSavepointRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Properties instead.
                 */
                interface IActionBeginSavepointRequest extends arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Properties {
                }

                /** Represents an ActionBeginSavepointRequest. */
                class ActionBeginSavepointRequest {

                    /**
                     * Constructs a new ActionBeginSavepointRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionBeginSavepointRequest transactionId. */
                    transactionId: Uint8Array;

                    /** ActionBeginSavepointRequest name. */
                    name: string;

                    /**
                     * Creates a new ActionBeginSavepointRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionBeginSavepointRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Shape): arrow.flight.protocol.sql.ActionBeginSavepointRequest & arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Properties): arrow.flight.protocol.sql.ActionBeginSavepointRequest;

                    /**
                     * Encodes the specified ActionBeginSavepointRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionBeginSavepointRequest.verify|verify} messages.
                     * @param message ActionBeginSavepointRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionBeginSavepointRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionBeginSavepointRequest & arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Shape} ActionBeginSavepointRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionBeginSavepointRequest & arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Shape;

                    /**
                     * Gets the type url for ActionBeginSavepointRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionBeginSavepointRequest {

                    /** Properties of an ActionBeginSavepointRequest. */
                    interface $Properties {

                        /** ActionBeginSavepointRequest transactionId */
                        transactionId?: (Uint8Array|null);

                        /** ActionBeginSavepointRequest name */
                        name?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionBeginSavepointRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionBeginSavepointRequest.$Properties;
                }

                /**
                 * Properties of an ActionBeginTransactionResult.
                 * @deprecated Use arrow.flight.protocol.sql.ActionBeginTransactionResult.$Properties instead.
                 */
                interface IActionBeginTransactionResult extends arrow.flight.protocol.sql.ActionBeginTransactionResult.$Properties {
                }

                /** Represents an ActionBeginTransactionResult. */
                class ActionBeginTransactionResult {

                    /**
                     * Constructs a new ActionBeginTransactionResult.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionBeginTransactionResult.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionBeginTransactionResult transactionId. */
                    transactionId: Uint8Array;

                    /**
                     * Creates a new ActionBeginTransactionResult instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionBeginTransactionResult instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionBeginTransactionResult.$Shape): arrow.flight.protocol.sql.ActionBeginTransactionResult & arrow.flight.protocol.sql.ActionBeginTransactionResult.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionBeginTransactionResult.$Properties): arrow.flight.protocol.sql.ActionBeginTransactionResult;

                    /**
                     * Encodes the specified ActionBeginTransactionResult message. Does not implicitly {@link arrow.flight.protocol.sql.ActionBeginTransactionResult.verify|verify} messages.
                     * @param message ActionBeginTransactionResult message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionBeginTransactionResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionBeginTransactionResult message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionBeginTransactionResult & arrow.flight.protocol.sql.ActionBeginTransactionResult.$Shape} ActionBeginTransactionResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionBeginTransactionResult & arrow.flight.protocol.sql.ActionBeginTransactionResult.$Shape;

                    /**
                     * Gets the type url for ActionBeginTransactionResult
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionBeginTransactionResult {

                    /** Properties of an ActionBeginTransactionResult. */
                    interface $Properties {

                        /** ActionBeginTransactionResult transactionId */
                        transactionId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionBeginTransactionResult. */
                    type $Shape = arrow.flight.protocol.sql.ActionBeginTransactionResult.$Properties;
                }

                /**
                 * Properties of an ActionBeginSavepointResult.
                 * @deprecated Use arrow.flight.protocol.sql.ActionBeginSavepointResult.$Properties instead.
                 */
                interface IActionBeginSavepointResult extends arrow.flight.protocol.sql.ActionBeginSavepointResult.$Properties {
                }

                /** Represents an ActionBeginSavepointResult. */
                class ActionBeginSavepointResult {

                    /**
                     * Constructs a new ActionBeginSavepointResult.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionBeginSavepointResult.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionBeginSavepointResult savepointId. */
                    savepointId: Uint8Array;

                    /**
                     * Creates a new ActionBeginSavepointResult instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionBeginSavepointResult instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionBeginSavepointResult.$Shape): arrow.flight.protocol.sql.ActionBeginSavepointResult & arrow.flight.protocol.sql.ActionBeginSavepointResult.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionBeginSavepointResult.$Properties): arrow.flight.protocol.sql.ActionBeginSavepointResult;

                    /**
                     * Encodes the specified ActionBeginSavepointResult message. Does not implicitly {@link arrow.flight.protocol.sql.ActionBeginSavepointResult.verify|verify} messages.
                     * @param message ActionBeginSavepointResult message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionBeginSavepointResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionBeginSavepointResult message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionBeginSavepointResult & arrow.flight.protocol.sql.ActionBeginSavepointResult.$Shape} ActionBeginSavepointResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionBeginSavepointResult & arrow.flight.protocol.sql.ActionBeginSavepointResult.$Shape;

                    /**
                     * Gets the type url for ActionBeginSavepointResult
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionBeginSavepointResult {

                    /** Properties of an ActionBeginSavepointResult. */
                    interface $Properties {

                        /** ActionBeginSavepointResult savepointId */
                        savepointId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionBeginSavepointResult. */
                    type $Shape = arrow.flight.protocol.sql.ActionBeginSavepointResult.$Properties;
                }

                /**
                 * Properties of an ActionEndTransactionRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionEndTransactionRequest.$Properties instead.
                 */
                interface IActionEndTransactionRequest extends arrow.flight.protocol.sql.ActionEndTransactionRequest.$Properties {
                }

                /** Represents an ActionEndTransactionRequest. */
                class ActionEndTransactionRequest {

                    /**
                     * Constructs a new ActionEndTransactionRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionEndTransactionRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionEndTransactionRequest transactionId. */
                    transactionId: Uint8Array;

                    /** ActionEndTransactionRequest action. */
                    action: arrow.flight.protocol.sql.ActionEndTransactionRequest.EndTransaction;

                    /**
                     * Creates a new ActionEndTransactionRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionEndTransactionRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionEndTransactionRequest.$Shape): arrow.flight.protocol.sql.ActionEndTransactionRequest & arrow.flight.protocol.sql.ActionEndTransactionRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionEndTransactionRequest.$Properties): arrow.flight.protocol.sql.ActionEndTransactionRequest;

                    /**
                     * Encodes the specified ActionEndTransactionRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionEndTransactionRequest.verify|verify} messages.
                     * @param message ActionEndTransactionRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionEndTransactionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionEndTransactionRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionEndTransactionRequest & arrow.flight.protocol.sql.ActionEndTransactionRequest.$Shape} ActionEndTransactionRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionEndTransactionRequest & arrow.flight.protocol.sql.ActionEndTransactionRequest.$Shape;

                    /**
                     * Gets the type url for ActionEndTransactionRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionEndTransactionRequest {

                    /** Properties of an ActionEndTransactionRequest. */
                    interface $Properties {

                        /** ActionEndTransactionRequest transactionId */
                        transactionId?: (Uint8Array|null);

                        /** ActionEndTransactionRequest action */
                        action?: (arrow.flight.protocol.sql.ActionEndTransactionRequest.EndTransaction|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionEndTransactionRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionEndTransactionRequest.$Properties;

                    /** EndTransaction enum. */
                    enum EndTransaction {

                        /** END_TRANSACTION_UNSPECIFIED value */
                        END_TRANSACTION_UNSPECIFIED = 0,

                        /** END_TRANSACTION_COMMIT value */
                        END_TRANSACTION_COMMIT = 1,

                        /** END_TRANSACTION_ROLLBACK value */
                        END_TRANSACTION_ROLLBACK = 2
                    }
                }

                /**
                 * Properties of an ActionEndSavepointRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionEndSavepointRequest.$Properties instead.
                 */
                interface IActionEndSavepointRequest extends arrow.flight.protocol.sql.ActionEndSavepointRequest.$Properties {
                }

                /** Represents an ActionEndSavepointRequest. */
                class ActionEndSavepointRequest {

                    /**
                     * Constructs a new ActionEndSavepointRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionEndSavepointRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionEndSavepointRequest savepointId. */
                    savepointId: Uint8Array;

                    /** ActionEndSavepointRequest action. */
                    action: arrow.flight.protocol.sql.ActionEndSavepointRequest.EndSavepoint;

                    /**
                     * Creates a new ActionEndSavepointRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionEndSavepointRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionEndSavepointRequest.$Shape): arrow.flight.protocol.sql.ActionEndSavepointRequest & arrow.flight.protocol.sql.ActionEndSavepointRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionEndSavepointRequest.$Properties): arrow.flight.protocol.sql.ActionEndSavepointRequest;

                    /**
                     * Encodes the specified ActionEndSavepointRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionEndSavepointRequest.verify|verify} messages.
                     * @param message ActionEndSavepointRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionEndSavepointRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionEndSavepointRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionEndSavepointRequest & arrow.flight.protocol.sql.ActionEndSavepointRequest.$Shape} ActionEndSavepointRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionEndSavepointRequest & arrow.flight.protocol.sql.ActionEndSavepointRequest.$Shape;

                    /**
                     * Gets the type url for ActionEndSavepointRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionEndSavepointRequest {

                    /** Properties of an ActionEndSavepointRequest. */
                    interface $Properties {

                        /** ActionEndSavepointRequest savepointId */
                        savepointId?: (Uint8Array|null);

                        /** ActionEndSavepointRequest action */
                        action?: (arrow.flight.protocol.sql.ActionEndSavepointRequest.EndSavepoint|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionEndSavepointRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionEndSavepointRequest.$Properties;

                    /** EndSavepoint enum. */
                    enum EndSavepoint {

                        /** END_SAVEPOINT_UNSPECIFIED value */
                        END_SAVEPOINT_UNSPECIFIED = 0,

                        /** END_SAVEPOINT_RELEASE value */
                        END_SAVEPOINT_RELEASE = 1,

                        /** END_SAVEPOINT_ROLLBACK value */
                        END_SAVEPOINT_ROLLBACK = 2
                    }
                }

                /**
                 * Properties of a CommandStatementQuery.
                 * @deprecated Use arrow.flight.protocol.sql.CommandStatementQuery.$Properties instead.
                 */
                interface ICommandStatementQuery extends arrow.flight.protocol.sql.CommandStatementQuery.$Properties {
                }

                /** Represents a CommandStatementQuery. */
                class CommandStatementQuery {

                    /**
                     * Constructs a new CommandStatementQuery.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandStatementQuery.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandStatementQuery query. */
                    query: string;

                    /** CommandStatementQuery transactionId. */
                    transactionId?: (Uint8Array|null);

                    /**
                     * Creates a new CommandStatementQuery instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandStatementQuery instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandStatementQuery.$Shape): arrow.flight.protocol.sql.CommandStatementQuery & arrow.flight.protocol.sql.CommandStatementQuery.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandStatementQuery.$Properties): arrow.flight.protocol.sql.CommandStatementQuery;

                    /**
                     * Encodes the specified CommandStatementQuery message. Does not implicitly {@link arrow.flight.protocol.sql.CommandStatementQuery.verify|verify} messages.
                     * @param message CommandStatementQuery message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandStatementQuery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandStatementQuery message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandStatementQuery & arrow.flight.protocol.sql.CommandStatementQuery.$Shape} CommandStatementQuery
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandStatementQuery & arrow.flight.protocol.sql.CommandStatementQuery.$Shape;

                    /**
                     * Gets the type url for CommandStatementQuery
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandStatementQuery {

                    /** Properties of a CommandStatementQuery. */
                    interface $Properties {

                        /** CommandStatementQuery query */
                        query?: (string|null);

                        /** CommandStatementQuery transactionId */
                        transactionId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandStatementQuery. */
                    type $Shape = arrow.flight.protocol.sql.CommandStatementQuery.$Properties;
                }

                /**
                 * Properties of a CommandStatementSubstraitPlan.
                 * @deprecated Use arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Properties instead.
                 */
                interface ICommandStatementSubstraitPlan extends arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Properties {
                }

                /** Represents a CommandStatementSubstraitPlan. */
                class CommandStatementSubstraitPlan {

                    /**
                     * Constructs a new CommandStatementSubstraitPlan.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandStatementSubstraitPlan plan. */
                    plan?: (arrow.flight.protocol.sql.SubstraitPlan.$Properties|null);

                    /** CommandStatementSubstraitPlan transactionId. */
                    transactionId?: (Uint8Array|null);

                    /**
                     * Creates a new CommandStatementSubstraitPlan instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandStatementSubstraitPlan instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Shape): arrow.flight.protocol.sql.CommandStatementSubstraitPlan & arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Properties): arrow.flight.protocol.sql.CommandStatementSubstraitPlan;

                    /**
                     * Encodes the specified CommandStatementSubstraitPlan message. Does not implicitly {@link arrow.flight.protocol.sql.CommandStatementSubstraitPlan.verify|verify} messages.
                     * @param message CommandStatementSubstraitPlan message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandStatementSubstraitPlan message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandStatementSubstraitPlan & arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Shape} CommandStatementSubstraitPlan
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandStatementSubstraitPlan & arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Shape;

                    /**
                     * Gets the type url for CommandStatementSubstraitPlan
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandStatementSubstraitPlan {

                    /** Properties of a CommandStatementSubstraitPlan. */
                    interface $Properties {

                        /** CommandStatementSubstraitPlan plan */
                        plan?: (arrow.flight.protocol.sql.SubstraitPlan.$Properties|null);

                        /** CommandStatementSubstraitPlan transactionId */
                        transactionId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandStatementSubstraitPlan. */
                    type $Shape = arrow.flight.protocol.sql.CommandStatementSubstraitPlan.$Properties;
                }

                /**
                 * Properties of a TicketStatementQuery.
                 * @deprecated Use arrow.flight.protocol.sql.TicketStatementQuery.$Properties instead.
                 */
                interface ITicketStatementQuery extends arrow.flight.protocol.sql.TicketStatementQuery.$Properties {
                }

                /** Represents a TicketStatementQuery. */
                class TicketStatementQuery {

                    /**
                     * Constructs a new TicketStatementQuery.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.TicketStatementQuery.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** TicketStatementQuery statementHandle. */
                    statementHandle: Uint8Array;

                    /**
                     * Creates a new TicketStatementQuery instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns TicketStatementQuery instance
                     */
                    static create(properties: arrow.flight.protocol.sql.TicketStatementQuery.$Shape): arrow.flight.protocol.sql.TicketStatementQuery & arrow.flight.protocol.sql.TicketStatementQuery.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.TicketStatementQuery.$Properties): arrow.flight.protocol.sql.TicketStatementQuery;

                    /**
                     * Encodes the specified TicketStatementQuery message. Does not implicitly {@link arrow.flight.protocol.sql.TicketStatementQuery.verify|verify} messages.
                     * @param message TicketStatementQuery message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.TicketStatementQuery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a TicketStatementQuery message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.TicketStatementQuery & arrow.flight.protocol.sql.TicketStatementQuery.$Shape} TicketStatementQuery
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.TicketStatementQuery & arrow.flight.protocol.sql.TicketStatementQuery.$Shape;

                    /**
                     * Gets the type url for TicketStatementQuery
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace TicketStatementQuery {

                    /** Properties of a TicketStatementQuery. */
                    interface $Properties {

                        /** TicketStatementQuery statementHandle */
                        statementHandle?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a TicketStatementQuery. */
                    type $Shape = arrow.flight.protocol.sql.TicketStatementQuery.$Properties;
                }

                /**
                 * Properties of a CommandPreparedStatementQuery.
                 * @deprecated Use arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Properties instead.
                 */
                interface ICommandPreparedStatementQuery extends arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Properties {
                }

                /** Represents a CommandPreparedStatementQuery. */
                class CommandPreparedStatementQuery {

                    /**
                     * Constructs a new CommandPreparedStatementQuery.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandPreparedStatementQuery preparedStatementHandle. */
                    preparedStatementHandle: Uint8Array;

                    /**
                     * Creates a new CommandPreparedStatementQuery instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandPreparedStatementQuery instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Shape): arrow.flight.protocol.sql.CommandPreparedStatementQuery & arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Properties): arrow.flight.protocol.sql.CommandPreparedStatementQuery;

                    /**
                     * Encodes the specified CommandPreparedStatementQuery message. Does not implicitly {@link arrow.flight.protocol.sql.CommandPreparedStatementQuery.verify|verify} messages.
                     * @param message CommandPreparedStatementQuery message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandPreparedStatementQuery message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandPreparedStatementQuery & arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Shape} CommandPreparedStatementQuery
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandPreparedStatementQuery & arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Shape;

                    /**
                     * Gets the type url for CommandPreparedStatementQuery
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandPreparedStatementQuery {

                    /** Properties of a CommandPreparedStatementQuery. */
                    interface $Properties {

                        /** CommandPreparedStatementQuery preparedStatementHandle */
                        preparedStatementHandle?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandPreparedStatementQuery. */
                    type $Shape = arrow.flight.protocol.sql.CommandPreparedStatementQuery.$Properties;
                }

                /**
                 * Properties of a CommandStatementUpdate.
                 * @deprecated Use arrow.flight.protocol.sql.CommandStatementUpdate.$Properties instead.
                 */
                interface ICommandStatementUpdate extends arrow.flight.protocol.sql.CommandStatementUpdate.$Properties {
                }

                /** Represents a CommandStatementUpdate. */
                class CommandStatementUpdate {

                    /**
                     * Constructs a new CommandStatementUpdate.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandStatementUpdate.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandStatementUpdate query. */
                    query: string;

                    /** CommandStatementUpdate transactionId. */
                    transactionId?: (Uint8Array|null);

                    /**
                     * Creates a new CommandStatementUpdate instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandStatementUpdate instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandStatementUpdate.$Shape): arrow.flight.protocol.sql.CommandStatementUpdate & arrow.flight.protocol.sql.CommandStatementUpdate.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandStatementUpdate.$Properties): arrow.flight.protocol.sql.CommandStatementUpdate;

                    /**
                     * Encodes the specified CommandStatementUpdate message. Does not implicitly {@link arrow.flight.protocol.sql.CommandStatementUpdate.verify|verify} messages.
                     * @param message CommandStatementUpdate message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandStatementUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandStatementUpdate message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandStatementUpdate & arrow.flight.protocol.sql.CommandStatementUpdate.$Shape} CommandStatementUpdate
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandStatementUpdate & arrow.flight.protocol.sql.CommandStatementUpdate.$Shape;

                    /**
                     * Gets the type url for CommandStatementUpdate
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandStatementUpdate {

                    /** Properties of a CommandStatementUpdate. */
                    interface $Properties {

                        /** CommandStatementUpdate query */
                        query?: (string|null);

                        /** CommandStatementUpdate transactionId */
                        transactionId?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandStatementUpdate. */
                    type $Shape = arrow.flight.protocol.sql.CommandStatementUpdate.$Properties;
                }

                /**
                 * Properties of a CommandPreparedStatementUpdate.
                 * @deprecated Use arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Properties instead.
                 */
                interface ICommandPreparedStatementUpdate extends arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Properties {
                }

                /** Represents a CommandPreparedStatementUpdate. */
                class CommandPreparedStatementUpdate {

                    /**
                     * Constructs a new CommandPreparedStatementUpdate.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandPreparedStatementUpdate preparedStatementHandle. */
                    preparedStatementHandle: Uint8Array;

                    /**
                     * Creates a new CommandPreparedStatementUpdate instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandPreparedStatementUpdate instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Shape): arrow.flight.protocol.sql.CommandPreparedStatementUpdate & arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Properties): arrow.flight.protocol.sql.CommandPreparedStatementUpdate;

                    /**
                     * Encodes the specified CommandPreparedStatementUpdate message. Does not implicitly {@link arrow.flight.protocol.sql.CommandPreparedStatementUpdate.verify|verify} messages.
                     * @param message CommandPreparedStatementUpdate message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandPreparedStatementUpdate message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandPreparedStatementUpdate & arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Shape} CommandPreparedStatementUpdate
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandPreparedStatementUpdate & arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Shape;

                    /**
                     * Gets the type url for CommandPreparedStatementUpdate
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandPreparedStatementUpdate {

                    /** Properties of a CommandPreparedStatementUpdate. */
                    interface $Properties {

                        /** CommandPreparedStatementUpdate preparedStatementHandle */
                        preparedStatementHandle?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandPreparedStatementUpdate. */
                    type $Shape = arrow.flight.protocol.sql.CommandPreparedStatementUpdate.$Properties;
                }

                /**
                 * Properties of a CommandStatementIngest.
                 * @deprecated Use arrow.flight.protocol.sql.CommandStatementIngest.$Properties instead.
                 */
                interface ICommandStatementIngest extends arrow.flight.protocol.sql.CommandStatementIngest.$Properties {
                }

                /** Represents a CommandStatementIngest. */
                class CommandStatementIngest {

                    /**
                     * Constructs a new CommandStatementIngest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.CommandStatementIngest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CommandStatementIngest tableDefinitionOptions. */
                    tableDefinitionOptions?: (arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties|null);

                    /** CommandStatementIngest table. */
                    table: string;

                    /** CommandStatementIngest schema. */
                    schema?: (string|null);

                    /** CommandStatementIngest catalog. */
                    catalog?: (string|null);

                    /** CommandStatementIngest temporary. */
                    temporary: boolean;

                    /** CommandStatementIngest transactionId. */
                    transactionId?: (Uint8Array|null);

                    /** CommandStatementIngest options. */
                    options: { [k: string]: string };

                    /**
                     * Creates a new CommandStatementIngest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns CommandStatementIngest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.CommandStatementIngest.$Shape): arrow.flight.protocol.sql.CommandStatementIngest & arrow.flight.protocol.sql.CommandStatementIngest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.CommandStatementIngest.$Properties): arrow.flight.protocol.sql.CommandStatementIngest;

                    /**
                     * Encodes the specified CommandStatementIngest message. Does not implicitly {@link arrow.flight.protocol.sql.CommandStatementIngest.verify|verify} messages.
                     * @param message CommandStatementIngest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.CommandStatementIngest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CommandStatementIngest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.CommandStatementIngest & arrow.flight.protocol.sql.CommandStatementIngest.$Shape} CommandStatementIngest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandStatementIngest & arrow.flight.protocol.sql.CommandStatementIngest.$Shape;

                    /**
                     * Gets the type url for CommandStatementIngest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace CommandStatementIngest {

                    /** Properties of a CommandStatementIngest. */
                    interface $Properties {

                        /** CommandStatementIngest tableDefinitionOptions */
                        tableDefinitionOptions?: (arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties|null);

                        /** CommandStatementIngest table */
                        table?: (string|null);

                        /** CommandStatementIngest schema */
                        schema?: (string|null);

                        /** CommandStatementIngest catalog */
                        catalog?: (string|null);

                        /** CommandStatementIngest temporary */
                        temporary?: (boolean|null);

                        /** CommandStatementIngest transactionId */
                        transactionId?: (Uint8Array|null);

                        /** CommandStatementIngest options */
                        options?: ({ [k: string]: string }|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CommandStatementIngest. */
                    type $Shape = arrow.flight.protocol.sql.CommandStatementIngest.$Properties;

                    /**
                     * Properties of a TableDefinitionOptions.
                     * @deprecated Use arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties instead.
                     */
                    interface ITableDefinitionOptions extends arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties {
                    }

                    /** Represents a TableDefinitionOptions. */
                    class TableDefinitionOptions {

                        /**
                         * Constructs a new TableDefinitionOptions.
                         * @param [properties] Properties to set
                         */
                        constructor(properties?: arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];

                        /** TableDefinitionOptions ifNotExist. */
                        ifNotExist: arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.TableNotExistOption;

                        /** TableDefinitionOptions ifExists. */
                        ifExists: arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.TableExistsOption;

                        /**
                         * Creates a new TableDefinitionOptions instance using the specified properties.
                         * @param [properties] Properties to set
                         * @returns TableDefinitionOptions instance
                         */
                        static create(properties: arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Shape): arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions & arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Shape;
                        static create(properties?: arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties): arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions;

                        /**
                         * Encodes the specified TableDefinitionOptions message. Does not implicitly {@link arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.verify|verify} messages.
                         * @param message TableDefinitionOptions message or plain object to encode
                         * @param [writer] Writer to encode to
                         * @returns Writer
                         */
                        static encode(message: arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                        /**
                         * Decodes a TableDefinitionOptions message from the specified reader or buffer.
                         * @param reader Reader or buffer to decode from
                         * @param [length] Message length if known beforehand
                         * @returns {arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions & arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Shape} TableDefinitionOptions
                         * @throws {Error} If the payload is not a reader or valid buffer
                         * @throws {$protobuf.util.ProtocolError} If required fields are missing
                         */
                        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions & arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Shape;

                        /**
                         * Gets the type url for TableDefinitionOptions
                         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                         * @returns The type url
                         */
                        static getTypeUrl(prefix?: string): string;
                    }

                    namespace TableDefinitionOptions {

                        /** Properties of a TableDefinitionOptions. */
                        interface $Properties {

                            /** TableDefinitionOptions ifNotExist */
                            ifNotExist?: (arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.TableNotExistOption|null);

                            /** TableDefinitionOptions ifExists */
                            ifExists?: (arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.TableExistsOption|null);

                            /** Unknown fields preserved while decoding when enabled */
                            $unknowns?: Uint8Array[];
                        }

                        /** Shape of a TableDefinitionOptions. */
                        type $Shape = arrow.flight.protocol.sql.CommandStatementIngest.TableDefinitionOptions.$Properties;

                        /** TableNotExistOption enum. */
                        enum TableNotExistOption {

                            /** TABLE_NOT_EXIST_OPTION_UNSPECIFIED value */
                            TABLE_NOT_EXIST_OPTION_UNSPECIFIED = 0,

                            /** TABLE_NOT_EXIST_OPTION_CREATE value */
                            TABLE_NOT_EXIST_OPTION_CREATE = 1,

                            /** TABLE_NOT_EXIST_OPTION_FAIL value */
                            TABLE_NOT_EXIST_OPTION_FAIL = 2
                        }

                        /** TableExistsOption enum. */
                        enum TableExistsOption {

                            /** TABLE_EXISTS_OPTION_UNSPECIFIED value */
                            TABLE_EXISTS_OPTION_UNSPECIFIED = 0,

                            /** TABLE_EXISTS_OPTION_FAIL value */
                            TABLE_EXISTS_OPTION_FAIL = 1,

                            /** TABLE_EXISTS_OPTION_APPEND value */
                            TABLE_EXISTS_OPTION_APPEND = 2,

                            /** TABLE_EXISTS_OPTION_REPLACE value */
                            TABLE_EXISTS_OPTION_REPLACE = 3
                        }
                    }
                }

                /**
                 * Properties of a DoPutUpdateResult.
                 * @deprecated Use arrow.flight.protocol.sql.DoPutUpdateResult.$Properties instead.
                 */
                interface IDoPutUpdateResult extends arrow.flight.protocol.sql.DoPutUpdateResult.$Properties {
                }

                /** Represents a DoPutUpdateResult. */
                class DoPutUpdateResult {

                    /**
                     * Constructs a new DoPutUpdateResult.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.DoPutUpdateResult.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** DoPutUpdateResult recordCount. */
                    recordCount: number;

                    /**
                     * Creates a new DoPutUpdateResult instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns DoPutUpdateResult instance
                     */
                    static create(properties: arrow.flight.protocol.sql.DoPutUpdateResult.$Shape): arrow.flight.protocol.sql.DoPutUpdateResult & arrow.flight.protocol.sql.DoPutUpdateResult.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.DoPutUpdateResult.$Properties): arrow.flight.protocol.sql.DoPutUpdateResult;

                    /**
                     * Encodes the specified DoPutUpdateResult message. Does not implicitly {@link arrow.flight.protocol.sql.DoPutUpdateResult.verify|verify} messages.
                     * @param message DoPutUpdateResult message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.DoPutUpdateResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a DoPutUpdateResult message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.DoPutUpdateResult & arrow.flight.protocol.sql.DoPutUpdateResult.$Shape} DoPutUpdateResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.DoPutUpdateResult & arrow.flight.protocol.sql.DoPutUpdateResult.$Shape;

                    /**
                     * Gets the type url for DoPutUpdateResult
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace DoPutUpdateResult {

                    /** Properties of a DoPutUpdateResult. */
                    interface $Properties {

                        /** DoPutUpdateResult recordCount */
                        recordCount?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a DoPutUpdateResult. */
                    type $Shape = arrow.flight.protocol.sql.DoPutUpdateResult.$Properties;
                }

                /**
                 * Properties of a DoPutPreparedStatementResult.
                 * @deprecated Use arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Properties instead.
                 */
                interface IDoPutPreparedStatementResult extends arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Properties {
                }

                /** Represents a DoPutPreparedStatementResult. */
                class DoPutPreparedStatementResult {

                    /**
                     * Constructs a new DoPutPreparedStatementResult.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** DoPutPreparedStatementResult preparedStatementHandle. */
                    preparedStatementHandle?: (Uint8Array|null);

                    /**
                     * Creates a new DoPutPreparedStatementResult instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns DoPutPreparedStatementResult instance
                     */
                    static create(properties: arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Shape): arrow.flight.protocol.sql.DoPutPreparedStatementResult & arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Properties): arrow.flight.protocol.sql.DoPutPreparedStatementResult;

                    /**
                     * Encodes the specified DoPutPreparedStatementResult message. Does not implicitly {@link arrow.flight.protocol.sql.DoPutPreparedStatementResult.verify|verify} messages.
                     * @param message DoPutPreparedStatementResult message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a DoPutPreparedStatementResult message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.DoPutPreparedStatementResult & arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Shape} DoPutPreparedStatementResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.DoPutPreparedStatementResult & arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Shape;

                    /**
                     * Gets the type url for DoPutPreparedStatementResult
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace DoPutPreparedStatementResult {

                    /** Properties of a DoPutPreparedStatementResult. */
                    interface $Properties {

                        /** DoPutPreparedStatementResult preparedStatementHandle */
                        preparedStatementHandle?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a DoPutPreparedStatementResult. */
                    type $Shape = arrow.flight.protocol.sql.DoPutPreparedStatementResult.$Properties;
                }

                /**
                 * Properties of an ActionCancelQueryRequest.
                 * @deprecated Use arrow.flight.protocol.sql.ActionCancelQueryRequest.$Properties instead.
                 */
                interface IActionCancelQueryRequest extends arrow.flight.protocol.sql.ActionCancelQueryRequest.$Properties {
                }

                /** Represents an ActionCancelQueryRequest. */
                class ActionCancelQueryRequest {

                    /**
                     * Constructs a new ActionCancelQueryRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionCancelQueryRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionCancelQueryRequest info. */
                    info: Uint8Array;

                    /**
                     * Creates a new ActionCancelQueryRequest instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionCancelQueryRequest instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionCancelQueryRequest.$Shape): arrow.flight.protocol.sql.ActionCancelQueryRequest & arrow.flight.protocol.sql.ActionCancelQueryRequest.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionCancelQueryRequest.$Properties): arrow.flight.protocol.sql.ActionCancelQueryRequest;

                    /**
                     * Encodes the specified ActionCancelQueryRequest message. Does not implicitly {@link arrow.flight.protocol.sql.ActionCancelQueryRequest.verify|verify} messages.
                     * @param message ActionCancelQueryRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionCancelQueryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionCancelQueryRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionCancelQueryRequest & arrow.flight.protocol.sql.ActionCancelQueryRequest.$Shape} ActionCancelQueryRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionCancelQueryRequest & arrow.flight.protocol.sql.ActionCancelQueryRequest.$Shape;

                    /**
                     * Gets the type url for ActionCancelQueryRequest
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionCancelQueryRequest {

                    /** Properties of an ActionCancelQueryRequest. */
                    interface $Properties {

                        /** ActionCancelQueryRequest info */
                        info?: (Uint8Array|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionCancelQueryRequest. */
                    type $Shape = arrow.flight.protocol.sql.ActionCancelQueryRequest.$Properties;
                }

                /**
                 * Properties of an ActionCancelQueryResult.
                 * @deprecated Use arrow.flight.protocol.sql.ActionCancelQueryResult.$Properties instead.
                 */
                interface IActionCancelQueryResult extends arrow.flight.protocol.sql.ActionCancelQueryResult.$Properties {
                }

                /** Represents an ActionCancelQueryResult. */
                class ActionCancelQueryResult {

                    /**
                     * Constructs a new ActionCancelQueryResult.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: arrow.flight.protocol.sql.ActionCancelQueryResult.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ActionCancelQueryResult result. */
                    result: arrow.flight.protocol.sql.ActionCancelQueryResult.CancelResult;

                    /**
                     * Creates a new ActionCancelQueryResult instance using the specified properties.
                     * @param [properties] Properties to set
                     * @returns ActionCancelQueryResult instance
                     */
                    static create(properties: arrow.flight.protocol.sql.ActionCancelQueryResult.$Shape): arrow.flight.protocol.sql.ActionCancelQueryResult & arrow.flight.protocol.sql.ActionCancelQueryResult.$Shape;
                    static create(properties?: arrow.flight.protocol.sql.ActionCancelQueryResult.$Properties): arrow.flight.protocol.sql.ActionCancelQueryResult;

                    /**
                     * Encodes the specified ActionCancelQueryResult message. Does not implicitly {@link arrow.flight.protocol.sql.ActionCancelQueryResult.verify|verify} messages.
                     * @param message ActionCancelQueryResult message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: arrow.flight.protocol.sql.ActionCancelQueryResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes an ActionCancelQueryResult message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {arrow.flight.protocol.sql.ActionCancelQueryResult & arrow.flight.protocol.sql.ActionCancelQueryResult.$Shape} ActionCancelQueryResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arrow.flight.protocol.sql.ActionCancelQueryResult & arrow.flight.protocol.sql.ActionCancelQueryResult.$Shape;

                    /**
                     * Gets the type url for ActionCancelQueryResult
                     * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
                     * @returns The type url
                     */
                    static getTypeUrl(prefix?: string): string;
                }

                namespace ActionCancelQueryResult {

                    /** Properties of an ActionCancelQueryResult. */
                    interface $Properties {

                        /** ActionCancelQueryResult result */
                        result?: (arrow.flight.protocol.sql.ActionCancelQueryResult.CancelResult|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of an ActionCancelQueryResult. */
                    type $Shape = arrow.flight.protocol.sql.ActionCancelQueryResult.$Properties;

                    /** CancelResult enum. */
                    enum CancelResult {

                        /** CANCEL_RESULT_UNSPECIFIED value */
                        CANCEL_RESULT_UNSPECIFIED = 0,

                        /** CANCEL_RESULT_CANCELLED value */
                        CANCEL_RESULT_CANCELLED = 1,

                        /** CANCEL_RESULT_CANCELLING value */
                        CANCEL_RESULT_CANCELLING = 2,

                        /** CANCEL_RESULT_NOT_CANCELLABLE value */
                        CANCEL_RESULT_NOT_CANCELLABLE = 3
                    }
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
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

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

        /**
         * Properties of an Any.
         * @deprecated Use google.protobuf.Any.$Properties instead.
         */
        interface IAny extends google.protobuf.Any.$Properties {
        }

        /** Represents an Any. */
        class Any {

            /**
             * Constructs a new Any.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Any.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Any type_url. */
            type_url: string;

            /** Any value. */
            value: Uint8Array;

            /**
             * Creates a new Any instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Any instance
             */
            static create(properties: google.protobuf.Any.$Shape): google.protobuf.Any & google.protobuf.Any.$Shape;
            static create(properties?: google.protobuf.Any.$Properties): google.protobuf.Any;

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @param message Any message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Any.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Any & google.protobuf.Any.$Shape;

            /**
             * Gets the type url for Any
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Any {

            /** Properties of an Any. */
            interface $Properties {

                /** Any type_url */
                type_url?: (string|null);

                /** Any value */
                value?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Any. */
            type $Shape = google.protobuf.Any.$Properties;
        }
    }
}
