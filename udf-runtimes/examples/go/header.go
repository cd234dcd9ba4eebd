package main

import (
	"encoding/binary"
	"fmt"
)

const headerBytes = 48

const (
	kindBatch  = 1
	kindShared = 2
	kindError  = 3

	flagLast       = 1
	flagRowsFailed = 2
)

// batchHeader is what comes before each batch of the caller.
type batchHeader struct {
	kind                  byte
	id                    uint64
	offset, length        uint64
	roomOffset, roomBytes uint64
}

func readHeader(bytes []byte) (batchHeader, error) {
	if len(bytes) < headerBytes {
		return batchHeader{}, fmt.Errorf("a batch header has %d bytes; wanted are %d", len(bytes), headerBytes)
	}
	u64 := func(at int) uint64 { return binary.LittleEndian.Uint64(bytes[at:]) }
	header := batchHeader{bytes[1], u64(8), u64(16), u64(24), u64(32), u64(40)}
	if bytes[0] != 1 {
		return header, fmt.Errorf("a batch header of version %d; wanted is 1", bytes[0])
	}
	if header.kind != kindBatch && header.kind != kindShared {
		return header, fmt.Errorf("a batch of kind %d; wanted are 1 and 2", header.kind)
	}
	return header, nil
}

type answerHeader struct {
	kind           byte
	flags          uint16
	rows           int
	id             uint64
	offset, length uint64
	cpuMicros      uint64
}

func (h answerHeader) bytes() []byte {
	bytes := make([]byte, headerBytes)
	bytes[0], bytes[1] = 1, h.kind
	binary.LittleEndian.PutUint16(bytes[2:], h.flags)
	binary.LittleEndian.PutUint32(bytes[4:], uint32(h.rows))
	for i, value := range []uint64{h.id, h.offset, h.length, h.cpuMicros} {
		binary.LittleEndian.PutUint64(bytes[8+8*i:], value)
	}
	return bytes
}
