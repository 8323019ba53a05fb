/** The live map: nodes as boxes, tasklets as dots that fly when they move. */
import { h, Component } from './preact.js';
import { count, empty, state } from './parts.js';

const STEP = 16;
const GAP = 16;
const HEAD = 46;
const PAD = 20;
const COLOURS = 8;

export const colour = (job) => `c${job % COLOURS}`;

/** Where each tasklet sits in its node: it keeps its place there until it leaves. */
class Seats {
  byTasklet = new Map();

  /** For each dot its seat; those that are new or have moved take the first free one. */
  take(dots, nodes) {
    const taken = new Map();
    const next = new Map();
    const free = (node) => taken.get(node) ?? taken.set(node, new Set()).get(node);
    for (const [id, node] of dots) {
      const seat = this.byTasklet.get(id);
      if (seat?.node === nodes[node].name) {
        next.set(id, seat);
        free(seat.node).add(seat.at);
      }
    }
    for (const [id, node] of dots) {
      if (next.has(id)) continue;
      const name = nodes[node].name;
      let at = 0;
      while (free(name).has(at)) at++;
      free(name).add(at);
      next.set(id, { node: name, at });
    }
    this.byTasklet = next;
    return next;
  }
}

export class LiveMap extends Component {
  seats = new Seats();

  componentDidMount() {
    this.sizes = new ResizeObserver(([entry]) => this.setState({ width: entry.contentRect.width }));
    this.sizes.observe(this.base);
  }

  componentWillUnmount() {
    this.sizes.disconnect();
  }

  render({ page }, { width = 1216 }) {
    return h('div', null,
      page.nodes.length === 0
        ? empty('No node is here yet. Start one, and it appears as a box.')
        : [this.legend(page), this.boxes(page, width)]);
  }

  legend({ jobs, total }) {
    return h('div', { class: 'legend' },
      h('span', null, `${count(total)} ${total === 1 ? 'tasklet' : 'tasklets'}`),
      jobs.slice(0, COLOURS).map((job, i) =>
        h('span', { key: job.id }, h('span', { class: `swatch ${colour(i)}` }),
          h('a', { class: 'plain', href: `#/jobs/${job.id}` }, `${job.name} (${job.id})`))),
      jobs.length > 0 && h('span', null, h('span', { class: 'swatch ring' }), 'frozen, in transit'));
  }

  boxes({ nodes, dots, tiles, jobs }, width) {
    const columns = Math.max(1, Math.min(nodes.length, Math.floor((width + GAP) / (280 + GAP))));
    const wide = (width - GAP * (columns - 1)) / columns;
    const across = Math.max(1, Math.floor((wide - 2 * PAD) / STEP));
    const seats = this.seats.take(dots, nodes);
    const last = Math.max(0, ...[...seats.values()].map((seat) => seat.at));
    const high = HEAD + PAD + Math.max(3, Math.floor(last / across) + 1) * STEP;
    const corner = (node) => [(node % columns) * (wide + GAP), Math.floor(node / columns) * (high + GAP)];
    const sorted = [...dots].sort(([a], [b]) => (a < b ? -1 : 1));
    return h('div', { class: 'map', style: { height: `${Math.ceil(nodes.length / columns) * (high + GAP)}px` } },
      nodes.map((node, i) => this.box(node, i, corner(i), [wide, high], tiles)),
      h('svg', { 'aria-hidden': 'true' }, sorted.map(([id, node, job, how]) => {
        const [x, y] = corner(node);
        const { at } = seats.get(id);
        const place = [x + PAD + STEP / 2 + (at % across) * STEP, y + HEAD + STEP / 2 + Math.floor(at / across) * STEP];
        return h('circle', {
          key: id, r: 5, class: `dot ${colour(job)} ${how}`, 'data-tasklet': id, 'data-node': nodes[node].name,
          style: { transform: `translate(${place[0]}px, ${place[1]}px)` },
        }, h('title', null, `${id} of ${jobs[job].name}, ${how}`));
      })));
  }

  box(node, i, [x, y], [wide, high], tiles) {
    const mine = tiles.filter(([at]) => at === i);
    return h('section', {
      key: node.name, class: 'box', 'aria-label': `${node.name}: ${node.state}, ${node.tasklets} tasklets`,
      style: { left: `${x}px`, top: `${y}px`, width: `${wide}px`, height: `${high}px` },
    }, h('b', null, node.name), state(node.state),
      h('span', { class: 'label' }, `  ${count(node.tasklets)} ${node.tasklets === 1 ? 'tasklet' : 'tasklets'}`),
      mine.length > 0 && h('div', { class: 'tile' }, mine.map(([, job, how, n]) =>
        h('i', { class: colour(job), title: `${count(n)} ${how}`, style: { flexGrow: n } }))));
  }
}
