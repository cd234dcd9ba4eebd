package main

import "github.com/apache/arrow-go/v18/arrow"

const microseconds = arrow.Microsecond

// echoTypes are the types of ../../conformance/FUNCTIONS.md as ../../PROTOCOL.md §7 has them.
func echoTypes() map[string]arrow.Field {
	pair := arrow.StructOf(field("a", int32Type), field("b", textType))
	types := map[string]arrow.DataType{
		"boolean": arrow.FixedWidthTypes.Boolean,
		"tinyint": arrow.PrimitiveTypes.Int8, "smallint": arrow.PrimitiveTypes.Int16, "integer": int32Type, "bigint": int64Type,
		"utinyint": arrow.PrimitiveTypes.Uint8, "usmallint": arrow.PrimitiveTypes.Uint16,
		"uinteger": arrow.PrimitiveTypes.Uint32, "ubigint": arrow.PrimitiveTypes.Uint64,
		"hugeint": &arrow.Decimal128Type{Precision: 38},
		"decimal": &arrow.Decimal128Type{Precision: 18, Scale: 3}, "decimal38": &arrow.Decimal128Type{Precision: 38, Scale: 10},
		"float": arrow.PrimitiveTypes.Float32, "double": doubleType,
		"varchar": textType, "blob": arrow.BinaryTypes.Binary, "json": textType, "uuid": textType, "enum": textType,
		"date": arrow.FixedWidthTypes.Date32, "time": &arrow.Time64Type{Unit: microseconds},
		"timestamp": &arrow.TimestampType{Unit: microseconds}, "timestamp_s": &arrow.TimestampType{Unit: arrow.Second},
		"timestamp_ms": &arrow.TimestampType{Unit: arrow.Millisecond}, "timestamp_ns": &arrow.TimestampType{Unit: arrow.Nanosecond},
		"timestamptz": &arrow.TimestampType{Unit: microseconds, TimeZone: "UTC"},
		"interval":    arrow.FixedWidthTypes.MonthDayNanoInterval,
		"list":        arrow.ListOf(int32Type), "texts": arrow.ListOf(textType), "array": arrow.FixedSizeListOf(3, int32Type),
		"struct": pair, "map": arrow.MapOf(textType, int32Type), "structs": arrow.ListOf(pair),
	}
	extensions := map[string][]string{
		"hugeint": {"arbalest.hugeint"}, "json": {"arrow.json"}, "uuid": {"arbalest.uuid"}, "enum": {"arbalest.enum", `["red", "green", "blue"]`},
	}
	echoed := map[string]arrow.Field{}
	for name, dataType := range types {
		of := field("value", dataType)
		keys := []string{"ARROW:extension:name", "ARROW:extension:metadata"}
		if extension := extensions[name]; extension != nil {
			of.Metadata = arrow.NewMetadata(keys[:len(extension)], extension)
		}
		echoed[name] = of
	}
	return echoed
}
