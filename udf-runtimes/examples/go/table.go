package main

import (
	"fmt"
	"iter"
	"runtime/debug"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// tableAnswer gathers rows until there are enough for one answer.
type tableAnswer struct {
	row      *array.Int32Builder
	columns  []array.Builder
	messages *array.StringBuilder
	rows     int
	bytes    int
	failed   bool
}

func (e *exchange) newTableAnswer() *tableAnswer {
	answer := &tableAnswer{row: array.NewInt32Builder(memory_), messages: array.NewStringBuilder(memory_)}
	for _, column := range e.calls[0].results {
		answer.columns = append(answer.columns, array.NewBuilder(memory_, column.Type))
	}
	return answer
}

func (a *tableAnswer) add(row int, values []any, message string) {
	a.row.Append(int32(row))
	for i, column := range a.columns {
		if values == nil {
			column.AppendNull()
		} else {
			a.bytes += appendValue(column, values[i])
		}
	}
	if message == "" {
		a.messages.AppendNull()
	} else {
		a.messages.Append(message)
		a.failed = true
	}
	a.rows++
	a.bytes += 4 + len(message)
}

// appendValue returns about how many bytes the value takes.
func appendValue(column array.Builder, value any) int {
	switch column := column.(type) {
	case *array.Int32Builder:
		column.Append(value.(int32))
		return 4
	case *array.Int64Builder:
		column.Append(value.(int64))
		return 8
	case *array.StringBuilder:
		column.Append(value.(string))
		return 4 + len(value.(string))
	}
	panic(fmt.Sprintf("no table function here makes %s", column.Type()))
}

// answerTable sends the rows that a batch makes, in answers near 8 MiB.
func (e *exchange) answerTable(header batchHeader, batch arrow.RecordBatch) error {
	call := &e.calls[0]
	defer func() { call.context.batch++ }()
	arguments := columnsOf(call, batch)
	answer := e.newTableAnswer()
	for row := range int(batch.NumRows()) {
		if anyNull(arguments, row) {
			continue
		}
		made, err := e.rowsOf(call, arguments, row)
		if err != nil && !e.tolerant {
			return e.fail(header.id, call, &rowError{row, err})
		}
		if err != nil {
			call.counts.failedRows.Add(1)
			answer.add(row, nil, err.Error())
			continue
		}
		for values := range made {
			answer.add(row, values, "")
			if answer.bytes < answerBytes {
				continue
			}
			if err := e.sendTable(header, answer, 0); err != nil {
				return err
			}
			answer = e.newTableAnswer()
		}
	}
	return e.sendTable(header, answer, flagLast)
}

func (e *exchange) rowsOf(call *call, arguments []arrow.Array, row int) (made iter.Seq[[]any], err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = &panicError{fmt.Sprint(broken), debug.Stack()}
		}
	}()
	return call.rows(call.context, arguments, row)
}

func (e *exchange) sendTable(header batchHeader, answer *tableAnswer, flags uint16) error {
	if err := e.ctx.Err(); err != nil {
		return err
	}
	columns := []arrow.Array{answer.row.NewArray()}
	for _, column := range answer.columns {
		columns = append(columns, column.NewArray())
	}
	if e.tolerant {
		columns = append(columns, answer.messages.NewArray())
	}
	if answer.failed {
		flags |= flagRowsFailed
	}
	return e.send(header, flags, columns, answer.rows)
}
