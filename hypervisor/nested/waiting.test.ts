import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin } from '../../tests/twins.js';

const KINDS: readonly MachineKind[] = ['bare', 'nested'];
const [VMMCALL, PAUSE, HLT, IDLE_HLT] = [0x81n, 0x77n, 0x78n, 0xa6n];
const VMRUN_HLT = '0f01d8 f4';
const PAUSE_INTERCEPT = 1 << 23;
const HLT_INTERCEPT = 1 << 24;
const IDLE_HLT_INTERCEPT = 1 << 6;
/** A PAUSE takes 65 ns, so two in a row are that far apart. */
const PAUSE_TIME = 65;

type Fields = Parameters<Twin['vmcb12']>[0];

function exitOf(kind: MachineKind, code: string, fields: Fields, cpu?: string): Twin {
  const twin = makeTwin(kind, cpu);
  twin.write(PLACE.l1Code, VMRUN_HLT);
  twin.write(PLACE.l2Code, `${code} 0f01d9`);
  twin.vmcb12({ interceptMisc1: PAUSE_INTERCEPT, ...fields });
  twin.run(5000);
  return twin;
}

const pauses = (count: number): string => 'f390'.repeat(count);
/** CPUID of the processor's own making: L0 work between two PAUSEs, where there is an L0. */
const L0_WORK = 'b9040100c0 0f32';
const count = (pauseFilterCount: number, pauseFilterThreshold = 0): Fields => ({
  pauseFilterCount,
  pauseFilterThreshold,
});

const FILTER: readonly (readonly [name: string, code: string, fields: Fields, exit: bigint, cpu?: string])[] =
  [
    ['no count: every PAUSE', pauses(1), count(0), PAUSE],
    ['as many as the count pass', pauses(5), count(5), VMMCALL],
    ['one more exits', pauses(6), count(5), PAUSE],
    ['no intercept', pauses(9), { ...count(5), interceptMisc1: 0 }, VMMCALL],
    ['no filter in the processor', pauses(1), count(5), PAUSE, 'max,-pause-filter'],
    ['just within the threshold', pauses(9), count(5, PAUSE_TIME), PAUSE],
    ['just beyond the threshold', pauses(9), count(5, PAUSE_TIME - 1), VMMCALL],
    ['no threshold in the processor', pauses(9), count(5, PAUSE_TIME - 1), PAUSE, 'max,-pfthreshold'],
    ['a pause in the spinning', `${pauses(5)} 90 ${pauses(5)}`, count(5, PAUSE_TIME), VMMCALL],
    ['the L0 at work in the spinning', `${pauses(3)} ${L0_WORK} ${pauses(3)}`, count(5), PAUSE],
    ['the L0 at work in less of it', `${pauses(3)} ${L0_WORK} ${pauses(2)}`, count(5), VMMCALL],
  ];

for (const kind of KINDS)
  test(`N-39 N-A4: the pause filter lets a guest spin for a while: ${kind}`, async (t) => {
    for (const [name, code, fields, exit, cpu] of FILTER)
      await t.test(name, () => {
        const twin = exitOf(kind, code, fields, cpu);
        assert.equal(twin.field('exitCode'), exit);
        const { pauseFilterCount = 0 } = fields ?? {};
        assert.equal(
          twin.field('pauseFilterCount'),
          BigInt(pauseFilterCount),
          'what is left is not written back',
        );
      });
  });

const V_IRQ = 0x100;
const V_NMI = 0x800;
const idle = (fields: Fields = {}): Fields => ({ interceptMisc3: IDLE_HLT_INTERCEPT, ...fields });
const HALTS: readonly (readonly [name: string, fields: Fields, exit: bigint | undefined, cpu?: string])[] = [
  ['nothing pending', idle(), IDLE_HLT],
  ['no such intercept', {}, undefined],
  ['not in the processor', idle(), undefined, 'max,-idle-hlt'],
  ['a virtual interrupt, masked', idle({ intCtl: V_IRQ }), undefined],
  ['a virtual NMI', idle({ intCtl: V_NMI }), undefined],
  ['the plain intercept comes first', idle({ interceptMisc1: HLT_INTERCEPT }), HLT],
];

for (const kind of KINDS)
  test(`the idle intercept takes HLT only when no virtual event waits: ${kind}`, async (t) => {
    for (const [name, fields, exit, cpu] of HALTS)
      await t.test(name, () => {
        const twin = exitOf(kind, 'f4', fields, cpu);
        assert.equal(twin.inL2, exit === undefined);
        if (exit !== undefined) {
          assert.deepEqual(
            [twin.field('exitCode'), twin.field('rip'), twin.field('nRip')],
            [exit, BigInt(PLACE.l2Code), BigInt(PLACE.l2Code + 1)],
          );
        }
      });
  });
