import assert from 'node:assert/strict';
import test from 'node:test';
import { RIGHT, type Behaviour } from '../hypervisor/behaviour.js';
import { silicon } from '../tests/twins.js';
import { describeCase, describeFinding } from './caseText.js';
import { hunt, type Found } from './hunt.js';
import { judge } from './judge.js';
import { Pairs } from './pair.js';
import { shrink } from './shrink.js';
import { trail } from './trail.js';

/** After every #VMEXIT L1's GIF is set, as it must not be. */
const GIF_STAYS: Behaviour = {
  ...RIGHT,
  returnToL1: (l0, vcpu) => {
    RIGHT.returnToL1(l0, vcpu);
    vcpu.gif = true;
  },
};
const THROWS: Behaviour = {
  ...RIGHT,
  enter: () => {
    throw new Error('planted');
  },
};
/** Nested page faults are never dealt with. */
const NEVER_ENDS: Behaviour = { ...RIGHT, handle: () => undefined };

function first(behaviour: Behaviour): Found {
  const { found } = hunt(silicon(), { seed: 1, cases: 200, cpu: 'max', behaviour });
  assert.ok(found, 'nothing found in 200 cases');
  return found;
}

test('a planted mistake is found and made small, the same way every time', () => {
  const { given, finding } = first(GIF_STAYS);
  assert.equal(finding.kind, 'difference');
  const [one, two] = [0, 1].map(() => shrink(new Pairs(silicon(), GIF_STAYS), given, finding));
  assert.deepEqual(one, two);
  const { smallest } = one;
  assert.ok(one.finding.details.some((line) => line.startsWith('GIF:')));
  assert.equal(smallest.slices, 1);
  assert.ok(smallest.loop.length <= 2, smallest.loop.join('; '));
  // Something has to make L2 exit: a page that is not there is as good as an instruction.
  assert.ok(smallest.l2.length + smallest.edits.length <= 1, JSON.stringify(smallest.edits));
  assert.deepEqual([smallest.before, smallest.events], [[], []]);
  assert.equal(judge(new Pairs(silicon()), smallest).finding, undefined, 'the right L0 passes it');
});

test('a case and what is found in it are told as text', () => {
  const { given, finding } = first(GIF_STAYS);
  const { smallest, finding: small } = shrink(new Pairs(silicon(), GIF_STAYS), given, finding);
  const text = [...describeCase(smallest), ...describeFinding(small)].join('\n');
  assert.match(text, /^processor max; L2 begins in mode/);
  assert.match(text, /10000 {2}run guest: [ab] .*0f01d8/);
  assert.match(text, /GIF: bare 00, nested 01/);
  const [bare, nested] = (['bare', 'nested'] as const).map((kind) => trail(silicon(), kind, smallest));
  assert.match(bare.join('\n'), /VMRUN (into L2|fails)/);
  assert.equal(bare.length, nested.length);
});

test('an L0 that throws, and one that never comes to an end, are findings', () => {
  for (const [behaviour, message] of [
    [THROWS, 'planted'],
    [NEVER_ENDS, 'the L0 enters its guest again and again'],
  ] as const) {
    const { finding } = first(behaviour);
    assert.deepEqual([finding.kind, finding.details], ['crash', [message]]);
  }
});
