import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock } from './clock.js';
import { Oscillator } from './oscillator.js';

test('timers fire in time order, ties in the order they were made', () => {
  const clock = new Clock();
  const fired: string[] = [];
  const [a, b, c] = ['a', 'b', 'c'].map((name) => clock.timer(name, (at) => void fired.push(`${name}${at}`)));
  clock.schedule(c, 5);
  clock.schedule(b, 7);
  clock.schedule(a, 7);
  assert.equal(clock.nextDeadline(), 5);
  clock.now = 10;
  clock.runDue();
  assert.deepEqual(fired, ['c5', 'a7', 'b7']);
  assert.equal(clock.nextDeadline(), Infinity);
});

test('a timer that sets itself again catches up', () => {
  const clock = new Clock();
  let count = 0;
  const timer = clock.timer('tick', (at) => {
    count++;
    clock.schedule(timer, at + 10);
  });
  clock.schedule(timer, 10);
  clock.now = 45;
  clock.runDue();
  assert.equal(count, 4);
  assert.equal(clock.nextDeadline(), 50);
});

test('a saved clock keeps its deadlines by name', () => {
  const make = () => {
    const clock = new Clock();
    return { clock, timer: clock.timer('only', () => {}) };
  };
  const from = make();
  from.clock.now = 3;
  from.clock.schedule(from.timer, 99);
  const to = make();
  to.clock.restore(from.clock.save());
  assert.deepEqual([to.clock.now, to.clock.nextDeadline()], [3, 99]);
  assert.throws(() => new Clock().restore(from.clock.save()), /no timer is called only/);
  assert.throws(() => from.clock.timer('only', () => {}), /two timers/);
});

test('the tick at the time of a tick is that tick, and not a nanosecond earlier', () => {
  for (const hz of [32_768, 1_193_182, 3_579_545]) {
    const oscillator = new Oscillator(hz);
    for (const tick of [1, 2, 3, hz - 1, hz, hz + 1, hz * 86_400 * 100 + 12_345]) {
      const ns = oscillator.timeOf(tick);
      assert.equal(oscillator.ticksAt(ns), tick);
      assert.equal(oscillator.ticksAt(ns - 1), tick - 1);
    }
  }
});
