package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/apache/arrow-adbc/go/adbc"
	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

var queries = []check{
	{"grouped_rows", func(place *Place) ([][]*string, error) {
		return place.rows("SELECT customer, count(*) AS n, sum(id) AS total FROM orders GROUP BY 1 ORDER BY 1")
	}},
	{"ordered_rows", func(place *Place) ([][]*string, error) {
		return place.rows("SELECT id, customer, day, paid FROM orders ORDER BY id")
	}},
	{"parameters", parameters},
	{"errors_in_statements", errorsInStatements},
	{"cancelled_context", cancelledContext},
}

// Longer than any test, and without a row before its end.
const endless = "SELECT sum(sin(a.id * b.id * c.id)) AS go FROM orders a, orders b, orders c"

// parameters binds two rows: the statement runs for each of them, and the results come one after the other.
func parameters(place *Place) ([][]*string, error) {
	schema := arrow.NewSchema([]arrow.Field{{Name: "id", Type: arrow.PrimitiveTypes.Int64}, {Name: "customer", Type: arrow.BinaryTypes.String}}, nil)
	builder := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer builder.Release()
	builder.Field(0).(*array.Int64Builder).AppendValues([]int64{10, 100}, nil)
	builder.Field(1).(*array.StringBuilder).AppendValues([]string{"customer 3", "customer 2"}, nil)
	values := builder.NewRecordBatch()
	defer values.Release()
	return nil, place.with(func(statement adbc.Statement) error {
		if err := statement.SetSqlQuery("SELECT id, customer FROM orders WHERE id = ? AND customer = ?"); err != nil {
			return err
		}
		if err := statement.Prepare(context.Background()); err != nil {
			return err
		}
		if err := statement.Bind(context.Background(), values); err != nil {
			return err
		}
		rows, err := read(statement)
		if err != nil {
			return err
		}
		joined := []string{}
		for _, row := range rows {
			joined = append(joined, *row[0]+" "+*row[1])
		}
		return same(joined, []string{"10 customer 3", "100 customer 2"})
	})
}

func errorsInStatements(place *Place) ([][]*string, error) {
	_, err := place.rows("SELECT * FROM nowhere")
	failure := adbc.Error{}
	if errors.As(err, &failure) && failure.Code == adbc.StatusNotFound && strings.Contains(failure.Msg, "nowhere") {
		return nil, nil
	}
	return nil, same(err, "an error that says that nowhere was not found")
}

// cancelledContext gives a statement up that still runs, by its context as Go programs do it.
func cancelledContext(place *Place) ([][]*string, error) {
	return nil, place.with(func(statement adbc.Statement) error {
		if err := statement.SetSqlQuery(endless); err != nil {
			return err
		}
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		time.AfterFunc(2*time.Second, cancel)
		reader, _, err := statement.ExecuteQuery(ctx)
		if err == nil {
			defer reader.Release()
			_, err = text(reader)
		}
		if err == nil {
			return errors.New("expected an error that says that the statement was cancelled")
		}
		return place.expectCancelled(endless)
	})
}
