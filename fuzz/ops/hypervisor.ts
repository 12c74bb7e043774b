import { VMCB, type VmcbKey } from '../../spec/vmcb.js';
import type { Which } from '../case.js';
import { PLACE } from '../place.js';
import {
  OpError,
  absolute,
  below,
  imm,
  mostly,
  one,
  op,
  set,
  setLong,
  type Arguments,
  type Ops,
} from './op.js';

/** Address of a VMCB of L1's. */
export function vmcbAt(which: string): number {
  return (which as Which) === 'b' ? PLACE.vmcb12b : PLACE.vmcb12;
}
const which = one('a', 'a', 'a', 'b');
const field = (a: Arguments, index: number, key: VmcbKey): number => vmcbAt(a.text(index)) + VMCB[key].offset;
/** The field that two arguments name, the VMCB and the key. */
function named(a: Arguments): { at: number; width: number } {
  const key = a.text(1);
  if (!Object.hasOwn(VMCB, key)) throw new OpError(`there is no VMCB field '${key}'`);
  const { offset, width } = VMCB[key as VmcbKey];
  return { at: vmcbAt(a.text(0)) + offset, width };
}
const WIDE = 64;

/** MOV of a value to memory, as wide as a field. */
function store(address: number, value: bigint, bytes: number): string {
  const target = absolute(3, address, WIDE);
  const opcode = { 1: '88', 2: '6689', 4: '89', 8: '4889' }[bytes];
  if (opcode === undefined) throw new OpError(`no register holds ${bytes} bytes`);
  return `${setLong('bx', value)}${opcode}${target}`;
}

/** What L1 does about its guest; 64-bit code. */
export const HYPERVISOR: Ops = {
  'run guest': op([which], (a) => `${set('ax', vmcbAt(a.text(0)), WIDE)}0f01d8`, 0),
  'run guest at': op(
    [one(PLACE.vmcb12 + 8, 0x100_0000_0000n, 0x1_0000_0000, 0x3_c000_0000, PLACE.data, 0x1f_f000)],
    (a) => `${setLong('ax', a.long(0))}0f01d8`,
    2,
  ),
  'load guest': op([which], (a) => `${set('ax', vmcbAt(a.text(0)), WIDE)}0f01da`, 8),
  'save guest': op([which], (a) => `${set('ax', vmcbAt(a.text(0)), WIDE)}0f01db`, 6),
  /** EXITINTINFO becomes EVENTINJ. */
  reinject: op([which], (a) => copy(field(a, 0, 'exitIntInfo'), field(a, 0, 'eventInj')), 20),
  /** RIP becomes nRIP, unless that is zero. */
  'skip by nRIP': op(
    [which],
    (a) =>
      `488b${absolute(3, field(a, 0, 'nRip'), WIDE)}4885db7408` +
      `4889${absolute(3, field(a, 0, 'rip'), WIDE)}`,
    16,
  ),
  skip: op(
    [which, one(1, 2, 3)],
    (a) => `4883${absolute(0, field(a, 0, 'rip'), WIDE)}${imm(a.number(1), 1)}`,
    8,
  ),
  put: op(
    [which, () => 'eventInj', mostly(0x8000_0050, 0x8000_030e)],
    (a) => {
      const { at, width } = named(a);
      return store(at, a.long(2), width);
    },
    0,
  ),
  flip: op(
    [which, () => 'rflags', below(32)],
    (a) => {
      const bit = a.number(2);
      const at = named(a).at + (bit >> 3);
      return `80${absolute(6, at, WIDE)}${imm(1 << (bit & 7), 1)}`;
    },
    0,
  ),
  'call clean': op([which, mostly(0, 0x1fff, 0x3ff, 0x1ffe)], (a) =>
    store(field(a, 0, 'cleanBits'), a.long(1), 4),
  ),
  /** A flush by ASID or of all, for one run or for ever. */
  flush: op([which, one(0, 1, 3, 7)], (a) => store(field(a, 0, 'tlbControl'), a.long(1), 1), 0),
  /** Without a flush: the old page may be there for as long as the TLB has it. */
  'change nested page': op(
    [below(0xa0), mostly(0, 3, 5, 7)],
    (a) => {
      const page = a.number(0);
      return store(PLACE.npt12 + 0x3000 + 8 * page, BigInt(page * 0x1000) | a.long(1), 8);
    },
    0,
  ),
  'change map': op([below(0x300), mostly(0, 0xff)], (a) =>
    store(PLACE.msrpm + 8 * a.number(0), a.long(1), 4),
  ),
  'change I/O map': op([below(0x100), mostly(0, 0xff, 1)], (a) =>
    store(PLACE.iopm + a.number(0), a.long(1), 1),
  ),
  'invalidate address': op(
    [mostly(PLACE.data, PLACE.l2Code), below(5)],
    (a) => `${set('ax', a.number(0), WIDE)}${set('cx', a.number(1), WIDE)}0f01df`,
    8,
  ),
  'a moment of GIF': op([], () => '0f01dc90900f01dd', 14),
};

function copy(from: number, to: number): string {
  return `488b${absolute(3, from, WIDE)}4889${absolute(3, to, WIDE)}`;
}
