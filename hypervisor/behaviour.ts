import type { ExitRule, MsrRule } from './exitRule.js';
import { handle, wantedByL1 } from './exits.js';
import type { L0 } from './l0.js';
import { checkVmcb12 } from './nested/checks.js';
import {
  beginPauseFilter,
  cacheVmcb12,
  cleanGroups,
  enterNested,
  flushAsAsked,
  interruptControl,
  ioMap,
  nestedVmrun,
  prepareAddressSpace,
  preparePat,
  prepareVirtualVmload,
  unionOfIntercepts,
} from './nested/enter.js';
import { nestedVmexit, returnToL1, shareWithL1, writeExit } from './nested/exit.js';
import { failVmrun, processorRefused } from './nested/failure.js';
import { resumeDelivery } from './nested/inject.js';
import { completeInstruction } from './nested/instructionBytes.js';
import { prepareLastBranches } from './nested/lastBranch.js';
import { l1InterceptsMsr, mergeMsrpm } from './nested/msrpm.js';
import { exitForNestedFault } from './nested/npt.js';
import type { FailedRow } from './observer.js';
import { changeEfer } from './msr.js';
import { enterPaging } from './paging.js';
import { skip } from './skip.js';
import { permitted } from './svmInstructions.js';
import type { Vcpu } from './vcpu.js';
import { leaveByInit } from './init.js';
import { shutDown } from './shutdown.js';

/**
 * What an L0 decides, one function for each decision that some hypervisor has got wrong. The L0 calls them through here, so that
 * another behaviour is `{ ...RIGHT, one: other }` and the right code knows nothing of the wrong.
 */
export interface Behaviour {
  /** VMRUN of L1, permitted and skipped, of the VMCB12 at an address. */
  readonly vmrun: (l0: L0, vcpu: Vcpu, vmcb12Pa: number) => void;
  /** VMCB12 into the copy that every later decision is taken from. */
  readonly readVmcb12: (l0: L0, vcpu: Vcpu, pa: number) => void;
  /** Mask of the clean bits that count for the VMCB12 at an address, which is `from` in linear memory. */
  readonly cleanGroups: (l0: L0, vcpu: Vcpu, pa: number, from: number) => number;
  /** What is wrong with the copy of VMCB12, as a mask over the rows of spec/checks. */
  readonly check: (l0: L0, vcpu: Vcpu) => bigint;
  /** The end of a VMRUN that has failed before anything of L2 was loaded. */
  readonly failVmrun: (
    l0: L0,
    vcpu: Vcpu,
    vmcb12Pa: number,
    mask: bigint,
    ownRows?: readonly FailedRow[],
  ) => void;
  /** The processor refuses VMCB02. */
  readonly refused: (l0: L0, vcpu: Vcpu) => void;

  /** Into guest mode, the checks passed. */
  readonly enter: (l0: L0, vcpu: Vcpu, vmcb12Pa: number) => void;
  /** Intercept words of VMCB02. */
  readonly intercepts: (l0: L0, vcpu: Vcpu) => void;
  /** int_ctl of VMCB02. */
  readonly interruptControl: (l0: L0, vcpu: Vcpu) => number;
  /** L2's VMLOAD and VMSAVE: the processor's, or intercepted. */
  readonly virtualVmload: (l0: L0, vcpu: Vcpu) => void;
  /** Physical address of the I/O permission map that L2 runs with. */
  readonly ioMap: (l0: L0, vcpu: Vcpu) => number;
  /** MSRPM02. */
  readonly msrMap: (l0: L0, vcpu: Vcpu) => void;
  /** ASID, nCR3 and misc_ctl of VMCB02. */
  readonly addressSpace: (l0: L0, vcpu: Vcpu) => void;
  /** TLB_CONTROL of VMCB12. */
  readonly flush: (l0: L0, vcpu: Vcpu) => void;
  /** L2's PAT register. */
  readonly pat: (l0: L0, vcpu: Vcpu) => void;
  /** L2's last-branch registers. */
  readonly lastBranches: (l0: L0, vcpu: Vcpu) => void;
  readonly pauseFilter: (l0: L0, vcpu: Vcpu) => void;
  /** Page-directory pointers of the guest that is about to run. */
  readonly paging: (l0: L0, vcpu: Vcpu) => void;

  /** The rule by which an exit of L2 is L1's, or null. */
  readonly wantedByL1: (l0: L0, vcpu: Vcpu, code: number) => ExitRule | null;
  /** The same for an access to an MSR, by L1's permission map. */
  readonly l1InterceptsMsr: (l0: L0, vcpu: Vcpu, index: number, write: boolean) => MsrRule | null;
  /** #VMEXIT to L1, as VMCB02 has it. */
  readonly vmexit: (l0: L0, vcpu: Vcpu) => void;
  /** The exit into the VMCB12 at a linear address. */
  readonly writeExit: (l0: L0, vcpu: Vcpu, linear: number) => void;
  /** What L1 finds of L2's registers that no #VMEXIT switches. */
  readonly shared: (l0: L0, vcpu: Vcpu) => void;
  /** The rest of the instruction's bytes, for decode assists. */
  readonly completeInstruction: (l0: L0, vcpu: Vcpu) => void;
  /** What every #VMEXIT does to its host. */
  readonly returnToL1: (l0: L0, vcpu: Vcpu) => void;

  /** An exit that is the L0's own. */
  readonly handle: (l0: L0, vcpu: Vcpu, code: number) => void;
  /** Whether an SVM instruction is not #UD. */
  readonly permitted: (l0: L0, vcpu: Vcpu) => boolean;
  /** The instruction of the guest that the L0 has carried out retires. */
  readonly skip: (l0: L0, vcpu: Vcpu) => void;
  /** An event whose delivery was cut by an exit of the L0's own. */
  readonly resumeDelivery: (l0: L0, vcpu: Vcpu) => void;
  /** A fault that L1's nested tables have no answer to, with the low half of its EXITINFO1. */
  readonly nestedFault: (l0: L0, vcpu: Vcpu, error: number) => void;
  /** The guest has written EFER. */
  readonly changeEfer: (l0: L0, vcpu: Vcpu, efer: bigint) => void;
  readonly shutDown: (l0: L0, vcpu: Vcpu) => void;
  /** What an INIT of L1 does to a running L2. */
  readonly leaveByInit: (l0: L0, vcpu: Vcpu) => void;
}

/** As the architecture manual has it. */
export const RIGHT: Behaviour = {
  vmrun: nestedVmrun,
  readVmcb12: cacheVmcb12,
  cleanGroups,
  check: checkVmcb12,
  failVmrun,
  refused: processorRefused,

  enter: enterNested,
  intercepts: unionOfIntercepts,
  interruptControl,
  virtualVmload: prepareVirtualVmload,
  ioMap,
  msrMap: mergeMsrpm,
  addressSpace: prepareAddressSpace,
  flush: flushAsAsked,
  pat: preparePat,
  lastBranches: prepareLastBranches,
  pauseFilter: beginPauseFilter,
  paging: enterPaging,

  wantedByL1,
  l1InterceptsMsr,
  vmexit: nestedVmexit,
  writeExit,
  shared: shareWithL1,
  completeInstruction,
  returnToL1,

  handle,
  permitted,
  skip,
  resumeDelivery,
  nestedFault: exitForNestedFault,
  changeEfer,
  shutDown,
  leaveByInit,
};
