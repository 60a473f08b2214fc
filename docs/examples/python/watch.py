#!/usr/bin/env python3
"""Prints what a robot tells: its description once, then telemetry and events as they come.

  watch.py cart1
  watch.py arm2 --broker tcp://robot.local:1883 --frames 100
"""

import argparse
import json
import queue
import secrets
from typing import Any

import paho.mqtt.client as mqtt

import broker


def columns(description: dict[str, Any]) -> list[str]:
    """What the numbers of a frame are: sensors, then the commands applied, each with its unit."""
    channels = description["sensors"] + description["actuators"]
    return [f"{channel['name']} [{channel['unit']}]" for channel in channels]


def line(frame: dict[str, Any], names: list[str]) -> str:
    """One frame for people. A number that is not finite comes as the text NaN or Infinity."""
    values = [f"{name} {float(value):.4g}" for name, value in zip(names, frame["values"])]
    state = frame.get("state", "")  # may be missing
    return f"{frame['time_ns'] * 1e-9:9.3f} s  {state}  " + "  ".join(values)


def main() -> None:
    parser = argparse.ArgumentParser(description="Print telemetry and events of a robot.")
    broker.add_options(parser)
    parser.add_argument("--frames", type=int, help="end after so many frames; else never")
    options = parser.parse_args()

    messages: queue.SimpleQueue[mqtt.MQTTMessage] = queue.SimpleQueue()
    client = broker.client("watch-" + secrets.token_hex(8))
    client.on_message = lambda _client, _userdata, message: messages.put(message)
    client.on_connect = lambda connected, *_: connected.subscribe(
        [(broker.topic(options.robot, leaf), 0) for leaf in ("description", "telemetry", "events")]
    )
    broker.connect(client, options.broker)

    names: list[str] = []
    session = ""
    frames = 0
    while options.frames is None or frames < options.frames:
        message = messages.get()
        content = json.loads(message.payload)
        if content.get("v") != broker.VERSION:
            continue
        if message.topic.endswith("/description"):
            names, session = columns(content), content["session"]
            print(f"{content['robot']}, {content['rate_hz']} Hz, session {session}", flush=True)
        elif message.topic.endswith("/events"):
            print(f"{content['time_ns'] * 1e-9:9.3f} s  {content['kind']}: {content['text']}", flush=True)
        elif content["session"] == session:  # the description of a new run may come after its frames
            print(line(content, names), flush=True)
            frames += 1


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
