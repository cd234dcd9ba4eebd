package main

import (
	"context"
	"fmt"
	"iter"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// function is one that the server offers. One of evaluate, rows and newState is set, as its kind says.
type function struct {
	name, kind, nulls, volatility string
	repeatable                    bool
	arguments, results            []arrow.Field
	// echo: the answer has the very type of its input, names within it too.
	echo     bool
	evaluate func(c *callContext, arguments []arrow.Array, rows int) (arrow.Array, error)
	// rows gives what one row of input makes: a list of values for each row of the answer.
	rows     func(c *callContext, arguments []arrow.Array, row int) (iter.Seq[[]any], error)
	newState func() state
	counts   counts
}

// callContext is what functions know about the call beside their arguments.
type callContext struct {
	context.Context
	query, user string
	options     map[string]string
	// batch counts the batches of the stream, from 0.
	batch int32
}

// state of a group of an aggregate.
type state interface {
	update(arguments []arrow.Array, row int) error
	merge(encoded []byte) error
	encode() []byte
	finish(out array.Builder)
}

// rowError says which row of a batch failed.
type rowError struct {
	row int
	err error
}

func (e *rowError) Error() string { return e.err.Error() }

// byRow makes an evaluation of a function of one row; rows with a NULL are not given to it.
func byRow(result arrow.DataType, f func(c *callContext, arguments []arrow.Array, row int, out array.Builder) error) func(*callContext, []arrow.Array, int) (arrow.Array, error) {
	return func(c *callContext, arguments []arrow.Array, rows int) (arrow.Array, error) {
		out := array.NewBuilder(memory_, result)
		defer out.Release()
		for row := range rows {
			if anyNull(arguments, row) {
				out.AppendNull()
			} else if err := f(c, arguments, row, out); err != nil {
				return nil, &rowError{row, err}
			}
		}
		return out.NewArray(), nil
	}
}

func anyNull(arguments []arrow.Array, row int) bool {
	for _, argument := range arguments {
		if argument.IsNull(row) {
			return true
		}
	}
	return false
}

// tolerate evaluates a batch of which rows may fail: on halves, until those that fail are alone; from the start when no row may be called twice.
// A nil answer stands for rows that failed.
func tolerate(f *function, evaluate func([]arrow.Array, int) (arrow.Array, error), arguments []arrow.Array, rows int, messages []string) (arrow.Array, error) {
	if rows <= 1 || f.repeatable {
		answer, err := evaluate(arguments, rows)
		if err == nil {
			return answer, nil
		}
		if rows == 0 {
			return nil, err
		}
		if rows == 1 {
			messages[0] = err.Error()
			return nil, nil
		}
	}
	middle := rows / 2
	var parts []arrow.Array
	for _, part := range [][2]int{{0, middle}, {middle, rows}} {
		slices := make([]arrow.Array, len(arguments))
		for i, argument := range arguments {
			slices[i] = array.NewSlice(argument, int64(part[0]), int64(part[1]))
		}
		answer, err := tolerate(f, evaluate, slices, part[1]-part[0], messages[part[0]:part[1]])
		if err != nil {
			return nil, err
		}
		parts = append(parts, answer)
	}
	return concatenate(parts, [2]int{middle, rows - middle})
}

// concatenate puts halves together; nil stands for rows that failed.
func concatenate(parts []arrow.Array, lengths [2]int) (arrow.Array, error) {
	if parts[0] == nil && parts[1] == nil {
		return array.NewNull(lengths[0] + lengths[1]), nil
	}
	for i, part := range parts {
		other := parts[1-i]
		if part == nil || part.DataType().ID() == arrow.NULL {
			if other == nil || other.DataType().ID() == arrow.NULL {
				return array.NewNull(lengths[0] + lengths[1]), nil
			}
			parts[i] = array.MakeArrayOfNull(memory_, other.DataType(), lengths[i])
		}
	}
	return array.Concatenate(parts, memory_)
}

// evaluation is what the operation of a call does with its columns.
func (f *function) evaluation(operation string, c *callContext) func([]arrow.Array, int) (arrow.Array, error) {
	if f.kind == "aggregate" {
		return func(arguments []arrow.Array, rows int) (arrow.Array, error) {
			return f.aggregate(operation, arguments[0].(*array.List), rows)
		}
	}
	return func(arguments []arrow.Array, rows int) (arrow.Array, error) { return f.evaluate(c, arguments, rows) }
}

// result is the field that an operation answers with.
func (f *function) result(operation string, input []arrow.Field) arrow.Field {
	field := f.results[0]
	if f.echo {
		field.Type = input[0].Type
	}
	if operation == "update" || operation == "merge" {
		field = arrow.Field{Name: "state", Type: arrow.BinaryTypes.Binary}
	}
	field.Nullable = true
	return field
}

// accepts says what is wrong with the columns of a call.
func (f *function) accepts(operation string, input []arrow.Field) error {
	wanted := f.arguments
	switch {
	case f.kind != "aggregate" && operation != f.kind, f.kind == "aggregate" && !isAggregateOperation(operation):
		return fmt.Errorf("%s is of kind %s, which has no operation %q", f.name, f.kind, operation)
	case f.kind == "aggregate":
		return f.acceptsGroups(operation, input)
	case len(wanted) != len(input):
		return fmt.Errorf("%s takes %d arguments, the call has %d", f.name, len(wanted), len(input))
	}
	for i, field := range wanted {
		if !sameType(field.Type, input[i].Type) {
			return fmt.Errorf("argument %s of %s has the type %s, the call has %s", field.Name, f.name, field.Type, input[i].Type)
		}
	}
	return nil
}
