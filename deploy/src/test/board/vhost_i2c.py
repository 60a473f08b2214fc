#!/usr/bin/env python3
"""The host's end of the emulated board's I2C buses: takes transfers from QEMU's vhost-user-i2c-pci
and asks the process with the emulated chips.

usage: vhost_i2c.py CHIPS_PORT SOCKET...      one socket for each bus, numbered from 0

Sources: QEMU's "Vhost-user Protocol" and sections 2.7 (split virtqueues) and 5.17 (I2C adapter) of
the virtio 1.2 specification. One thread per bus. Each message of a transfer becomes one request
over TCP: bus, address, 1 to read or 0 to write, 0, 16 bits of length (big endian), then what is
written. The answer: 1 byte, 0 when nobody answers at the address, then what was read.
"""
import array
import mmap
import os
import selectors
import socket
import struct
import sys
import threading

NEXT, WRITE, INDIRECT = 1, 2, 4  # flags of a descriptor
READS, FAIL_NEXT = 2, 1  # flags of a message
FEATURES = 1 << 32 | 1 << 30 | 1  # virtio 1, protocol features, messages without bytes
GET_FEATURES, SET_MEM_TABLE, SET_VRING_NUM, SET_VRING_ADDR = 1, 5, 8, 9
SET_VRING_BASE, GET_VRING_BASE, SET_VRING_KICK, SET_VRING_CALL = 10, 11, 12, 13
GET_PROTOCOL_FEATURES, GET_QUEUE_NUM = 15, 17
REPLY, NEED_REPLY = 0x5, 0x8


def index_at(memory, offset):
    """An index that the guest may change meanwhile: "@" moves both bytes at once, "<" one by one."""
    return struct.unpack_from('@H', memory, offset)[0]


class Memory:
    """The guest's memory."""

    def __init__(self):
        self.regions = []

    def share(self, payload, files):
        for *_, mapped in self.regions:
            mapped.close()
        self.regions = []
        for i, file in enumerate(files):
            guest, size, user, offset = struct.unpack_from('<QQQQ', payload, 8 + 32 * i)
            mapped = mmap.mmap(file, size + offset)
            os.close(file)
            self.regions.append((guest, user, size, offset, mapped))

    def at(self, address, by_user=False):
        for guest, user, size, offset, mapped in self.regions:
            begin = user if by_user else guest
            if begin <= address < begin + size:
                return mapped, address - begin + offset
        raise ValueError(f'nothing is at {address:#x} of the guest')


