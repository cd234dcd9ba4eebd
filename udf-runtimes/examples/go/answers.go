package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/flight"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

const (
	answerBytes    = 8 << 20
	tracebackBytes = 16 << 10
)

// exchange is one stream: batches in, answers out, one after the other.
type exchange struct {
	ctx      context.Context
	stream   flight.FlightService_DoExchangeServer
	calls    []call
	reader   *batchReader
	shared   *sharedMemory
	tolerant bool
	// plain: as dialect A has it, without headers.
	plain bool
	// roomUsed: the room of the batch that is being answered has been.
	roomUsed bool
}

func (e *exchange) run() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := e.stream.Send(&flight.FlightData{DataHeader: schemaMessage(e.answerFields())}); err != nil {
		return err
	}
	for {
		frame, err := e.stream.Recv()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = e.ctx.Err()
		}
		if err == nil {
			err = e.answer(frame)
		}
		if err != nil {
			return asStatus(e.ctx, err)
		}
	}
}

// asStatus says that the time was over, or that the caller left, where that is why err came.
func asStatus(ctx context.Context, err error) error {
	if gone := ctx.Err(); gone != nil {
		return status.FromContextError(gone).Err()
	}
	return err
}

func (e *exchange) answerFields() []arrow.Field {
	var fields, messages []arrow.Field
	if e.calls[0].kind == "table" {
		fields = append(fields, rowField)
		for _, column := range e.calls[0].results {
			column.Nullable = true
			fields = append(fields, column)
		}
	}
	for _, call := range e.calls {
		if call.kind != "table" {
			fields = append(fields, call.result)
		}
		messages = append(messages, arrow.Field{Name: "error", Type: arrow.BinaryTypes.String, Nullable: true})
	}
	if e.tolerant {
		fields = append(fields, messages...)
	}
	return fields
}

// answer reads one frame and sends what it is answered with. An error ends the stream.
func (e *exchange) answer(frame *flight.FlightData) error {
	header, batch, err := e.read(frame)
	if err != nil {
		return e.refuse(header.id, err)
	}
	defer batch.Release()
	e.roomUsed = false
	before := cpuMicros()
	if e.calls[0].kind == "table" {
		err = e.answerTable(header, batch)
	} else {
		err = e.answerRows(header, batch)
	}
	e.count(batch.NumRows(), cpuMicros()-before)
	return err
}

// refuse tells the caller what it did wrong, and ends the stream.
func (e *exchange) refuse(id uint64, err error) error {
	if !e.plain {
		_ = e.sendError(id, map[string]any{"class": "protocol", "message": err.Error()})
	}
	return status.Error(codes.InvalidArgument, err.Error())
}

func (e *exchange) read(frame *flight.FlightData) (batchHeader, arrow.RecordBatch, error) {
	if e.plain {
		batch, err := e.reader.read(frame.DataHeader, frame.DataBody)
		return batchHeader{}, batch, err
	}
	header, err := readHeader(frame.AppMetadata)
	if err != nil {
		return header, nil, err
	}
	metadata, body := frame.DataHeader, frame.DataBody
	if e.shared == nil && (header.kind == kindShared || header.roomBytes > 0) {
		return header, nil, errors.New("a batch in shared memory in a stream that has none")
	}
	if e.shared != nil {
		if err := e.shared.checkRoom(header); err != nil {
			return header, nil, err
		}
	}
	if header.kind == kindShared {
		if metadata, body, err = e.shared.message(header.offset, header.length); err != nil {
			return header, nil, err
		}
	}
	batch, err := e.reader.read(metadata, body)
	return header, batch, err
}

// read decodes one batch, which lies in the bytes that are given.
func (r *batchReader) read(metadata, body []byte) (batch arrow.RecordBatch, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("a batch cannot be read: %v", broken)
		}
	}()
	if r.next = message(metadata, body); r.next == nil || r.next.Type() != ipc.MessageRecordBatch {
		return nil, errors.New("a frame has no RecordBatch message")
	}
	if int64(len(body)) < r.next.BodyLen() {
		return nil, fmt.Errorf("a batch has a body of %d bytes where its message says %d", len(body), r.next.BodyLen())
	}
	if !r.reader.Next() {
		return nil, fmt.Errorf("a batch cannot be read: %w", r.reader.Err())
	}
	batch = r.reader.RecordBatch()
	batch.Retain()
	return batch, nil
}

func message(metadata, body []byte) *ipc.Message {
	if len(metadata) < 8 {
		return nil
	}
	return ipc.NewMessage(memory.NewBufferBytes(metadata), memory.NewBufferBytes(body))
}

