import { INTERCEPT } from '../spec/intercepts.js';
import { EVENT, EVENT_TYPE } from '../spec/vmcbBits.js';
import { atSvmInstruction } from './instruction.js';
import type { L0 } from './l0.js';
import { raise } from './nested/inject.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

const V_UD = 6;
const V_DF = 8;
const V_GP = 13;
const V_PF = 14;
/** EXITCODE of an intercepted #GP. */
export const EXIT_GP = 0x40 + V_GP;
const CONTRIBUTORY = [0, 10, 11, 12, V_GP, 21, 29, 30];
const GP_BIT = 1 << V_GP;
/** SVM instructions that need no L0 as long as there is SVM. */
const OWN_INSTRUCTIONS =
  (1 << INTERCEPT.vmload.bit) |
  (1 << INTERCEPT.vmsave.bit) |
  (1 << INTERCEPT.stgi.bit) |
  (1 << INTERCEPT.clgi.bit);
/** Why an SVM instruction is #UD. */
export const SVME_CLEAR = 'EFER.SVME is clear, so there are no SVM instructions';
const PASSED_ON = "it is the guest's own";

/** EFER.SVME as L1 has set it. */
export function setSvme(vcpu: Vcpu, svme: boolean): void {
  vcpu.svme = svme;
  const { vmcb01 } = vcpu;
  const vectors = vmcb01.word(AT.interceptExceptions);
  vmcb01.setWord(AT.interceptExceptions, svme ? vectors & ~GP_BIT : vectors | GP_BIT);
  const instructions = vmcb01.word(AT.interceptMisc2);
  vmcb01.setWord(
    AT.interceptMisc2,
    svme ? instructions & ~OWN_INSTRUCTIONS : instructions | OWN_INSTRUCTIONS,
  );
}

/**
 * #GP of an L1 that has SVM off. To the processor it is always on, so it may raise #GP for the privilege level or the
 * address of an SVM instruction that is #UD to L1.
 */
export function filterGp(l0: L0, vcpu: Vcpu): void {
  const { vmcb01 } = vcpu;
  const event = vmcb01.word(AT.exitIntInfo);
  if (event & EVENT.v.mask) raiseOnDelivery(l0, vcpu, event);
  else if (atSvmInstruction(l0, vcpu)) raise(l0, vcpu, V_UD, 0, SVME_CLEAR);
  else raise(l0, vcpu, V_GP, vmcb01.word(AT.exitInfo1), PASSED_ON);
}

/** The #GP came up while another event was being delivered. */
function raiseOnDelivery(l0: L0, vcpu: Vcpu, event: number): void {
  const first = event & EVENT.vector.mask;
  const exception = (event & EVENT.type.mask) >> 8 === EVENT_TYPE.exception;
  if (exception && first === V_DF) l0.behaviour.shutDown(l0, vcpu);
  else if (exception && (first === V_PF || CONTRIBUTORY.includes(first)))
    raise(l0, vcpu, V_DF, 0, 'a second contributory fault is a double fault');
  else raise(l0, vcpu, V_GP, vcpu.vmcb01.word(AT.exitInfo1), PASSED_ON);
}
