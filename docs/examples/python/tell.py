#!/usr/bin/env python3
"""Tells a robot something to do, and prints its answer.

  tell.py arm2 freeze
  tell.py arm2 stop
  tell.py arm2 reference reference=figure8
  tell.py arm2 gain joint=shoulder kp=60 kd=4

Ends with 0 when it was done, with 1 when the robot refused, with 2 when nobody answered.
"""

import argparse
import json
import queue
import secrets
import sys
import time
from typing import Any

import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

import broker

PATIENCE = 5  # s, for the description and for the answer; also how long the command is worth obeying


def number_or_text(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def argument(text: str) -> tuple[str, float | str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text} must look like kp=60")
    return name, number_or_text(value)


def command(
    robot: str, session: str, sender: str, word: str, arguments: dict[str, Any], now_ms: int
) -> dict[str, Any]:
    """The message. `seq` has to grow from command to command of one sender: milliseconds do."""
    return {
        "v": broker.VERSION,
        "robot": robot,
        "session": session,
        "sender": sender,
        "seq": now_ms,
        "deadline_ms": now_ms + 1000 * PATIENCE,
        "command": word,
        **arguments,
    }


def envelope(answers: str, correlation: bytes) -> Properties:
    """What travels beside it: without an expiry a broker could deliver a command days later."""
    properties = Properties(PacketTypes.PUBLISH)
    properties.MessageExpiryInterval = PATIENCE
    properties.ResponseTopic = answers
    properties.CorrelationData = correlation
    return properties


class Asking:
    """One question and its answer."""

    def __init__(self, robot: str, address: str) -> None:
        self.robot = robot
        self.name = "tell-" + secrets.token_hex(8)
        self.answers = broker.topic(robot, "answers/" + self.name)
        self.messages: queue.SimpleQueue[mqtt.MQTTMessage] = queue.SimpleQueue()
        self.client = broker.client(self.name)
        self.client.on_message = lambda _client, _userdata, message: self.messages.put(message)
        self.client.on_connect = lambda connected, *_: connected.subscribe(
            [(broker.topic(robot, "description"), 1), (self.answers, 1)]
        )
        broker.connect(self.client, address)

    def session(self) -> str:
        """The run of the controller that is there now: a command is for it and for no other."""
        while True:
            message = self.messages.get(timeout=PATIENCE)
            if message.topic.endswith("/description") and message.payload:
                return json.loads(message.payload)["session"]

    def ask(self, content: dict[str, Any]) -> dict[str, Any]:
        correlation = secrets.token_bytes(8)
        self.client.publish(
            broker.topic(self.robot, "command"),
            json.dumps(content, separators=(",", ":")),
            qos=1,
            retain=False,
            properties=envelope(self.answers, correlation),
        )
        while True:
            message = self.messages.get(timeout=PATIENCE)
            if getattr(message.properties, "CorrelationData", None) == correlation:
                return json.loads(message.payload)


def main() -> int:
    parser = argparse.ArgumentParser(description="Tell a robot something to do.")
    broker.add_options(parser)
    parser.add_argument("command", help="such as arm, disarm, freeze, unfreeze, stop, snapshot")
    parser.add_argument("arguments", nargs="*", type=argument, metavar="NAME=VALUE")
    parser.add_argument("--sender", help="who asks, an id that nobody else has; default: a new one")
    options = parser.parse_args()
    asking = Asking(options.robot, options.broker)
    try:
        session = asking.session()
        now_ms = time.time_ns() // 1_000_000  # both clocks have to agree to a few seconds
        answer = asking.ask(
            command(
                options.robot,
                session,
                options.sender or asking.name,
                options.command,
                dict(options.arguments),
                now_ms,
            )
        )
    except queue.Empty:
        print(f"{options.robot} does not answer", file=sys.stderr)
        return 2
    print(f"{answer['reason']}: {answer['text']}")
    return 0 if answer["done"] else 1


if __name__ == "__main__":
    sys.exit(main())
