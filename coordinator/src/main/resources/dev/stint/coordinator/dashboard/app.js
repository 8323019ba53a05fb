/** The dashboard: one stream of whole pages, drawn as they come. */
import { h, render } from './preact.js';
import { LiveMap } from './map.js';
import { Chart, bars, bytes, clock, count, duration, empty, meter, stat, state, table } from './parts.js';

const PAGES = { overview: 'Overview', map: 'Live map', nodes: 'Nodes', jobs: 'Jobs', moves: 'Moves', events: 'Events' };
const TOPICS = [...Object.keys(PAGES), 'series'];
const DETAIL_PERIOD = 2000;

const data = {};
let live = false;
let detail = null;
let drawing = false;

const route = () => {
  const [, page, id] = location.hash.split('/');
  return { page: page in PAGES ? page : 'overview', id: id && decodeURIComponent(id) };
};

function overview() {
  const { overview: o, series: s } = data;
  const queued = o.oldestQueued;
  return [
    h('h1', null, 'The cluster is ', h('span', { class: o.health }, o.health)),
    o.notes.length > 0 && h('ul', { class: 'card notes' }, o.notes.map((note) => h('li', null, note))),
    h('div', { class: 'grid' },
      stat('Nodes up', count(o.nodesUp), `of ${o.nodesKnown}`, `${o.carriers} carriers, ${o.cpuUsed.toFixed(2)} CPU in use`),
      stat('Tasklets', count(o.tasklets), '', `${count(o.ready)} ready, ${count(o.parked)} parked, ${count(o.frozen)} frozen`),
      stat('Jobs running', count(o.jobs.running ?? 0), '', `${o.jobs.queued ?? 0} queued, ${o.jobs.failed ?? 0} failed`),
      stat('Moves', o.movesPerSecond.toFixed(1), 'a second', `${count(o.movesTotal)} in all, ${o.movesPending} under way`),
      stat('Move time, p99', o.moveTimeP99 ? duration(o.moveTimeP99) : '–', '', o.moveTimeP99 ? `half within ${duration(o.moveTimeP50)}; five minutes` : 'no move in five minutes'),
      stat('Oldest queued', queued ? duration(Math.max(0, o.atMillis - queued.sinceMillis)) : '–', '', queued ? `${queued.name}: ${queued.why}` : 'nothing waits')),
    s && h('div', { class: 'two', style: { marginTop: '16px' } },
      h('div', { class: 'card' }, h('h2', null, 'Moves a second'),
        h(Chart, { at: s.at, values: s.moves, least: 1, label: 'Moves a second over the last five minutes' })),
      h('div', { class: 'card' }, h('h2', null, 'Move time p99, milliseconds'),
        h(Chart, { at: s.at, values: s.moveTimeP99, least: 10, label: 'Move time p99 over the last five minutes' }))),
  ];
}

const map = () => [h('h1', null, 'Live map'), h(LiveMap, { page: data.map })];

function nodes() {
  const { nodes: list, left } = data.nodes;
  return [
    h('h1', null, 'Nodes'),
    table('Nodes', [
      ['Node', (n) => n.name, 'tight'],
      ['State', (n) => state(n.state)],
      ['CPU used of promised', (n) => [`${n.cpu.toFixed(2)} / ${n.carriers}`, meter(n.cpu, n.carriers)], 'num'],
      ['Heap', (n) => [`${bytes(n.heapUsed)} / ${bytes(n.heapMax)}`, meter(n.heapUsed, n.heapMax)], 'num'],
      ['Tasklets', (n) => count(n.tasklets), 'num'],
      ['Ready', (n) => count(n.ready), 'num'],
      ['Labels', (n) => Object.entries(n.labels).map(([k, v]) => `${k}=${v}`).join(' ') || '–'],
      ['Address', (n) => h('code', null, n.address)],
    ], list, (n) => `${n.name} ${n.incarnation}`, 'No node has joined yet.'),
    left > 0 && h('p', { class: 'hint' }, `${count(left)} more are not listed.`),
  ];
}

const jobLink = (id) => h('a', { href: `#/jobs/${encodeURIComponent(id)}` }, h('code', null, id));

function jobs() {
  const { jobs: list, failures } = data.jobs;
  const now = data.overview.atMillis;
  return [
    h('h1', null, 'Jobs'),
    failures.length > 0 && [
      h('h2', null, 'Failures by where they began'),
      table('Failures', [
        ['Jobs', (f) => count(f.count), 'num'],
        ['What', (f) => f.message || f.type, 'wide'],
        ['Where', (f) => (f.frame ? h('code', null, f.frame) : '–'), 'wide'],
        ['Newest', (f) => jobLink(f.jobs[0])],
      ], failures, (f) => `${f.type} ${f.frame}`, ''),
      h('h2', null, 'All jobs'),
    ],
    table('Jobs', [
      ['Job', (j) => jobLink(j.id), 'tight'],
      ['Name', (j) => j.name],
      ['State', (j) => state(j.state)],
      ['Submitted', (j) => clock(j.submittedMillis), 'num'],
      ['Took', (j) => (j.startedMillis ? duration((j.endedMillis || now) - j.startedMillis) : '–'), 'num'],
      ['Live', (j) => count(j.live), 'num'],
      ['Tasklets', (j) => count(j.tasklets), 'num'],
      ['Moves', (j) => count(j.moves), 'num'],
      ['CPU', (j) => duration(j.cpuMillis), 'num'],
    ], list, (j) => j.id, 'No job yet. Submit one with: stint run Count.java'),
  ];
}

