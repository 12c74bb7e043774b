import { LIVE } from '../live.js';
import { checksOfMask } from '../../spec/checks.js';
import { EVENT, INT_CTL } from '../../spec/vmcbBits.js';
import { VMCB_SIZE } from '../../spec/vmcb.js';
import type { L0 } from '../l0.js';
import { suspend } from '../suspend.js';
import { NO_VMCB, type Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { leaveGuestMode } from './exit.js';
import { restoreHostBranches, saveHostBranches } from './lastBranch.js';

/** Flags of the header. */
export const NESTED_STATE_FLAGS = { guestMode: 1, runPending: 2, gifSet: 0x100 } as const;
/** Header: flags and format, 16 bits each, size of all, then the physical address of VMCB12, L2's own PAT, and room to spare. */
export const NESTED_STATE_HEADER = { flags: 0, format: 2, size: 4, vmcbPa: 8, gPat: 16, bytes: 128 } as const;
const FORMAT_SVM = 1;
const KNOWN_FLAGS = NESTED_STATE_FLAGS.guestMode | NESTED_STATE_FLAGS.runPending | NESTED_STATE_FLAGS.gifSet;
const SAVE_AREA = 0x400;
const WHOLE = NESTED_STATE_HEADER.bytes + VMCB_SIZE;

const EFER_SVME = 0x1000;
const CR0_PE_PG = 0x8000_0001;
const RFLAGS_VM = 0x2_0000;
/** What the processor changes in int_ctl of a running guest. */
const LIVE_INT_CTL =
  INT_CTL.vTpr.mask | INT_CTL.vIrq.mask | INT_CTL.vGif.mask | INT_CTL.vNmi.mask | INT_CTL.vNmiMask.mask;

/** A state that cannot be taken over (EINVAL): the message says which rule it breaks. Nothing has been changed. */
export class NestedStateError extends Error {
  override readonly name = 'NestedStateError';
}

/**
 * The nested state of the live vCPU, which is suspended by that, in the bytes of Linux's KVM_GET_NESTED_STATE: the header alone outside
 * guest mode; else also a page with the control area of VMCB12 as L2 runs with it, and the save area of L1. The registers of L2 are those
 * of the vCPU.
 */
export function getNestedState(l0: L0, vcpu: Vcpu): Uint8Array {
  suspend(l0, vcpu);
  const { inL2, vmcb01, vmcb02, vmcb12 } = vcpu;
  const bytes = new Uint8Array(inL2 ? WHOLE : NESTED_STATE_HEADER.bytes);
  const view = new DataView(bytes.buffer);
  const pending = inL2 && (vmcb02.word(AT.eventInj) & EVENT.v.mask) !== 0;
  const gif = inL2 ? vcpu.gif02 : vcpu.gif;
  view.setUint16(
    NESTED_STATE_HEADER.flags,
    (inL2 ? NESTED_STATE_FLAGS.guestMode : 0) |
      (pending ? NESTED_STATE_FLAGS.runPending : 0) |
      (gif ? NESTED_STATE_FLAGS.gifSet : 0),
    true,
  );
  view.setUint16(NESTED_STATE_HEADER.format, FORMAT_SVM, true);
  view.setUint32(NESTED_STATE_HEADER.size, bytes.length, true);
  if (!inL2) return bytes;
  view.setBigUint64(NESTED_STATE_HEADER.vmcbPa, BigInt(vcpu.vmcb12Pa), true);
  const { u8 } = l0.cpu;
  const page = bytes.subarray(NESTED_STATE_HEADER.bytes);
  page.set(u8.subarray(vmcb12.linear, vmcb12.linear + SAVE_AREA));
  page.set(u8.subarray(vmcb01.linear + SAVE_AREA, vmcb01.linear + VMCB_SIZE), SAVE_AREA);
  // Without nested paging of its own L2 uses L1's PAT register, and that is in its VMCB as long as it runs.
  const ownPat = vcpu.nestedNpt ? NESTED_STATE_HEADER.gPat : NESTED_STATE_HEADER.bytes + AT.gPat;
  view.setBigUint64(ownPat, vmcb02.long(AT.gPat), true);
  saveHostBranches(l0, vcpu, new DataView(page.buffer, page.byteOffset, VMCB_SIZE));
  const put = (at: number, value: number): void =>
    view.setUint32(NESTED_STATE_HEADER.bytes + at, value, true);
  const asked = vmcb12.word(AT.intCtl);
  put(AT.intCtl, (asked & ~LIVE_INT_CTL) | (vmcb02.word(AT.intCtl) & LIVE_INT_CTL));
  put(AT.intState, vmcb02.word(AT.intState));
  put(AT.eventInj, pending ? vmcb02.word(AT.eventInj) : 0);
  put(AT.eventInjErr, pending ? vmcb02.word(AT.eventInjErr) : 0);
  if (pending) {
    put(AT.nRip, vmcb02.word(AT.nRip));
    put(AT.nRip + 4, vmcb02.word(AT.nRip + 4));
  }
  return bytes;
}

/**
 * Take over a nested state in the bytes of KVM_SET_NESTED_STATE. In guest mode the live vCPU's registers, set before, are L2's. Throws
 * `NestedStateError`, with nothing changed.
 */
export function setNestedState(l0: L0, vcpu: Vcpu, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = headerFlags(view, bytes.length);
  suspend(l0, vcpu);
  const gif = (flags & NESTED_STATE_FLAGS.gifSet) !== 0;
  const guestMode = (flags & NESTED_STATE_FLAGS.guestMode) !== 0;
  const svme = vcpu.inL2 ? (vcpu.vmcb02.word(AT.efer) & EFER_SVME) !== 0 : vcpu.svme;
  if (!svme && flags & ~NESTED_STATE_FLAGS.gifSet)
    refuse('EFER.SVME is clear, so nothing but the GIF flag may be set');
  if (guestMode && l0.flag(LIVE.IN_SMM)) refuse('guest mode cannot be set in system management mode');
  if (!guestMode) {
    if (vcpu.inL2) leaveGuestMode(vcpu);
    vcpu.gif = gif;
    return;
  }
  const pa = view.getBigUint64(NESTED_STATE_HEADER.vmcbPa, true);
  if ((pa & 0xfffn) !== 0n || pa >> l0.physBits !== 0n) refuse(`VMCB12 cannot lie at ${pa.toString(16)}h`);
  const page = bytes.subarray(NESTED_STATE_HEADER.bytes, WHOLE);
  if (page.length < VMCB_SIZE) refuse(`guest mode needs ${WHOLE} bytes, not ${bytes.length}`);
  checkHost(l0, page);
  compose(l0, vcpu, page, view.getBigUint64(NESTED_STATE_HEADER.gPat, true));
  checkGuest(l0, page);
  take(l0, vcpu, page, Number(pa));
  vcpu.gif02 = gif;
}

function refuse(why: string): never {
  throw new NestedStateError(why);
}

function headerFlags(view: DataView, length: number): number {
  if (length < NESTED_STATE_HEADER.bytes)
    refuse(`the header has ${NESTED_STATE_HEADER.bytes} bytes, not ${length}`);
  const size = view.getUint32(NESTED_STATE_HEADER.size, true);
  if (size < NESTED_STATE_HEADER.bytes || size > length)
    refuse(`the header says ${size} bytes, and there are ${length}`);
  const format = view.getUint16(NESTED_STATE_HEADER.format, true);
  if (format !== FORMAT_SVM) refuse(`the format is ${format}, not ${FORMAT_SVM} (SVM)`);
  const flags = view.getUint16(NESTED_STATE_HEADER.flags, true);
  if (flags & ~KNOWN_FLAGS) refuse(`flags ${flags.toString(16)}h are not all known`);
  if ((flags & NESTED_STATE_FLAGS.runPending) !== 0 && (flags & NESTED_STATE_FLAGS.guestMode) === 0)
    refuse('a VMRUN can be pending only in guest mode');
  return flags;
}

/** L1's own state, to which the #VMEXIT will return. */
function checkHost(l0: L0, page: Uint8Array): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const cr0 = view.getUint32(AT.cr0, true);
  if ((cr0 & CR0_PE_PG) >>> 0 !== CR0_PE_PG) refuse('L1 has no paging (CR0.PG and PE)');
  if (view.getUint32(AT.rflags, true) & RFLAGS_VM) refuse('L1 is in virtual-8086 mode (RFLAGS.VM)');
  const { scratch } = l0;
  scratch.clear();
  scratch.setWord(AT.interceptMisc2, 1);
  scratch.setWord(AT.guestAsid, 1);
  l0.cpu.u8.set(page.subarray(SAVE_AREA), scratch.linear + SAVE_AREA);
  failing(l0, "L1's state", { cr0: 0n, cr4: 0n, efer: 0n });
}

