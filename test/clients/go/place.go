package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"

	"github.com/apache/arrow-adbc/go/adbc"
	"github.com/apache/arrow-adbc/go/adbc/driver/flightsql"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

// Place is a connection to the cluster.
type Place struct {
	database   adbc.Database
	connection adbc.Connection
	report     *bufio.Writer
	replies    *bufio.Scanner
}

func placeFromEnvironment(report *bufio.Writer) (*Place, error) {
	options := map[string]string{adbc.OptionKeyURI: os.Getenv("FLIGHT_URI")}
	if user, ok := os.LookupEnv("FLIGHT_USER"); ok {
		options[adbc.OptionKeyUsername] = user
		options[adbc.OptionKeyPassword] = os.Getenv("FLIGHT_PASSWORD")
	}
	if file, ok := os.LookupEnv("FLIGHT_AUTHORITY"); ok {
		pem, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		options[flightsql.OptionSSLRootCerts] = string(pem)
	}
	database, err := flightsql.NewDriver(memory.DefaultAllocator).NewDatabase(options)
	if err != nil {
		return nil, err
	}
	connection, err := database.Open(context.Background())
	replies := bufio.NewScanner(os.Stdin)
	// The place again, which stands in the environment too.
	replies.Scan()
	return &Place{database, connection, report, replies}, err
}

func (place *Place) close() {
	_ = errors.Join(place.connection.Close(), place.database.Close())
}

// with gives a statement that is closed afterwards.
func (place *Place) with(use func(statement adbc.Statement) error) error {
	statement, err := place.connection.NewStatement()
	if err != nil {
		return err
	}
	return errors.Join(use(statement), statement.Close())
}

// expectCancelled asks whoever started the program whether the cluster shows the statement as cancelled, while this client still holds its connection.
func (place *Place) expectCancelled(sql string) error {
	line, err := json.Marshal(map[string]string{"cancelled": sql})
	if err != nil {
		return err
	}
	fmt.Fprintln(place.report, string(line))
	if err := place.report.Flush(); err != nil {
		return err
	}
	place.replies.Scan()
	return same(place.replies.Text(), "yes")
}

// rows runs a query and reads all of its values as text.
func (place *Place) rows(sql string) (rows [][]*string, err error) {
	err = place.with(func(statement adbc.Statement) error {
		if err := statement.SetSqlQuery(sql); err != nil {
			return err
		}
		rows, err = read(statement)
		return err
	})
	return rows, err
}

func (place *Place) update(sql string) (count int64, err error) {
	err = place.with(func(statement adbc.Statement) error {
		if err := statement.SetSqlQuery(sql); err != nil {
			return err
		}
		count, err = statement.ExecuteUpdate(context.Background())
		return err
	})
	return count, err
}

func read(statement adbc.Statement) ([][]*string, error) {
	reader, _, err := statement.ExecuteQuery(context.Background())
	if err != nil {
		return nil, err
	}
	defer reader.Release()
	return text(reader)
}

func text(reader array.RecordReader) ([][]*string, error) {
	rows := [][]*string{}
	for reader.Next() {
		record := reader.RecordBatch()
		for i := range int(record.NumRows()) {
			row := make([]*string, record.NumCols())
			for j, column := range record.Columns() {
				if column.IsValid(i) {
					value := column.ValueStr(i)
					row[j] = &value
				}
			}
			rows = append(rows, row)
		}
	}
	return rows, reader.Err()
}

func same(actual, expected any) error {
	if reflect.DeepEqual(actual, expected) {
		return nil
	}
	return fmt.Errorf("expected %v, met %v", expected, actual)
}
