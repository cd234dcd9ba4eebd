package main

import (
	"context"

	"github.com/apache/arrow-adbc/go/adbc"
	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

var ingestion = []check{{"ingest", ingest}}

func ingest(place *Place) ([][]*string, error) {
	for _, mode := range []string{adbc.OptionValueIngestModeCreate, adbc.OptionValueIngestModeAppend} {
		if err := ingestThree(place, mode); err != nil {
			return nil, err
		}
	}
	rows, err := place.rows("SELECT count(*), sum(n), count(name) FROM from_go")
	if err != nil {
		return nil, err
	}
	if _, err := place.update("DROP TABLE from_go"); err != nil {
		return nil, err
	}
	return nil, same([]string{*rows[0][0], *rows[0][1], *rows[0][2]}, []string{"6", "12", "4"})
}

func ingestThree(place *Place, mode string) error {
	schema := arrow.NewSchema([]arrow.Field{{Name: "n", Type: arrow.PrimitiveTypes.Int64}, {Name: "name", Type: arrow.BinaryTypes.String, Nullable: true}}, nil)
	builder := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer builder.Release()
	builder.Field(0).(*array.Int64Builder).AppendValues([]int64{1, 2, 3}, nil)
	builder.Field(1).(*array.StringBuilder).AppendValues([]string{"one", "two", ""}, []bool{true, true, false})
	values := builder.NewRecordBatch()
	defer values.Release()
	return place.with(func(statement adbc.Statement) error {
		for key, value := range map[string]string{adbc.OptionKeyIngestTargetTable: "from_go", adbc.OptionKeyIngestMode: mode} {
			if err := statement.SetOption(key, value); err != nil {
				return err
			}
		}
		if err := statement.Bind(context.Background(), values); err != nil {
			return err
		}
		_, err := statement.ExecuteUpdate(context.Background())
		return err
	})
}
