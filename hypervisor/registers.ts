import { LIVE } from './live.js';
import type { L0 } from './l0.js';
import { lastBranches, setLastBranches } from './nested/lastBranch.js';
import { suspend } from './suspend.js';
import type { Vcpu } from './vcpu.js';
import { AT } from './vmcb.js';
import { setSvme } from './withoutSvme.js';

/** Registers that are in the VMCB of a guest that does not run, by their names there. */
const IN_VMCB = [
  'rax',
  'rsp',
  'rip',
  'rflags',
  'cr0',
  'cr2',
  'cr3',
  'cr4',
  'efer',
  'dr6',
  'dr7',
  'gPat',
] as const;
type InVmcb = (typeof IN_VMCB)[number];

/** ES CS SS DS, then GDTR and IDTR: what VMRUN loads, 16 bytes each as in the VMCB. */
const ROWS_OF_VMCB = [0, 1, 2, 3, 6, 8];
/** FS GS LDTR TR: what VMLOAD loads. */
const ROWS_OF_PROCESSOR = [4, 5, 7, 9];
const ROW = 16;
const EFER_SVME = 0x1000n;
const RAX = 0;
const RSP = 4;

/** The registers of a vCPU at the level that runs, as an L0 hands them out. MSRs other than EFER have their own calls. */
export interface VcpuRegisters extends Readonly<Record<InVmcb, bigint>> {
  /** RAX to R15; RAX and RSP are repeated by name. */
  readonly general: readonly bigint[];
  /** DR0 to DR3. */
  readonly breakpoints: readonly bigint[];
  readonly cpl: number;
  /** ES CS SS DS FS GS GDTR LDTR IDTR TR: selector, attributes, limit, base. */
  readonly segments: Uint8Array;
  /** DEBUGCTL, then LBR_FROM, LBR_TO, LASTEXC_FROM and LASTEXC_TO. */
  readonly lastBranches: readonly bigint[];
  readonly interruptShadow: boolean;
  readonly halted: boolean;
}

/** The registers of the live vCPU, which is suspended by that. */
export function getRegisters(l0: L0, vcpu: Vcpu): VcpuRegisters {
  suspend(l0, vcpu);
  const { vmcb } = vcpu;
  const { cpu } = l0;
  const inVmcb = Object.fromEntries(IN_VMCB.map((name) => [name, vmcb.long(AT[name])])) as Record<
    InVmcb,
    bigint
  >;
  if (!vcpu.inL2 && !vcpu.svme) inVmcb.efer &= ~EFER_SVME;
  const general = Array.from({ length: 16 }, (_, n) => cpu.u64[(LIVE.REGS >>> 3) + n]);
  general[RAX] = inVmcb.rax;
  general[RSP] = inVmcb.rsp;
  const segments = new Uint8Array(10 * ROW);
  for (const row of ROWS_OF_VMCB)
    segments.set(bytesAt(l0, vmcb.linear + AT.esSelector + row * ROW), row * ROW);
  for (const row of ROWS_OF_PROCESSOR) segments.set(bytesAt(l0, LIVE.SEGS + row * ROW), row * ROW);
  return {
    ...inVmcb,
    general,
    breakpoints: Array.from({ length: 4 }, (_, n) => cpu.u64[(LIVE.DR >>> 3) + n]),
    cpl: vmcb.byte(AT.cpl),
    segments,
    lastBranches: lastBranches(l0, vcpu),
    interruptShadow: (vmcb.word(AT.intState) & 1) !== 0,
    halted: vcpu.halted,
  };
}

/** Give the live vCPU other registers at the level that runs. What they say is checked when that is entered. */
export function setRegisters(l0: L0, vcpu: Vcpu, registers: VcpuRegisters): void {
  suspend(l0, vcpu);
  const { vmcb } = vcpu;
  const { cpu } = l0;
  for (const name of IN_VMCB) vmcb.setLong(AT[name], registers[name]);
  registers.general.forEach((value, n) => l0.setRegister(n, value));
  if (!vcpu.inL2) {
    setSvme(vcpu, (registers.efer & EFER_SVME) !== 0n);
    vmcb.setLong(AT.efer, registers.efer | EFER_SVME);
  }
  for (const row of ROWS_OF_VMCB)
    cpu.u8.set(
      registers.segments.subarray(row * ROW, (row + 1) * ROW),
      vmcb.linear + AT.esSelector + row * ROW,
    );
  for (const row of ROWS_OF_PROCESSOR)
    cpu.u8.set(registers.segments.subarray(row * ROW, (row + 1) * ROW), LIVE.SEGS + row * ROW);
  registers.breakpoints.forEach((value, n) => (cpu.u64[(LIVE.DR >>> 3) + n] = value));
  cpu.u8[vmcb.linear + AT.cpl] = registers.cpl;
  vmcb.setWord(AT.intState, registers.interruptShadow ? 1 : 0);
  setLastBranches(l0, vcpu, registers.lastBranches);
  vcpu.halted = registers.halted;
  vcpu.waitForSipi = false;
}

function bytesAt({ cpu }: L0, linear: number): Uint8Array {
  return cpu.u8.subarray(linear, linear + ROW);
}
