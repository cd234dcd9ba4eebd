// A server of the function protocol (../../PROTOCOL.md), written from that page alone.
package main

import (
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/apache/arrow-go/v18/arrow/flight"
	"google.golang.org/grpc"
)

const (
	messageBytes = 512 << 20
	endCallsIn   = 10 * time.Second
)

func main() {
	log.SetFlags(0)
	listener, address, err := listen()
	if err != nil {
		log.Fatal(err)
	}
	server := newServer(allFunctions())
	transport := grpc.NewServer(grpc.MaxRecvMsgSize(messageBytes), grpc.MaxSendMsgSize(messageBytes))
	flight.RegisterFlightServiceServer(transport, server)
	started.Add(1) // What a start-up hook does here.
	go stopOnSignal(transport, server)
	fmt.Println("listening on", address)
	if err := transport.Serve(listener); err != nil {
		log.Fatal(err)
	}
}

func listen() (net.Listener, string, error) {
	if path := os.Getenv("ARBALEST_UDF_SOCKET"); path != "" {
		if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
			return nil, "", err
		}
		listener, err := net.Listen("unix", path)
		return listener, "unix:" + path, err
	}
	listener, err := net.Listen("tcp", os.Getenv("ARBALEST_UDF_ADDRESS"))
	if err != nil {
		return nil, "", err
	}
	return listener, listener.Addr().String(), nil
}

// stopOnSignal takes no more calls, gives those that run ten seconds, and lets Serve return.
func stopOnSignal(transport *grpc.Server, server *server) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	<-signals
	server.draining.Store(true)
	timer := time.AfterFunc(endCallsIn, transport.Stop)
	transport.GracefulStop()
	timer.Stop()
}
