#!/usr/bin/env python3
"""Plays the hardware of cart1 for a controller elsewhere, in lockstep over MQTT.

  plant.py cart1 &
  olivo run cart1 --io mirror --broker tcp://localhost:1883 --for 30s

docs/wire.md, "The mirror, for authors of simulators", has the rules; each is named where it is kept.
Replace Cart by your own plant, or by what talks to your hardware.
"""

import argparse
import json
import queue
import secrets
import signal
import time
from dataclasses import dataclass
from math import cos, floor, sin, tanh
from typing import Any

import paho.mqtt.client as mqtt

import broker

RATE = 500  # Hz, as in the robot file
SENSORS = [  # name, unit, lowest, highest; the controller checks names, order and units
    ("cart.position", "m", -2, 2),
    ("pole.angle", "rad", -1e6, 1e6),
    ("pole.rate", "rad/s", -40, 40),
]
ACTUATORS = [("cart.force", "N", -60, 60)]
SHORT_WAIT, LONG_WAIT = 0.04, 0.5  # s, until a Sense is sent again
EAGER = 5  # this often after the short wait


@dataclass
class Cart:
    """A cart on a rail, driven by a force u, with a load that hangs from it on a rod.

    a  = (u - (v + 1.2 tanh(v / .01)) + m sin(th) (l w^2 + g cos(th))) / (mc + m sin(th)^2)
    dw = (-a cos(th) - g sin(th)) / l - .15 w

    x, v of the cart [m, m/s]; th, w of the rod, th from straight down [rad, rad/s].
    """

    x: float = 0.0
    v: float = 0.0
    th: float = 0.0
    w: float = 0.0

    MASS, LOAD, ROD, GRAVITY, SUBSTEPS = 1.5, 0.3, 0.35, 9.81, 8

    def step(self, force: float, dt: float) -> None:
        """Semi-implicit Euler: velocities first, then positions with the new velocities."""
        h = dt / self.SUBSTEPS
        for _ in range(self.SUBSTEPS):
            s, c = sin(self.th), cos(self.th)
            drag = self.v + 1.2 * tanh(self.v / 0.01)
            pull = self.LOAD * s * (self.ROD * self.w**2 + self.GRAVITY * c)
            a = (force - drag + pull) / (self.MASS + self.LOAD * s * s)
            dw = (-a * c - self.GRAVITY * s) / self.ROD - 0.15 * self.w
            self.v += h * a
            self.w += h * dw
            self.x += h * self.v
            self.th += h * self.w


class Sensors:
    """What the controller gets to see: the position in steps of 0.05 mm and one tick late."""

    def __init__(self, plant: Cart) -> None:
        self.plant = plant
        self.seen = self.position()

    def position(self) -> float:
        return floor(self.plant.x / 5e-5 + 0.5) * 5e-5

    def read(self) -> list[float]:
        late, self.seen = self.seen, self.position()
        return [late, self.plant.th, self.plant.w]


class Mirror:
    """The simulator's end of the wire."""

    def __init__(self, robot: str, address: str) -> None:
        self.robot = robot
        self.session = secrets.token_hex(8)  # another one at every start
        self.acts: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.dropped = 0
        self.resent = 0
        self.client = broker.client("plant-" + self.session)
        # Rule 1: an empty retained Last Will takes the description away when we die.
        self.client.will_set(broker.topic(robot, "mirror/description"), b"", qos=1, retain=True)
        self.client.on_connect = self.connected
        self.client.on_message = self.received
        broker.connect(self.client, address)

    def connected(self, client: mqtt.Client, *_: Any) -> None:
        """Rules 1 and 2, and again after every connect."""
        client.subscribe(broker.topic(self.robot, "mirror/act"), qos=0)
        client.publish(
            broker.topic(self.robot, "mirror/description"), self.description(), qos=1, retain=True
        )

    def description(self) -> str:
        def channels(all_of_them: list[tuple[str, str, float, float]]) -> list[dict[str, Any]]:
            return [dict(zip(("name", "unit", "min", "max"), one)) for one in all_of_them]

        return json.dumps(
            {
                "v": broker.VERSION,
                "robot": self.robot,
                "software": "plant.py",
                "session": self.session,
                "role": "simulator",
                "rate_hz": RATE,
                "sensors": channels(SENSORS),
                "actuators": channels(ACTUATORS),
                "truth": 1,
            }
        )

    def received(self, client: mqtt.Client, _: Any, message: mqtt.MQTTMessage) -> None:
        sock = client.socket()
        if sock is not None:
            broker.send_at_once(sock)  # Linux forgets TCP_QUICKACK whenever we send
        try:
            self.acts.put(json.loads(message.payload))
        except ValueError:
            self.dropped += 1

    def exchange(self, sense: dict[str, Any]) -> list[float]:
        """Sends a Sense until the Act of this very tick comes: rules 3, 5, 6 and 7."""
        payload = json.dumps(sense)
        sent, wait = 0, SHORT_WAIT
        while True:
            self.client.publish(broker.topic(self.robot, "mirror/sense"), payload, qos=0)
            sent += 1
            self.resent += sent > 1
            if sent > EAGER:
                wait = min(LONG_WAIT, 2 * wait)
            act = self.answer(sense["seq"], wait)
            if act is not None:
                return act["values"]

    def answer(self, seq: int, wait: float) -> dict[str, Any] | None:
        until = time.monotonic() + wait  # safe Acts come all the time: they must not prolong it
        try:
            while True:
                act = self.acts.get(timeout=max(0.0, until - time.monotonic()))
                ours = act.get("v") == broker.VERSION and act.get("session") == self.session
                if ours and act.get("seq") == seq and not act.get("safe", False):
                    return act
                self.dropped += 1
        except queue.Empty:
            return None

    def leave(self) -> None:
        """After a polite end the broker sends no Last Will, so we send it."""
        gone = self.client.publish(
            broker.topic(self.robot, "mirror/description"), b"", qos=1, retain=True
        )
        gone.wait_for_publish(timeout=1)
        self.client.disconnect()
        self.client.loop_stop()


def play(mirror: Mirror) -> None:
    """Ticks for ever. Robot time goes on with every command, and only then."""
    plant = Cart()
    sensors = Sensors(plant)
    period_ns = round(1e9 / RATE)
    sense = {
        "v": broker.VERSION,
        "session": mirror.session,
        "seq": 0,
        "time_ns": 0,
        "reset": True,
    }
    while True:
        sense["values"] = sensors.read()
        sense["truth"] = [plant.x]  # the true position, to score the controller with
        (force,) = mirror.exchange(sense)
        plant.step(force, 1 / RATE)  # rule 4: once
        sense["seq"] += 1
        sense["time_ns"] += period_ns
        sense["reset"] = False


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Play the hardware of cart1 over MQTT, in lockstep with `olivo run cart1 --io mirror`."
    )
    broker.add_options(parser)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as by Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also behind a shell's &
    mirror = Mirror(options.robot, options.broker)
    try:
        play(mirror)
    except KeyboardInterrupt:
        pass
    finally:
        mirror.leave()
        print(f"sent again {mirror.resent}, dropped {mirror.dropped}")


if __name__ == "__main__":
    main()
