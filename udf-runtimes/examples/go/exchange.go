package main

import (
	"context"
	"encoding/json"
	"io"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/flight"
	"github.com/apache/arrow-go/v18/arrow/ipc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// command is what opens a stream.
type command struct {
	Protocol int
	Calls    []struct {
		Function, Operation string
		Arguments           []int
		Options             map[string]string
	}
	Query, User, Errors string
	TimeoutMs           int64
	SharedMemory        *sharedMemory
}

// call is one call of a stream, resolved.
type call struct {
	*function
	operation string
	arguments []int
	context   *callContext
	result    arrow.Field
}

func (s *server) DoExchange(stream flight.FlightService_DoExchangeServer) error {
	if s.draining.Load() {
		return status.Error(codes.Unavailable, "The server is draining")
	}
	s.calls.Add(1)
	defer s.calls.Add(-1)
	first, err := stream.Recv()
	if err != nil {
		return status.Error(codes.InvalidArgument, "The stream ended before its first frame")
	}
	if first.GetFlightDescriptor().GetType() == flight.DescriptorPATH {
		return s.exchangePlain(stream, first)
	}
	var command command
	if err := json.Unmarshal(first.GetFlightDescriptor().GetCmd(), &command); err != nil {
		return status.Errorf(codes.InvalidArgument, "The command is not JSON: %v", err)
	}
	ctx, cancel := stream.Context(), context.CancelFunc(func() {})
	if command.TimeoutMs > 0 {
		ctx, cancel = context.WithTimeout(ctx, time.Duration(command.TimeoutMs)*time.Millisecond)
	}
	defer cancel()
	reader, err := newBatchReader(first.DataHeader)
	if err != nil {
		return status.Errorf(codes.InvalidArgument, "The schema cannot be read: %v", err)
	}
	calls, err := s.resolve(ctx, command, reader.schema)
	if err != nil {
		return err
	}
	if command.SharedMemory != nil {
		defer command.SharedMemory.close()
		if err := command.SharedMemory.open(); err != nil {
			return status.Errorf(codes.FailedPrecondition, "Shared memory cannot be used: %v", err)
		}
	}
	exchange := &exchange{ctx: ctx, stream: stream, calls: calls, reader: reader, shared: command.SharedMemory, tolerant: command.Errors == "rows"}
	return exchange.run()
}

// resolve finds and checks the calls; errors are statuses.
func (s *server) resolve(ctx context.Context, command command, schema *arrow.Schema) ([]call, error) {
	invalid := func(text string, values ...any) error { return status.Errorf(codes.InvalidArgument, text, values...) }
	if command.Protocol != 1 {
		return nil, invalid("The call speaks version %d of the protocol; agreed on was 1", command.Protocol)
	}
	if command.Errors != "" && command.Errors != "fail" && command.Errors != "rows" {
		return nil, invalid("errors is %q; it may be fail or rows", command.Errors)
	}
	var calls []call
	for _, asked := range command.Calls {
		f := s.byName[asked.Function]
		if f == nil {
			return nil, status.Errorf(codes.NotFound, "There is no function %s", asked.Function)
		}
		var input []arrow.Field
		for _, column := range asked.Arguments {
			if column < 0 || column >= schema.NumFields() {
				return nil, invalid("An argument of %s is column %d of %d", f.name, column, schema.NumFields())
			}
			input = append(input, schema.Field(column))
		}
		if err := f.accepts(asked.Operation, input); err != nil {
			return nil, invalid("%v", err)
		}
		if f.kind == "table" && len(command.Calls) > 1 {
			return nil, invalid("The table function %s shares its stream with other calls", f.name)
		}
		context := &callContext{Context: ctx, query: command.Query, user: command.User, options: asked.Options}
		resolved := call{function: f, operation: asked.Operation, arguments: asked.Arguments, context: context}
		if f.kind != "table" {
			resolved.result = f.result(asked.Operation, input)
		}
		calls = append(calls, resolved)
	}
	if len(calls) == 0 {
		return nil, invalid("The stream has no calls")
	}
	return calls, nil
}

// exchangePlain serves clients of dialect A: batches without headers, errors as statuses.
func (s *server) exchangePlain(stream flight.FlightService_DoExchangeServer, first *flight.FlightData) error {
	f, err := s.byPath(first.FlightDescriptor)
	if err != nil {
		return err
	}
	reader, err := newBatchReader(first.DataHeader)
	if err != nil {
		return status.Errorf(codes.InvalidArgument, "The schema cannot be read: %v", err)
	}
	if err := f.accepts(f.kind, reader.schema.Fields()); err != nil {
		return status.Error(codes.InvalidArgument, err.Error())
	}
	context := &callContext{Context: stream.Context()}
	columns := make([]int, len(f.arguments))
	for i := range columns {
		columns[i] = i
	}
	resolved := call{function: f, operation: f.kind, arguments: columns, context: context}
	if f.kind != "table" {
		resolved.result = f.result(f.kind, reader.schema.Fields())
	}
	exchange := &exchange{ctx: stream.Context(), stream: stream, calls: []call{resolved}, reader: reader, plain: true}
	return exchange.run()
}

// batchReader decodes batches of one schema.
type batchReader struct {
	schema *arrow.Schema
	next   *ipc.Message
	reader *ipc.Reader
}

func newBatchReader(schema []byte) (*batchReader, error) {
	r := &batchReader{next: message(schema, nil)}
	if r.next == nil {
		return nil, io.ErrUnexpectedEOF
	}
	reader, err := ipc.NewReaderFromMessageReader(r)
	if err != nil {
		return nil, err
	}
	r.reader, r.schema = reader, reader.Schema()
	return r, nil
}

func (r *batchReader) Message() (*ipc.Message, error) {
	if r.next == nil {
		return nil, io.EOF
	}
	next := r.next
	r.next = nil
	return next, nil
}

func (r *batchReader) Retain()  {}
func (r *batchReader) Release() {}
