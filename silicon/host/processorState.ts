import { REGIONS, STATE_BASE, STATE_SIZE } from '../../spec/layout.js';
import { STATE, type Processor } from './cpu.js';

/** All that a processor and its RAM hold, in words that mean the same in another run of the program. */
export interface ProcessorState {
  /** Index of the vCPU whose region was the live one. */
  readonly live: number;
  /** The state region of every vCPU, one after another. */
  readonly regions: Uint8Array;
  /** Numbers of the physical pages that are not all zero, ascending. */
  readonly pageNumbers: Uint32Array;
  /** Their bytes, one after another. */
  readonly pages: Uint8Array;
  /** What the TLB holds (silicon/mmu/tlbImage.ts). */
  readonly tlb: Uint8Array;
  /** Which bytes hold decoded code (silicon/decode/codePage.ts). */
  readonly marks: Uint8Array;
}

const PAGE = 0x1000;
const MARK_BYTES = 16;
const FRAMES = REGIONS.FRAMES >> 2;

/** A physical page and where it lies in linear memory. */
export interface Frame {
  readonly number: number;
  readonly address: number;
}

/** Every physical page that exists, in the order of their addresses in linear memory. */
export function frames(cpu: Processor): Frame[] {
  const found: Frame[] = [];
  const { u32 } = cpu;
  const end = (cpu.wasm.memoryEnd() >>> 0) / PAGE;
  for (let at = REGIONS.HEAP / PAGE; at < end; at++) {
    const owner = u32[FRAMES + at];
    if (owner !== 0) found.push({ number: owner - 1, address: at * PAGE });
  }
  return found;
}

/** Pages that are not all zero, by ascending number: a page that was never touched and one of zeros are the same to a guest. */
export function usedPages(cpu: Processor): Frame[] {
  const { u32 } = cpu;
  const used = frames(cpu).filter(({ address }) => {
    const from = address >>> 2;
    for (let i = from; i < from + PAGE / 4; i++) if (u32[i] !== 0) return true;
    return false;
  });
  return used.sort((a, b) => a.number - b.number);
}

/** Take all that the processor holds. Only between instructions. */
export function saveProcessor(cpu: Processor): ProcessorState {
  const { vcpus } = cpu.options;
  const regions = new Uint8Array(vcpus * STATE_SIZE);
  const used = usedPages(cpu);
  const pages = new Uint8Array(used.length * PAGE);
  const tlbBytes = cpu.wasm.saveTlb();
  const image = cpu.wasm.tlbImage() >>> 0;
  const tlb = cpu.u8.slice(image, image + tlbBytes);
  const marksBytes = cpu.wasm.codePageCount() * MARK_BYTES;
  cpu.wasm.saveMarks(image);
  const marks = cpu.u8.slice(image, image + marksBytes);
  const { u8 } = cpu;
  for (let v = 0; v < vcpus; v++) {
    const from = cpu.field(v, 'REGS') - STATE.REGS + STATE_BASE;
    regions.set(u8.subarray(from, from + STATE_SIZE), v * STATE_SIZE);
  }
  used.forEach(({ address }, i) => pages.set(u8.subarray(address, address + PAGE), i * PAGE));
  return {
    live: cpu.current,
    regions,
    pageNumbers: Uint32Array.from(used, ({ number }) => number),
    pages,
    tlb,
    marks,
  };
}

/** Take over what `saveProcessor` gave; the processor must have been made with the same options. */
export function restoreProcessor(cpu: Processor, state: ProcessorState): void {
  const { vcpus } = cpu.options;
  if (state.regions.length !== vcpus * STATE_SIZE)
    throw new RangeError(`the state is of ${state.regions.length / STATE_SIZE} vCPUs, not ${vcpus}`);
  restorePages(cpu, state);
  cpu.current = state.live;
  for (let v = 0; v < vcpus; v++) {
    const to = cpu.field(v, 'REGS') - STATE.REGS + STATE_BASE;
    cpu.u8.set(state.regions.subarray(v * STATE_SIZE, (v + 1) * STATE_SIZE), to);
    // The current VMCB is also kept by its address in linear memory, which is another one here.
    const pa = cpu.u64[cpu.field(v, 'VMCB_PA') >>> 3];
    const vmcb = cpu.hostAddress(Number(pa));
    cpu.u32[cpu.field(v, 'VMCB') >>> 2] = vmcb;
  }
  const image = cpu.wasm.tlbImage() >>> 0;
  cpu.u8.set(state.marks, image);
  cpu.wasm.restoreMarks(image, state.marks.length / MARK_BYTES);
  cpu.u8.set(state.tlb, image);
  cpu.wasm.restoreTlb();
  cpu.wasm.updateCodeMode();
}

function restorePages(cpu: Processor, { pageNumbers, pages }: ProcessorState): void {
  const place = new Map<number, number>();
  pageNumbers.forEach((number, i) => place.set(number, i * PAGE));
  const put = (address: number, at: number): void => {
    cpu.u8.set(pages.subarray(at, at + PAGE), address);
  };
  for (const { number, address } of frames(cpu)) {
    const at = place.get(number);
    if (at === undefined) cpu.u8.fill(0, address, address + PAGE);
    else put(address, at);
    place.delete(number);
  }
  for (const [number, at] of place) {
    const address = cpu.hostAddress(number * PAGE);
    if (address === 0)
      throw new RangeError(
        `the state has RAM at ${(number * PAGE).toString(16)}h, where this machine has none`,
      );
    put(address, at);
  }
}