func (e *exchange) answerRows(header batchHeader, batch arrow.RecordBatch) error {
	rows := int(batch.NumRows())
	var values, texts []arrow.Array
	flags := uint16(flagLast)
	for i := range e.calls {
		call := &e.calls[i]
		value, messages, err := e.evaluate(call, batch, rows)
		call.context.batch++
		if err != nil {
			return e.fail(header.id, call, err)
		}
		values = append(values, value)
		if e.tolerant {
			text, failed := messageColumn(messages)
			texts = append(texts, text)
			call.counts.failedRows.Add(int64(failed))
			if failed > 0 {
				flags |= flagRowsFailed
			}
		}
	}
	return e.send(header, flags, append(values, texts...), rows)
}

// evaluate calls a function with a batch, and turns a panic into an error of it.
func (e *exchange) evaluate(call *call, batch arrow.RecordBatch, rows int) (answer arrow.Array, messages []string, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = &panicError{fmt.Sprint(broken), debug.Stack()}
		}
	}()
	arguments := columnsOf(call, batch)
	evaluate := call.evaluation(call.operation, call.context)
	if !e.tolerant {
		answer, err = evaluate(arguments, rows)
		return answer, nil, err
	}
	messages = make([]string, rows)
	answer, err = tolerate(call.function, evaluate, arguments, rows, messages)
	if err == nil && (answer == nil || answer.DataType().ID() == arrow.NULL) {
		answer = array.MakeArrayOfNull(memory_, call.result.Type, rows)
	}
	return answer, messages, err
}

func columnsOf(call *call, batch arrow.RecordBatch) []arrow.Array {
	columns := make([]arrow.Array, len(call.arguments))
	for i, column := range call.arguments {
		columns[i] = batch.Column(column)
	}
	return columns
}

func messageColumn(messages []string) (arrow.Array, int) {
	out := array.NewStringBuilder(memory_)
	defer out.Release()
	failed := 0
	for _, message := range messages {
		if message == "" {
			out.AppendNull()
		} else {
			out.Append(message)
			failed++
		}
	}
	return out.NewArray(), failed
}

// panicError is a fault of the server, not of its user.
type panicError struct {
	text  string
	stack []byte
}

func (e *panicError) Error() string { return e.text }

func (e *exchange) fail(id uint64, call *call, err error) error {
	if gone := e.ctx.Err(); gone != nil {
		return gone
	}
	if e.plain {
		return status.Error(codes.Internal, err.Error())
	}
	body := map[string]any{"class": "user", "function": call.name, "message": err.Error()}
	var row *rowError
	var broken *panicError
	if errors.As(err, &row) {
		body["row"] = row.row
	}
	if errors.As(err, &broken) {
		body["class"] = "worker"
		body["traceback"] = string(broken.stack[:min(len(broken.stack), tracebackBytes)])
	}
	call.counts.failedRows.Add(1)
	return e.sendError(id, body)
}

func (e *exchange) sendError(id uint64, body map[string]any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	header := answerHeader{kind: kindError, flags: flagLast, id: id}
	return e.stream.Send(&flight.FlightData{AppMetadata: append(header.bytes(), text...)})
}

// send sends one answer: into the room of the batch where it fits, otherwise through the socket.
func (e *exchange) send(header batchHeader, flags uint16, columns []arrow.Array, rows int) error {
	record := array.NewRecordBatch(arrow.NewSchema(e.answerFields(), nil), columns, int64(rows))
	defer record.Release()
	for _, column := range columns {
		column.Release()
	}
	payload, err := ipc.GetRecordBatchPayload(record)
	if err != nil {
		return err
	}
	defer payload.Release()
	meta := payload.Meta()
	defer meta.Release()
	var body bytes.Buffer
	if err := payload.SerializeBody(&body); err != nil {
		return err
	}
	frame := &flight.FlightData{DataHeader: meta.Bytes(), DataBody: body.Bytes()}
	if e.plain {
		return e.stream.Send(frame)
	}
	answer := answerHeader{kind: kindBatch, flags: flags, rows: rows, id: header.id}
	if header.roomBytes > 0 && !e.roomUsed {
		if length := e.shared.write(header, frame.DataHeader, frame.DataBody); length > 0 {
			e.roomUsed = true
			answer.kind, answer.offset, answer.length = kindShared, header.roomOffset, length
			frame = &flight.FlightData{}
		}
	}
	frame.AppMetadata = answer.bytes()
	return e.stream.Send(frame)
}

func (e *exchange) count(rows, micros int64) {
	for _, call := range e.calls {
		call.counts.batches.Add(1)
		call.counts.rows.Add(rows)
		call.counts.cpuMicros.Add(micros / int64(len(e.calls)))
	}
}

// cpuMicros is the time that this thread has computed.
func cpuMicros() int64 {
	const thisThread = 1 // RUSAGE_THREAD of Linux
	var usage syscall.Rusage
	if syscall.Getrusage(thisThread, &usage) != nil {
		return 0
	}
	return usage.Utime.Nano()/1000 + usage.Stime.Nano()/1000
}
