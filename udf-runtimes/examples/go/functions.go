package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// started counts how often the server was.
var started atomic.Int32

var (
	int32Type  = arrow.PrimitiveTypes.Int32
	int64Type  = arrow.PrimitiveTypes.Int64
	doubleType = arrow.PrimitiveTypes.Float64
	textType   = arrow.BinaryTypes.String
)

func field(name string, dataType arrow.DataType) arrow.Field {
	return arrow.Field{Name: name, Type: dataType, Nullable: true}
}

func fields(all ...arrow.Field) []arrow.Field { return all }

// allFunctions are those of ../../conformance/FUNCTIONS.md.
func allFunctions() []*function {
	all := append(append(scalars(), tables()...), aggregates()...)
	for name, echoed := range echoTypes() {
		all = append(all, scalar("echo_"+name, fields(echoed), echoed, func(_ *callContext, arguments []arrow.Array, _ int) (arrow.Array, error) {
			arguments[0].Retain()
			return arguments[0], nil
		}).with(func(f *function) { f.echo = true }))
	}
	return all
}

func scalar(name string, arguments []arrow.Field, result arrow.Field, evaluate func(*callContext, []arrow.Array, int) (arrow.Array, error)) *function {
	return &function{
		name: name, kind: "scalar", nulls: "propagate", volatility: "immutable", repeatable: true,
		arguments: arguments, results: fields(result), evaluate: evaluate,
	}
}

func (f *function) with(change func(*function)) *function {
	change(f)
	return f
}

func volatile(f *function) { f.volatility, f.repeatable = "volatile", false }

func ints(rowOf func(c *callContext, value int32) (int32, error)) func(*callContext, []arrow.Array, int) (arrow.Array, error) {
	return byRow(int32Type, func(c *callContext, arguments []arrow.Array, row int, out array.Builder) error {
		value, err := rowOf(c, arguments[0].(*array.Int32).Value(row))
		if err == nil {
			out.(*array.Int32Builder).Append(value)
		}
		return err
	})
}

func texts(rowOf func(c *callContext, value string) (string, bool)) func(*callContext, []arrow.Array, int) (arrow.Array, error) {
	return byRow(textType, func(c *callContext, arguments []arrow.Array, row int, out array.Builder) error {
		if value, known := rowOf(c, arguments[0].(*array.String).Value(row)); known {
			out.(*array.StringBuilder).Append(value)
		} else {
			out.AppendNull()
		}
		return nil
	})
}

func badValue(value int32) error {
	if value == 7 {
		return errors.New("bad value 7")
	}
	return nil
}

func scalars() []*function {
	value, text := fields(field("value", int32Type)), fields(field("text", textType))
	number, words := field("value", int32Type), field("value", textType)
	return []*function{
		scalar("add", fields(field("a", int64Type), field("b", int64Type)), field("value", int64Type), byRow(int64Type, add)),
		scalar("upper", text, words, texts(func(_ *callContext, value string) (string, bool) { return strings.ToUpper(value), true })),
		scalar("answer", nil, number, constant(func() int32 { return 42 })),
		scalar("is_null", value, number, isNull).with(func(f *function) { f.nulls = "call" }),
		scalar("fail_on", value, number, ints(func(_ *callContext, value int32) (int32, error) { return value, badValue(value) })),
		scalar("fail_batch_on", value, number, failBatchOn),
		scalar("sleep_ms", value[:0:0], number, ints(sleep)).with(volatile).with(func(f *function) { f.arguments = fields(field("ms", int32Type)) }),
		scalar("context", fields(field("name", textType)), words, texts(known)).with(func(f *function) { f.volatility = "stable" }),
		scalar("log_text", text, words, texts(func(_ *callContext, value string) (string, bool) { fmt.Println(value); return value, true })).with(volatile),
		scalar("started", nil, number, constant(started.Load)),
		scalar("process_id", nil, field("value", int64Type), processID).with(volatile),
		scalar("crash_on", value, number, ints(func(_ *callContext, value int32) (int32, error) {
			if value == 7 {
				os.Exit(1)
			}
			return value, nil
		})).with(volatile),
		scalar("crash_once", fields(field("path", textType)), number, byRow(int32Type, crashOnce)),
	}
}

