// A sketch of the body: the chain of its parts as lines, seen from anywhere.
import { el } from './dom.js';

const TURN = 0.1; // rad, of a key
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1];

function times(a, b) {
  const product = new Array(9);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      product[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
    }
  }
  return product;
}

function rotation(axis, angle) {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return {
    x: [1, 0, 0, 0, c, -s, 0, s, c],
    y: [c, 0, s, 0, 1, 0, -s, 0, c],
    z: [c, -s, 0, s, c, 0, 0, 0, 1],
  }[axis];
}

/** The point that is so far along an axis of a frame. */
function along(point, frame, axis, length) {
  const column = 'xyz'.indexOf(axis);
  return point.map((value, i) => value + length * frame[3 * i + column]);
}

/**
 * Where the parts begin and end [m], from the base.
 *
 * @param valueOf the value of a channel [rad or m]
 */
export function joints(body, valueOf) {
  let at = [0, 0, 0];
  let frame = IDENTITY;
  const points = [at];
  for (const part of body) {
    const value = part.channel === '' ? 0 : valueOf(part.channel);
    const moved = part.at + (Number.isFinite(value) ? value : 0);
    if (part.slides) {
      at = along(at, frame, part.axis, moved);
    } else {
      frame = times(frame, rotation(part.axis, moved));
    }
    at = along(at, frame, 'x', part.length);
    points.push(at);
  }
  return points;
}

export class Sketch {
  constructor(robot) {
    this.robot = robot;
    this.around = -0.35; // rad, of the camera about z
    this.above = 0.25; // rad
    this.canvas = el('canvas', {
      class: 'sketch', tabindex: 0, role: 'img',
      'aria-label': `sketch of ${robot.id}; arrow keys turn it`,
      onkeydown: event => this.key(event),
      onpointerdown: event => this.canvas.setPointerCapture(event.pointerId),
      onpointermove: event => this.drag(event),
    });
    this.root = el('figure', { class: 'card with-sketch' },
      el('figcaption', {}, 'body'), this.canvas,
      el('p', { class: 'soft small' }, 'A sketch from the channels. Drag it, or use the arrow keys.'));
  }

  key(event) {
    const turn = { ArrowLeft: [-TURN, 0], ArrowRight: [TURN, 0], ArrowUp: [0, TURN], ArrowDown: [0, -TURN] }[event.key];
    if (turn !== undefined) {
      event.preventDefault();
      this.turn(...turn);
    }
  }

  drag(event) {
    if (event.buttons & 1) {
      this.turn(event.movementX * 0.01, event.movementY * 0.01);
    }
  }

  turn(around, above) {
    this.around += around;
    this.above = Math.max(-0.2, Math.min(1.5, this.above + above));
    this.draw(this.stale);
  }

  draw(stale) {
    this.stale = stale;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    if (this.width === 0) {
      return;
    }
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    const pen = this.canvas.getContext('2d');
    pen.scale(ratio, ratio);
    this.picture(pen);
  }

  picture(pen) {
    const body = this.robot.body;
    const reach = body.reduce((sum, part) => sum + part.length, 0)
      + (body.some(part => part.slides) ? 1 : 0) || 1;
    const scale = Math.min(this.width, this.height) / (2.3 * reach);
    const seen = point => this.seen(point, scale);
    this.ground(pen, seen, reach);
    const points = joints(body, name => this.valueOf(name));
    const feet = points.map(point => [point[0], point[1], -reach]);
    line(pen, feet.map(seen), css('--shade'), 7);
    line(pen, points.map(seen), css(this.stale ? '--soft' : '--ours'), 7);
    points.forEach((point, i) => dot(pen, seen(point), css('--card'), css(this.stale ? '--soft' : '--ink'), i));
  }

  valueOf(name) {
    const column = this.robot.columns.findIndex(one => one.name === name);
    return this.robot.frame?.values[column] ?? 0;
  }

  /** Seen from far away: no perspective, so that lengths can be compared. */
  seen(point, scale) {
    const turned = times(rotation('x', this.above), rotation('z', this.around));
    const [x, y, z] = [0, 1, 2].map(i =>
      turned[3 * i] * point[0] + turned[3 * i + 1] * point[1] + turned[3 * i + 2] * point[2]);
    return [this.width / 2 + scale * x, this.height / 2 - scale * z, y];
  }

  ground(pen, seen, reach) {
    for (let i = -4; i <= 4; i++) {
      const at = i * reach / 4;
      line(pen, [[at, -reach, -reach], [at, reach, -reach]].map(seen), css('--rule'), 1);
      line(pen, [[-reach, at, -reach], [reach, at, -reach]].map(seen), css('--rule'), 1);
    }
  }
}

function line(pen, points, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  points.forEach(([x, y]) => pen.lineTo(x, y));
  pen.stroke();
}

function dot(pen, [x, y], inside, outside, i) {
  pen.fillStyle = inside;
  pen.strokeStyle = outside;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.arc(x, y, i === 0 ? 7 : 5, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}
