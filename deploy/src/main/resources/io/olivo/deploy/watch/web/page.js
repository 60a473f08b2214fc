// The page: which view is shown, and when it is drawn.
import { Commander } from './commands.js';
import { el, mark, say } from './dom.js';
import { Link } from './link.js';
import { ListView } from './list.js';
import { Fleet } from './robots.js';
import { RobotView } from './robot.js';

const DRAW_MILLIS = 200;
const id = name => document.getElementById(name);

const fleet = new Fleet();
let view = { draw() {}, told() {} };
let link;
let commander;

/** Asks before something is done that somebody may regret. */
function sure(title, text, yes) {
  say(id('sure-title'), title);
  say(id('sure-text'), text);
  say(id('sure-yes'), yes);
  const dialog = id('sure');
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(answer =>
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true }));
}

function askLogin() {
  const dialog = id('login');
  if (!dialog.open) {
    dialog.showModal();
    dialog.addEventListener('close', () => link.open({
      name: id('login-name').value, password: id('login-password').value,
    }), { once: true });
  }
}

/** #arm2 is the robot arm2, nothing is the list. */
function show() {
  const robot = decodeURIComponent(location.hash.slice(1));
  const known = robot === '' ? undefined : fleet.robot(robot);
  const of = leaf => `olivo/v1/${known === undefined ? '+' : robot}/${leaf}`;
  link.want([
    commander.filter,
    { filter: 'olivo/v1/+/description' },
    { filter: 'olivo/v1/+/state' },
    { filter: 'olivo/v1/+/events' },
    { filter: of('telemetry') },
  ]);
  view = known === undefined ? new ListView(fleet) : new RobotView(known, commander, sure);
  id('view').replaceChildren(view.root);
  document.title = known === undefined ? 'Olivo' : `${robot} – Olivo`;
  view.draw();
}

function state(text, up) {
  say(id('link'), text);
  id('link').className = up ? 'pill good' : 'pill bad';
  mark(document.body, 'cut', !up);
}

async function begin() {
  const settings = await (await fetch('settings.json')).json();
  const far = !['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  if (far && /^wss?:\/\/(localhost|127\.|\[::1\])/.test(settings.ws)) {
    id('view').replaceChildren(el('p', { class: 'bad' },
      `This page was told to find the broker at ${settings.ws}, which from here is this device itself. `
      + 'Start it again with --ws and an address that this device can reach.'));
    return;
  }
  link = new Link(settings.ws, {
    message(topic, payload, properties) {
      if (commander.isAnswer(topic)) {
        commander.hear(payload, properties);
      } else {
        fleet.hear(topic, payload);
      }
    },
    state,
    wantsLogin: askLogin,
  });
  commander = new Commander(link, entry => view.told(entry));
  addEventListener('hashchange', show);
  state('connecting to ' + settings.ws, false);
  link.open();
  show();
  setInterval(() => view.draw(), DRAW_MILLIS);
}

begin().catch(fault => state('the page could not start: ' + fault.message, false));
