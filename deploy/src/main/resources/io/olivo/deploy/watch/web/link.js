// The way to the broker: MQTT 5 over a websocket, which comes back by itself.
import mqtt from './lib/mqtt.esm.js';

const REFUSED_LOGIN = new Set([134, 135]); // reason codes of MQTT 5
const RETRY_MILLIS = 1000;
const KEEPALIVE_SECONDS = 5;

/** Sixteen hexadecimal digits that nobody else has. */
export function another() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

export class Link {
  /**
   * @param url such as ws://127.0.0.1:8083/mqtt
   * @param ears {message(topic, payload, properties), state(text, up), wantsLogin()}
   */
  constructor(url, ears) {
    this.url = url;
    this.ears = ears;
    this.id = 'web-' + another();
    this.wanted = new Map(); // filter -> qos
  }

  /** Connects, and goes on doing so. */
  open(login = {}) {
    this.client?.end(true);
    const client = mqtt.connect(this.url, {
      protocolVersion: 5,
      clientId: this.id,
      clean: true,
      keepalive: KEEPALIVE_SECONDS,
      reconnectPeriod: RETRY_MILLIS,
      connectTimeout: 3000,
      resubscribe: false,
      queueQoSZero: false,
      timerVariant: 'native',
      username: login.name || undefined,
      password: login.password || undefined,
    });
    this.client = client;
    client.on('connect', () => this.begin());
    client.on('close', () => this.ears.state('no connection to the broker', false));
    client.on('message', (topic, payload, packet) =>
      this.ears.message(topic, payload, packet.properties ?? {}));
    client.on('error', fault => this.fail(client, fault));
  }

  fail(client, fault) {
    if (REFUSED_LOGIN.has(fault.code)) {
      client.end(true);
      this.ears.state('the broker refused the login', false);
      this.ears.wantsLogin();
    }
  }

  begin() {
    this.ears.state('connected', true);
    for (const [filter, qos] of this.wanted) {
      this.client.subscribe(filter, { qos });
    }
  }

  get up() {
    return this.client?.connected === true;
  }

  /** Wants these topics and no others. */
  want(filters) {
    const wanted = new Map(filters.map(one => [one.filter, one.qos ?? 0]));
    const gone = [...this.wanted.keys()].filter(filter => !wanted.has(filter));
    const fresh = [...wanted.keys()].filter(filter => !this.wanted.has(filter));
    this.wanted = wanted;
    if (this.up) {
      gone.forEach(filter => this.client.unsubscribe(filter));
      fresh.forEach(filter => this.client.subscribe(filter, { qos: wanted.get(filter) }));
    }
  }

  /** Sends at least once while connected; calls back with a fault, or nothing. */
  publish(topic, text, properties, done) {
    this.client.publish(topic, text, { qos: 1, retain: false, properties }, done);
  }
}
