"""What the three examples share: an address, a client of MQTT 5, the topics of a robot."""

import argparse
import socket
from urllib.parse import urlsplit

import paho.mqtt.client as mqtt  # paho-mqtt 1.6, as Debian has it: apt install python3-paho-mqtt

VERSION = 1  # of the protocol; in every message as "v"


def topic(robot: str, leaf: str) -> str:
    return f"olivo/v1/{robot}/{leaf}"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("robot", help="its name on the wire, such as cart1")
    parser.add_argument(
        "--broker", default="tcp://localhost:1883", help="the MQTT broker; default: %(default)s"
    )


def client(name: str) -> mqtt.Client:
    """A client of MQTT 5 that sends at once."""
    made = mqtt.Client(client_id=name, protocol=mqtt.MQTTv5)
    made.on_socket_open = lambda _client, _userdata, sock: send_at_once(sock)
    return made


def connect(made: mqtt.Client, address: str) -> None:
    """Connects; its callbacks run on a thread of its own from here on."""
    place = urlsplit(address)
    made.connect(place.hostname or "localhost", place.port or 1883, keepalive=5)
    made.loop_start()


def send_at_once(sock: socket.socket) -> None:
    """Neither hold a small message back until the last is acknowledged, nor acknowledge late."""
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_QUICKACK"):  # Linux
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
