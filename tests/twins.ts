import { readFileSync } from 'node:fs';
import { Twin, type MachineKind } from '../fuzz/twin.js';
import type { Behaviour } from '../hypervisor/behaviour.js';
import type { L0Observer } from '../hypervisor/observer.js';
import { EAGER } from '../silicon/host/tier/tier.js';
import { Module, type WasmModule } from '../silicon/host/wasm.js';
import { MUTANTS } from './mutants/index.js';

let compiled: WasmModule | undefined;

/** The processor, compiled once for all tests of a file. */
export function silicon(): WasmModule {
  return (compiled ??= new Module(readFileSync(new URL('../silicon.wasm', import.meta.url))));
}

/** NSVM_MUTANT makes the L0 of all tests a mutant, to see which of them find it. */
const mutant = MUTANTS.find(({ id }) => id === process.env['NSVM_MUTANT']);
const behaviour: Behaviour | undefined = mutant?.behaviour;

/** One machine with an L1 to fill. `bare` compiles all code, `nested` none: they must be alike all the more. */
export function makeTwin(kind: MachineKind, cpu?: string, observer?: L0Observer): Twin {
  return new Twin(silicon(), kind, cpu, observer, behaviour, kind === 'bare' ? EAGER : 'off');
}

/** The same L1 on both machines. */
export function twins(cpu?: string, observer?: L0Observer): readonly [bare: Twin, nested: Twin] {
  return [makeTwin('bare', cpu), makeTwin('nested', cpu, observer)];
}
