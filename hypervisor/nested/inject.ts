import { LIVE } from '../live.js';
import { ERROR_CODE_VECTORS } from '../../spec/exits.js';
import { EVENT, EVENT_TYPE } from '../../spec/vmcbBits.js';
import type { InterceptRule } from '../exitRule.js';
import type { L0 } from '../l0.js';
import type { Vcpu } from '../vcpu.js';
import { AT } from '../vmcb.js';
import { returnAddress } from './enter.js';
import { l1Intercepts } from './reflect.js';

const VALID = EVENT.v.mask;
const HAS_ERROR = EVENT.ev.mask;
const EXCEPTION = EVENT_TYPE.exception << 8;
const SOFTWARE = EVENT_TYPE.softwareInterrupt << 8;
const TYPE = EVENT.type.mask;
const FIRST_EXCEPTION_EXIT = 0x40;
const LONGEST_INSTRUCTION = 15n;
const DEBUG = 1;
const BREAKPOINT = 3;
const OVERFLOW = 4;

/** Raise a fault at the instruction the guest was about to run; L1 gets it as an exit when it intercepts the vector. */
export function raise(l0: L0, vcpu: Vcpu, vector: number, error: number, why: string): void {
  const withError = ERROR_CODE_VECTORS.includes(vector);
  const told = withError ? error : undefined;
  l0.observer.inject?.({
    vcpu: vcpu.index,
    time: l0.time(),
    level: vcpu.level,
    vector,
    error: told,
  });
  l0.account?.did({ kind: 'raised', level: vcpu.level, vector, error: told, why });
  const wanted = vcpu.inL2 ? l1Intercepts(vcpu, FIRST_EXCEPTION_EXIT + vector) : null;
  if (wanted) {
    synthesize(l0, vcpu, wanted, withError ? error : 0);
    return;
  }
  // A fault drops the trap that MOV SS has put off over its instruction.
  vcpu.dueTraps = 0;
  const { vmcb } = vcpu;
  vmcb.setWord(AT.eventInj, (VALID | EXCEPTION | vector | (withError ? HAS_ERROR : 0)) >>> 0);
  vmcb.setWord(AT.eventInjErr, withError ? error : 0);
}

/** An exit to L1 that the processor did not make: that of an intercept of L1's. */
export function synthesize(l0: L0, vcpu: Vcpu, rule: InterceptRule, info1: number): void {
  const { vmcb02 } = vcpu;
  l0.account?.reflect(rule);
  vmcb02.setWord(AT.exitCode, rule.row.exitCode);
  vmcb02.setWord(AT.exitCode + 4, 0);
  vmcb02.setWord(AT.exitInfo1, info1);
  vmcb02.setWord(AT.exitInfo1 + 4, 0);
  vmcb02.zeroLong(AT.exitInfo2);
  vmcb02.zeroLong(AT.exitIntInfo);
  vmcb02.zeroLong(AT.nRip);
  l0.behaviour.vmexit(l0, vcpu);
}

/**
 * The L0 has dealt with an exit that cut the delivery of an event: deliver it again. An instruction that was asking for
 * its handler simply runs again; one that L1 injected has no instruction to run, and returns where L1 said.
 */
export function resumeDelivery(l0: L0, vcpu: Vcpu): void {
  const { vmcb, vmcb12 } = vcpu;
  const event = vmcb.word(AT.exitIntInfo);
  if (!(event & VALID)) return;
  const error = vmcb.word(AT.exitIntInfoErr);
  if (isSoftware(event) || isIcebp(l0, vcpu, event)) {
    // EVENTINJ comes before the first instruction of L2, so an instruction cannot have asked before one has retired.
    if (!vcpu.inL2 || vcpu.enteredAt !== l0.time() || !(vmcb12.word(AT.eventInj) & VALID)) {
      l0.account?.did({ kind: 'delivery', event, error, again: false });
      return;
    }
    vmcb.copyLong(AT.nRip, vmcb12, returnAddress(l0));
  }
  l0.account?.did({ kind: 'delivery', event, error, again: true });
  vmcb.setWord(AT.eventInj, event);
  vmcb.setWord(AT.eventInjErr, error);
}

/**
 * ICEBP gives itself away only by its length: the processor keeps the return address of the last instruction that asked
 * for a handler.
 */
function isIcebp(l0: L0, { vmcb }: Vcpu, event: number): boolean {
  if ((event & (TYPE | 0xff)) !== (EXCEPTION | DEBUG)) return false;
  const length = l0.state(LIVE.NRIP) - vmcb.long(AT.rip);
  return length > 0n && length <= LONGEST_INSTRUCTION;
}

function isSoftware(event: number): boolean {
  const vector = event & 0xff;
  const soft = (event & TYPE) === SOFTWARE;
  return soft || ((event & TYPE) === EXCEPTION && (vector === BREAKPOINT || vector === OVERFLOW));
}
