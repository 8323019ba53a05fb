/** Parts that several pages are made of, and how figures are written. */
import { h, Component } from './preact.js';
import uPlot from './uplot.js';

export const count = (n) => n.toLocaleString('en');
export const clock = (millis) => (millis ? new Date(millis).toLocaleTimeString('en-GB') : '–');

export function duration(millis) {
  if (millis < 1000) return `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;
  const seconds = millis / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const bytes = (n) => (n >= 2 ** 30 ? `${(n / 2 ** 30).toFixed(1)} GiB` : `${Math.round(n / 2 ** 20)} MiB`);
export const state = (text) => h('span', { class: `state ${text.split(' ')[0]}` }, text);
export const empty = (text) => h('div', { class: 'card empty' }, text);

export const stat = (label, value, unit, hint) =>
  h('div', { class: 'card' },
    h('div', { class: 'label' }, label),
    h('div', { class: 'value' }, value, unit && h('small', null, unit)),
    h('div', { class: 'hint' }, hint));

/** Columns are [title, cell of a row, class]. */
export const table = (label, columns, rows, key, none) =>
  rows.length === 0
    ? empty(none)
    : h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
        h('table', { 'aria-label': label },
          h('thead', null, h('tr', null,
            columns.map(([title, , kind]) => h('th', { scope: 'col', class: kind }, title)))),
          h('tbody', null, rows.map((row) => h('tr', { key: key(row) },
            columns.map(([, cell, kind]) => h('td', { class: kind }, cell(row))))))));

export const meter = (used, promised) => {
  const share = promised > 0 ? Math.min(1, used / promised) : 0;
  return h('span', { class: 'meter', 'aria-hidden': 'true' }, h('i', { style: { width: `${share * 100}%` } }));
};

export const bars = (rows) => {
  const most = Math.max(1, ...rows.map(([, n]) => n));
  return h('div', { class: 'bars' }, rows.map(([name, n]) => [
    h('span', null, name),
    h('i', { style: { width: `${(n / most) * 100}%` }, 'aria-hidden': 'true' }),
    h('span', { class: 'num' }, count(n)),
  ]));
};

/** A line over time; the same figures stand beside it in words. */
export class Chart extends Component {
  shouldComponentUpdate(next) {
    this.plot.setData([next.at, next.values]);
    return false;
  }

  componentDidMount() {
    this.draw = () => {
      this.plot?.destroy();
      // Custom properties hold light-dark(), which only a real property resolves.
      const color = (name) => { this.base.style.color = `var(${name})`; return getComputedStyle(this.base).color; };
      const [soft, line, ink] = [color('--soft'), color('--line'), color('--accent')];
      const font = `12px ${getComputedStyle(document.body).fontFamily}`;
      const axis = { stroke: soft, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
      this.plot = new uPlot({
        width: this.base.clientWidth, height: 170, legend: { show: false },
        cursor: { show: false },
        scales: { y: { range: (_, low, high) => [0, Math.max(high * 1.15, this.props.least)] } },
        axes: [{ ...axis, grid: { show: false }, space: 90,
                 values: (_, ticks) => ticks.map((t) => new Date(t * 1000).toLocaleTimeString('en-GB')) },
               { ...axis, size: 48, space: 36 }],
        series: [{}, { stroke: ink, width: 1.75, fill: ink.replace('rgb(', 'rgba(').replace(')', ', 0.1)'), points: { show: false } }],
      }, [this.props.at, this.props.values], this.base);
    };
    this.draw();
    this.sizes = new ResizeObserver(() => this.plot.setSize({ width: this.base.clientWidth, height: 170 }));
    this.sizes.observe(this.base);
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.dark.addEventListener('change', this.draw);
  }

  componentWillUnmount() {
    this.sizes.disconnect();
    this.dark.removeEventListener('change', this.draw);
    this.plot.destroy();
  }

  render() {
    return h('div', { role: 'img', 'aria-label': this.props.label });
  }
}
