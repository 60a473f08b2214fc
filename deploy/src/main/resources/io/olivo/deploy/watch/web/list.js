// All robots, those in trouble first.
import { ago, digits, el, mark, say } from './dom.js';
import { FRESH_SECONDS } from './robots.js';

const TROUBLE = { 'safe-stop': 0, offline: 1, silent: 2 };
const ORDER_SECONDS = 2; // rows that jump all the time cannot be read, or clicked

/** The state's badge; its colour says the same as its word. */
export function badge(state) {
  return 'state ' + (/^[a-z-]{1,20}$/.test(state) ? 'is-' + state : 'is-other');
}

export class ListView {
  constructor(fleet) {
    this.fleet = fleet;
    this.rows = new Map(); // robot -> its cells
    this.summary = el('p', { class: 'soft', id: 'summary' });
    this.body = el('tbody');
    this.find = el('input', {
      type: 'search', placeholder: 'find a robot', 'aria-label': 'find a robot',
      oninput: () => this.draw(),
    });
    const heads = ['robot', 'state', 'age', 'error', 'last event'];
    this.root = el('section', { class: 'list' },
      el('div', { class: 'row spread' }, el('h1', {}, 'Robots'), this.find),
      this.summary,
      el('table', {},
        el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))),
        this.body));
    this.orderedAt = -Infinity;
  }

  told() {}

  row(robot) {
    let row = this.rows.get(robot);
    if (row === undefined) {
      row = { state: el('span'), age: el('td', { class: 'number' }), error: el('td', { class: 'number' }),
        event: el('td', { class: 'event' }) };
      const name = el('a', { href: '#' + encodeURIComponent(robot.id) }, robot.id);
      row.root = el('tr', { 'data-robot': robot.id },
        el('th', { scope: 'row' }, name), el('td', {}, row.state), row.age, row.error, row.event);
      this.rows.set(robot, row);
    }
    return row;
  }

  draw() {
    const robots = [...this.fleet.robots.values()];
    robots.forEach(robot => this.fill(robot));
    const seconds = performance.now() / 1000;
    if (this.body.childElementCount !== robots.length || seconds - this.orderedAt > ORDER_SECONDS) {
      this.orderedAt = seconds;
      this.arrange(robots);
    }
    this.sum(robots);
  }

  fill(robot) {
    const row = this.row(robot);
    robot.read();
    const state = robot.state();
    const event = robot.events[0];
    say(row.state, state);
    row.state.className = badge(state);
    say(row.age, ago(robot.age()));
    say(row.error, digits(robot.named('error')));
    say(row.event, event === undefined ? '' : `${event.kind}: ${event.text}`);
    mark(row.root, 'stale', robot.age() > FRESH_SECONDS || state === 'offline');
    row.root.hidden = !robot.id.toLowerCase().includes(this.find.value.toLowerCase());
  }

  arrange(robots) {
    const rank = robot => TROUBLE[robot.state()] ?? 3;
    robots.sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
    robots.forEach((robot, i) => {
      const row = this.row(robot).root;
      if (this.body.children[i] !== row) {
        this.body.insertBefore(row, this.body.children[i] ?? null);
      }
    });
  }

  sum(robots) {
    const live = robots.filter(robot => robot.presenceNow() === 'live').length;
    const stopped = robots.filter(robot => robot.state() === 'safe-stop').length;
    say(this.summary, robots.length === 0
      ? 'No robot has said anything to this broker yet. Start one: olivo run arm2 --pace wall --broker ...'
      : `${robots.length} known, ${live} alive, ${stopped} stopped`);
  }
}
