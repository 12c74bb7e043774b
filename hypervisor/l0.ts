import { LIVE } from './live.js';
import { RETURN } from '../silicon/host/cpu.js';
import { INTERCEPT, INTERCEPT_WORDS, type Intercept } from '../spec/intercepts.js';
import { MISC_CTL, MISC_CTL2 } from '../spec/vmcbBits.js';
import { RIGHT, type Behaviour } from './behaviour.js';
import { liveEvents } from './eventState.js';
import { handleExit } from './exits.js';
import { resetByInit, takeReset, wake } from './init.js';
import { L1Memory } from './l1Memory.js';
import { Flows } from './nested/merge.js';
import { followMsrpm, markOwnMsrs } from './nested/msrpm.js';
import { Npt12 } from './nested/npt12.js';
import { Shadows, type ShadowsState } from './nested/shadows.js';
import { Npt01 } from './npt01.js';
import { vmcbBytes } from './observedVmcb.js';
import type { OpenAccount } from './openAccount.js';
import type { L0Observer, VmcbEvent } from './observer.js';
import { PrivateMemory, type PrivateMemoryState } from './privateMemory.js';
import type { Processor } from './processor.js';
import type { NestedTableState } from './nestedTable.js';
import { learnFromSmm, showToSmm } from './smm.js';
import { Vcpu, type VcpuState } from './vcpu.js';
import { AT, Vmcb } from './vmcb.js';
import { setSvme } from './withoutSvme.js';

/** IN_SMM: by an SMI, not by SMM_CTL. */
const BY_SMI = 1;
/** L1 is the host to itself, which has tag 0: to VMRUN an ASID beyond the bits that tags have. */
const ASID01 = 0x10_0000;
const EFER_SVME = 0x1000;

/** What the L0 itself must see of L1, and so of L2. CPUID, HLT, ports, interrupts and GIF are L1's. */
const INTERCEPTS_01: readonly Intercept[] = [
  INTERCEPT.vmrun,
  INTERCEPT.skinit,
  INTERCEPT.invlpga,
  INTERCEPT.invlpgb,
  INTERCEPT.tlbsync,
  INTERCEPT.shutdown,
  INTERCEPT.init,
  INTERCEPT.msrProt,
];

export interface L0Options {
  /** Features of the processor, by name. */
  readonly features: ReadonlySet<string>;
  /** Width of a physical address. */
  readonly physBits: number;
  /** RAM that only the L0 uses. */
  readonly privateRam: { readonly address: number; readonly bytes: number };
  readonly observer?: L0Observer;
  /** Another than the right one. */
  readonly behaviour?: Behaviour;
}

export interface L0State {
  readonly memory: PrivateMemoryState;
  readonly npt01: NestedTableState;
  readonly shadows: ShadowsState;
  readonly vcpus: readonly (readonly [number, VcpuState])[];
}

function pageAt(cpu: Processor, pa: number): [number, number] {
  const at = cpu.hostAddress(pa);
  return [at, at + 0x1000];
}

/** The hypervisor that gives its guest, L1, an SVM of its own. */
export class L0 {
  observer: L0Observer;
  /** Of the exit being dealt with, when somebody wants to hear of it. */
  account: OpenAccount | null = null;
  readonly behaviour: Behaviour;
  readonly hidden: PrivateMemory;
  readonly memory: L1Memory;
  readonly npt01: Npt01;
  readonly npt12: Npt12;
  readonly shadows: Shadows;
  readonly flows: Flows;
  /** A VMCB to check things in. */
  readonly scratch: Vmcb;
  readonly physBits: bigint;
  readonly hasNpt: boolean;
  readonly hasVgif: boolean;
  readonly hasVnmi: boolean;
  readonly hasGmet: boolean;
  readonly hasCleanBits: boolean;
  readonly hasHugePages: boolean;
  readonly hasNripSave: boolean;
  readonly hasLbrv: boolean;
  readonly hasVls: boolean;
  readonly hasPauseFilter: boolean;
  readonly hasTscScale: boolean;
  readonly hasDecodeAssists: boolean;
  /** An I/O permission map for one that lies where the L0 has memory of its own. */
  readonly allOnes: number;
  private readonly msrpm01: number;
  private readonly vcpus = new Map<number, Vcpu>();

