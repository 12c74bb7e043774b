import { readFileSync } from 'node:fs';
import { Processor, STATE } from '../silicon/host/cpu.js';
import { EAGER } from '../silicon/host/tier/tier.js';
import { Module, type WasmModule } from '../silicon/host/wasm.js';
import { SUBLEAF_LEAVES, cpuidLeaves } from '../spec/cpuidLeaves.js';
import { parseCpu } from '../spec/cpuOption.js';

type Argument = number | bigint | boolean;

let compiled: WasmModule | undefined;

/** A processor without a board, whose inner functions a test calls by name. */
export class Silicon {
  readonly cpu: Processor;

  constructor(vcpus: number, ramBytes: number) {
    compiled ??= new Module(readFileSync(new URL('../silicon.wasm', import.meta.url)));
    this.cpu = new Processor({
      wasm: compiled,
      vcpus,
      ramBelow4GiB: ramBytes,
      ramAbove4GiB: 0,
      tier: EAGER,
    });
  }

  /** Give the processor the features of a model, as the `-cpu` option names it. */
  beModel(cpu: string): void {
    const { model, features } = parseCpu(cpu);
    for (const { leaf, subleaf, eax, ebx, ecx, edx } of cpuidLeaves(model, features, 0, 1))
      this.call('setCpuid', leaf, subleaf, SUBLEAF_LEAVES.includes(leaf) ? 1 : 0, eax, ebx, ecx, edx);
  }

  /** Result of a function as an unsigned number of its width. */
  call(name: string, ...args: Argument[]): bigint {
    const inner = (this.cpu.wasm as unknown as Record<string, (...args: Argument[]) => number | bigint>)[
      name
    ];
    const result = inner(...args);
    return typeof result === 'bigint' ? BigInt.asUintN(64, result) : BigInt((result ?? 0) >>> 0);
  }

  /** The exception a call raises, or undefined. */
  fault(name: string, ...args: Argument[]): number | undefined {
    this.set8('FAULT_KIND', 0);
    this.call(name, ...args);
    const raised = this.get8('UNWINDING') !== 0;
    this.set8('UNWINDING', 0);
    return raised ? this.get32('FAULT_VECTOR') : undefined;
  }

  get8(name: string, vcpu = this.cpu.current): number {
    return this.cpu.u8[this.cpu.field(vcpu, name)];
  }
  get32(name: string): number {
    return this.cpu.u32[STATE[name] >> 2];
  }
  get64(name: string): bigint {
    return this.cpu.u64[STATE[name] >> 3];
  }
  set8(name: string, value: number): void {
    this.cpu.u8[STATE[name]] = value;
  }
  set32(name: string, value: number): void {
    this.cpu.u32[STATE[name] >> 2] = value;
  }
  set64(name: string, value: bigint, element = 0): void {
    this.cpu.u64[(STATE[name] >> 3) + element] = BigInt.asUintN(64, value);
  }
}
