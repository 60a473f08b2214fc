// One robot: what it does, what it says, and what it can be told.
import { ago, digits, el, mark, say } from './dom.js';
import { badge } from './list.js';
import { Plot } from './plots.js';
import { FRESH_SECONDS, now } from './robots.js';
import { Sketch } from './sketch.js';

/** What is asked before a command; stopping is never asked about. */
const QUESTIONS = {
  arm: 'It will move as soon as nothing is wrong.',
  disarm: 'It goes to its safe command and stays there.',
  freeze: 'It goes on acting with what it knows, and learns nothing.',
  unfreeze: 'It learns again.',
  rollback: 'It acts with what it had learned before; what came after is left.',
  snapshot: 'What it has learned is saved as a new generation.',
};

/** Channels of one unit are drawn together. */
function byUnit(columns) {
  const groups = new Map();
  columns.forEach((column, i) => {
    const key = `${column.actuator ? 'commands' : 'channels'} [${column.unit || '1'}]`;
    groups.set(key, [...(groups.get(key) ?? []), {
      name: column.name, of: frame => frame.values[i],
    }]);
  });
  return groups;
}

export class RobotView {
  constructor(robot, commander, sure) {
    this.robot = robot;
    this.commander = commander;
    this.sure = sure;
    this.events = el('ol', { class: 'events', id: 'events' });
    this.answers = el('ol', { class: 'events', id: 'answers' });
    this.state = el('span', { id: 'state' });
    this.age = el('span', { id: 'age' });
    this.newest = el('output', { class: 'newest', id: 'newest', 'aria-live': 'assertive' });
    this.warning = el('p', { class: 'warning', id: 'warning', role: 'alert', hidden: true });
    this.facts = el('dl', { class: 'facts', id: 'facts' });
    this.plotArea = el('div', { class: 'plots' });
    this.shownEvents = -1;
    this.root = el('section', { class: 'robot', 'data-robot': robot.id },
      this.head(), this.warning, this.steering(), this.newest, this.plotArea,
      el('section', { class: 'card' }, el('h2', {}, 'Commands and their answers'), this.answers),
      el('section', { class: 'card' }, el('h2', {}, 'What happened'), this.events),
      el('section', { class: 'card' }, el('h2', {}, 'Numbers'), this.facts));
  }

  head() {
    const stop = el('button', { id: 'stop', class: 'stop', type: 'button',
      onclick: () => this.commander.send(this.robot, 'stop') }, 'STOP');
    return el('div', { class: 'bar' },
      el('a', { href: '#', class: 'back' }, '← all'),
      el('h1', {}, this.robot.id), this.state, this.age, stop);
  }

  steering() {
    this.buttons = Object.keys(QUESTIONS).map(word => el('button', {
      type: 'button', id: 'command-' + word, onclick: () => this.ask(word),
    }, word));
    return el('div', { class: 'row steering' }, ...this.buttons);
  }

  async ask(word) {
    if (await this.sure(`${word} ${this.robot.id}?`, QUESTIONS[word], word)) {
      this.commander.send(this.robot, word);
    }
  }

  /** Shows what is known of a command; called again when more is. */
  told(entry) {
    if (entry.robot !== this.robot.id) {
      return;
    }
    if (entry.line === undefined) {
      entry.line = el('span');
      entry.root = el('li', {}, el('time', {}, entry.wall.toLocaleTimeString()),
        el('b', {}, entry.word), entry.line);
      this.answers.prepend(entry.root);
    }
    entry.root.className = entry.state;
    say(entry.line, entry.text);
    say(this.newest, `${entry.word}: ${entry.text}`);
    this.newest.className = 'newest ' + entry.state;
  }

  /** New plots, whenever the robot has said anew what it is. */
  layOut() {
    this.laidOut = this.robot.described;
    const robot = this.robot;
    const plots = [];
    const own = (title, names, of) => {
      const there = names.filter(name => robot.health.includes(name) || robot.learner.includes(name));
      if (there.length > 0) {
        plots.push(new Plot(title, there.map(name => ({ name, of: of(name) }))));
      }
    };
    const any = name => frame => robot.health.includes(name)
      ? frame.health[robot.health.indexOf(name)] : frame.learner[robot.learner.indexOf(name)];
    own('error, rms of half a second', ['error'], any);
    own('reward', ['reward'], any);
    for (const [title, series] of byUnit(robot.columns)) {
      plots.push(new Plot(title, series));
    }
    own('slot and surprise of the learner', ['slot', 'surprise'], any);
    own('late ticks, 99 % of a second [us]', ['late_us'], any);
    plots.push(new Plot('link, later than its fastest message [ms]', [
      { name: 'delay', of: (_, entry) => entry === undefined ? robot.delay : entry.delay },
    ]));
    this.plots = plots;
    this.sketch = robot.body.length > 0 ? new Sketch(robot) : undefined;
    this.plotArea.replaceChildren(
      ...(this.sketch === undefined ? [] : [this.sketch.root]), ...plots.map(plot => plot.root));
    this.buttons.forEach(button => {
      button.hidden = !robot.commands.includes(button.textContent);
    });
    this.listFacts();
  }