function job(id) {
  const back = h('p', null, h('a', { href: '#/jobs' }, '← All jobs'));
  if (detail?.asked !== id) return [back, empty('Loading …')];
  if (detail.failure) return [back, empty(detail.failure)];
  const j = detail.page;
  return [
    back,
    h('h1', null, j.name, ' ', h('span', { class: j.state }, j.state)),
    h('div', { class: 'grid' },
      stat('Ran for', j.startedMillis ? duration((j.endedMillis || data.overview.atMillis) - j.startedMillis) : '–', '', `submitted ${clock(j.submittedMillis)}`),
      stat('Tasklets', count(j.tasklets), '', `${count(j.live)} live`),
      stat('Moves', count(j.moves), '', `${duration(j.cpuMillis)} of CPU`)),
    (j.failure || j.stack) && [h('h2', null, 'Failure'), h('pre', { tabindex: 0 }, j.stack || j.failure)],
    h('h2', null, 'Output'),
    j.output.length === 0
      ? empty('It has printed nothing yet.')
      : h('pre', { tabindex: 0 }, j.output.map((run) => h('span', { class: run.error ? 'error' : '' }, run.text))),
    h('details', { class: 'hint' }, h('summary', null, `Job ${j.id}, class path of ${j.bundle.length}`), j.bundle.join(', ')),
  ];
}

function moves() {
  const m = data.moves;
  const reasons = Object.entries(m.reasons);
  return [
    h('h1', null, 'Moves'),
    m.recent.length > 0 && h('div', { class: 'two', style: { marginBottom: '16px' } },
      h('div', { class: 'card' }, h('h2', null, 'Why they moved'), bars([...reasons, ...Object.entries(m.outcomes).filter(([k]) => k === 'aborted')])),
      h('div', { class: 'card' }, h('h2', null, 'How long they took'), bars(m.moveTimes.map((b) => [b.upTo === 'more' ? 'more' : `to ${b.upTo}`, b.count])))),
    m.pingPong.length > 0 && [
      h('h2', null, 'Back and forth within half a minute'),
      table('Back and forth', [
        ['Tasklet', (p) => h('code', null, p.tasklet)],
        ['Job', (p) => jobLink(p.job)],
        ['Between', (p) => p.between.join(' and ')],
        ['Returns', (p) => count(p.returns), 'num'],
      ], m.pingPong, (p) => p.tasklet, ''),
      h('h2', null, 'Newest moves'),
    ],
    table('Moves', [
      ['At', (v) => clock(v.atMillis), 'num'],
      ['Tasklet', (v) => h('code', null, v.tasklet), 'tight'],
      ['Job', (v) => jobLink(v.job), 'tight'],
      ['From', (v) => v.from, 'tight'],
      ['To', (v) => v.to, 'tight'],
      ['Took', (v) => duration(v.millis), 'num'],
      ['Why', (v) => [v.why || v.kind, v.detail && ` (${v.outcome}: ${v.detail})`], 'wide'],
    ], m.recent, (v) => v.number, 'Nothing has moved yet. Tasklets move when a node drains or is busier than others.'),
  ];
}

const events = () => [
  h('h1', null, 'Events'),
  table('Events', [
    ['At', (e) => clock(e.atMillis), 'num'],
    ['Kind', (e) => e.kind, 'tight'],
    ['What happened', (e) => e.text, 'wide'],
  ], data.events.events, (e) => e.number, 'Nothing has happened yet.'),
];

const VIEWS = { overview, map, nodes, jobs, moves, events };

function draw() {
  drawing = false;
  const { page, id } = route();
  document.title = `${PAGES[page]} – Stint`;
  render([
    h('a', { class: 'skip', href: '#main', onClick: (e) => { e.preventDefault(); document.getElementById('main').focus(); } }, 'Skip to the page'),
    h('header', null,
      h('span', { class: 'name' }, 'Stint'),
      h('nav', { 'aria-label': 'Pages' }, Object.entries(PAGES).map(([key, name]) =>
        h('a', { href: `#/${key}`, 'aria-current': key === page ? 'page' : undefined }, name))),
      h('span', { class: `label state ${live ? 'ok' : 'down'}`, role: 'status' }, live ? 'live' : 'not connected')),
    h('main', { id: 'main', tabindex: -1, 'data-page': page, key: `${page}/${id}` },
      !data.overview || !data[page] ? empty('Waiting for the coordinator …') : id && page === 'jobs' ? job(id) : VIEWS[page]()),
  ], document.body);
}

/** At most once per frame of the screen, however much arrives. */
function redraw() {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(draw);
  }
}

async function loadDetail() {
  const { page, id } = route();
  if (page !== 'jobs' || !id) return;
  try {
    const answer = await fetch(`job?id=${encodeURIComponent(id)}`);
    detail = answer.ok ? { asked: id, page: await answer.json() } : { asked: id, failure: await answer.text() };
    redraw();
  } catch { /* The stream says that the coordinator is away. */ }
}

const stream = new EventSource('stream');
stream.onopen = () => { live = true; redraw(); };
stream.onerror = () => { live = false; redraw(); };
for (const topic of TOPICS) {
  stream.addEventListener(topic, (event) => { data[topic] = JSON.parse(event.data); redraw(); });
}
addEventListener('hashchange', () => { detail = null; loadDetail(); redraw(); });
setInterval(loadDetail, DETAIL_PERIOD);
loadDetail();
draw();
