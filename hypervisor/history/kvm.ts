import { EXIT } from '../../spec/exits.js';
import { EVENT, EVENT_TYPE } from '../../spec/vmcbBits.js';
import { RIGHT, type Behaviour } from '../behaviour.js';
import { addressOperand } from '../instruction.js';
import type { L0 } from '../l0.js';
import { tellOfFailure } from '../nested/failure.js';
import { raise } from '../nested/inject.js';
import type { FailedRow } from '../observer.js';
import { vmcbOperand } from '../svmInstructions.js';
import { NO_VMCB, type Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { rowsMask } from './rows.js';

const V_GP = 13;
export const NO_MEMORY = 'the VMCB has no memory';
const MSR_PROT = 1 << 28;
const V_DB = 1;
const QUEUED_DB = (EVENT.v.mask | (EVENT_TYPE.exception << 8) | V_DB) >>> 0;
const CR0_PG = 0x8000_0000;
const EFER_LME = 0x100;

/** KVM's own consistency checks up to Linux 7.0. The processor's further ones it leaves to the processor. */
const CHECKED_BY_7_0 = rowsMask(
  'C1',
  'C2',
  'C3',
  'C4',
  'C9',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S7',
  'S8',
  'S10',
  'S11',
  'S12',
);
/** What the series of March 2026 has added. */
const CHECKED_BY_7_1 = CHECKED_BY_7_0 | rowsMask('C6', 'S6', 'E1', 'E2', 'E3', 'E4');
const CR3 = rowsMask('S9');
const POINTERS = rowsMask('S13');

/** Masks of the rows that KVM finds before it loads L2's state, and while it loads CR3. */
export interface KvmRows {
  early(vcpu: Vcpu): bigint;
  readonly late: bigint;
}
/** CR3 is among the first checks in long mode only. */
const early = (rows: bigint) => (vcpu: Vcpu) => (longMode(vcpu) ? rows | CR3 : rows);
export const ROWS_7_0: KvmRows = { early: early(CHECKED_BY_7_0), late: CR3 | POINTERS };
export const ROWS_7_1: KvmRows = { early: early(CHECKED_BY_7_1), late: CR3 | POINTERS };

function longMode({ vmcb12 }: Vcpu): boolean {
  return (vmcb12.word(AT.efer) & EFER_LME) !== 0 && (vmcb12.word(AT.cr0) & CR0_PG) !== 0;
}

/** VMRUN with two ways to fail: early, with nothing loaded; or late, by a whole #VMEXIT of an L2 that has not run. */
export function vmrunOfTwoFamilies(rows: KvmRows): Behaviour['vmrun'] {
  return (l0, vcpu, vmcb12Pa) => {
    const { behaviour } = l0;
    behaviour.readVmcb12(l0, vcpu, vmcb12Pa);
    const mask = behaviour.check(l0, vcpu);
    if (mask & rows.early(vcpu)) {
      behaviour.failVmrun(l0, vcpu, vmcb12Pa, mask);
      return;
    }
    const late = mask & rows.late;
    const unreadable = msrpmUnreadable(l0, vcpu);
    behaviour.enter(l0, vcpu, vmcb12Pa);
    vcpu.gif02 = true;
    if (late === 0n && !unreadable) {
      l0.observer.nestedEnter?.(l0.observed(vcpu.index, vmcb12Pa, vcpu.vmcb12.linear));
      return;
    }
    // CR3 is one of the last things to be loaded, so what it would have been is L1's still.
    if (late !== 0n) vcpu.vmcb02.copyLong(AT.cr3, vcpu.vmcb01);
    failLate(l0, vcpu, late);
  };
}

/** A #VMEXIT of a guest that was prepared and has not run. */
export function failLate(l0: L0, vcpu: Vcpu, mask: bigint): void {
  const { vmcb02, vmcb12, vmcb12Pa } = vcpu;
  tellOfFailure(l0, vcpu, vmcb12Pa, mask, []);
  l0.account?.did({ kind: 'vmrunFailed', vmcbPa: vmcb12Pa, mask, ownRows: [] });
  l0.account?.reflect({ kind: 'checks' });
  vmcb02.setWord(AT.exitCode, 0xffffffff);
  vmcb02.setWord(AT.exitCode + 4, 0xffffffff);
  vmcb02.zeroLong(AT.exitInfo1);
  vmcb02.zeroLong(AT.exitInfo2);
  // KVM does not offer decode assists.
  for (let at: number = AT.insnLen; at < AT.insnLen + 16; at += 4) vmcb02.setWord(at, vmcb12.word(at));
  l0.behaviour.vmexit(l0, vcpu);
}

/** The early failure writes the exit and nothing else, with GIF and DR7 as they are. */
export function failEarly({ clearsGif, clearsEventInj }: { clearsGif: boolean; clearsEventInj: boolean }) {
  return (l0: L0, vcpu: Vcpu, vmcb12Pa: number, mask: bigint, ownRows: readonly FailedRow[] = []) => {
    writeFailure(l0, vmcb12Pa, clearsEventInj);
    l0.account?.did({ kind: 'vmrunFailed', vmcbPa: vmcb12Pa, mask, ownRows });
    vcpu.rememberedVmcb12 = NO_VMCB;
    if (clearsGif) vcpu.gif = false;
    tellOfFailure(l0, vcpu, vmcb12Pa, mask, ownRows);
  };
}
/** EXITCODE and its companions into VMCB12. */
export function writeFailure(l0: L0, vmcb12Pa: number, clearsEventInj: boolean): void {
  const linear = l0.memory.linear(vmcb12Pa);
  l0.account?.reflect({ kind: 'checks' });
  l0.account?.writing(vmcb12Pa);
  const { u32 } = l0.cpu;
  const put = (at: number, value: number): void => {
    u32[(linear + at) >>> 2] = value;
    u32[(linear + at + 4) >>> 2] = value;
  };
  put(AT.exitCode, 0xffffffff);
  put(AT.exitInfo1, 0);
  put(AT.exitInfo2, 0);
  if (clearsEventInj) put(AT.eventInj, 0);
  l0.cpu.codeWritten(vmcb12Pa, 0x1000);
  l0.account?.written(vmcb12Pa);
}

/** The processor refuses VMCB02 for a row that KVM does not know: an exit like any other, handed on to L1. */
export function handOn(l0: L0, vcpu: Vcpu): void {
  tellOfFailure(l0, vcpu, vcpu.vmcb12Pa, 0n, []);
  l0.account?.reflect({ kind: 'checks' });
  l0.behaviour.vmexit(l0, vcpu);
}

/** VMRUN as one of the instructions: where the VMCB has no memory it is #GP. */
export function handleOfKvm(singleStepLeaks: boolean): Behaviour['handle'] {
  return (l0, vcpu, code) => {
    if (code !== EXIT.vmrun.code) {
      RIGHT.handle(l0, vcpu, code);
      return;
    }
    if (vcpu.svme && hasNoMemory(l0, addressOperand(l0, vcpu))) {
      raise(l0, vcpu, V_GP, 0, NO_MEMORY);
      return;
    }
    const pa = vmcbOperand(l0, vcpu);
    if (pa === undefined) return;
    l0.behaviour.skip(l0, vcpu);
    // The trap of a single step is queued like that of any instruction, for whoever runs next.
    if (!singleStepLeaks) vcpu.dueTraps = 0;
    l0.behaviour.vmrun(l0, vcpu, pa);
  };
}
/** A legal address with nothing at it. */
export function hasNoMemory(l0: L0, address: bigint): boolean {
  return (
    (address & 0xfffn) === 0n && address >> l0.physBits === 0n && l0.memory.linear(Number(address)) === 0
  );
}

/** The trap of VMRUN is queued with nothing about DR6, which so does not say that it was a single step. */
export function returnToL1(l0: L0, vcpu: Vcpu): void {
  RIGHT.returnToL1(l0, vcpu);
  if (!vcpu.dueTraps) return;
  vcpu.dueTraps = 0;
  vcpu.vmcb01.setWord(AT.eventInj, QUEUED_DB);
  vcpu.vmcb01.setWord(AT.eventInjErr, 0);
}

/** What the exit writes to VMCB12, a failed VMRUN leaving EXITINTINFO alone. */
export function writeExit(l0: L0, vcpu: Vcpu, linear: number): void {
  const { u32 } = l0.cpu;
  const { vmcb02 } = vcpu;
  const failed = vmcb02.word(AT.exitCode + 4) !== 0;
  const at = (linear + AT.exitIntInfo) >>> 2;
  const kept = [u32[at], u32[at + 1]];
  RIGHT.writeExit(l0, vcpu, linear);
  if (failed) u32.set(kept, at);
}

/** The MSR permission map of L1 is not there to be merged. */
export function msrpmUnreadable(l0: L0, { vmcb12 }: Vcpu): boolean {
  if (!(vmcb12.word(AT.interceptMisc1) & MSR_PROT)) return false;
  const base = pageOf(vmcb12.address(AT.msrpmBasePa));
  return l0.memory.linear(base) === 0 || l0.memory.linear(base + 0x1000) === 0;
}
/** The page an address field names. */
export function pageOf(address: number): number {
  return address - (address % 0x1000);
}

/** Where there is no map nothing is merged: VMRUN is about to fail. */
export function msrMap(l0: L0, vcpu: Vcpu): void {
  if (!msrpmUnreadable(l0, vcpu)) RIGHT.msrMap(l0, vcpu);
}

/** L1 and L2 have one PAT register, nested paging or not, and VMCB12 keeps what L1 wrote. */
function pat(_: L0, { vmcb01, vmcb02 }: Vcpu): void {
  vmcb02.copyLong(AT.gPat, vmcb01);
}
function vmexit(l0: L0, vcpu: Vcpu): void {
  const { vmcb01, vmcb02, vmcb12 } = vcpu;
  if (vcpu.nestedNpt) {
    vmcb01.copyLong(AT.gPat, vmcb02);
    vmcb02.copyLong(AT.gPat, vmcb12);
  }
  RIGHT.vmexit(l0, vcpu);
}

/** Under the L0's nested paging the processor reads page-directory pointers when they are used. */
export function paging({ cpu }: L0, vcpu: Vcpu): void {
  cpu.keepPdptes(false);
  vcpu.pointersDue = false;
}

/** What every KVM of 2026 has in common. */
export const KVM: Behaviour = {
  ...RIGHT,
  refused: handOn,
  returnToL1,
  writeExit,
  msrMap,
  pat,
  vmexit,
  paging,
};
