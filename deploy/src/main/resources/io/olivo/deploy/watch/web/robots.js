// What the robots say, as it comes from the wire. Nothing here knows of the page.

/** After this long without a frame nothing of a robot counts as alive [s]. */
export const FRESH_SECONDS = 1;
const KEPT_SECONDS = 30;
const KEPT_EVENTS = 200;
const MOST_ROBOTS = 10000;
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const NOT_FINITE = { NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity };
const TEXT = new TextDecoder('utf-8', { fatal: true });

/** A number of the wire, where one that is not finite is a text. */
function number(value) {
  const read = typeof value === 'string' ? NOT_FINITE[value] : value;
  if (typeof read !== 'number') {
    throw new Error('no number');
  }
  return read;
}

function numbers(value, length) {
  if (!Array.isArray(value) || value.length !== length) {
    throw new Error('wrong length');
  }
  return value.map(number);
}

function texts(value) {
  return Array.isArray(value) ? value.map(String) : [];
}

function message(payload) {
  const read = JSON.parse(TEXT.decode(payload));
  if (read === null || typeof read !== 'object' || read.v !== 1) {
    throw new Error('not version 1');
  }
  return read;
}

/** Seconds of this page, which no clock change can turn back. */
export const now = () => performance.now() / 1000;

/** One robot as it was last heard. */
export class Robot {
  constructor(id) {
    this.id = id;
    this.columns = []; // {name, unit, actuator}
    this.learner = [];
    this.health = [];
    this.commands = [];
    this.body = [];
    this.software = '';
    this.session = '';
    this.stateSession = '';
    this.online = undefined;
    this.frame = undefined;
    this.frameAt = -Infinity;
    this.waiting = undefined; // the newest telemetry, not read yet
    this.events = [];
    this.eventCount = 0;
    this.refused = 0; // messages that made no sense
    this.clips = [];
    this.frames = 0;
    this.least = Infinity; // of arrival less clock [ms]
    this.delay = NaN; // above that [ms]
    this.history = []; // {at, values, clipped, learner, health, delay}
  }

  hear(leaf, payload) {
    try {
      if (leaf === 'telemetry') {
        this.waiting = payload;
        this.frameAt = now();
        this.heardWall = Date.now();
      } else if (leaf === 'description') {
        this.describe(payload);
      } else if (leaf === 'state') {
        this.presence(payload);
      } else if (leaf === 'events') {
        this.happened(message(payload));
      }
    } catch {
      this.refused++;
    }
  }

  describe(payload) {
    if (payload.length === 0) {
      return;
    }
    const read = message(payload);
    const channel = (one, actuator) => ({
      name: String(one.name), unit: String(one.unit ?? ''), actuator,
    });
    if (read.session !== this.session) {
      this.forget();
    }
    this.session = String(read.session);
    this.software = String(read.software ?? '');
    this.rate = Number(read.rate_hz);
    this.sensors = read.sensors.length;
    this.columns = [
      ...read.sensors.map(one => channel(one, false)),
      ...read.actuators.map(one => channel(one, true)),
    ];
    this.learner = texts(read.learner);
    const told = read.dashboard ?? {};
    this.config = String(told.config ?? '');
    this.health = texts(told.health);
    this.commands = texts(told.commands);
    this.body = Array.isArray(told.body) ? told.body.map(part) : [];
    this.described = (this.described ?? 0) + 1;
  }

  /** Another run of the controller: nothing of the last one is true any more. */
  forget() {
    this.frame = undefined;
    this.waiting = undefined;
    this.frameAt = -Infinity;
    this.clips = [];
    this.frames = 0;
    this.history = [];
    this.least = Infinity;
  }

  presence(payload) {
    if (payload.length > 0) {
      const read = message(payload);
      this.online = read.online === true;
      this.stateSession = String(read.session);
    }
  }

  /** Adds an event; one that was sent again, for somebody who lacked it, is known already. */
  happened(event) {
    const id = Number(event.id ?? 0);
    if (id > 0 && this.events.some(known => known.id === id)) {
      return;
    }
    this.events.unshift({
      id,
      seconds: Number(event.time_ns) * 1e-9,
      kind: String(event.kind),
      text: String(event.text),
      wall: new Date(),
    });
    this.events.length = Math.min(this.events.length, KEPT_EVENTS);
    this.eventCount++;
  }

