import { NPF_INFO } from '../../spec/vmcbBits.js';
import type { L0 } from '../l0.js';
import { ENTRY } from '../nestedTable.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import type { NestedMode } from './npt12.js';
import type { Shadow } from './shadows.js';

const READ_ONLY = ENTRY.P | ENTRY.A;
const WRITABLE = READ_ONLY | ENTRY.W | ENTRY.D;

/** Nested page fault: fill the tables the L0 runs the guest on, or tell L1 that its own have no answer. */
export function nestedPageFault(l0: L0, vcpu: Vcpu): void {
  const { vmcb, shadow, nestedMode } = vcpu;
  const gpa = vmcb.address(AT.exitInfo2);
  // L1, and an L2 without nested tables of L1's, have neither.
  if (!shadow || !nestedMode) fillNpt01(l0, gpa);
  else if (!fillNpt02(l0, vcpu, shadow, nestedMode, gpa)) return;
  l0.behaviour.resumeDelivery(l0, vcpu);
}

function fillNpt01(l0: L0, gpa: number): void {
  l0.npt01.map(gpa);
  l0.account?.did({ kind: 'mapped', table: 'NPT01', ...l0.npt01.leafOf(gpa), trail: [] });
}

/** False when the fault went to L1. */
function fillNpt02(l0: L0, vcpu: Vcpu, shadow: Shadow, nestedMode: NestedMode, gpa: number): boolean {
  const { vmcb02, vmcb12 } = vcpu;
  const cause = vmcb02.word(AT.exitInfo1);
  const access = {
    write: (cause & NPF_INFO.write.mask) !== 0,
    fetch: (cause & NPF_INFO.fetch.mask) !== 0,
    user: (cause & NPF_INFO.user.mask) !== 0,
  };
  const walk = l0.npt12.walk(nestedMode, vmcb12.address(AT.nCr3), gpa, access);
  if (walk.error >= 0) {
    l0.cpu.forgetAccesses();
    l0.account?.reflect({
      kind: 'nestedTables',
      gpa: BigInt(gpa),
      error: (BigInt(vmcb02.word(AT.exitInfo1 + 4)) << 32n) | BigInt(walk.error),
      trail: l0.npt12.entries(nestedMode),
    });
    l0.behaviour.nestedFault(l0, vcpu, walk.error);
    return false;
  }
  // Accessed and dirty bits that the walk has set count as L1's own writes.
  l0.shadows.follow();
  const pa = l0.hidden.seenByL1(walk.pa);
  const low = (walk.writable ? WRITABLE : READ_ONLY) | (walk.user ? ENTRY.U : 0);
  shadow.table.map(gpa, pa, walk.shift, low, walk.noExecute ? ENTRY.NX : 0);
  l0.shadows.derive(shadow, nestedMode, gpa, l0.npt12.trail);
  l0.account?.did({
    kind: 'mapped',
    table: 'NPT02',
    gpa: BigInt(gpa),
    pa: BigInt(pa),
    bytes: 2 ** walk.shift,
    writable: walk.writable,
    executable: !walk.noExecute,
    trail: l0.npt12.entries(nestedMode),
  });
  return true;
}

/** The high half of EXITINFO1, which tells whose address was being translated, is as the processor has it; the low half is about NPT02. */
export function exitForNestedFault(l0: L0, vcpu: Vcpu, error: number): void {
  vcpu.vmcb02.setWord(AT.exitInfo1, error);
  l0.behaviour.vmexit(l0, vcpu);
}