  /** The numbers that are not drawn: one line each, filled in fillFacts. */
  listFacts() {
    const robot = this.robot;
    const lines = [
      ['tick', frame => String(frame.seq), frame => frame.seq],
      ['robot time', frame => frame.seconds.toFixed(1) + ' s'],
      ...robot.columns.filter(column => column.actuator).map((column, i) => [
        column.name + ' cut', () => `${robot.clips[i] ?? 0} of ${robot.frames}`]),
      ['oldest channel', frame => frame.ages.length === 0 ? '–' : oldest(robot, frame)],
      ...robot.health.filter(name => !['error', 'late_us'].includes(name))
        .map(name => [name, () => digits(robot.named(name)), () => robot.named(name)]),
      ...robot.learner.filter(name => !['reward', 'slot', 'surprise'].includes(name))
        .map(name => [name, () => digits(robot.named(name)), () => robot.named(name)]),
      ['not readable', () => String(robot.refused)],
      ['software', () => robot.software],
      ['robot file', () => robot.config.slice(0, 12)],
    ];
    this.lines = lines.map(([name, text, exact]) =>
      ({ text, exact, value: el('dd', { 'data-name': name }), name }));
    this.facts.replaceChildren(...this.lines.map(line =>
      el('div', {}, el('dt', {}, line.name), line.value)));
  }

  draw() {
    const robot = this.robot;
    robot.read();
    if (robot.described !== this.laidOut) {
      this.layOut();
    }
    const state = robot.state();
    const stale = robot.age() > FRESH_SECONDS || state === 'offline';
    say(this.state, state);
    this.state.className = badge(state);
    say(this.age, robot.frame === undefined ? 'nothing heard yet' : ago(robot.age()) + ' old');
    mark(this.root, 'stale', stale);
    this.warn(state);
    if (this.plots !== undefined) {
      this.plots.forEach(plot => {
        plot.draw(robot.history, now(), robot.frame);
        plot.stale(stale);
      });
      this.sketch?.draw(stale);
      this.fillFacts();
    }
    this.listEvents();
  }

  fillFacts() {
    for (const line of this.lines) {
      const frame = this.robot.frame;
      say(line.value, frame === undefined ? '–' : line.text(frame));
      if (frame !== undefined && line.exact !== undefined) {
        line.value.setAttribute('data-exact', String(line.exact(frame)));
      }
    }
  }

  warn(state) {
    const age = ago(this.robot.age());
    const texts = {
      offline: `This robot is OFFLINE. What is shown is ${age} old.`,
      silent: `This robot has said nothing for ${age}. Nothing below is of this moment.`,
      unknown: 'No robot of this name has said anything to this broker yet.',
      'safe-stop': 'This robot is STOPPED with its safe command, until somebody arms it.',
    };
    this.warning.hidden = texts[state] === undefined;
    say(this.warning, texts[state] ?? '');
  }

  listEvents() {
    const robot = this.robot;
    if (this.shownEvents === robot.eventCount) {
      return;
    }
    const fresh = this.shownEvents < 0
      ? robot.events : robot.events.slice(0, robot.eventCount - this.shownEvents);
    this.shownEvents = robot.eventCount;
    [...fresh].reverse().forEach(event => this.events.prepend(eventLine(event)));
    while (this.events.childElementCount > robot.events.length) {
      this.events.lastElementChild.remove();
    }
  }
}

function eventLine(event) {
  return el('li', { class: /stop|fault|dead|refused/.test(event.kind) ? 'refused' : '' },
    el('time', {}, `${event.wall.toLocaleTimeString()} (${event.seconds.toFixed(1)} s)`),
    el('b', {}, event.kind), el('span', {}, event.text));
}

function oldest(robot, frame) {
  const never = frame.ages.indexOf(-1);
  const at = never >= 0 ? never : frame.ages.indexOf(Math.max(...frame.ages));
  const name = robot.columns[at]?.name ?? '';
  return never >= 0 ? `${name}: never read` : `${name}: ${digits(frame.ages[at])} ms`;
}