  /** Reads the newest telemetry, if it was not yet. */
  read() {
    if (this.waiting === undefined || this.session === '') {
      return this.frame;
    }
    const payload = this.waiting;
    this.waiting = undefined;
    try {
      this.take(message(payload));
    } catch {
      this.refused++;
    }
    return this.frame;
  }

  take(read) {
    const size = this.columns.length;
    const actuators = size - this.sensors;
    const frame = {
      session: String(read.session),
      seq: number(read.seq),
      seconds: number(read.time_ns) * 1e-9,
      values: numbers(read.values, size),
      clipped: numbers(read.clipped.map(Number), actuators),
      learner: numbers(read.learner, this.learner.length),
      state: String(read.state ?? ''),
      clock: number(read.clock_ms ?? 0),
      ages: read.age_ms === undefined ? [] : numbers(read.age_ms, this.sensors),
      health: read.health === undefined
        ? this.health.map(() => NaN) : numbers(read.health, this.health.length),
    };
    if (frame.session !== this.session) {
      throw new Error('another session');
    }
    this.frame = frame;
    this.measure(frame);
    this.remember(frame);
  }

  /** How much later than the fastest one this frame came; clocks need not agree. */
  measure(frame) {
    if (frame.clock > 0) {
      const late = this.heardWall - frame.clock;
      this.least = Math.min(this.least, late);
      this.delay = late - this.least;
    }
  }

  remember(frame) {
    this.frames++;
    frame.clipped.forEach((cut, i) => {
      this.clips[i] = (this.clips[i] ?? 0) + cut;
    });
    this.history.push({ at: this.frameAt, frame, delay: this.delay });
    const oldest = this.frameAt - KEPT_SECONDS;
    while (this.history.length > 0 && this.history[0].at < oldest) {
      this.history.shift();
    }
  }

  /** Seconds since the newest frame. */
  age() {
    return now() - this.frameAt;
  }

  /** One of live, silent, offline, unknown. */
  presenceNow() {
    const leaving = this.online === false
      && (this.session === '' || this.stateSession === this.session);
    if (leaving) {
      return 'offline';
    }
    if (this.age() <= FRESH_SECONDS) {
      return 'live';
    }
    return this.online === undefined && this.session === '' ? 'unknown' : 'silent';
  }

  /** What to call its state: only a live robot is in the state that it told. */
  state() {
    const presence = this.presenceNow();
    return presence === 'live' ? this.frame?.state || 'on' : presence;
  }

  /** One of the robot's own numbers or the learner's; NaN if there is none. */
  named(name) {
    const healthy = this.health.indexOf(name);
    if (healthy >= 0) {
      return this.frame?.health[healthy] ?? NaN;
    }
    return this.frame?.learner[this.learner.indexOf(name)] ?? NaN;
  }

  /** The robot's clock, as well as it is known [ms since 1970]. */
  clock() {
    return this.frame?.clock > 0 ? this.frame.clock + this.age() * 1000 : Date.now();
  }
}

/** A part of the body; what makes no sense in it becomes harmless. */
function part(told) {
  return {
    channel: String(told.channel ?? ''),
    slides: told.motion === 'slide',
    axis: ['x', 'y', 'z'].includes(told.axis) ? told.axis : 'z',
    at: Number.isFinite(told.at) ? told.at : 0,
    length: Number.isFinite(told.length) ? told.length : 0,
  };
}

/** All robots that were heard of. */
export class Fleet {
  constructor() {
    this.robots = new Map();
  }

  /** Takes any message; topics that are not of a robot are passed over. */
  hear(topic, payload) {
    const level = topic.split('/');
    if (level.length !== 4 || level[0] !== 'olivo' || level[1] !== 'v1' || !ID.test(level[2])) {
      return;
    }
    this.robot(level[2])?.hear(level[3], payload);
  }

  robot(id) {
    let robot = this.robots.get(id);
    if (robot === undefined && ID.test(id) && this.robots.size < MOST_ROBOTS) {
      robot = new Robot(id);
      this.robots.set(id, robot);
    }
    return robot;
  }
}