/** What L2 would be entered with: the control area of the state and the registers of the vCPU. */
function compose({ cpu, scratch }: L0, { vmcb }: Vcpu, page: Uint8Array, gPat: bigint): void {
  cpu.u8.set(page.subarray(0, SAVE_AREA), scratch.linear);
  cpu.u8.copyWithin(scratch.linear + SAVE_AREA, vmcb.linear + SAVE_AREA, vmcb.linear + VMCB_SIZE);
  scratch.setLong(AT.gPat, gPat);
}
function checkGuest(l0: L0, page: Uint8Array): void {
  const host = new DataView(page.buffer, page.byteOffset, page.byteLength);
  failing(l0, 'the state of L2', {
    cr0: host.getBigUint64(AT.cr0, true),
    cr4: host.getBigUint64(AT.cr4, true),
    efer: host.getBigUint64(AT.efer, true),
  });
}

function failing(l0: L0, whose: string, host: { cr0: bigint; cr4: bigint; efer: bigint }): void {
  const mask = l0.cpu.vmcbChecks(l0.scratch.linear, host.cr0, host.cr4, host.efer);
  if (mask === 0n) return;
  const [first] = checksOfMask(mask);
  refuse(`${whose} is not legal: ${first.sentence} (${first.id})`);
}

/** The composed VMCB is VMCB12 from here on, and the page's save area L1's. */
function take(l0: L0, vcpu: Vcpu, page: Uint8Array, pa: number): void {
  const { u8 } = l0.cpu;
  const { linear } = l0.scratch;
  u8.copyWithin(vcpu.vmcb12.linear, linear, linear + VMCB_SIZE);
  u8.set(page.subarray(SAVE_AREA), vcpu.vmcb01.linear + SAVE_AREA);
  l0.behaviour.enter(l0, vcpu, pa);
  vcpu.rememberedVmcb12 = NO_VMCB;
  restoreHostBranches(l0, vcpu, new DataView(page.buffer, page.byteOffset, VMCB_SIZE));
}
