'use strict';
(() => {
  const report = JSON.parse(document.getElementById('data').textContent);
  const charts = [];
  const narrow = () => window.innerWidth < 640;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const dashes = [[7, 4], [2, 3], [9, 3, 2, 3]]; // a second sign beside the colour

  // NaN comes as text; a gap in the line is what it means.
  const number = v => (typeof v === 'number' && isFinite(v) ? v : null);
  const points = series => Array.from(series.x, (x, i) => ({ x: number(x), y: number(series.y[i]) }));

  function line(series, colour, width, dash, order) {
    return {
      label: series.name, colour, data: points(series), showLine: true, pointRadius: 0,
      borderWidth: width, borderDash: dash || [], borderJoinStyle: 'round', order,
    };
  }

  // Three digits that count, as in the text.
  const digits = v => (v >= 1000 ? Math.round(v).toLocaleString('en').replace(/,/g, '\u202f')
    : String(Number(v.toPrecision(3))));

  // The first digit that counts, as in 5 of 0.05: what a logarithmic axis labels.
  const mantissa = v => Number(v.toExponential(6).split('e')[0]);

  // ---- plugins -----------------------------------------------------------------------------

  // Shades the load.
  const bands = {
    id: 'bands',
    beforeDatasetsDraw(chart, args, options) {
      const { ctx, chartArea: area, scales: { x } } = chart;
      ctx.save();
      (options.list || []).forEach(band => {
        const left = Math.max(area.left, x.getPixelForValue(band.from));
        const right = Math.min(area.right, x.getPixelForValue(band.to));
        if (right <= left) return;
        ctx.fillStyle = css('shade');
        ctx.fillRect(left, area.top, right - left, area.height);
        ctx.fillStyle = css('soft');
        ctx.font = '12px ' + Chart.defaults.font.family;
        ctx.textAlign = 'center';
        ctx.textBaseline = 'bottom';
        if (right - left > ctx.measureText(band.label).width) ctx.fillText(band.label, (left + right) / 2, area.top - 4);
      });
      ctx.restore();
    },
  };

  // Writes a line's name at its end, where there is room; the names are pushed apart.
  const names = {
    id: 'names',
    afterDatasetsDraw(chart) {
      if (narrow()) return;
      const { ctx, chartArea: area } = chart;
      const labels = chart.data.datasets.map((set, i) => {
        if (set.bound) return null;
        const shown = chart.getDatasetMeta(i).data.filter((p, k) => set.data[k].y !== null);
        const last = shown[shown.length - 1];
        return last && { text: set.label, colour: css(set.colour), x: last.x, y: last.y };
      }).filter(Boolean).sort((a, b) => a.y - b.y);
      for (let i = 1; i < labels.length; i++) labels[i].y = Math.max(labels[i].y, labels[i - 1].y + 17);
      let floor = area.bottom;
      for (let i = labels.length - 1; i >= 0; i--) {
        labels[i].y = Math.min(labels[i].y, floor);
        floor = labels[i].y - 17;
      }
      ctx.save();
      ctx.font = '600 13px ' + Chart.defaults.font.family;
      ctx.textBaseline = 'middle';
      labels.forEach(l => { ctx.fillStyle = l.colour; ctx.fillText(l.text, area.right + 8, l.y); });
      ctx.restore();
    },
  };

  // ---- parts -------------------------------------------------------------------------------

  const title = text => ({ display: true, text, color: () => css('soft') });
  const grid = { color: () => css('rule'), drawTicks: false };
  const ticks = extra => Object.assign({ color: () => css('soft'), padding: 6, maxRotation: 0 }, extra);

  // A key in HTML, so that it wraps on a phone and prints.
  function legend(section, sets) {
    const list = section.querySelector('.legend');
    list.replaceChildren(...sets.filter(set => !set.bound).map(set => {
      const item = document.createElement('li');
      const dash = set.borderDash.join(' ');
      item.innerHTML = `<svg width="28" height="8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4"
        stroke="var(--${set.colour})" stroke-width="${set.borderWidth + .5}" stroke-dasharray="${dash}"/></svg>`;
      item.append(set.label);
      return item;
    }));
  }

  function draw(id, config) {
    const section = document.getElementById(id);
    if (config.type === 'scatter') legend(section, config.data.datasets);
    charts.push(new Chart(section.querySelector('canvas'), config));
  }

  // Chart.js can't read CSS variables: these ask for them at every update, so also in a new theme.
  const drawn = context => css(context.dataset.colour);
  const paint = () => charts.forEach(chart => chart.update('none'));

  const nearest = { mode: 'nearest', axis: 'x', intersect: false };

  // From the least to the largest of all runs: two lines without a stroke, filled between.
  function spread(data, of) {
    const bound = (y, fill) => Object.assign(line({ name: data.name, x: data.x, y }, of.colour, 0, [], 9),
      { bound: true, fill, backgroundColor: () => css(of.colour) + '26' });
    return [bound(data.low, false), bound(data.high, '-1')];
  }

  function curves(data, id) {
    let other = 0;
    const sets = data.learners.map(s => {
      if (s.name === data.ours) return line(s, 'ours', 3, [], 0);
      if (s.name === data.baseline) return line(s, 'baseline', 2, [], 2);
      const i = other++;
      return line(s, 'other-' + (i % 6 + 1), 2, dashes[(i + Math.floor(i / 6)) % 3], 1);
    });
    data.spreads.forEach(s => sets.push(...spread(s, sets.find(set => set.label === s.name))));
    const times = data.learners.flatMap(s => [s.x[0], s.x[s.x.length - 1]]).filter(isFinite);
    const end = Math.max(...times);
    const step = niceStep((end - Math.min(...times)) / 10);
    const begin = step * Math.floor(Math.min(...times) / step); // a round number: the ticks count from it
    const room = narrow() ? 8 : 12 + 7.5 * Math.max(...data.learners.map(s => s.name.length));
    draw(id, {
      type: 'scatter', data: { datasets: sets }, plugins: [bands, names],
      options: {
        interaction: { mode: 'x', intersect: false },
        layout: { padding: { right: room, top: 22 } },
        scales: {
          x: { type: 'linear', min: begin, max: end, grid, title: title(data.axes.x), ticks: ticks() },
          y: data.axes.linear ? { type: 'linear', grid, title: title(data.axes.y), ticks: ticks() } : {
            type: 'logarithmic', grid, title: title(data.axes.y + ' (log)'),
            ticks: ticks({ callback: v => ([1, 2, 5].includes(mantissa(v)) ? digits(v) : null) }),
          },
        },
        plugins: {
          bands: { list: data.load },
          tooltip: {
            filter: item => !item.dataset.bound,
            callbacks: {
              title: items => items.length ? `${digits(items[0].parsed.x)} ${data.axes.xUnit}` : '',
              label: item => `${item.dataset.label}: ${digits(item.parsed.y)} ${data.axes.unit}`,
            },
          },
        },
      },
    });
  }

  // The same metres per pixel on both axes: fixed margins tell the plot's size before it is drawn.
  const margin = { left: 58, bottom: 46, right: 16, top: 10 };
  function trueAspect(sets) {
    const all = sets.flatMap(s => s.data).filter(p => p.x !== null && p.y !== null);
    const span = key => {
      const values = all.map(p => p[key]);
      const low = values.reduce((a, b) => Math.min(a, b), Infinity);
      const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
      return { middle: (low + high) / 2, size: Math.max(high - low, 1e-6) * 1.08 };
    };
    const x = span('x');
    const y = span('y');
    const aspect = x.size / y.size;
    const limits = (width, height) => {
      const w = width - margin.left - margin.right;
      const h = height - margin.top - margin.bottom;
      const scale = Math.max(x.size / w, y.size / h); // [m/pixel]
      return {
        x: { min: x.middle - scale * w / 2, max: x.middle + scale * w / 2 },
        y: { min: y.middle - scale * h / 2, max: y.middle + scale * h / 2 },
        step: niceStep(Math.max(scale * Math.min(w, h) / 5, scale * 60)),
      };
    };
    return { aspect, limits };
  }

  function niceStep(rough) {
    const ten = 10 ** Math.floor(Math.log10(rough));
    return ten * [1, 2, 5, 10].find(n => n * ten >= rough);
  }

  function path(data) {
    const sets = [
      line(data.desired, 'ink', 1.5, [2, 3], 0),
      line(data.baseline, 'baseline', 2, [], 3),
      line(data.start, 'other-1', 2, dashes[0], 2),
      line(data.learned, 'ours', 3, [], 1),
    ];
    const box = document.querySelector('#path .plot');
    const fit = trueAspect(sets);
    box.style.setProperty('--aspect', fit.aspect);
    const axis = (text, set) => ({
      type: 'linear', grid, title: title(text), ticks: ticks({ includeBounds: false, callback: v => Number(v.toFixed(4)) }), afterFit: set,
    });
    const scales = {
      x: axis('x, m', s => { s.height = margin.bottom; }),
      y: axis('y, m', s => { s.width = margin.left; }),
    };
    const apply = (target, width, height) => {
      const to = fit.limits(width, height);
      ['x', 'y'].forEach(k => {
        target[k].min = to[k].min;
        target[k].max = to[k].max;
        target[k].ticks.stepSize = to.step;
      });
    };
    apply(scales, box.clientWidth, box.clientHeight);
    draw('path', {
      type: 'scatter', data: { datasets: sets },
      options: {
        interaction: { mode: 'nearest', intersect: false },
        layout: { autoPadding: false, padding: { left: 0, bottom: 0, right: margin.right, top: margin.top } },
        onResize: (chart, size) => apply(chart.options.scales, size.width, size.height),
        scales,
        plugins: { tooltip: { callbacks: {
          label: item => `${item.dataset.label}: ${item.parsed.x.toFixed(4)} m, ${item.parsed.y.toFixed(4)} m`,
        } } },
      },
    });
  }

  function timing(data) {
    draw('timing', {
      type: 'bar',
      data: {
        labels: data.upToMicros.map(digits),
        datasets: [{ label: 'ticks', colour: 'ours', data: data.counts.map(n => n || null), categoryPercentage: 1, barPercentage: .92 }],
      },
      options: {
        interaction: nearest,
        scales: {
          x: { grid: { display: false }, title: title('time per tick up to, \u00b5s'), ticks: ticks() },
          y: { type: 'logarithmic', min: .8, grid, title: title('ticks (log)'), ticks: ticks({ callback: v => (mantissa(v) === 1 ? digits(v) : null) }) },
        },
        plugins: { tooltip: { callbacks: { title: items => `up to ${items[0].label} \u00b5s` } } },
      },
    });
  }

  Chart.defaults.animation = false;
  Chart.defaults.datasets.scatter.borderColor = drawn;
  Chart.defaults.datasets.scatter.backgroundColor = drawn;
  Chart.defaults.datasets.bar.backgroundColor = drawn;
  Chart.defaults.responsive = true;
  Chart.defaults.maintainAspectRatio = false;
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.plugins.legend.display = false;
  Chart.defaults.plugins.colors.enabled = false;

  if (report.curves) curves(report.curves, 'curves');
  report.benchmarks.forEach((one, i) => curves(one.curves, 'benchmark-' + i));
  if (report.path) path(report.path);
  if (report.timing) timing(report.timing);

  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  window.addEventListener('beforeprint', () => { charts.forEach(c => c.resize()); paint(); });
  window.addEventListener('afterprint', () => { charts.forEach(c => c.resize()); paint(); });
})();