  constructor(
    readonly cpu: Processor,
    options: L0Options,
  ) {
    const { features, physBits, privateRam } = options;
    this.observer = options.observer ?? {};
    if (this.observer.eventDue) cpu.tellOfEvents(() => this.tellOfEvent());
    this.behaviour = options.behaviour ?? RIGHT;
    this.physBits = BigInt(physBits);
    this.hasNpt = features.has('npt');
    this.hasVgif = features.has('vgif');
    this.hasVnmi = features.has('vnmi');
    this.hasGmet = features.has('gmet');
    this.hasCleanBits = features.has('vmcb-clean');
    this.hasHugePages = features.has('pdpe1gb');
    this.hasNripSave = features.has('nrip-save');
    this.hasLbrv = features.has('lbrv');
    this.hasVls = features.has('v-vmsave-vmload');
    this.hasPauseFilter = features.has('pause-filter');
    this.hasTscScale = features.has('tsc-scale');
    this.hasDecodeAssists = features.has('decodeassists');
    this.hidden = new PrivateMemory(cpu, privateRam.address, privateRam.bytes);
    this.memory = new L1Memory(cpu, this.hidden);
    this.npt01 = new Npt01(cpu, this.hidden, physBits, this.hasHugePages);
    this.shadows = new Shadows(cpu, this.hidden, this.memory, physBits, (shadow) =>
      [...this.vcpus.values()].some((vcpu) => vcpu.shadow === shadow),
    );
    this.npt12 = new Npt12(this.memory, physBits, this.hasHugePages);
    this.flows = new Flows(features);
    this.scratch = new Vmcb(cpu, this.hidden.page());
    this.allOnes = this.hidden.pages(3);
    for (let n = 0; n < 3; n++) cpu.u8.fill(0xff, ...pageAt(cpu, this.allOnes + n * 0x1000));
    this.msrpm01 = this.hidden.pages(2);
    markOwnMsrs(cpu.u32, cpu.hostAddress(this.msrpm01));
  }

  /** Take over the live vCPU: what it holds becomes L1's state, as if the L0 had been there first. */
  createVcpu(index: number): Vcpu {
    const vcpu = new Vcpu(index, this.cpu, this.hidden);
    this.vcpus.set(index, vcpu);
    const { vmcb01 } = vcpu;
    for (const { word, bit } of INTERCEPTS_01) {
      const at = AT[INTERCEPT_WORDS[word]];
      vmcb01.setWord(at, (vmcb01.word(at) | (1 << bit)) >>> 0);
    }
    vmcb01.setAddress(AT.msrpmBasePa, this.msrpm01);
    vmcb01.setWord(AT.guestAsid, ASID01);
    vmcb01.setWord(AT.miscCtl, MISC_CTL.npEnable.mask);
    // The processor does VMLOAD and VMSAVE by itself where it can.
    vmcb01.setWord(AT.miscCtl2, MISC_CTL2.vVmload.mask);
    vmcb01.setAddress(AT.nCr3, this.npt01.root);
    this.capture(vcpu);
    return vcpu;
  }
  /** The vCPU of an index. */
  vcpu(index: number): Vcpu {
    const vcpu = this.vcpus.get(index);
    if (!vcpu) throw new RangeError(`no vCPU ${index}`);
    return vcpu;
  }

  /** The live vCPU has been reset from outside. */
  reset(index: number): void {
    takeReset(this, this.vcpu(index));
  }
  /** Run a vCPU, whose state is the live one, until its slice ends or the host is needed; a RETURN value. */
  run(index: number): number {
    const vcpu = this.vcpu(index);
    let entered = this.flag(LIVE.IN_GUEST) !== 0 || this.inSmiHandler;
    // Another vCPU may have written to the tables that this one runs on.
    this.shadows.follow();
    for (;;) {
      if (!entered) {
        if (vcpu.waitForSipi) wake(this, vcpu);
        if (vcpu.waitForSipi) return RETURN.waitSipi;
        this.enter(vcpu);
      }
      const reason = this.cpu.resume();
      if (
        reason === RETURN.shutdown &&
        this.inSmiHandler &&
        this.flag(LIVE.PENDING_INIT) &&
        this.flag(LIVE.GIF)
      ) {
        resetByInit(this, vcpu);
        entered = false;
        continue;
      }
      if (reason === RETURN.tables) {
        this.shadows.follow();
        entered = true;
        continue;
      }
      if (reason === RETURN.rsm) {
        learnFromSmm(this, vcpu);
        entered = false;
        continue;
      }
      if (reason !== RETURN.vmexit) return reason;
      vcpu.dueTraps = this.takeDueTraps();
      this.noteGif(vcpu);
      entered = false;
      handleExit(this, vcpu);
    }
  }

  /** An SMI has interrupted the guest, which the processor keeps to itself until RSM. */
  get inSmiHandler(): boolean {
    return this.flag(LIVE.IN_SMM) === BY_SMI;
  }

  /** What the L0 holds besides its memory, which is to be saved after it. */
  save(): L0State {
    // What L1 has written to its tables until now is not kept as such.
    this.shadows.follow();
    return {
      memory: this.hidden.save(),
      npt01: this.npt01.save(),
      shadows: this.shadows.save(),
      vcpus: [...this.vcpus].map(([index, vcpu]) => [index, vcpu.save()] as const),
    };
  }
  restore(saved: L0State): void {
    this.hidden.restore(saved.memory);
    this.npt01.restore(saved.npt01);
    this.shadows.restore(saved.shadows);
    for (const [index, state] of saved.vcpus) {
      const vcpu = this.vcpu(index);
      vcpu.restore(state);
      const { nestedMode } = vcpu;
      vcpu.shadow = nestedMode && this.shadows.of(vcpu.vmcb12.address(AT.nCr3), nestedMode);
    }
  }