func add(_ *callContext, arguments []arrow.Array, row int, out array.Builder) error {
	out.(*array.Int64Builder).Append(arguments[0].(*array.Int64).Value(row) + arguments[1].(*array.Int64).Value(row))
	return nil
}

func constant(value func() int32) func(*callContext, []arrow.Array, int) (arrow.Array, error) {
	return byRow(int32Type, func(_ *callContext, _ []arrow.Array, _ int, out array.Builder) error {
		out.(*array.Int32Builder).Append(value())
		return nil
	})
}

func processID(_ *callContext, _ []arrow.Array, rows int) (arrow.Array, error) {
	out := array.NewInt64Builder(memory_)
	defer out.Release()
	for range rows {
		out.Append(int64(os.Getpid()))
	}
	return out.NewArray(), nil
}

func isNull(_ *callContext, arguments []arrow.Array, rows int) (arrow.Array, error) {
	out := array.NewInt32Builder(memory_)
	defer out.Release()
	for row := range rows {
		out.Append(map[bool]int32{true: 1}[arguments[0].IsNull(row)])
	}
	return out.NewArray(), nil
}

func failBatchOn(_ *callContext, arguments []arrow.Array, rows int) (arrow.Array, error) {
	values := arguments[0].(*array.Int32)
	for row := range rows {
		if values.IsValid(row) && values.Value(row) == 7 {
			return nil, errors.New("bad batch")
		}
	}
	values.Retain()
	return values, nil
}

func sleep(c *callContext, milliseconds int32) (int32, error) {
	select {
	case <-time.After(time.Duration(milliseconds) * time.Millisecond):
		return milliseconds, nil
	case <-c.Done():
		return 0, c.Err()
	}
}

func known(c *callContext, name string) (string, bool) {
	switch name {
	case "query":
		return c.query, c.query != ""
	case "user":
		return c.user, c.user != ""
	}
	value, found := c.options[name]
	return value, found
}

