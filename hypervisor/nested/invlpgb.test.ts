import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from '../../fuzz/differences.js';
import { PLACE } from '../../fuzz/place.js';
import type { MachineKind, Twin } from '../../fuzz/twin.js';
import { makeTwin, twins } from '../../tests/twins.js';

const KINDS: readonly MachineKind[] = ['bare', 'nested'];
const UD = 6;
const GP = 13;
const VMRUN_HLT = '0f01d8 f4';
const INVLPGB = '0f01fe';
const TLBSYNC = '0f01ff';
const MOST = 7;

const le32 = (value: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes.toString('hex');
};
/** MOV EAX, ECX and EDX, then the instruction. */
const invlpgb = (eax: number, ecx = 0, edx = 0): string =>
  `b8${le32(eax)} b9${le32(ecx)} ba${le32(edx)} ${INVLPGB}`;
const taken = (twin: Twin, vector: number): bigint => twin.read64(PLACE.counts + 8 * vector);

type Row = readonly [what: string, code: string, fault?: number, cpu?: string];
const IN_L1: readonly Row[] = [
  ['nothing valid', invlpgb(0)],
  ['an address', invlpgb(0x1001)],
  ['as many pages as there may be', invlpgb(1, MOST)],
  ['one page too many', invlpgb(1, MOST + 1), GP],
  ['large pages', invlpgb(1, 0x8000_0001)],
  ['a reserved bit of rAX', invlpgb(0x40), GP],
  ['a reserved bit of ECX', invlpgb(0, 0x1_0000), GP],
  ['a reserved bit of EDX', invlpgb(0, 0, 0x1000_0000), GP],
  ['the last ASID', invlpgb(4, 0, 15)],
  ['an ASID beyond', invlpgb(4, 0, 16), GP],
  ['no ASID, so EDX does not matter', invlpgb(0, 0, 16)],
  ['a PCID without CR4.PCIDE', invlpgb(2), GP],
  ['TLBSYNC', TLBSYNC],
  ['a processor without it', invlpgb(0), UD, 'max,-invlpgb'],
  ['TLBSYNC of a processor without it', TLBSYNC, UD, 'max,-invlpgb'],
];
for (const [what, code, fault, cpu] of IN_L1)
  test(`INVLPGB of L1: ${what}`, () => {
    const [bare, nested] = twins(cpu);
    for (const twin of [bare, nested]) {
      twin.write(PLACE.l1Code, `${code} 90 90 90 f4`);
      twin.run(40);
    }
    assert.deepEqual(differences(bare, nested), []);
    for (const vector of [UD, GP]) assert.equal(taken(nested, vector) > 0n, vector === fault, `${vector}`);
  });

for (const kind of KINDS) {
  test(`INVLPGB makes what L1 has changed in its nested tables take effect: ${kind}`, () => {
    const twin = makeTwin(kind);
    const entry = PLACE.npt12 + 0x3000 + 8 * (PLACE.data >> 12);
    const other = 0x6_0000;
    twin.write64(PLACE.data, 1n);
    twin.write64(other, 2n);
    // VMRUN; MOV [entry], the other page; INVLPGB; VMRUN. L2 loads from its page, twice.
    twin.write(
      PLACE.l1Code,
      `0f01d8 50 48c70425${le32(entry)}${le32(other + 7)} ${invlpgb(4, 0, 1)} 0f01ff 58 0f01d8 f4`,
    );
    twin.write(PLACE.l2Code, '488b1f 0f01d9 488b0f 0f01d9');
    twin.vmcb12({ miscCtl: 1, tlbControl: 0, interceptMisc2: 3 });
    twin.run(5);
    twin.run(3);
    twin.put({ rip: PLACE.l2Code + 6 });
    twin.run(40);
    assert.equal(twin.get('REGS', 3), 1n, 'before');
    assert.equal(twin.get('REGS', 1), 2n, 'after');
  });
  test(`INVLPGB and TLBSYNC in L2: the intercept, or #UD: ${kind}`, () => {
    for (const [code, exit, bit] of [
      [INVLPGB, 0xa0n, 1],
      [TLBSYNC, 0xa4n, 16],
    ] as const)
      for (const interceptMisc3 of [0, bit]) {
        const twin = makeTwin(kind);
        twin.write(PLACE.l1Code, VMRUN_HLT);
        twin.write(PLACE.l2Code, `${code} 0f01d9`);
        twin.vmcb12({ interceptMisc3, interceptExceptions: 1 << UD });
        twin.run(40);
        assert.equal(twin.field('exitCode'), interceptMisc3 ? exit : 0x40n + BigInt(UD));
      }
  });
}
