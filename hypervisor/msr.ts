import { LIVE } from './live.js';
import type { L0 } from './l0.js';
import { raise } from './nested/inject.js';
import { passesThrough } from './nested/msrpm.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';
import { setSvme } from './withoutSvme.js';

const V_GP = 13;
const EFER_SVME = 0x1000n;
const LOW_32 = 0xffffffffn;
const RCX = 1;
const RDX = 2;

/**
 * RDMSR or WRMSR that the L0 carries out for its guest. The processor knows every rule; it only must not see its own
 * EFER.SVME but the guest's, and that is what it is shown while it applies them.
 */
export function emulateMsr(l0: L0, vcpu: Vcpu): void {
  const { vmcb } = vcpu;
  const index = l0.register(RCX);
  if (vcpu.inL2 && passesThrough(index)) {
    // L1 has taken the bit out of its map since VMRUN: the instruction runs again, and this time without an exit.
    l0.account?.did({ kind: 'mergedMsrpm' });
    l0.behaviour.msrMap(l0, vcpu);
    return;
  }
  const write = (vmcb.word(AT.exitInfo1) & 1) !== 0;
  const efer = vmcb.long(AT.efer);
  const seen = vcpu.inL2 || vcpu.svme ? efer : efer & ~EFER_SVME;
  l0.setState(LIVE.EFER, seen);
  if (!(write ? writeMsr(l0, vcpu, index) : readMsr(l0, vcpu, index))) {
    raise(l0, vcpu, V_GP, 0, `${write ? 'WRMSR' : 'RDMSR'} of this register, or with this value, is illegal`);
    return;
  }
  l0.account?.did({ kind: 'emulated', what: write ? 'WRMSR' : 'RDMSR', msr: index });
  l0.behaviour.skip(l0, vcpu);
  if (l0.state(LIVE.EFER) !== seen) l0.behaviour.changeEfer(l0, vcpu, l0.state(LIVE.EFER));
}

function readMsr(l0: L0, vcpu: Vcpu, index: number): boolean {
  const value = l0.cpu.readMsr(index);
  if (value === undefined) return false;
  vcpu.vmcb.setLong(AT.rax, value & LOW_32);
  l0.setRegister(RDX, value >> 32n);
  return true;
}

function writeMsr(l0: L0, vcpu: Vcpu, index: number): boolean {
  const value = BigInt(l0.register(RDX)) * 0x1_0000_0000n + BigInt(vcpu.vmcb.word(AT.rax));
  return l0.cpu.writeMsr(index, value);
}

/** The guest has written EFER. */
export function changeEfer(l0: L0, vcpu: Vcpu, efer: bigint): void {
  const { vmcb } = vcpu;
  const svme = (efer & EFER_SVME) !== 0n;
  if (vcpu.inL2) {
    vmcb.setLong(AT.efer, efer);
    // A guest that turns SVM off under its hypervisor's feet: what then happens is undefined, and shutdown is safe.
    if (!svme) l0.behaviour.shutDown(l0, vcpu);
    return;
  }
  vmcb.setLong(AT.efer, efer | EFER_SVME);
  // GIF stays what it is, and there is no STGI any more to set it: as on the processor.
  setSvme(vcpu, svme);
}
