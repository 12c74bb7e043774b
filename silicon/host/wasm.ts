/** A compiled Wasm module; opaque. */
export interface WasmModule {
  readonly wasmModule?: never;
}
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmTable {
  grow(by: number): number;
  set(index: number, value: unknown): void;
}

/** The part of the WebAssembly API that Node and browsers share, so that this layer needs neither's type library. */
export const { Module, Memory, Instance } = (
  globalThis as unknown as {
    WebAssembly: {
      Module: {
        new (bytes: ArrayBufferView | ArrayBuffer): WasmModule;
        customSections(module: WasmModule, name: string): ArrayBuffer[];
      };
      Memory: new (descriptor: { initial: number; maximum?: number }) => WasmMemory;
      Instance: new (
        module: WasmModule,
        imports?: Record<string, unknown>,
      ) => { exports: Record<string, unknown> };
    };
  }
).WebAssembly;
