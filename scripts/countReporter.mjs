// A reporter of node's test runner that writes the totals as one line.
const COUNTS = ['pass', 'fail', 'cancelled', 'skipped'];

export default async function* countReporter(events) {
  const counts = new Map();
  for await (const { type, data } of events) {
    if (type !== 'test:diagnostic') continue;
    const [, name, count] = /^(\w+) (\d+)$/.exec(data.message) ?? [];
    if (COUNTS.includes(name)) counts.set(name, Number(count));
  }
  const [pass, fail, cancelled, skipped] = COUNTS.map((name) => counts.get(name) ?? 0);
  yield `${pass} passed, ${fail + cancelled} failed, ${skipped} skipped\n`;
}
