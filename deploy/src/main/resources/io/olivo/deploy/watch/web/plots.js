// Plots of the last half minute.
import uPlot from './lib/uPlot.esm.js';
import { digits, el, mark, say } from './dom.js';

const SECONDS = 30;
const HEIGHT = 150;
const HUES = ['--ours', '--other-1', '--other-2', '--other-3', '--other-4', '--other-5', '--other-6', '--baseline'];
const DASHES = [[], [6, 3], [2, 3]];
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** One plot with a legend that shows the newest values. */
export class Plot {
  /**
   * @param title with its unit
   * @param series {name, of(entry), exact} of each line; `of` reads it from an entry of the history
   */
  constructor(title, series) {
    this.series = series;
    this.values = series.map(one => el('output', { class: 'value', 'data-name': one.name }));
    this.box = el('div', { class: 'plot', role: 'img', 'aria-label': title + ', over the last 30 s' });
    this.root = el('figure', { class: 'card' },
      el('figcaption', {}, title),
      this.box,
      el('ul', { class: 'legend' }, ...series.map((one, i) => el('li', {},
        el('span', { class: `swatch hue-${i % HUES.length} dash-${Math.floor(i / HUES.length) % 3}` }),
        el('span', { class: 'name' }, one.name), this.values[i]))));
  }

  /** Draws what is remembered; the newest is at the right, and what is old moves to the left. */
  draw(history, nowSeconds, frame) {
    this.series.forEach((one, i) => {
      const value = frame === undefined ? NaN : one.of(frame);
      say(this.values[i], digits(value));
      this.values[i].setAttribute('data-exact', String(value));
    });
    const width = this.box.clientWidth;
    if (width === 0) {
      return;
    }
    const data = [history.map(entry => entry.at - nowSeconds)];
    for (const one of this.series) {
      data.push(history.map(entry => {
        const value = one.of(entry.frame, entry);
        return Number.isFinite(value) ? value : null;
      }));
    }
    this.chart ??= this.make(width, data);
    if (this.chart.width !== width) {
      this.chart.setSize({ width, height: HEIGHT });
    }
    this.chart.setData(data);
  }

  make(width, data) {
    const axis = { stroke: () => css('--soft'), grid: { stroke: () => css('--rule'), width: 1 },
      ticks: { show: false }, font: '11px system-ui, sans-serif' };
    return new uPlot({
      width,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 8, 0, 0],
      scales: { x: { time: false, range: [-SECONDS, 0] }, y: { range: spread } },
      axes: [
        { ...axis, size: 22, values: (_, ticks) => ticks.map(tick => tick + ' s') },
        { ...axis, size: 52, values: (_, ticks) => ticks.map(tick => String(Number(tick.toPrecision(4)))) },
      ],
      series: [{}, ...this.series.map((one, i) => ({
        label: one.name,
        stroke: () => css(HUES[i % HUES.length]),
        dash: DASHES[Math.floor(i / HUES.length) % 3],
        width: 1.5,
        points: { show: false },
      }))],
    }, data, this.box);
  }

  /** Whether its values are those of this moment. */
  stale(old) {
    mark(this.root, 'stale', old);
  }
}

/** Room above and below, and no scale of nothing. */
function spread(_, low, high) {
  if (low === null || high === null) {
    return [0, 1];
  }
  const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}
