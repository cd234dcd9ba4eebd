package main

import (
	"context"
	"encoding/json"

	"github.com/apache/arrow-adbc/go/adbc"
	"github.com/apache/arrow-go/v18/arrow/array"
)

var metadata = []check{
	{"info", info},
	{"objects", objects},
	{"table_schema", tableSchema},
	{"table_types", tableTypes},
}

func info(place *Place) ([][]*string, error) {
	reader, err := place.connection.GetInfo(context.Background(), []adbc.InfoCode{adbc.InfoVendorName})
	if err != nil {
		return nil, err
	}
	defer reader.Release()
	rows, err := text(reader)
	if err != nil {
		return nil, err
	}
	var value any
	if err := json.Unmarshal([]byte(*rows[0][1]), &value); err != nil {
		return nil, err
	}
	return nil, same(value, []any{0.0, "Arbalest"})
}

func objects(place *Place) ([][]*string, error) {
	files, pattern := "files", "recent%"
	reader, err := place.connection.GetObjects(context.Background(), adbc.ObjectDepthTables, &files, nil, &pattern, nil, nil)
	if err != nil {
		return nil, err
	}
	defer reader.Release()
	names := []string{}
	for reader.Next() {
		schemas := reader.RecordBatch().Column(1).(*array.List).ListValues().(*array.Struct)
		tables := schemas.Field(1).(*array.List).ListValues().(*array.Struct)
		for i := range tables.Len() {
			names = append(names, tables.Field(0).ValueStr(i)+" "+tables.Field(1).ValueStr(i))
		}
	}
	if reader.Err() != nil {
		return nil, reader.Err()
	}
	return nil, same(names, []string{"recent_orders VIEW"})
}

func tableSchema(place *Place) ([][]*string, error) {
	schema, err := place.connection.GetTableSchema(context.Background(), nil, nil, "orders")
	if err != nil {
		return nil, err
	}
	types := []string{}
	for _, field := range schema.Fields() {
		types = append(types, field.Name+" "+field.Type.String())
	}
	return nil, same(types, []string{"id int64", "customer utf8", "amount decimal(12, 2)", "score float64", "ordered_at timestamp[us]", "day date32", "paid bool"})
}

func tableTypes(place *Place) ([][]*string, error) {
	reader, err := place.connection.GetTableTypes(context.Background())
	if err != nil {
		return nil, err
	}
	defer reader.Release()
	rows, err := text(reader)
	if err != nil {
		return nil, err
	}
	return nil, same([]string{*rows[0][0], *rows[1][0]}, []string{"TABLE", "VIEW"})
}
