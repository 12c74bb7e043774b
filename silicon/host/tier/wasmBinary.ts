/** As much of the Wasm binary format as linking needs. */
export const SECTION = { custom: 0, type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
/** Types of values. */
export const VALUE = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** The instructions that linking looks at or writes. */
export const OP = {
  unreachable: 0x00,
  nop: 0x01,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Load: 0x28,
  i64Load: 0x29,
  i32Load8u: 0x2d,
  i32Load16u: 0x2f,
  i32Store: 0x36,
  i64Store: 0x37,
  i32Store8: 0x3a,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  i32Eq: 0x46,
  i32Ne: 0x47,
  i32And: 0x71,
  i32Shl: 0x74,
  i64And: 0x83,
  i64Or: 0x84,
  i64Shl: 0x86,
  i64ShrU: 0x88,
  i32WrapI64: 0xa7,
  i64ExtendI32U: 0xad,
  vector: 0xfd,
} as const;
/** The type of a block without a value. */
export const VOID = 0x40;

export class Reader {
  constructor(
    private readonly data: Uint8Array,
    public at: number,
  ) {}
  byte(): number {
    return this.data[this.at++];
  }
  u32(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const b = this.byte();
      value |= (b & 127) << shift;
      if (b < 128) return value >>> 0;
      shift += 7;
    }
  }
  /** A signed constant of any width. */
  signed(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const b = this.byte();
      value |= BigInt(b & 127) << shift;
      if (b < 128) return BigInt.asIntN(Number(shift) + 7, value);
    }
  }
  private leb(): void {
    while (this.byte() >= 128);
  }
  name(): string {
    const length = this.u32();
    this.at += length;
    return String.fromCharCode(...this.data.subarray(this.at - length, this.at));
  }
  /** Step over the declarations of locals that a body begins with. */
  skipLocals(): void {
    for (let groups = this.u32(); groups > 0; groups--) {
      this.leb();
      this.byte();
    }
  }
  /** Step over the immediates of an instruction whose opcode has been read; throws on one it does not know. */
  skipImmediates(op: number): void {
    if (op === 0x02 || op === 0x03 || op === 0x04)
      this.leb(); // block type
    else if (op === 0x0c || op === 0x0d || op === 0x10 || (op >= 0x20 && op <= 0x24)) this.leb();
    else if (op === 0x0e) for (let n = this.u32() + 1; n > 0; n--) this.leb();
    else if (op === 0x11) {
      this.leb();
      this.leb();
    } else if (op >= 0x28 && op <= 0x3e) {
      this.leb();
      this.leb();
    } else if (op === 0x3f || op === 0x40 || op === 0x41 || op === 0x42) this.leb();
    else if (op === 0x43) this.at += 4;
    else if (op === 0x44) this.at += 8;
    else if (op === 0xfc) this.skipExtended();
    else if (op === 0xfd) this.skipVector();
    else if (op === 0x1c) for (let n = this.u32(); n > 0; n--) this.byte();
    else if (!(
      op <= 0x01 ||
      op === 0x05 ||
      op === 0x0b ||
      op === 0x0f ||
      op === 0x1a ||
      op === 0x1b ||
      (op >= 0x45 && op <= 0xc4)
    ))
      throw new Error(`wasm: opcode 0x${op.toString(16)} is not known`);
  }
  private skipExtended(): void {
    const op = this.u32();
    if (op <= 7) return; // saturating truncation
    if (op === 8 || op === 10) {
      this.leb();
      this.leb();
    } else if (op === 11) this.leb();
    else throw new Error(`wasm: opcode 0xfc ${op} is not known`);
  }
  private skipVector(): void {
    const op = this.u32();
    if (op <= 11 || op === 92 || op === 93) {
      this.leb();
      this.leb();
    } else if (op === 12 || op === 13) this.at += 16;
    else if (op >= 21 && op <= 34) this.at += 1;
    else if (op >= 84 && op <= 91) {
      this.leb();
      this.leb();
      this.at += 1;
    }
  }
}

/** A number in the form of Wasm, LEB128. */
export function unsigned(value: number): number[] {
  const out: number[] = [];
  let rest = value >>> 0;
  for (; rest >= 128; rest >>>= 7) out.push((rest & 127) | 128);
  out.push(rest);
  return out;
}
export function signed(value: bigint): number[] {
  const out: number[] = [];
  for (let rest = value; ;) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    if ((rest === 0n && !(low & 64)) || (rest === -1n && low & 64)) {
      out.push(low);
      return out;
    }
    out.push(low | 128);
  }
}