func crashOnce(_ *callContext, arguments []arrow.Array, row int, out array.Builder) error {
	file, err := os.OpenFile(arguments[0].(*array.String).Value(row), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err == nil {
		file.Close()
		os.Exit(1)
	}
	if !os.IsExist(err) {
		return err
	}
	out.(*array.Int32Builder).Append(1)
	return nil
}

func table(name string, arguments, results []arrow.Field, rows func(*callContext, []arrow.Array, int) (iter.Seq[[]any], error)) *function {
	return &function{
		name: name, kind: "table", nulls: "propagate", volatility: "immutable", repeatable: true,
		arguments: arguments, results: results, rows: rows,
	}
}

func one(values ...any) iter.Seq[[]any] {
	return func(yield func([]any) bool) { yield(values) }
}

func tables() []*function {
	value := fields(field("value", int32Type))
	return []*function{
		table("split", fields(field("text", textType), field("separator", textType)), fields(field("part", textType), field("position", int32Type)), split),
		table("series", fields(field("n", int32Type)), fields(field("i", int32Type)), series),
		table("number_rows", fields(field("value", int64Type)), fields(field("value", int64Type), field("batch", int32Type)),
			func(c *callContext, arguments []arrow.Array, row int) (iter.Seq[[]any], error) {
				return one(arguments[0].(*array.Int64).Value(row), c.batch), nil
			}).with(volatile),
		table("fail_rows", value, value, func(_ *callContext, arguments []arrow.Array, row int) (iter.Seq[[]any], error) {
			value := arguments[0].(*array.Int32).Value(row)
			return one(value), badValue(value)
		}),
	}
}

func split(_ *callContext, arguments []arrow.Array, row int) (iter.Seq[[]any], error) {
	parts := strings.Split(arguments[0].(*array.String).Value(row), arguments[1].(*array.String).Value(row))
	return func(yield func([]any) bool) {
		for i, part := range parts {
			if !yield([]any{part, int32(i + 1)}) {
				return
			}
		}
	}, nil
}

func series(_ *callContext, arguments []arrow.Array, row int) (iter.Seq[[]any], error) {
	n := arguments[0].(*array.Int32).Value(row)
	return func(yield func([]any) bool) {
		for i := range n {
			if !yield([]any{i}) {
				return
			}
		}
	}, nil
}

func aggregates() []*function {
	aggregate := func(name string, arguments []arrow.Field, result arrow.DataType, newState func() state) *function {
		return &function{
			name: name, kind: "aggregate", nulls: "propagate", volatility: "immutable", repeatable: true,
			arguments: arguments, results: fields(field("value", result)), newState: newState,
		}
	}
	value := field("value", doubleType)
	return []*function{
		aggregate("sum_squares", fields(value), doubleType, func() state { return &sumSquares{} }),
		aggregate("weighted_average", fields(value, field("weight", doubleType)), doubleType, func() state { return &weightedAverage{} }),
		aggregate("join_sorted", fields(field("text", textType)), textType, func() state { return &joinSorted{} }),
		aggregate("count_rows", nil, int64Type, func() state { return &count{} }),
		aggregate("fail_sum", fields(field("value", int32Type)), int64Type, func() state { return &failSum{} }),
	}
}

var errState = errors.New("the bytes are no state of this aggregate")

// numbers are states of a fixed number of 64-bit values.
func encodeNumbers(values any) []byte {
	var out bytes.Buffer
	_ = binary.Write(&out, binary.LittleEndian, values)
	return out.Bytes()
}

func decodeNumbers(encoded []byte, into any) error {
	if len(encoded) != binary.Size(into) {
		return errState
	}
	return binary.Read(bytes.NewReader(encoded), binary.LittleEndian, into)
}

type sumSquares struct{ Sum float64 }

func (s *sumSquares) update(arguments []arrow.Array, row int) error {
	s.Sum += math.Pow(arguments[0].(*array.Float64).Value(row), 2)
	return nil
}
func (s *sumSquares) merge(encoded []byte) error {
	var other sumSquares
	err := decodeNumbers(encoded, &other)
	s.Sum += other.Sum
	return err
}
func (s *sumSquares) encode() []byte           { return encodeNumbers(s) }
func (s *sumSquares) finish(out array.Builder) { out.(*array.Float64Builder).Append(s.Sum) }

type weightedAverage struct{ Sum, Weight float64 }

func (s *weightedAverage) update(arguments []arrow.Array, row int) error {
	weight := arguments[1].(*array.Float64).Value(row)
	s.Sum += weight * arguments[0].(*array.Float64).Value(row)
	s.Weight += weight
	return nil
}
func (s *weightedAverage) merge(encoded []byte) error {
	var other weightedAverage
	err := decodeNumbers(encoded, &other)
	s.Sum += other.Sum
	s.Weight += other.Weight
	return err
}
func (s *weightedAverage) encode() []byte { return encodeNumbers(s) }
func (s *weightedAverage) finish(out array.Builder) {
	if s.Weight == 0 {
		out.AppendNull()
	} else {
		out.(*array.Float64Builder).Append(s.Sum / s.Weight)
	}
}

type joinSorted struct{ texts []string }

func (s *joinSorted) put(text string) {
	if at, found := slices.BinarySearch(s.texts, text); !found {
		s.texts = slices.Insert(s.texts, at, text)
	}
}
func (s *joinSorted) update(arguments []arrow.Array, row int) error {
	s.put(strings.Clone(arguments[0].(*array.String).Value(row)))
	return nil
}
func (s *joinSorted) merge(encoded []byte) error {
	var texts []string
	if json.Unmarshal(encoded, &texts) != nil {
		return errState
	}
	for _, text := range texts {
		s.put(text)
	}
	return nil
}
func (s *joinSorted) encode() []byte {
	encoded, _ := json.Marshal(s.texts)
	return encoded
}
func (s *joinSorted) finish(out array.Builder) {
	if len(s.texts) == 0 {
		out.AppendNull()
	} else {
		out.(*array.StringBuilder).Append(strings.Join(s.texts, ","))
	}
}

type count struct{ Count int64 }

func (s *count) update([]arrow.Array, int) error {
	s.Count++
	return nil
}
func (s *count) merge(encoded []byte) error {
	var other count
	err := decodeNumbers(encoded, &other)
	s.Count += other.Count
	return err
}
func (s *count) encode() []byte           { return encodeNumbers(s) }
func (s *count) finish(out array.Builder) { out.(*array.Int64Builder).Append(s.Count) }

type failSum struct{ count }

func (s *failSum) update(arguments []arrow.Array, row int) error {
	value := arguments[0].(*array.Int32).Value(row)
	s.Count += int64(value)
	return badValue(value)
}
