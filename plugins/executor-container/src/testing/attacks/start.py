"""What a server may do instead of becoming ready. Each gets the path where its socket is expected; those that return go on to listen."""

import os
import socket
import sys
import time


def never_ready(_):
    print("I shall never be ready", flush=True)
    time.sleep(3600)


def die(_):
    print("loading the model", flush=True)
    print("no such model: weights.bin", file=sys.stderr, flush=True)
    sys.exit(3)


def symlink_to_docker(path):
    """The socket is a link to one of the host that nobody may reach from here."""
    os.symlink(os.environ["ATTACK_TARGET"], path)
    time.sleep(3600)


def fifo(path):
    os.mkfifo(path)
    time.sleep(3600)


def folder(path):
    os.mkdir(path)
    time.sleep(3600)


def plain_file(path):
    with open(path, "w") as file:
        file.write("not a socket")
    time.sleep(3600)


def mute_socket(path):
    """Takes connections and says nothing."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    kept = []
    while True:
        kept.append(listener.accept())


def garbage_socket(path):
    """Answers everything with bytes that are no HTTP/2."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    while True:
        connection, _ = listener.accept()
        try:
            connection.sendall(os.urandom(1 << 16))
        except OSError:
            pass
        connection.close()


def symlink_flood(path):
    """The folder is full of links to the host's files, and then the server is ready."""
    folder = os.path.dirname(path)
    for number in range(20_000):
        os.symlink("/etc/passwd" if number % 2 else "/", f"{folder}/link-{number}")
    for number in range(100):
        os.mkfifo(f"{folder}/fifo-{number}")
    deep = folder
    os.chdir(deep)
    for _ in range(2000):
        os.mkdir("deeper")
        os.chdir("deeper")
    os.mkdir("closed", 0)
    os.chdir("/")


def megabytes_of_log(_):
    """More than anybody reads, before it listens; one endless line among it."""
    block = b"x" * 1000 + b"\n"
    for number in range(64):
        os.write(1, b"%d " % number + block)
    os.write(1, b"y" * (8 << 20))
    os.write(1, b"\nlast words\n")
