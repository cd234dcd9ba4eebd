package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

var (
	inputFolder  = os.Getenv("ARBALEST_UDF_INPUT_DIR")
	outputFolder = os.Getenv("ARBALEST_UDF_OUTPUT_DIR")
)

type sharedMemory struct {
	Input       string
	InputBytes  int
	Output      string
	OutputBytes int
	in, out     []byte
}

// open maps the two files. What goes wrong is the caller's FAILED_PRECONDITION.
func (m *sharedMemory) open() (err error) {
	if m.in, err = mapFile(inputFolder, m.Input, m.InputBytes, os.O_RDONLY, syscall.PROT_READ); err != nil {
		return err
	}
	m.out, err = mapFile(outputFolder, m.Output, m.OutputBytes, os.O_RDWR, syscall.PROT_READ|syscall.PROT_WRITE)
	return err
}

func mapFile(folder, name string, bytes, mode, protection int) ([]byte, error) {
	if folder == "" || name != filepath.Base(name) || name == "." || name == ".." {
		return nil, fmt.Errorf("there is no shared file %q", name)
	}
	file, err := os.OpenFile(filepath.Join(folder, name), mode|syscall.O_NOFOLLOW, 0)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if stat, err := file.Stat(); err != nil || stat.Size() < int64(bytes) || bytes <= 0 {
		return nil, fmt.Errorf("the shared file %q does not have the %d bytes that the call says", name, bytes)
	}
	return syscall.Mmap(int(file.Fd()), 0, bytes, protection, syscall.MAP_SHARED)
}

func (m *sharedMemory) close() {
	for _, mapping := range [][]byte{m.in, m.out} {
		if mapping != nil {
			_ = syscall.Munmap(mapping)
		}
	}
}

// message finds the flatbuffer and the body of a batch.
func (m *sharedMemory) message(offset, length uint64) (metadata, body []byte, err error) {
	total := uint64(len(m.in))
	if offset%64 != 0 || offset > total || length > total-offset || length < 8 {
		return nil, nil, fmt.Errorf("a batch of %d bytes at %d does not lie in an input file of %d bytes", length, offset, total)
	}
	region := m.in[offset : offset+length]
	size := uint64(binary.LittleEndian.Uint32(region[4:]))
	if binary.LittleEndian.Uint32(region) != 0xFFFFFFFF || size > length-8 {
		return nil, nil, fmt.Errorf("there is no encapsulated message at %d of the input file", offset)
	}
	return region[8 : 8+size], region[8+size:], nil
}

// checkRoom says whether room that a header gives lies in the output file.
func (m *sharedMemory) checkRoom(header batchHeader) error {
	total := uint64(len(m.out))
	if header.roomBytes > 0 && (header.roomOffset%64 != 0 || header.roomOffset > total || header.roomBytes > total-header.roomOffset) {
		return fmt.Errorf("room of %d bytes at %d does not lie in an output file of %d bytes", header.roomBytes, header.roomOffset, total)
	}
	return nil
}

// write puts an answer into its room and returns its length, or 0 when it does not fit.
func (m *sharedMemory) write(header batchHeader, metadata, body []byte) uint64 {
	front := encapsulated(metadata, int(header.roomOffset), 64)
	length := uint64(len(front) + len(body))
	if length > header.roomBytes {
		return 0
	}
	copy(m.out[header.roomOffset:], front)
	copy(m.out[header.roomOffset+uint64(len(front)):], body)
	return length
}
