"""Listens as a server of functions does, and misbehaves as it is told.

ATTACK_LISTEN is where to listen, in place of the socket. ATTACK_START names a function of start.py that runs before the server listens. The action `attack.NAME` runs a function of sandbox.py and answers with
what came of it as JSON. The function that DoExchange calls is one of exchange.py.
"""

import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import grpc

import exchange
import sandbox
import start
import wire

SERVICE = "arrow.flight.protocol.FlightService"


def describe(_):
    return json.dumps(
        {
            "protocol": 1,
            "runtime": {"name": "attacks", "version": "1", "language": "python"},
            "transports": ["socket", "shared-memory"],
            "functions": [
                {
                    "name": name,
                    "kind": "scalar",
                    "schema": exchange.BIGINT_TO_BIGINT,
                    "arguments": 1,
                    "nulls": "call",
                    "volatility": "volatile",
                }
                for name in exchange.BEHAVIOURS
            ],
        }
    ).encode()


def health(_):
    return b'{"status": "ready", "calls": 0}'


def attack(name):
    def run(body):
        function = getattr(sandbox, name.replace("-", "_"))
        arguments = json.loads(body) if body else {}
        try:
            return json.dumps({"outcome": function(**arguments)}).encode()
        except BaseException as error:  # what stopped it is the answer
            return json.dumps({"error": type(error).__name__, "text": str(error)}).encode()

    return run


def do_action(request, context):
    fields = wire.read_fields(request)
    name = fields.get(1, b"").decode()
    actions = {"arbalest.describe": describe, "arbalest.health": health}
    action = attack(name[len("attack.") :]) if name.startswith("attack.") else actions.get(name)
    if name == "protocol_version":
        yield wire.result(b"\x02")
    elif action is None:
        context.abort(grpc.StatusCode.UNIMPLEMENTED, f"no action {name}")
    else:
        yield wire.result(action(fields.get(2, b"")))


def same(message):
    return message


class Handler(grpc.GenericRpcHandler):
    def service(self, details):
        method = details.method.rsplit("/", 1)[1]
        if method == "DoAction":
            return grpc.unary_stream_rpc_method_handler(do_action, same, same)
        if method == "DoExchange":
            return grpc.stream_stream_rpc_method_handler(exchange.do_exchange, same, same)
        return None


def main():
    path = os.environ["ARBALEST_UDF_SOCKET"]
    where = os.environ.get("ATTACK_LISTEN", f"unix:{path}")
    behaviour = os.environ.get("ATTACK_START")
    if behaviour:
        getattr(start, behaviour.replace("-", "_"))(path)
    options = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]
    server = grpc.server(ThreadPoolExecutor(8), handlers=[Handler()], options=options)
    if server.add_insecure_port(where) == 0:
        sys.exit(f"cannot listen on {where}")
    server.start()
    print(f"listening on {where}", flush=True)
    threading.Event().wait()


main()
