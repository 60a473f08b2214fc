// Commands and their answers.
import { another } from './link.js';

const DEADLINE_MILLIS = 3000;
const PATIENCE_MILLIS = 5000;
const UTF8 = new TextEncoder();
const TEXT = new TextDecoder();

/** What the reasons of a robot mean, for people. */
const REASONS = {
  done: 'done',
  retained: 'refused: the broker had kept the command',
  expired: 'refused: it came too late',
  'too-far-ahead': 'refused: its deadline is too far ahead; compare the clocks',
  'wrong-robot': 'refused: it was for another robot',
  'wrong-session': 'refused: the robot was started again meanwhile; try again',
  'out-of-order': 'refused: a later one came first',
  duplicate: 'refused: it came twice',
  'too-fast': 'refused: too many commands; wait a second',
  'unknown-command': 'refused: this robot does not know it',
  'bad-value': 'refused: its values make no sense',
  'not-allowed': 'refused: not allowed',
  invalid: 'refused: it could not be read',
};

export class Commander {
  /** @param link where they go  @param told called whenever something is known of a command */
  constructor(link, told) {
    this.link = link;
    this.told = told;
    this.sender = link.id;
    this.seq = 0;
    this.waiting = new Map(); // correlation -> {entry, timer}
  }

  /** Where answers come. */
  get filter() {
    return { filter: 'olivo/v1/+/answers/' + this.sender, qos: 1 };
  }

  isAnswer(topic) {
    return topic.startsWith('olivo/v1/') && topic.endsWith('/answers/' + this.sender);
  }

  /** Sends one, unless nobody would hear it: nothing is kept for later. */
  send(robot, word) {
    const entry = { robot: robot.id, word, wall: new Date(), state: 'sent', text: 'sent, no answer yet' };
    this.told(entry);
    if (!this.link.up) {
      this.end(entry, 'failed', 'NOT SENT: no connection to the broker');
      return;
    }
    if (robot.session === '') {
      this.end(entry, 'failed', 'NOT SENT: the robot has not said who it is');
      return;
    }
    this.publish(robot, entry);
  }

  publish(robot, entry) {
    const correlation = another();
    const timer = setTimeout(() => this.giveUp(correlation), PATIENCE_MILLIS);
    this.waiting.set(correlation, { entry, timer, began: performance.now() });
    const command = {
      v: 1,
      robot: robot.id,
      session: robot.session,
      sender: this.sender,
      seq: ++this.seq,
      deadline_ms: Math.round(robot.clock() + DEADLINE_MILLIS),
      command: entry.word,
    };
    const properties = {
      messageExpiryInterval: Math.ceil(DEADLINE_MILLIS / 1000),
      responseTopic: `olivo/v1/${robot.id}/answers/${this.sender}`,
      correlationData: UTF8.encode(correlation),
    };
    const topic = `olivo/v1/${robot.id}/command`;
    this.link.publish(topic, JSON.stringify(command), properties, fault => {
      if (fault) {
        this.settle(correlation, 'failed', 'NOT SENT: ' + String(fault.message ?? fault));
      }
    });
  }

  /** Takes an answer; one that nobody waits for is passed over. */
  hear(payload, properties) {
    const correlation = TEXT.decode(properties.correlationData ?? new Uint8Array());
    const waiting = this.waiting.get(correlation);
    if (waiting === undefined) {
      return;
    }
    try {
      const answer = JSON.parse(TEXT.decode(payload));
      const took = Math.round(performance.now() - waiting.began);
      const reason = String(answer.reason);
      const more = answer.text && answer.text !== reason ? ': ' + String(answer.text) : '';
      const text = (REASONS[reason] ?? reason) + more + `, after ${took} ms`;
      this.settle(correlation, answer.done === true ? 'done' : 'refused', text);
    } catch {
      this.settle(correlation, 'failed', 'an answer came that makes no sense');
    }
  }

  giveUp(correlation) {
    const text = `NO ANSWER within ${PATIENCE_MILLIS / 1000} s: look at the robot's state`;
    this.settle(correlation, 'failed', text);
  }

  settle(correlation, state, text) {
    const waiting = this.waiting.get(correlation);
    if (waiting !== undefined) {
      clearTimeout(waiting.timer);
      this.waiting.delete(correlation);
      this.end(waiting.entry, state, text);
    }
  }

  end(entry, state, text) {
    entry.state = state;
    entry.text = text;
    this.told(entry);
  }
}
