// Segment descriptors: finding them in the descriptor tables, and their fields in the form of the VMCB.
import { SEGS, SEG_GDTR, SEG_LDTR, DELIVER_KIND, CR0, EFER, RFLAGS } from "../gen/layout";
import { ldSys, stSys } from "../mem";
import { raise } from "../fault";
import { F_VM } from "../flags";

// Attributes as the VMCB packs them.
export const A_TYPE: u32 = 0xf; export const A_CODE: u32 = 8; export const A_S: u32 = 0x10; export const A_P: u32 = 0x80;
export const A_L: u32 = 0x200; export const A_DB: u32 = 0x400; export const A_G: u32 = 0x800;
// Numbers of the segment registers.
export const S_ES = 0; export const S_CS = 1; export const S_SS = 2; export const S_DS = 3; export const S_FS = 4; export const S_GS = 5;

// @ts-ignore: decorator
@inline export function protectedMode(): bool { return (load<u64>(CR0) & 1) != 0 && (load<u64>(RFLAGS) & F_VM) == 0; }
// @ts-ignore: decorator
@inline export function longMode(): bool { return (load<u64>(EFER) & 0x400) != 0; }

/** Address of the state of segment register `seg`. */
// @ts-ignore: decorator
@inline export function segmentAt(seg: i32): usize { return SEGS + (<usize>seg << 4); }
/** Write all of a segment register: selector and what is hidden behind it. */
export function setSegment(seg: i32, selector: u32, attributes: u32, limit: u32, base: u64): void {
  const at = segmentAt(seg);
  store<u16>(at, <u16>selector); store<u16>(at, <u16>attributes, 2); store<u32>(at, limit, 4); store<u64>(at, base, 8);
}
/** Attributes of a descriptor in the VMCB's packing. */
export function attributesOf(d: u64): u32 { return (<u32>(d >> 40) & 0xff) | (<u32>(d >> 44) & 0xf00); }
/** Byte-granular limit of a descriptor. */
export function limitOf(d: u64): u32 {
  const limit = (<u32>d & 0xffff) | (<u32>(d >> 32) & 0xf0000);
  return (d >> 55) & 1 ? (limit << 12) | 0xfff : limit;
}
export function baseOf(d: u64): u64 { return ((d >> 16) & 0xffffff) | ((d >> 32) & 0xff000000); }

// @ts-ignore: decorator
@inline export function dplOf(attributes: u32): u32 { return (attributes >> 5) & 3; }
// @ts-ignore: decorator
@inline export function isCode(attributes: u32): bool { return (attributes & 0x18) == 0x18; }
// @ts-ignore: decorator
@inline export function isConforming(attributes: u32): bool { return (attributes & 0x1c) == 0x1c; }
// @ts-ignore: decorator
@inline export function isWritableData(attributes: u32): bool { return (attributes & 0x1a) == 0x12; }
/** Data of any kind, or code that may be read. */
// @ts-ignore: decorator
@inline export function isReadable(attributes: u32): bool { return (attributes & 0x18) == 0x10 || (attributes & 0x1a) == 0x1a; }
// @ts-ignore: decorator
@inline export function isNull(selector: u32): bool { return (selector & 0xfffc) == 0; }

/** EXT of an error code: set while an event is delivered that no INT instruction asked for. */
export function externalBit(): u32 {
  const kind = load<u32>(DELIVER_KIND), type = (kind >> 8) & 7, vector = kind & 0xff;
  if (kind == 0 || type == 4) return 0;
  // #BP and #OF come from INT3 and INTO only.
  return type == 3 && (vector == 3 || vector == 4) ? 0 : 1;
}
/** Raise an exception whose error code names a selector. */
export function raiseSelector(vector: u32, selector: u32): void { raise(vector, (selector & 0xfffc) | externalBit()); }

/** Do the `bytes` of the descriptor lie inside its table? */
export function inTable(selector: u32, bytes: u32): bool {
  const local = (selector & 4) != 0;
  if (local && !(load<u16>(SEG_LDTR, 2) & A_P)) return false;
  return (selector & 0xfff8) + bytes - 1 <= load<u32>(local ? SEG_LDTR : SEG_GDTR, 4);
}
/** Linear address of a descriptor that is in its table. */
export function descriptorAddress(selector: u32): u64 {
  return load<u64>(selector & 4 ? SEG_LDTR : SEG_GDTR, 8) + (selector & 0xfff8);
}
/** Read a descriptor; outside its table is exception `vector` with the selector. */
export function readDescriptor(selector: u32, vector: u32): u64 {
  if (!inTable(selector, 8)) raiseSelector(vector, selector);
  return ldSys(descriptorAddress(selector), 8);
}
/** Upper eight bytes of a system descriptor in long mode. */
export function readUpper(selector: u32, vector: u32): u64 {
  if (!inTable(selector, 16)) raiseSelector(vector, selector);
  return ldSys(descriptorAddress(selector) + 8, 8);
}
/** Set the accessed bit of a code or data descriptor in memory. */
// @ts-ignore: decorator
@inline export function markAccessed(selector: u32, d: u64): void {
  if (!((d >> 40) & 1)) stSys(descriptorAddress(selector) + 5, 1, ((d >> 40) & 0xff) | 1);
}
/** Load a segment register from a code or data descriptor that passed its checks. */
export function setFromDescriptor(seg: i32, selector: u32, d: u64): void {
  setSegment(seg, selector, attributesOf(d) | 1, limitOf(d), baseOf(d));
}
