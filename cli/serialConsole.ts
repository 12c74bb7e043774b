/** A sink for bytes that has accepted them when `write` returns. */
export interface TextOutput {
  write(bytes: Uint8Array | string): void;
}

const CAPACITY = 4096;
const NEWLINE = 10;
const CONTROL_A = 1;
const CONTROL_C = 3;

/** COM1 on the outside: collects what the guest sends, keeps what the person types. */
export class SerialConsole {
  private readonly buffer = new Uint8Array(CAPACITY);
  private length = 0;
  private readonly input: number[] = [];
  private sawEscape = false;
  /** The person asked for the machine to stop. */
  interrupted = false;

  /** `multiplexed` is QEMU's `mon:stdio`: Ctrl-C goes to the guest, Ctrl-A x stops. */
  constructor(
    private readonly output: TextOutput | undefined,
    private readonly multiplexed = false,
  ) {}

  /** A byte from the guest. Lines go out whole and at once: a runner may read along. */
  send(byte: number): void {
    if (this.output === undefined) return;
    this.buffer[this.length++] = byte;
    if (byte === NEWLINE || this.length === CAPACITY) this.flush();
  }

  /** Hands over what has been collected. */
  flush(): void {
    if (this.length === 0) return;
    const length = this.length;
    this.length = 0;
    this.output?.write(this.buffer.subarray(0, length));
  }

  /** Bytes from the outside. A terminal in raw mode makes no signals of keys: that is done here. */
  type(bytes: Uint8Array, isTerminal: boolean): void {
    for (const byte of bytes) {
      if (!isTerminal) this.input.push(byte);
      else if (!this.multiplexed && byte === CONTROL_C) this.interrupted = true;
      else if (this.multiplexed && this.sawEscape) this.escape(byte);
      else if (this.multiplexed && byte === CONTROL_A) this.sawEscape = true;
      else this.input.push(byte);
    }
  }

  /** The next byte for the guest. */
  receive(): number | undefined {
    return this.input.shift();
  }

  private escape(byte: number): void {
    this.sawEscape = false;
    if (byte === 'x'.charCodeAt(0)) this.interrupted = true;
    else if (byte === CONTROL_A || byte === 'a'.charCodeAt(0)) this.input.push(CONTROL_A);
  }
}