class Chips:
    """Who answers on one bus."""

    def __init__(self, port, bus):
        self.bus = bus
        self.socket = socket.create_connection(('127.0.0.1', port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, address, reads, written, length):
        """What was read; None when nobody answers."""
        count = length if reads else len(written)
        self.socket.sendall(struct.pack('>BBBBH', self.bus, address, reads, 0, count) + written)
        if not self.take(1)[0]:
            return None
        return self.take(length) if reads else b''

    def take(self, count):
        taken = b''
        while len(taken) < count:
            some = self.socket.recv(count - len(taken))
            if not some:
                raise ConnectionError('the chips are gone')
            taken += some
        return taken


class Queue:
    """The one queue of a bus."""

    def __init__(self, memory, chips):
        self.memory, self.chips = memory, chips
        self.size = self.seen = 0
        self.descriptors = self.available = self.used = 0
        self.call = None

    def run(self):
        available, a = self.memory.at(self.available, True)
        fail = False
        while index_at(available, a + 2) != self.seen:
            head = struct.unpack_from('<H', available, a + 4 + 2 * (self.seen % self.size))[0]
            outs, ins = self.chain(head)
            fail, length = self.message(outs, ins, fail)
            self.give_back(head, length)
            self.seen = (self.seen + 1) & 0xffff
        if self.call is not None:
            os.write(self.call, struct.pack('<Q', 1))

    def chain(self, index):
        table, t = self.memory.at(self.descriptors, True)
        outs, ins = [], []
        while True:
            address, length, flags, after = struct.unpack_from('<QIHH', table, t + 16 * index)
            if flags & INDIRECT:
                table, t = self.memory.at(address)
                index = 0
                continue
            (ins if flags & WRITE else outs).append((address, length))
            if not flags & NEXT:
                return outs, ins
            index = after

    def message(self, outs, ins, fail):
        """Whether the next fails with it, and how many bytes came back."""
        address, _, flags = struct.unpack('<HHI', self.read(*outs[0]))
        written = b''.join(self.read(*out) for out in outs[1:])
        wanted = sum(length for _, length in ins[:-1])
        read = None if fail else self.chips.ask(address >> 1, bool(flags & READS), written, wanted)
        done = 0
        for place, length in ins[:-1]:
            if read is not None:
                self.write(place, read[done:done + length])
            done += length
        self.write(ins[-1][0], b'\0' if read is not None else b'\1')
        return read is None and bool(flags & FAIL_NEXT), wanted + 1

    def read(self, address, length):
        memory, m = self.memory.at(address)
        return memory[m:m + length]

    def write(self, address, data):
        memory, m = self.memory.at(address)
        memory[m:m + len(data)] = data

    def give_back(self, head, length):
        used, u = self.memory.at(self.used, True)
        index = index_at(used, u + 2)
        struct.pack_into('<II', used, u + 4 + 8 * (index % self.size), head, length)
        struct.pack_into('@H', used, u + 2, (index + 1) & 0xffff)


class Session:
    """One life of the virtual machine, as seen by one bus."""

    def __init__(self, connection, chips):
        self.connection = connection
        self.memory = Memory()
        self.queue = Queue(self.memory, chips)
        self.selector = selectors.DefaultSelector()
        self.selector.register(connection, selectors.EVENT_READ, self.request)
        self.kick = None

    def run(self):
        while True:
            for key, _ in self.selector.select():
                if not key.data():
                    return

    def kicked(self):
        os.read(self.kick, 8)
        self.queue.run()
        return True

    def forget_kick(self):
        if self.kick is not None:
            self.selector.unregister(self.kick)
            os.close(self.kick)
            self.kick = None

    def receive(self):
        files = array.array('i')
        head, more, *_ = self.connection.recvmsg(12, socket.CMSG_LEN(8 * files.itemsize))
        if len(head) < 12:
            return None
        for level, kind, data in more:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
                files.frombytes(data[:len(data) - len(data) % files.itemsize])
        request, flags, size = struct.unpack('<III', head)
        payload = self.connection.recv(size, socket.MSG_WAITALL) if size else b''
        return request, flags, payload, list(files)

    def reply(self, request, payload):
        self.connection.sendall(struct.pack('<III', request, REPLY, len(payload)) + payload)

    def request(self):
        """False when the machine is gone."""
        received = self.receive()
        if received is None:
            self.forget_kick()
            return False
        request, flags, payload, files = received
        queue = self.queue
        if request == GET_FEATURES:
            self.reply(request, struct.pack('<Q', FEATURES))
        elif request == GET_PROTOCOL_FEATURES:
            self.reply(request, struct.pack('<Q', 0))
        elif request == GET_QUEUE_NUM:
            self.reply(request, struct.pack('<Q', 1))
        elif request == SET_MEM_TABLE:
            self.memory.share(payload, files)
        elif request == SET_VRING_NUM:
            queue.size = struct.unpack('<II', payload)[1]
        elif request == SET_VRING_ADDR:
            _, _, queue.descriptors, queue.used, queue.available, _ = struct.unpack('<IIQQQQ', payload)
        elif request == SET_VRING_BASE:
            queue.seen = struct.unpack('<II', payload)[1]
        elif request == GET_VRING_BASE:
            self.forget_kick()
            self.reply(request, struct.pack('<II', 0, queue.seen))
        elif request == SET_VRING_KICK and files:
            self.forget_kick()
            self.kick = files[0]
            self.selector.register(self.kick, selectors.EVENT_READ, self.kicked)
        elif request == SET_VRING_CALL and files:
            if queue.call is not None:
                os.close(queue.call)
            queue.call = files[0]
        elif flags & NEED_REPLY:
            self.reply(request, struct.pack('<Q', 0))
        return True


def serve(port, bus, path):
    if os.path.exists(path):
        os.unlink(path)
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen(1)
    chips = Chips(port, bus)
    while True:
        connection, _ = server.accept()
        try:
            Session(connection, chips).run()
        except OSError as problem:  # a machine that was killed
            print(f'bus {bus}: {problem}', file=sys.stderr, flush=True)
        connection.close()


def serve_or_end(port, bus, path):
    """Half of the buses would be worse than none."""
    try:
        serve(port, bus, path)
    except BaseException as problem:
        print(f'bus {bus}: {problem!r}', file=sys.stderr, flush=True)
        os._exit(1)


if __name__ == '__main__':
    threads = [threading.Thread(target=serve_or_end, args=(int(sys.argv[1]), bus, path))
               for bus, path in enumerate(sys.argv[2:])]
    for thread in threads:
        thread.start()
