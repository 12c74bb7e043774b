import { lookUp } from '../guestPaging.js';
import { instructionAddress } from '../instruction.js';
import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';

const MOST = 15;

/**
 * The processor has copied the instruction's bytes as far as NPT02 goes, and that has only what was needed up to now. If
 * the bytes run into another page, take that page's as NPT12 has them.
 */
export function completeInstruction(l0: L0, vcpu: Vcpu): void {
  const { vmcb02 } = vcpu;
  if (!l0.hasDecodeAssists || !vcpu.nestedNpt) return;
  const copied = vmcb02.byte(AT.insnLen);
  if (copied === 0) return;
  const { linear, bits, room } = instructionAddress(vcpu);
  const first = 0x1000 - Number(linear & 0xfffn);
  const most = Math.min(MOST, room);
  if (copied < first || first >= most) return;
  const { u8 } = l0.cpu;
  const pa = lookUp(l0, vcpu, BigInt.asUintN(bits === 64 ? 64 : 32, linear + BigInt(first)));
  const from = pa === undefined ? 0 : l0.memory.linear(pa);
  const count = from === 0 ? first : most;
  u8[vmcb02.linear + AT.insnLen] = count;
  const to = vmcb02.linear + AT.insnBytes;
  u8.fill(0, to + count, to + MOST);
  if (from !== 0) u8.copyWithin(to + first, from, from + most - first);
}
