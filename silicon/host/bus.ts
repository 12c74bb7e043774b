/** What the processor asks of the board. Sizes are bytes; a value travels as an unsigned 32-bit number. */
export interface Bus {
  /** IN: `size` is 1, 2 or 4. */
  portRead(port: number, size: number): number;
  /** OUT. */
  portWrite(port: number, size: number, value: number): void;
  /**
   * Read of a physical address that is not RAM (and not the local APIC). `size` is 1, 2 or 4; a wider access comes as
   * several. An address nothing decodes reads as all ones.
   */
  mmioRead(address: number, size: number): number;
  /** Write of a physical address that is not RAM. An address nothing decodes ignores it. */
  mmioWrite(address: number, size: number, value: number): void;
  /** The processor acknowledges INTR from the 8259 pair and takes the vector. */
  picAcknowledge(): number;
  /** A local APIC has finished a level-triggered interrupt: the I/O APIC may send it again. */
  ioapicEoi(vector: number): void;
  /** FERR#: the processor waits at an x87 instruction because of an earlier error, with CR0.NE clear. */
  ferr(): void;
}

/** An interrupt message on the APIC bus, as an I/O APIC or a local APIC sends it. */
export interface ApicMessage {
  /** Physical APIC id, or logical destination. */
  destination: number;
  logical: boolean;
  /** 0 fixed, 1 lowest priority, 2 SMI, 4 NMI, 5 INIT, 6 SIPI, 7 ExtINT. */
  deliveryMode: number;
  vector: number;
  level: boolean;
}

/** What the board may do to the processors from outside an instruction. */
export interface Pins {
  /** The INTR line of the 8259 pair: LINT0 of the boot processor. */
  setIntr(level: boolean): void;
  /** Deliver a message to every local APIC it addresses. */
  apicMessage(message: ApicMessage): void;
  /** No processor goes on after the current instruction before the machine has looked at the board. */
  endTurn(): void;
  /** IGNNE#: the running processor executes x87 instructions in spite of the error it has reported, until that is cleared. */
  assertIgnne(): void;
  /** Stop the machine after the current instruction; `why` is what the person sees. */
  stop(why: StopReason): void;
}

export type StopReason =
  /** isa-debug-exit or another device that ends the machine with an exit status of its own. */
  | { kind: 'exit'; code: number }
  /** The guest switched the power off. */
  | { kind: 'poweroff' }
  /** The guest asked for a reset (port 92h, 64h, CF9h) or fell into a triple fault (`shutdown`). */
  | { kind: 'reset' }
  | { kind: 'shutdown' }
  /** A feature of the processor or a device that nsvm lacks: its name, with bytes and address where there are any. */
  | { kind: 'unimplemented'; what: string };
