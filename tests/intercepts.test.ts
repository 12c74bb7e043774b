import assert from 'node:assert/strict';
import test from 'node:test';
import { parseCpu } from '../spec/cpuOption.js';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { makeTwin } from './twins.js';
import { runIntercept } from './caseRuns.js';
import { INTERCEPT_CASES, USER, type InterceptCase } from './interceptCases.js';

const VMRUN_HLT = '0f01d8 f4';
const UD2 = '0f0b';
const UD = 6;
const { features } = parseCpu('max');
const WAITS = ['HLT'];
const GP = 13;
const DF = 8;
const EXCEPTION = 0x40;
const EXCEPTIONS = 2;
/** #BP, #OF and #BR: exceptions with an instruction of their own, after which nRIP points. */
const AS_INSTRUCTIONS = [3, 4, 5];
const length = (code = ''): number => code.replace(/\s/g, '').length / 2;

function outcome(twin: Twin): Record<string, bigint> {
  const keys = ['exitCode', 'exitInfo1', 'exitInfo2', 'nRip', 'rip'] as const;
  return Object.fromEntries(keys.map((key) => [key, twin.field(key)]));
}
function both(given: InterceptCase, intercepted: boolean, fields?: InterceptCase['fields']): Twin {
  const twins = (['bare', 'nested'] as const).map((kind) => runIntercept(kind, given, intercepted, fields));
  assert.deepEqual(differences(twins[0], twins[1]), [], 'the machines are alike');
  return twins[0];
}

for (const given of INTERCEPT_CASES) {
  const { row, code, before, fault, info1 = 0n, info2 = 0n } = given;
  const start = BigInt(PLACE.l2Code + length(before));
  const after = start + BigInt(length(code));
  // INT3 is an instruction that is intercepted as the exception it raises.
  const faults = row.word === EXCEPTIONS;
  if (row.feature !== undefined && !features.has(row.feature)) {
    test(`${row.name}: the bit does nothing without ${row.feature}`, () => {
      const { exitCode, rip } = outcome(both(given, true));
      assert.deepEqual([exitCode, rip], [BigInt(EXCEPTION + UD), start]);
    });
    continue;
  }
  test(`N-58: ${row.name}: ${given.mnemonics.join(', ') || row.applies} exits when the bit is set`, () => {
    const found = outcome(both(given, true));
    const nRip = faults && !AS_INSTRUCTIONS.includes(row.bit) ? 0n : after;
    const expected = { exitCode: BigInt(row.exitCode), exitInfo1: info1, exitInfo2: info2, nRip, rip: start };
    if (row.exitCode === 0x7b) expected.exitInfo2 = after;
    assert.deepEqual(found, expected);
  });
  if (!given.always)
    test(`${row.name}: ${given.mnemonics.join(', ') || row.applies} does not exit when it is clear`, () => {
      const twin = both(given, false);
      // HLT and the like wait for ever.
      if (twin.inL2) {
        assert.ok(WAITS.includes(row.name));
        assert.equal(twin.get('RIP'), after);
        return;
      }
      const { exitCode, rip } = outcome(twin);
      assert.notEqual(exitCode, BigInt(row.exitCode));
      if (faults) {
        // It is delivered, and that fails.
        assert.ok(
          [EXCEPTION + GP, EXCEPTION + DF].includes(Number(exitCode)),
          `exit ${exitCode.toString(16)}`,
        );
        return;
      }
      if (fault !== undefined) assert.deepEqual([exitCode, rip >= start], [BigInt(EXCEPTION + fault), true]);
      else assert.deepEqual([exitCode, rip], [BigInt(EXCEPTION + UD), after]);
    });
  if (given.privileged)
    test(`${row.name}: ${given.mnemonics.join(', ')} at CPL 3 is #GP before it is intercepted`, () => {
      const found = outcome(both({ ...given, before: '' }, true, USER));
      assert.deepEqual([found['exitCode'], found['rip']], [BigInt(EXCEPTION + GP), BigInt(PLACE.l2Code)]);
    });
}

const IOIO = 0x7b;
const MSR = 0x7c;
/** The map, code before UD2, and whether it exits: the neighbours of a bit do not count, an access that reaches it does. */
const MAPS: readonly [what: string, map: number, bytes: string, code: string, exit: number | undefined][] = [
  ['a port below', PLACE.iopm + 0xc, '01', 'e45f', undefined],
  ['a port above', PLACE.iopm + 0xc, '01', 'e461', undefined],
  ['a word that reaches the port', PLACE.iopm + 0xc, '01', '66e55f', IOIO],
  ['a word after the port', PLACE.iopm + 0xc, '01', '66e561', undefined],
  ['a double word that reaches the port', PLACE.iopm + 0xc, '01', 'e55d', IOIO],
  ['a double word that ends below', PLACE.iopm + 0xc, '01', 'e55c', undefined],
  ['the last port and what lies past it', PLACE.iopm + 0x2000, '01', 'baffff0000 66ed', IOIO],
  ['the last port alone', PLACE.iopm + 0x2000, '01', 'baffff0000 ec', undefined],
  ['a read where writes exit', PLACE.msrpm + 0x820, '02', 'b9800000c0 0f32', undefined],
  ['a write where reads exit', PLACE.msrpm + 0x820, '01', 'b9800000c0 b8011d0000 31d2 0f30', undefined],
  ['the register above', PLACE.msrpm + 0x820, '03', 'b9810000c0 0f32', undefined],
  ['the first register of the first range', PLACE.msrpm + 4, '01', 'b910000000 0f32', MSR],
  ['a register of the third range', PLACE.msrpm + 0x1000 + 0x45, '01', 'b9140101c0 0f32', MSR],
  ['a register outside all ranges', PLACE.msrpm, '00', 'b900000040 0f32', MSR],
];
for (const [what, map, bytes, code, exit] of MAPS)
  test(`permission maps: ${what} ${exit === undefined ? 'does not exit' : 'exits'}`, () => {
    const found = (['bare', 'nested'] as const).map((kind) => {
      const twin = makeTwin(kind);
      twin.write(PLACE.l1Code, VMRUN_HLT);
      twin.write(PLACE.l2Code, `${code}${UD2}`);
      twin.write(map, bytes);
      twin.vmcb12({ interceptMisc1: 0x1800_0000, interceptExceptions: 1 << UD });
      for (let n = 0; n < 50 && (n === 0 || twin.inL2); n++) twin.run(1000);
      assert.equal(twin.field('exitCode'), BigInt(exit ?? EXCEPTION + UD));
      return twin;
    });
    assert.deepEqual(differences(found[0], found[1]), []);
  });
