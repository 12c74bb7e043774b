import { hex } from './explain.js';
import { VMCB_ROWS, type VmcbField, type VmcbKey } from '../spec/vmcb.js';

/** Bytes. */
const WIDEST_NUMBER = 8;

/** A field of a VMCB that has changed. */
export interface WrittenField {
  readonly key: VmcbKey;
  /** Name as in the architecture manual. */
  readonly name: string;
  /** In hexadecimal: a number, or the bytes of what is no number. */
  readonly before: string;
  readonly after: string;
}
/** Fields that belong together. */
export interface WrittenGroup {
  readonly group: string;
  readonly fields: readonly WrittenField[];
}

const EXIT: readonly VmcbKey[] = [
  'exitCode',
  'exitInfo1',
  'exitInfo2',
  'exitIntInfo',
  'exitIntInfoErr',
  'nRip',
  'insnLen',
  'insnBytes',
];
const BY_CLEAN: Readonly<Record<string, string>> = {
  CRx: 'control registers',
  CR2: 'control registers',
  DRx: 'debug registers',
  DT: 'descriptor tables',
  SEG: 'segments',
  LBR: 'last branches',
  NP: 'PAT',
};

function groupOf(key: VmcbKey, { area, clean }: VmcbField): string {
  if (EXIT.includes(key)) return 'exit';
  if (area === 'control') return 'events and control';
  return (clean && BY_CLEAN[clean]) ?? 'registers';
}

/** The fields that differ between two copies of a VMCB, by group. */
export function writtenFields(before: Uint8Array, after: Uint8Array): WrittenGroup[] {
  const groups = new Map<string, WrittenField[]>();
  for (const [key, field] of VMCB_ROWS) {
    const { offset, width, name } = field;
    const [was, is] = [valueText(before, offset, width), valueText(after, offset, width)];
    if (was === is) continue;
    const group = groupOf(key, field);
    groups.set(group, [...(groups.get(group) ?? []), { key, name, before: was, after: is }]);
  }
  return [...groups].map(([group, fields]) => ({ group, fields }));
}
function valueText(vmcb: Uint8Array, offset: number, width: number): string {
  const bytes = vmcb.subarray(offset, offset + width);
  if (width > WIDEST_NUMBER)
    return bytes.every((byte) => byte === 0)
      ? 'none'
      : [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return hex(bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
}
