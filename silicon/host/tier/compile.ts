import { emitRegion } from './emit.js';
import { exportName, type Callee } from './handlerCode.js';
import { gatherRegion, type Region, type Surroundings } from './region.js';
import { HEADER, SECTION, VALUE, Writer, codeOf } from './wasmBinary.js';

/** Name under which `silicon.wasm` exports the function that calls the handler of a record. */
const CALL_HANDLER_EXPORT = 'callHandler';
/** What the host calls the exports of `silicon.wasm` that compiled code imports. */
export const CORE = 'core';

/** A module of compiled regions; it exports each under its place among `regions`. */
export interface Compiled {
  readonly bytes: Uint8Array;
  readonly regions: readonly Region[];
}

/** Compile the regions that begin at these records, as far as they are worth it. */
export function compileRegions(heads: readonly number[], around: Surroundings): Compiled | undefined {
  const callees: Callee[] = [];
  const places = new Map<number, number>();
  const numberOf = (callee: Callee): number => {
    const known = places.get(callee.index);
    if (known !== undefined) return known;
    // Behind callHandler.
    places.set(callee.index, callees.push(callee));
    return callees.length;
  };
  const regions = heads.flatMap((head) => gatherRegion(head, around) ?? []);
  if (regions.length === 0) return undefined;
  const bodies = regions.map((region) => emitRegion(region, numberOf));
  return { bytes: moduleOf(bodies, callees), regions };
}

const REGION_TYPE = 0;
const CALL_HANDLER_TYPE = 1;

function moduleOf(bodies: readonly Uint8Array[], callees: readonly Callee[]): Uint8Array {
  const types = new Writer().u32(callees.length + 2);
  const type = (parameters: readonly number[], results: readonly number[]): void => {
    types
      .bytes(0x60)
      .u32(parameters.length)
      .bytes(...parameters);
    types.u32(results.length).bytes(...results);
  };
  type([VALUE.i32], [VALUE.i32]);
  type([VALUE.i32, VALUE.i32], [VALUE.i32]);
  const imports = new Writer().u32(callees.length + 2);
  const importFunction = (name: string, of: number): void => {
    imports.name(CORE).name(name).bytes(0).u32(of);
  };
  importFunction(CALL_HANDLER_EXPORT, CALL_HANDLER_TYPE);
  callees.forEach(({ index, parameters, results }, i) => {
    type(parameters, results);
    importFunction(exportName(index), CALL_HANDLER_TYPE + 1 + i);
  });
  imports.name(CORE).name('memory').bytes(2, 0).u32(1);
  const functions = new Writer().u32(bodies.length);
  const exports = new Writer().u32(bodies.length);
  bodies.forEach((_, i) => {
    functions.u32(REGION_TYPE);
    exports
      .name(String(i))
      .bytes(0)
      .u32(callees.length + 1 + i);
  });
  return new Writer()
    .append(HEADER)
    .section(SECTION.type, types.result())
    .section(SECTION.import, imports.result())
    .section(SECTION.function, functions.result())
    .section(SECTION.export, exports.result())
    .section(SECTION.code, codeOf(bodies))
    .result();
}
