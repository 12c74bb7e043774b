import assert from 'node:assert/strict';
import test from 'node:test';
import { INTERCEPT } from '../spec/intercepts.js';
import { differences } from '../fuzz/differences.js';
import { PLACE } from '../fuzz/place.js';
import type { Twin } from '../fuzz/twin.js';
import { makeTwin } from './twins.js';
import { USER } from './interceptCases.js';

type Fields = NonNullable<Parameters<Twin['vmcb12']>[0]>;
const VMMCALL = '0f01d9';
const [GP, UD, PF, DB] = [0x4d, 0x46, 0x4e, 0x41];
const [CR0_WRITE, CR3_WRITE, CR4_WRITE, CR8_WRITE, DR7_WRITE] = [0x10, 0x13, 0x14, 0x18, 0x37];
const SELECTIVE = INTERCEPT.selectiveCr0;
const word3 = (row: { bit: number }, ...more: { bit: number }[]): Fields => ({
  interceptMisc1: [row, ...more].reduce((sum, { bit }) => sum + 2 ** bit, 0),
});
const word4 = (row: { bit: number }): Fields => ({ interceptMisc2: 3 + 2 ** row.bit });
const crWrite = (n: number): Fields => ({ interceptCr: 2 ** (16 + n) });
/** MOV RBX, CR0; XOR EBX, bits; MOV CR0, RBX. */
const change = (bits: string): string => `0f20c3 81f3${bits} 0f22c3`;
const CR4_TSD = 0x624;
const DONE = INTERCEPT.vmmcall.exitCode;
const UNMAPPED = '00001001';

/** Exceptions 6, 13 and 14 exit too; the last column is more of the VMCB after the exit. */
const CASES: readonly [what: string, code: string, fields: Fields, exit: number, found?: Fields][] = [
  ['CR0 writes before selective ones', change('04000000'), { ...word3(SELECTIVE), ...crWrite(0) }, CR0_WRITE],
  ['a selective write of EM', change('04000000'), word3(SELECTIVE), SELECTIVE.exitCode],
  ['a selective write of TS and MP', change('0a000000'), word3(SELECTIVE), DONE],
  ['CLTS is no selective write', '0f06', word3(SELECTIVE), DONE],
  ['LMSW is one, whatever it changes', '0f01e3 0f01f3', word3(SELECTIVE), SELECTIVE.exitCode],
  ['an illegal CR0 before its intercept', change('00000020'), crWrite(0), GP],
  ['an illegal CR0 before the selective one', change('00000020'), word3(SELECTIVE), GP],
  ['an illegal CR3 before its intercept', '48bb000000000000f000 0f22db', crWrite(3), GP],
  ['a legal CR3', '0f20db 0f22db', crWrite(3), CR3_WRITE],
  ['an illegal CR4 before its intercept', '31db 0f22e3', crWrite(4), GP],
  ['a legal CR4', '0f20e3 0f22e3', crWrite(4), CR4_WRITE],
  ['an illegal CR8 before its intercept', 'bb10000000 440f22c3', crWrite(8), GP],
  ['a legal CR8', 'bb0f000000 440f22c3', crWrite(8), CR8_WRITE],
  ['an illegal DR7 before its intercept', '48c7c3ffffffff 0f23fb', { interceptDr: 2 ** 23 }, GP],
  ['a legal DR7', 'bb00040000 0f23fb', { interceptDr: 2 ** 23 }, DR7_WRITE],
  ['DR4 with CR4.DE before its intercept', '0f21e3', { interceptDr: 0x10, cr4: 0x628 }, UD],
  ['no permission for a port before its intercept', 'e460', { ...word3(INTERCEPT.ioioProt), ...USER }, GP],
  ['a port before the memory of INS', 'bf00001001 ba60000000 6c', word3(INTERCEPT.ioioProt), 0x7b],
  ['RDTSC with CR4.TSD', '0f31', { ...word3(INTERCEPT.rdtsc), ...USER, cr4: CR4_TSD }, GP],
  ['RDTSC without CR4.TSD', '0f31', { ...word3(INTERCEPT.rdtsc), ...USER }, 0x6e],
  ['RDTSCP with CR4.TSD', '0f01f9', { ...word4(INTERCEPT.rdtscp), ...USER, cr4: CR4_TSD }, GP],
  ['RDPRU with CR4.TSD', '31c9 0f01fd', { ...word4(INTERCEPT.rdpru), ...USER, cr4: CR4_TSD }, UD],
  ['RDPMC of no counter', 'b9ff000000 0f33', word3(INTERCEPT.rdpmc), GP],
  [
    'XSETBV of an illegal value',
    '31c9 31d2 31c0 0f01d1',
    { ...word4(INTERCEPT.xsetbv), cr4: 0x4_0620 },
    0x8d,
  ],
  ['XSETBV at CPL 3', '0f01d1', { ...word4(INTERCEPT.xsetbv), ...USER, cr4: 0x4_0620 }, 0x8d],
  ['XSETBV without CR4.OSXSAVE', '0f01d1', word4(INTERCEPT.xsetbv), UD],
  ['INVPCID of no type', '6a006a00 b804000000 660f38820424', { interceptMisc3: 4 }, 0xa2],
  ['MONITOR with extensions', 'b901000000 0f01c8', word4(INTERCEPT.monitor), GP],
  ['MWAIT with an extension that is none', 'b902000000 0f01c9', word4(INTERCEPT.mwait), GP],
  ['MWAIT at CPL 3', '0f01c9', { ...word4(INTERCEPT.mwait), ...USER }, UD],
  ['SGDT before its memory', `0f010425${UNMAPPED}`, word3(INTERCEPT.storeGdtr), 0x67],
  ['PUSHF before its stack', '48bc0000000000008000 9c', word3(INTERCEPT.pushf), 0x70],
  ['IRET before its stack', '48bc0000000000008000 48cf', word3(INTERCEPT.iret), 0x74],
  ['ICEBP with both intercepts', 'f1', { ...word4(INTERCEPT.icebp), interceptExceptions: 2 }, 0x88],
  [
    '#PF before CR2 is written',
    `8a0425${UNMAPPED}`,
    { cr2: 0x1234 },
    PF,
    { cr2: 0x1234, exitInfo2: 0x110_0000 },
  ],
  ['#DB after DR6 and DR7 are', '0f21c3', { dr7: 0x2400 }, DB, { dr6: 0xffff_2ff0, dr7: 0x400 }],
];
for (const [what, code, fields, exit, found = {}] of CASES)
  test(`N-56: priority: ${what}`, () => {
    const both = (['bare', 'nested'] as const).map((kind) => {
      const twin = makeTwin(kind);
      twin.write(PLACE.l1Code, '0f01d8 f4');
      twin.write(PLACE.l2Code, `${code}${VMMCALL}`);
      twin.write(PLACE.iopm + 0xc, '01');
      // No I/O permissions in the task state segment.
      twin.write(PLACE.tss + 0x66, 'ffff');
      twin.vmcb12({ interceptExceptions: 0x6042, ...fields });
      for (let n = 0; n < 20 && (n === 0 || twin.inL2); n++) twin.run(200);
      assert.equal(twin.field('exitCode').toString(16), exit.toString(16));
      for (const [key, value] of Object.entries(found) as [keyof Fields, number][])
        assert.equal(twin.field(key), BigInt(value), key);
      return twin;
    });
    assert.deepEqual(differences(both[0], both[1]), []);
  });
