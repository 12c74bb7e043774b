import assert from 'node:assert/strict';
import { differences, differentRegisters } from '../fuzz/differences.js';
import { littleEndian, digitsOf } from '../fuzz/bytes.js';
import { PLACE } from '../fuzz/place.js';
import type { Fields, Twin } from '../fuzz/twin.js';
import { RETURN } from '../silicon/host/cpu.js';
import { twins } from './twins.js';

/** Instructions in hexadecimal. */
export const CODE = {
  vmrun: '0f01d8',
  vmmcall: '0f01d9',
  vmload: '0f01da',
  vmsave: '0f01db',
  stgi: '0f01dc',
  clgi: '0f01dd',
  nop: '90',
  sti: 'fb',
  cli: 'fa',
  hlt: 'f4',
  cpuid: '0fa2',
  ud2: '0f0b',
  rsm: '0faa',
  /** To and from the register that ECX names. */
  wrmsr: '0f30',
  rdmsr: '0f32',
} as const;
const half = (value: bigint): string => digitsOf(littleEndian(value & 0xffff_ffffn, 4));

/** MOV ECX, index; MOV EAX and EDX, value; WRMSR: 17 bytes. */
export function wrmsr(index: number, value: bigint | number): string {
  const wide = BigInt(value);
  return `b9${half(BigInt(index))} b8${half(wide)} ba${half(wide >> 32n)} ${CODE.wrmsr}`;
}
/** MOV ECX, index; RDMSR: 7 bytes. */
export function rdmsr(index: number): string {
  return `b9${half(BigInt(index))} ${CODE.rdmsr}`;
}
/** PUSH of 32 bits; POPF: 6 bytes. */
export function popf(flags: number): string {
  return `68${half(BigInt(flags))} 9d`;
}
/** Bytes of an instruction or of several. */
export function length(code: string): number {
  return code.replace(/\s/g, '').length / 2;
}

/** An L1 with an L2, and what befalls them. */
export interface Scene {
  /** VMRUN and HLT unless it says otherwise. */
  readonly l1?: string;
  readonly l2?: string;
  readonly fields?: Fields;
  readonly cpu?: string;
  /** Before anything runs. */
  readonly prepare?: (twin: Twin) => void;
  /** When the instruction at an address is next for the first time. */
  readonly at?: readonly (readonly [rip: number, happen: (twin: Twin) => void])[];
}

/** Longer than any of the scenes. */
const MOST = 600;

/**
 * Play a scene on both machines, one instruction at a time, until the processor halts or shuts down. Both are alike after each instruction.
 * What is returned is the bare one, and the nested one for those who look behind the law.
 */
export function play(scene: Scene, most = MOST): readonly [bare: Twin, nested: Twin] {
  const both = twins(scene.cpu);
  for (const twin of both) {
    twin.write(PLACE.l1Code, scene.l1 ?? `${CODE.vmrun} ${CODE.hlt}`);
    twin.write(PLACE.l2Code, scene.l2 ?? CODE.vmmcall);
    twin.vmcb12(scene.fields);
    scene.prepare?.(twin);
  }
  const [bare, nested] = both;
  const due = [...(scene.at ?? [])];
  const next = (): number => due.findIndex(([rip]) => bare.get('RIP') === BigInt(rip));
  for (let n = 0; n < most; n++) {
    const now = next();
    if (now >= 0) for (const [, happen] of due.splice(now, 1)) both.forEach(happen);
    const [reason, other] = both.map((twin) => twin.run(1));
    assert.equal(reason, other, `why they return after ${n + 1} instructions`);
    assert.deepEqual(differentRegisters(bare, nested), [], `after ${n + 1} instructions`);
    const over = reason === RETURN.halted || reason === RETURN.shutdown;
    if (over && next() < 0) break;
  }
  assert.deepEqual(differences(bare, nested), []);
  assert.deepEqual(due, [], 'all of it has happened');
  return both;
}

/** A byte of the processor's state. */
export function flag(twin: Twin, name: string): number {
  return twin.cpu.u8[twin.cpu.state(name)];
}
/** An event becomes pending. */
export const pend =
  (name: 'PENDING_NMI' | 'PENDING_SMI' | 'PENDING_INIT') =>
  (twin: Twin): void =>
    void (twin.cpu.u8[twin.cpu.state(name)] = 1);
/** An interrupt message with a vector arrives. */
export const interrupt =
  (vector: number) =>
  (twin: Twin): void =>
    twin.cpu.apicMessage({ destination: 0, logical: false, deliveryMode: 0, vector, level: true });
/** How often the handler of a vector has run. */
export function taken(twin: Twin, vector: number): number {
  return Number(twin.read64(PLACE.counts + 8 * vector));
}
