import { Machine, type World } from '../board/machine.js';
import { loadKernel } from '../board/loaders/kernel.js';
import { pcMemoryMap, ramBelow4GiB } from '../board/loaders/memoryMap.js';
import type { BootRegisters } from '../board/loaders/image.js';
import type { PcConfig } from '../board/pc.js';
import { firmwareTables } from '../board/firmwareTables.js';
import { FIRMWARE_PORT_WRITES, realModeFirmware } from '../board/realModeFirmware.js';
import type { Behaviour } from './behaviour.js';
import { L0 } from './l0.js';
import { observeProcessor } from './processorObserver.js';
import type { L0Observer } from './observer.js';
import { Processor, type ProcessorOptions, STATE } from '../silicon/host/cpu.js';
import type { WasmModule } from '../silicon/host/wasm.js';
import { SUBLEAF_LEAVES, cpuidLeaves } from '../spec/cpuidLeaves.js';
import { parseCpu } from '../spec/cpuOption.js';
import { wakeUp } from './wakeUp.js';

/** What decides a run. */
export interface MachineOptions extends Omit<PcConfig, 'ramBytes' | 'vcpus' | 'kernelCmdline'> {
  kind: 'bare' | 'nested';
  /** The compiled `silicon.wasm`. */
  wasm: WasmModule;
  /** Model and features in QEMU's spelling. */
  cpu: string;
  /** Where random numbers start; 0 when absent. */
  seed?: bigint;
  vcpus: number;
  ramBytes: number;
  /** The image; left out where a state is going to be restored. */
  kernel?: Uint8Array;
  /** The kernel's command line, its path included. */
  cmdline: string;
  modules: readonly { cmdline: string; bytes: Uint8Array }[];
  /** Hears of world switches and failed VMRUNs. */
  observer?: L0Observer;
  /** Another L0 than the right one, such as one of `HISTORY`. */
  behaviour?: Behaviour;
  /** When hot code is compiled; see `ProcessorOptions`. */
  tier?: ProcessorOptions['tier'];
}

/** Physical memory the L0 keeps for itself: above all RAM a guest can have. */
export const PRIVATE_RAM = { address: 0x3_c000_0000, bytes: 0x400_0000 } as const;

/** A machine with its image loaded, about to run the first instruction, or one whose `restore` comes next. */
export function createMachine(options: MachineOptions): Machine {
  const low = ramBelow4GiB(options.ramBytes);
  const cpu = new Processor({
    wasm: options.wasm,
    vcpus: options.vcpus,
    ramBelow4GiB: low,
    ramAbove4GiB: options.ramBytes - low,
    ...(options.kind === 'nested' ? { privateRam: PRIVATE_RAM } : {}),
    ...(options.tier ? { tier: options.tier } : {}),
  });
  const { model, features } = parseCpu(options.cpu);
  let world: World = { run: () => cpu.resume() };
  if (options.kind === 'bare' && options.observer)
    observeProcessor(cpu, options.observer, { physBits: model.physBits, features });
  if (options.kind === 'nested')
    world = new L0(cpu, {
      features,
      physBits: model.physBits,
      privateRam: PRIVATE_RAM,
      ...(options.observer ? { observer: options.observer } : {}),
      ...(options.behaviour ? { behaviour: options.behaviour } : {}),
    });
  const machine = new Machine(cpu, { ...options, kernelCmdline: options.cmdline }, world);
  machine.wakeUp = () => wakeUp(machine, world, () => powerOn(cpu, options.cpu, options.seed));
  powerOn(cpu, options.cpu, options.seed);
  if (options.kernel) boot(machine, options, options.kernel);
  if (world instanceof L0)
    for (let v = options.vcpus - 1; v >= 0; v--) {
      cpu.select(v);
      world.createVcpu(v);
    }
  return machine;
}

/** Every vCPU as after power-on: the boot processor at its reset vector, the others waiting for a start-up message. */
export function powerOn(cpu: Processor, cpuOption: string, seed = 0n): void {
  const { model, features } = parseCpu(cpuOption);
  for (let v = cpu.options.vcpus - 1; v >= 0; v--) {
    cpu.select(v);
    cpu.u32[STATE.VCPU >> 2] = v;
    // Each vCPU has a sequence of its own.
    cpu.u64[STATE.RANDOM >> 3] = BigInt.asUintN(64, seed + (BigInt(v) << 56n));
    cpu.wasm.setAddressWidths(model.physBits, features.has('la57') ? 57 : 48);
    cpu.wasm.clearCpuid();
    for (const { leaf, subleaf, eax, ebx, ecx, edx } of cpuidLeaves(model, features, v, cpu.options.vcpus))
      cpu.wasm.setCpuid(leaf, subleaf, SUBLEAF_LEAVES.includes(leaf) ? 1 : 0, eax, ebx, ecx, edx);
    cpu.wasm.resetCpu(0);
    if (v === 0) cpu.wasm.apicVirtualWire();
  }
}

function boot(machine: Machine, options: MachineOptions, kernel: Uint8Array): void {
  const { cpu, pc } = machine;
  for (const block of [...realModeFirmware(), ...firmwareTables({ vcpus: options.vcpus })])
    cpu.writePhysical(block.address, block.bytes);
  for (const [port, value] of FIRMWARE_PORT_WRITES) pc.portWrite(port, 1, value);
  const { ramBytes, cmdline, modules } = options;
  const image = loadKernel(kernel, { cmdline, modules, ramBytes, memoryMap: pcMemoryMap(ramBytes) });
  for (const { address, bytes, zero } of image.segments) {
    cpu.writePhysical(address, bytes);
    cpu.writePhysical(address + bytes.length, new Uint8Array(zero));
  }
  loadRegisters(cpu, image.registers);
}

const SEGMENT = { ES: 0, CS: 1, SS: 2, DS: 3, FS: 4, GS: 5 } as const;
const FLAT_CODE = 0xc9b;
const FLAT_DATA = 0xc93;

function loadRegisters(cpu: Processor, registers: BootRegisters): void {
  const { u64, u32 } = cpu;
  const u16 = new Uint16Array(u32.buffer);
  for (const [name, n] of Object.entries(SEGMENT)) {
    const at = STATE.SEGS + 16 * n;
    u16[at >> 1] = name === 'CS' ? registers.codeSelector : registers.dataSelector;
    u16[(at + 2) >> 1] = name === 'CS' ? FLAT_CODE : FLAT_DATA;
    u32[(at + 4) >> 2] = 0xffffffff;
    u64[(at + 8) >> 3] = 0n;
  }
  u64.fill(0n, STATE.REGS >> 3, (STATE.REGS >> 3) + 16);
  u64[STATE.REGS >> 3] = BigInt(registers.eax);
  u64[(STATE.REGS >> 3) + 3] = BigInt(registers.ebx);
  u64[STATE.RIP >> 3] = BigInt(registers.eip);
  u64[STATE.CR0 >> 3] = BigInt(registers.cr0);
  // Firmware has run FNINIT: an operating system need not, to use the x87 unit with its exceptions masked.
  u16[STATE.FCW >> 1] = 0x37f;
  u16[STATE.FTW >> 1] = 0;
  cpu.wasm.setFlags(BigInt(registers.eflags));
  cpu.wasm.updateCodeMode();
}