  private enter(vcpu: Vcpu): void {
    this.observer.vmenter?.({
      ...this.observed(vcpu.index, vcpu.vmcb.pa, vcpu.vmcb.linear),
      level: vcpu.level,
    });
    showToSmm(this, vcpu);
    if (vcpu.inL2) {
      this.shadows.follow();
      this.cpu.vmEnter(vcpu.vmcb02.pa, vcpu.hostIf, vcpu.gif02);
      // Once for each VMRUN of L1's.
      vcpu.vmcb02.setWord(AT.tlbControl, 0);
      followMsrpm(this, vcpu);
      if (this.hasTscScale) this.setFlag(LIVE.TSC_SCALED, 1);
    } else this.cpu.vmEnter(vcpu.vmcb01.pa, true, vcpu.gif);
    this.behaviour.paging(this, vcpu);
    if (vcpu.dueTraps) this.pendTraps(vcpu);
    if (vcpu.halted) this.setFlag(LIVE.HALTED, 1);
    vcpu.halted = false;
    // INIT or an NMI may wake it up.
    if (vcpu.shutdown) this.setFlag(LIVE.SHUTDOWN, 1);
    vcpu.shutdown = false;
  }
  /** GIF as the guest has left it: STGI and CLGI are its own. */
  noteGif(vcpu: Vcpu): void {
    const gif = this.flag(LIVE.GIF) !== 0;
    if (vcpu.inL2) vcpu.gif02 = gif;
    else vcpu.gif = gif;
  }
  /** DR6 bits of a trap that MOV SS had put off when the guest left: it is owed it, unless something else happens to it. */
  takeDueTraps(): number {
    if (!this.flag(LIVE.PENDING_DB)) return 0;
    this.setFlag(LIVE.PENDING_DB, 0);
    return this.cpu.u32[LIVE.PENDING_DR6 >>> 2];
  }
  /** SVM has no field for a trap that is due at the first boundary, so it goes straight to the processor. */
  private pendTraps(vcpu: Vcpu): void {
    this.setFlag(LIVE.PENDING_DB, 1);
    this.cpu.u32[LIVE.PENDING_DR6 >>> 2] |= vcpu.dueTraps;
    vcpu.dueTraps = 0;
    this.setFlag(LIVE.EVENTS, 1);
  }

  /** The live registers become L1's. */
  capture(vcpu: Vcpu): void {
    const { vmcb01 } = vcpu;
    this.cpu.captureState(vmcb01.pa);
    setSvme(vcpu, (vmcb01.word(AT.efer) & EFER_SVME) !== 0);
    vmcb01.setWord(AT.efer, vmcb01.word(AT.efer) | EFER_SVME);
    vmcb01.setWord(AT.intState, 0);
    vmcb01.zeroLong(AT.eventInj);
    vcpu.gif = this.flag(LIVE.GIF) !== 0;
    vcpu.waitForSipi = this.flag(LIVE.WAIT_SIPI) !== 0;
    vcpu.shutdown = false;
    vcpu.dueTraps = 0;
    vcpu.halted = false;
  }

  /** The live vCPU is about to take an event. */
  tellOfEvent(): void {
    const index = this.cpu.u32[LIVE.VCPU >>> 2];
    const events = liveEvents(this, this.vcpu(index));
    this.observer.eventDue?.({ vcpu: index, time: this.time(), events });
  }
  /** What an observer hears of the VMCB at a physical address, whose bytes are at `linear`. */
  observed(vcpu: number, vmcbPa: number, linear: number): VmcbEvent {
    return { vcpu, time: this.time(), vmcbPa, vmcb: vmcbBytes(this.cpu, linear) };
  }
  /** Virtual time at this boundary. */
  time(): number {
    const { u32 } = this.cpu;
    const [low, high] = [u32[LIVE.TIME >>> 2], u32[(LIVE.TIME >>> 2) + 1]];
    return high * 0x1_0000_0000 + low - (u32[LIVE.BUDGET >>> 2] | 0);
  }
  /** The low 32 bits of a general register other than rAX and rSP, which are in the VMCB. */
  register(number: number): number {
    return this.cpu.u32[(LIVE.REGS >>> 2) + 2 * number];
  }
  setRegister(number: number, value: bigint): void {
    this.cpu.u64[(LIVE.REGS >>> 3) + number] = value;
  }
  /** A 64-bit field of the live state, by its address. */
  state(at: number): bigint {
    return this.cpu.u64[at >>> 3];
  }
  setState(at: number, value: bigint): void {
    this.cpu.u64[at >>> 3] = value;
  }
  /** A byte of the live state, by its address. */
  flag(at: number): number {
    return this.cpu.u8[at];
  }
  setFlag(at: number, value: number): void {
    this.cpu.u8[at] = value;
  }
}
