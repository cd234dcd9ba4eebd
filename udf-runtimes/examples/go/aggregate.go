package main

import (
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

func isAggregateOperation(operation string) bool {
	return operation == "complete" || operation == "update" || operation == "merge" || operation == "finish"
}

func (f *function) acceptsGroups(operation string, input []arrow.Field) error {
	if len(input) != 1 || input[0].Type.ID() != arrow.LIST {
		return fmt.Errorf("%s of %s takes one column of lists", operation, f.name)
	}
	item := input[0].Type.(*arrow.ListType).Elem()
	if operation == "merge" || operation == "finish" {
		if item.ID() != arrow.BINARY {
			return fmt.Errorf("%s of %s takes lists of Binary, the call has %s", operation, f.name, input[0].Type)
		}
		return nil
	}
	items := []arrow.Field{{Type: item}}
	if len(f.arguments) > 1 {
		of, ok := item.(*arrow.StructType)
		if !ok || of.NumFields() != len(f.arguments) {
			return fmt.Errorf("%s of %s takes lists of a struct of %d members, the call has %s", operation, f.name, len(f.arguments), input[0].Type)
		}
		items = of.Fields()
	}
	for i, argument := range f.arguments {
		if !sameType(argument.Type, items[i].Type) {
			return fmt.Errorf("argument %s of %s has the type %s, the call has %s", argument.Name, f.name, argument.Type, items[i].Type)
		}
	}
	return nil
}

// aggregate does an operation for each row of the groups, each of which is a list.
func (f *function) aggregate(operation string, groups *array.List, rows int) (arrow.Array, error) {
	result := f.result(operation, nil).Type
	out := array.NewBuilder(memory_, result)
	defer out.Release()
	items := f.columns(operation, groups.ListValues())
	for group := range rows {
		state := f.newState()
		if !groups.IsNull(group) {
			start, end := groups.ValueOffsets(group)
			if err := f.gather(operation, state, items, int(start), int(end)); err != nil {
				return nil, &rowError{group, err}
			}
		}
		if operation == "update" || operation == "merge" {
			out.(*array.BinaryBuilder).Append(state.encode())
		} else {
			state.finish(out)
		}
	}
	return out.NewArray(), nil
}

// columns are the arguments of the function as they lie in the lists.
func (f *function) columns(operation string, items arrow.Array) []arrow.Array {
	if operation == "merge" || operation == "finish" || len(f.arguments) == 1 {
		return []arrow.Array{items}
	}
	if len(f.arguments) == 0 {
		return nil
	}
	of := items.(*array.Struct)
	columns := make([]arrow.Array, of.NumField())
	for i := range columns {
		columns[i] = of.Field(i)
	}
	return columns
}

func (f *function) gather(operation string, state state, items []arrow.Array, start, end int) error {
	for i := start; i < end; i++ {
		var err error
		switch {
		case anyNull(items, i):
		case operation == "merge" || operation == "finish":
			err = state.merge(items[0].(*array.Binary).Value(i))
		default:
			err = state.update(items, i)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
