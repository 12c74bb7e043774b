import type { Bus } from '../silicon/host/bus.js';
import { STATE } from '../silicon/host/cpu.js';
import { Silicon } from './silicon.js';

const CODE = 0x1_0000;
const TABLES = 0x1000;
const UD = 6;
/** FAULT_KIND of an instruction that has found a device and must run again in the exact loop. */
const RESTART = 3;
const SEGMENT_BYTES = 16;
/** Virtual time no program here needs. */
const LONG = 100_000;

/** What a program starts with; what is absent is as 64-bit code at CPL 0 with flat segments has it. */
export interface Start {
  cpl?: 0 | 3;
  flags?: bigint;
  rax?: bigint;
  rcx?: bigint;
  rdx?: bigint;
  rbx?: bigint;
  rdi?: bigint;
  rsi?: bigint;
  /** Further fields of the processor's state, by name. */
  state?: Record<string, bigint>;
}
const REGISTERS = ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'] as const;

/** A processor in 64-bit mode, 16 MiB mapped one to one for the user, that runs a few instructions given in hexadecimal. */
export class Program extends Silicon {
  /** Port accesses: direction, port, size and the value of a write. */
  readonly ports: (readonly ['in' | 'out', port: number, size: number, value?: number])[] = [];
  /** What ports read as. */
  portValue = 0x1122_3344;

  constructor(cpu = 'max') {
    super(1, 0x100_0000);
    this.cpu.bus = {
      portRead: (port: number, size: number): number => {
        this.ports.push(['in', port, size]);
        return size === 4 ? this.portValue : this.portValue & (2 ** (8 * size) - 1);
      },
      portWrite: (port: number, size: number, value: number): void => {
        this.ports.push(['out', port, size, value]);
      },
    } as unknown as Bus;
    this.beModel(cpu);
    const tables = Buffer.alloc(0x3000);
    tables.writeBigUInt64LE(BigInt(TABLES + 0x1007), 0);
    tables.writeBigUInt64LE(BigInt(TABLES + 0x2007), 0x1000);
    for (let i = 0; i < 8; i++) tables.writeBigUInt64LE(BigInt(i * 0x20_0000 + 0x87), 0x2000 + 8 * i);
    this.cpu.writePhysical(TABLES, tables);
    this.reset();
  }

  /** Everything as after power-on, then 64-bit mode. Memory stays. */
  reset(): void {
    this.call('resetCpu', 0);
    this.set64('CR0', 0x8001_0033n);
    this.set64('CR3', BigInt(TABLES));
    this.set64('CR4', 0x620n);
    this.set64('EFER', 0xd01n);
  }

  /** Run `code` to its end, or to the first exception: its vector. State that `start` does not name stays as it is. */
  run(code: string, start: Start = {}): number | undefined {
    const bytes = Buffer.from(code.replace(/\s/g, ''), 'hex');
    this.cpu.writePhysical(CODE, Buffer.concat([bytes, Buffer.from('0f0b', 'hex')]));
    const cpl = start.cpl ?? 0;
    for (let n = 0; n < 6; n++) this.segment(n, n === 1 ? 0xa9b | (cpl << 5) : 0xc93 | (cpl << 5), cpl);
    REGISTERS.forEach((name, n) => {
      if (name === 'rsp') this.set64('REGS', 0x8_0000n, n);
      else if (name !== 'rbp') this.set64('REGS', start[name] ?? 0n, n);
    });
    this.set8('CPL', cpl);
    this.set64('RIP', BigInt(CODE));
    this.set32('CURP', 0);
    this.set32('DELIVER_KIND', 0);
    this.call('setFlags', start.flags ?? 2n);
    for (const [name, value] of Object.entries(start.state ?? {})) this.set64(name, value);
    this.call('updateCodeMode');
    this.call('flushAll');
    this.call('noticeEvents');
    this.cpu.beginSlice(0, LONG);
    let vector = this.fault('runOn');
    for (; this.get32('FAULT_KIND') === RESTART; vector = this.fault('runOn')) this.call('afterUnwind');
    // A trap goes straight to its handler: there is none, and the fault is that of its delivery.
    const delivering = this.get32('DELIVER_KIND');
    if (vector !== undefined && delivering !== 0) return delivering & 0xff;
    return vector === UD && this.cpu.rip === BigInt(CODE + bytes.length) ? undefined : vector;
  }
  private segment(n: number, attributes: number, rpl: number): void {
    const at = STATE.SEGS + SEGMENT_BYTES * n;
    this.cpu.u32.set([(attributes << 16) | (n === 1 ? 0x30 : 0x28) | rpl, 0xffff_ffff, 0, 0], at >> 2);
  }

  /** A general register, in the order of their numbers. */
  register(n: number): bigint {
    return this.cpu.u64[(STATE.REGS >> 3) + n];
  }
  get rax(): bigint {
    return this.register(0);
  }
}
