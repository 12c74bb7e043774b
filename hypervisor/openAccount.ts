import { EXIT } from '../spec/exits.js';
import { liveEvents, type EventState } from './eventState.js';
import type { Deed, ExitAccount, ExitFields, ExitToL1 } from './exitAccount.js';
import { interceptRule, ioMapRule, type ExitRule } from './exitRule.js';
import type { L0 } from './l0.js';
import { addedForL2 } from './nested/enter.js';
import { l0InterceptsMsr } from './nested/msrpm.js';
import { interceptIn } from './nested/reflect.js';
import type { Moment } from './observer.js';
import { observedExit, vmcbBytes } from './observedVmcb.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';

const RCX = 1;

/** The account of an exit that the L0 is dealing with. There is none as long as nobody listens. */
export class OpenAccount {
  private readonly level: 1 | 2;
  private readonly moment: Moment;
  private readonly exit: ExitFields;
  private readonly before: EventState;
  private readonly l0Rule: ExitRule | null;
  private readonly deeds: Deed[] = [];
  private rule: ExitRule | null;
  private toL1: ExitToL1 | null = null;
  private vmcbBefore: Uint8Array = new Uint8Array();

  /** The exit is in the VMCB of the guest that has left; `wanted` is the rule by which L1 wants it. */
  constructor(
    private readonly l0: L0,
    private readonly vcpu: Vcpu,
    private readonly wanted: ExitRule | null,
  ) {
    this.level = vcpu.level;
    this.moment = { vcpu: vcpu.index, time: l0.time() };
    this.exit = this.exitOf(vcpu.vmcb.linear);
    this.before = liveEvents(l0, vcpu);
    this.l0Rule = this.ruleOfL0();
    this.rule = wanted;
  }

  /** The L0 does something on its own. */
  did(deed: Deed): void {
    this.deeds.push(deed);
  }
  /** An exit goes to L1, or what is left of one. */
  reflect(rule: ExitRule): void {
    this.rule = rule;
  }
  /** VMCB12 is about to be written, at this address. */
  writing(vmcb12Pa: number): void {
    this.vmcbBefore = this.copyOf(vmcb12Pa);
  }
  /** VMCB12 has been written. */
  written(vmcbPa: number): void {
    const exit = this.exitOf(this.l0.memory.linear(vmcbPa));
    const madeByL0 = exit.codeLow !== this.exit.codeLow || exit.codeHigh !== this.exit.codeHigh;
    const after = this.copyOf(vmcbPa);
    const rule = this.detailed(this.rule, exit);
    this.toL1 = { vmcbPa, exit, rule, madeByL0, before: this.vmcbBefore, after };
  }
  /** The L0 is done with the exit. */
  close(): ExitAccount {
    const { l0, vcpu, level, exit, before, deeds, toL1 } = this;
    return {
      ...this.moment,
      level,
      decidedBy: 'L0',
      exit,
      l1: toL1 && !toL1.madeByL0 ? toL1.rule : this.wanted,
      l0: this.l0Rule,
      deeds,
      toL1,
      dueTraps: vcpu.dueTraps,
      before,
      after: liveEvents(l0, vcpu),
    };
  }

  private exitOf(linear: number): ExitFields {
    return observedExit(vmcbBytes(this.l0.cpu, linear));
  }
  private copyOf(pa: number): Uint8Array {
    return vmcbBytes(this.l0.cpu, this.l0.memory.linear(pa)).slice();
  }
  /** Which bit of VMCB01, or what the L0 has not mapped yet. */
  private ruleOfL0(): ExitRule | null {
    const { l0, vcpu, exit } = this;
    if (exit.codeLow === EXIT.npf.code)
      return { kind: 'unfilled', table: vcpu.nestedNpt ? 'NPT02' : 'NPT01', gpa: exit.info2 };
    if (exit.codeLow === EXIT.msr.code) return l0InterceptsMsr(vcpu, l0.register(RCX), exit.info1 !== 0n);
    const ofL2 = vcpu.inL2 && addedForL2(vcpu, exit.codeLow);
    return ofL2 ? interceptRule(exit.codeLow) : interceptIn(vcpu.vmcb01, exit.codeLow);
  }
  /** The bit of the I/O permission map that the processor has found set, and the L0 need not look for. */
  private detailed(rule: ExitRule | null, exit: ExitFields): ExitRule | null {
    if (rule?.kind !== 'intercept' || rule.row.exitCode !== EXIT.ioio.code) return rule;
    const { l0, vcpu } = this;
    return ioMapRule((pa) => l0.memory.byte(pa), vcpu.vmcb02.address(AT.iopmBasePa), exit.info1) ?? rule;
  }
}
