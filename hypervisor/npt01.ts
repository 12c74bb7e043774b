import { ENTRY, NestedTable, type NestedTableState } from './nestedTable.js';
import type { PrivateMemory } from './privateMemory.js';
import type { Processor } from './processor.js';

const GIB = 0x4000_0000;
const MIB2 = 0x20_0000;
const RIGHTS = ENTRY.P | ENTRY.W | ENTRY.U | ENTRY.A | ENTRY.D;

/** L1's physical memory: what it calls an address is that address, but for the L0's own GiB. Filled on demand. */
export class Npt01 {
  private table: NestedTable;

  constructor(
    private readonly cpu: Processor,
    private readonly memory: PrivateMemory,
    private readonly physBits: number,
    /** The processor has 1 GiB pages. */
    private readonly huge: boolean,
  ) {
    this.table = new NestedTable(cpu, memory, physBits);
  }

  get root(): number {
    return this.table.root;
  }

  save(): NestedTableState {
    return this.table.save();
  }
  restore(saved: NestedTableState): void {
    this.table = new NestedTable(this.cpu, this.memory, this.physBits, saved);
  }

  /** What `map` enters for an address. */
  leafOf(gpa: number): { gpa: bigint; pa: bigint; bytes: number; writable: true; executable: true } {
    const pa = this.memory.seenByL1(Math.floor(gpa / GIB) * GIB);
    return { gpa: BigInt(gpa), pa: BigInt(pa), bytes: GIB, writable: true, executable: true };
  }

  /** Map what a fault asked for. */
  map(gpa: number): void {
    const first = Math.floor(gpa / GIB) * GIB;
    const target = this.memory.seenByL1(first);
    if (this.huge) this.table.map(first, target, 30, RIGHTS, 0);
    else for (let at = 0; at < GIB; at += MIB2) this.table.map(first + at, target + at, 21, RIGHTS, 0);
  }
}
