package main

import (
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/flight"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

const version = "0.1.0"

type counts struct{ batches, rows, failedRows, cpuMicros atomic.Int64 }

type server struct {
	flight.BaseFlightServer
	functions []*function
	byName    map[string]*function
	draining  atomic.Bool
	calls     atomic.Int64
}

func newServer(functions []*function) *server {
	s := &server{functions: functions, byName: map[string]*function{}}
	for _, f := range functions {
		s.byName[f.name] = f
	}
	return s
}

func (s *server) DoAction(action *flight.Action, stream flight.FlightService_DoActionServer) error {
	var answer any
	switch action.Type {
	case "protocol_version":
		return stream.Send(&flight.Result{Body: []byte{2}})
	case "arbalest.describe":
		description, err := s.describe(action.Body)
		if err != nil {
			return err
		}
		answer = description
	case "arbalest.health":
		answer = s.health()
	case "arbalest.drain":
		s.draining.Store(true)
		answer = s.health()
	case "arbalest.metrics":
		answer = s.metrics()
	default:
		return status.Errorf(codes.Unimplemented, "There is no action %s", action.Type)
	}
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return stream.Send(&flight.Result{Body: body})
}

func (s *server) describe(body []byte) (any, error) {
	asked := struct {
		Protocol struct{ Min, Max int }
	}{}
	asked.Protocol.Min, asked.Protocol.Max = 1, 1
	if len(body) > 0 {
		if err := json.Unmarshal(body, &asked); err != nil {
			return nil, status.Errorf(codes.InvalidArgument, "The body of arbalest.describe is not JSON: %v", err)
		}
	}
	if asked.Protocol.Min > 1 || asked.Protocol.Max < 1 {
		text := fmt.Sprintf("The caller speaks versions %d to %d of the protocol, this server 1 to 1", asked.Protocol.Min, asked.Protocol.Max)
		return nil, status.Error(codes.FailedPrecondition, text)
	}
	transports := []string{"socket"}
	if inputFolder != "" && outputFolder != "" {
		transports = append(transports, "shared-memory")
	}
	functions := []any{}
	for _, f := range s.functions {
		fields := append(append([]arrow.Field{}, f.arguments...), f.results...)
		functions = append(functions, map[string]any{
			"name": f.name, "kind": f.kind, "schema": encapsulated(schemaMessage(fields), 0, 8), "arguments": len(f.arguments),
			"nulls": f.nulls, "volatility": f.volatility, "repeatable": f.repeatable, "parallelism": 8,
		})
	}
	return map[string]any{
		"protocol":   1,
		"runtime":    map[string]string{"name": "arbalest-udf-example-go", "version": version, "language": "go"},
		"transports": transports,
		"functions":  functions,
	}, nil
}

func (s *server) health() any {
	state := "ready"
	if s.draining.Load() {
		state = "draining"
	}
	return map[string]any{"status": state, "calls": s.calls.Load()}
}

func (s *server) metrics() any {
	functions := []any{}
	for _, f := range s.functions {
		functions = append(functions, map[string]any{
			"name": f.name, "batches": f.counts.batches.Load(), "rows": f.counts.rows.Load(),
			"failedRows": f.counts.failedRows.Load(), "cpuMicros": f.counts.cpuMicros.Load(),
		})
	}
	return map[string]any{"functions": functions}
}

func (s *server) GetFlightInfo(_ context.Context, descriptor *flight.FlightDescriptor) (*flight.FlightInfo, error) {
	f, err := s.byPath(descriptor)
	if err != nil {
		return nil, err
	}
	return info(f), nil
}

func (s *server) ListFlights(_ *flight.Criteria, stream flight.FlightService_ListFlightsServer) error {
	for _, f := range s.functions {
		if f.kind == "aggregate" {
			continue
		}
		if err := stream.Send(info(f)); err != nil {
			return err
		}
	}
	return nil
}

// byPath finds a function as clients of dialect A name it.
func (s *server) byPath(descriptor *flight.FlightDescriptor) (*function, error) {
	if len(descriptor.GetPath()) != 1 {
		return nil, status.Error(codes.InvalidArgument, "A function is named by a path of one name")
	}
	f := s.byName[descriptor.Path[0]]
	if f == nil || f.kind == "aggregate" {
		return nil, status.Errorf(codes.NotFound, "There is no function %s", descriptor.Path[0])
	}
	return f, nil
}

func info(f *function) *flight.FlightInfo {
	fields := append([]arrow.Field{}, f.arguments...)
	if f.kind == "table" {
		fields = append(fields, rowField)
	}
	return &flight.FlightInfo{
		Schema:           encapsulated(schemaMessage(append(fields, f.results...)), 0, 8),
		FlightDescriptor: &flight.FlightDescriptor{Type: flight.DescriptorPATH, Path: []string{f.name}},
		TotalRecords:     int64(len(f.arguments)), TotalBytes: -1,
	}
}

var rowField = arrow.Field{Name: "row", Type: arrow.PrimitiveTypes.Int32}
