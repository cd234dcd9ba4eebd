"""Attacks on the sandbox from inside. Each returns what it got at, or fails with what stopped it; arguments come from the test."""

import ctypes
import os
import socket
import subprocess
import threading
import time

LIBC = ctypes.CDLL(None, use_errno=True)


def identity():
    """Who this is, what it may do, and what it sees: for the tests to look at."""
    status = dict(line.split(":\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\t" in line)
    return {
        "uid": os.getuid(),
        "gid": os.getgid(),
        "groups": os.getgroups(),
        "capabilities": status["CapEff"],
        "bounding": status["CapBnd"],
        "noNewPrivileges": status["NoNewPrivs"],
        "seccomp": status["Seccomp"],
        "interfaces": sorted(os.listdir("/sys/class/net")),
        "pids": sum(name.isdigit() for name in os.listdir("/proc")),
        "mounts": [line.split()[1] for line in open("/proc/mounts")],
        "devices": sorted(os.listdir("/dev")),
        "environment": dict(os.environ),
    }


def connect(host, port):
    with socket.create_connection((host, port), timeout=3):
        return "connected"


def resolve_name(name):
    return socket.getaddrinfo(name, 443)[0][4][0]


def raw_socket():
    socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP).close()
    return "opened"


def write(path):
    with open(path, "w") as file:
        file.write("1")
    return "written"


def writable(paths):
    """Which of these can be written to."""
    return [path for path in paths if succeeds(write, path)]


def succeeds(function, *arguments):
    try:
        function(*arguments)
        return True
    except OSError:
        return False


def read(path):
    with open(path, "rb") as file:
        return len(file.read(1024))


def trace(pid):
    return call(LIBC.ptrace, 16, pid, None, None)  # PTRACE_ATTACH


def mount(source, target, kind):
    return call(LIBC.mount, source.encode(), target.encode(), kind.encode(), 0, None)


def unshare():
    return call(LIBC.unshare, 0x10000000)  # CLONE_NEWUSER


def make_device(path):
    os.mknod(path, 0o600 | 0o060000, os.makedev(254, 0))
    return "made"


def become_root():
    """By a program that is setuid root, which the image has."""
    os.setuid(0)
    return os.getuid()


def setuid_program():
    return subprocess.run(["/bin/su", "-c", "id -u"], capture_output=True, text=True, timeout=10, stdin=subprocess.DEVNULL).stdout


def kernel_key():
    return call(LIBC.syscall, 250, 0, -3, 0)  # keyctl


def kernel_module():
    return call(LIBC.syscall, 313, 0, b"", 0)  # finit_module


def call(function, *arguments):
    if function(*arguments) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return "done"


def fork_bomb(seconds):
    """As many children as there may be, each of which tries the same."""
    children, refused = 0, 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if os.fork() == 0:
                bomb(until)
            children += 1
        except OSError:
            refused += 1
            time.sleep(0.01)
    return {"children": children, "refused": refused}


def bomb(until):
    while time.monotonic() < until:
        try:
            os.fork()
        except OSError:
            time.sleep(0.01)
    os._exit(0)


def thread_bomb(limit):
    started = 0
    stop = threading.Event()
    try:
        for _ in range(limit):
            threading.Thread(target=stop.wait, daemon=True).start()
            started += 1
    finally:
        stop.set()
    return started


def memory_bomb():
    kept = []
    while True:
        kept.append(bytearray(os.urandom(1 << 20)) * 16)


def fill(folder, bytes_each, files):
    """Files of so many bytes each; how many bytes could be written."""
    written = 0
    for number in range(files):
        with open(f"{folder}/fill-{number}", "wb", buffering=0) as file:
            for _ in range(bytes_each >> 20):
                written += file.write(b"\x01" * (1 << 20))
    return written


def many_files(folder, count):
    for number in range(count):
        os.symlink("/etc/passwd", f"{folder}/entry-{number}")
    return count


def replace_socket(path, target):
    """The socket that the caller is connected to becomes a link to one of the host."""
    os.unlink(path)
    os.symlink(target, path)
    return "replaced"


def spin(seconds):
    """All the processors it can have; the processor time it got."""
    def burn():
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            pass

    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            burn()
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    times = os.times()
    return times.children_user + times.children_system


def log(text, times=1):
    for _ in range(times):
        os.write(1, text.encode() + b"\n")
    return "logged"


def log_for(seconds):
    """A log without end; how many bytes were taken."""
    block, written = (b"z" * 99 + b"\n") * 1000, 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        written += os.write(1, block)
    return written


def exit(code):
    os._exit(code)


def stop_answering():
    """From now on nothing is answered, though all connections stay open."""
    os.kill(os.getpid(), 19)
