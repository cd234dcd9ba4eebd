package main

import (
	"encoding/binary"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

var memory_ = memory.DefaultAllocator

// sameType compares types without the names of what is in a list or a map.
func sameType(a, b arrow.DataType) bool {
	if a.ID() != b.ID() {
		return false
	}
	switch a := a.(type) {
	case *arrow.ListType:
		return sameType(a.Elem(), b.(*arrow.ListType).Elem())
	case *arrow.FixedSizeListType:
		return a.Len() == b.(*arrow.FixedSizeListType).Len() && sameType(a.Elem(), b.(*arrow.FixedSizeListType).Elem())
	case *arrow.MapType:
		of := b.(*arrow.MapType)
		return sameType(a.KeyType(), of.KeyType()) && sameType(a.ItemType(), of.ItemType())
	case *arrow.StructType:
		of := b.(*arrow.StructType)
		if a.NumFields() != of.NumFields() {
			return false
		}
		for i, field := range a.Fields() {
			if field.Name != of.Field(i).Name || !sameType(field.Type, of.Field(i).Type) {
				return false
			}
		}
		return true
	}
	return arrow.TypeEqual(a, b)
}

// schemaMessage is the flatbuffer, as a frame's data_header holds it.
func schemaMessage(fields []arrow.Field) []byte {
	payload := ipc.GetSchemaPayload(arrow.NewSchema(fields, nil), memory_)
	defer payload.Release()
	meta := payload.Meta()
	defer meta.Release()
	return append([]byte(nil), meta.Bytes()...)
}

// encapsulated puts the prefix before a flatbuffer, and pads it so that what follows starts on a multiple of alignment, counted from base.
func encapsulated(message []byte, base, alignment int) []byte {
	end := (base + 8 + len(message) + alignment - 1) / alignment * alignment
	bytes := make([]byte, end-base)
	binary.LittleEndian.PutUint32(bytes, 0xFFFFFFFF)
	binary.LittleEndian.PutUint32(bytes[4:], uint32(len(bytes)-8))
	copy(bytes[8:], message)
	return bytes
}