export class Writer {
  private data = new Uint8Array(1024);
  private length = 0;
  private room(bytes: number): void {
    if (this.length + bytes <= this.data.length) return;
    const grown = new Uint8Array(Math.max(this.data.length * 2, this.length + bytes));
    grown.set(this.data.subarray(0, this.length));
    this.data = grown;
  }
  bytes(...values: number[]): this {
    this.room(values.length);
    for (const value of values) this.data[this.length++] = value;
    return this;
  }
  u32(value: number): this {
    return this.bytes(...unsigned(value));
  }
  s32(value: number): this {
    return this.bytes(...signed(BigInt(value | 0)));
  }
  section(id: number, content: Uint8Array): this {
    return this.bytes(id).u32(content.length).append(content);
  }
  /** An ASCII name. */
  name(text: string): this {
    return this.u32(text.length).bytes(...[...text].map((letter) => letter.charCodeAt(0)));
  }
  append(bytes: Uint8Array): this {
    this.room(bytes.length);
    this.data.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }
  result(): Uint8Array {
    return this.data.slice(0, this.length);
  }
}

export interface Section {
  id: number;
  /** Where the section's id byte, its content and the next section are. */
  from: number;
  start: number;
  end: number;
}
export function sections(wasm: Uint8Array): Section[] {
  const found: Section[] = [];
  for (let at = 8; at < wasm.length;) {
    const reader = new Reader(wasm, at);
    const id = reader.byte();
    const length = reader.u32();
    found.push({ id, from: at, start: reader.at, end: reader.at + length });
    at = reader.at + length;
  }
  return found;
}

/** The module with the content of some sections replaced; those for which `content` has nothing stay. */
export function replaceSections(
  wasm: Uint8Array,
  content: (section: Section) => Uint8Array | undefined,
): Uint8Array {
  const out = new Writer().append(wasm.subarray(0, 8));
  for (const section of sections(wasm)) {
    const bytes = content(section);
    if (bytes) out.section(section.id, bytes);
    else out.append(wasm.subarray(section.from, section.end));
  }
  return out.result();
}
/** What every module begins with. */
export const HEADER = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** The content of a code section. */
export function codeOf(bodies: readonly Uint8Array[]): Uint8Array {
  const code = new Writer().u32(bodies.length);
  for (const body of bodies) code.u32(body.length).append(body);
  return code.result();
}

export interface WasmModule {
  wasm: Uint8Array;
  importedFunctions: number;
  exports: Map<string, number>;
  bodies: { start: number; end: number }[];
  typeOf(fn: number): number;
  signatureOf(type: number): Signature;
}
/** Types of what a function takes and returns. */
export interface Signature {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

export function readModule(wasm: Uint8Array): WasmModule {
  const types: number[] = [];
  const signatures: Signature[] = [];
  const module: WasmModule = {
    wasm,
    importedFunctions: 0,
    exports: new Map(),
    bodies: [],
    typeOf: (fn) => types[fn],
    signatureOf: (type) => signatures[type],
  };
  for (const section of sections(wasm)) {
    const reader = new Reader(wasm, section.start);
    if (section.id === SECTION.type) readTypes(reader, signatures);
    else if (section.id === SECTION.import) readImports(reader, module, types);
    else if (section.id === SECTION.function) for (let n = reader.u32(); n > 0; n--) types.push(reader.u32());
    else if (section.id === SECTION.export)
      for (let n = reader.u32(); n > 0; n--) {
        const name = reader.name();
        const kind = reader.byte();
        const index = reader.u32();
        if (kind === 0) module.exports.set(name, index);
      }
    else if (section.id === SECTION.code)
      for (let n = reader.u32(); n > 0; n--) {
        const size = reader.u32();
        module.bodies.push({ start: reader.at, end: reader.at + size });
        reader.at += size;
      }
  }
  return module;
}
function readTypes(reader: Reader, signatures: Signature[]): void {
  const types = (): number[] => Array.from({ length: reader.u32() }, () => reader.byte());
  for (let n = reader.u32(); n > 0; n--) {
    reader.byte();
    const parameters = types();
    signatures.push({ parameters, results: types() });
  }
}
/** Names of the imported functions, in the order of their numbers. */
export function importNames(wasm: Uint8Array): string[] {
  const section = sections(wasm).find(({ id }) => id === SECTION.import);
  if (!section) return [];
  const reader = new Reader(wasm, section.start);
  const names: string[] = [];
  for (let n = reader.u32(); n > 0; n--) {
    reader.name();
    const name = reader.name();
    if (skipImport(reader) !== undefined) names.push(name);
  }
  return names;
}
function readImports(reader: Reader, module: WasmModule, types: number[]): void {
  for (let n = reader.u32(); n > 0; n--) {
    reader.name();
    reader.name();
    const type = skipImport(reader);
    if (type === undefined) continue;
    types.push(type);
    module.importedFunctions++;
  }
}
/** Step over what is imported under a name that has been read: the type of a function, or nothing for the memory. */
function skipImport(reader: Reader): number | undefined {
  const kind = reader.byte();
  if (kind === 0) return reader.u32();
  if (kind !== 2) throw new Error(`wasm: import of kind ${kind} is not known`);
  const bounded = reader.u32() & 1;
  reader.u32();
  if (bounded) reader.u32();
  return undefined;
}
