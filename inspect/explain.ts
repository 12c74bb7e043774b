import type { FailedRow, VmrunFailure } from '../hypervisor/observer.js';
import { checksOfMask, type VmrunCheck } from '../spec/checks.js';
import { EXCEPTIONS } from '../spec/exits.js';
import { bits, type BitFields } from '../spec/bits.js';
import { VMCB, type VmcbField, type VmcbKey } from '../spec/vmcb.js';
import type { CpuFacts } from './cpuFacts.js';
import { offendingBits, offendingPointerBits } from './offending.js';
import { readField, readWord } from './vmcbField.js';

/** A value that takes part in a failing check. */
export interface ExplainedField {
  /** Name as in the architecture manual, with the offset in the VMCB: `CR0 (558h)`. */
  readonly name: string;
  readonly value: bigint;
  /** Bytes. */
  readonly width: number;
  /** Bits that are wrong; zero for a field that only belongs to the condition. */
  readonly offending: bigint;
  /** Names of its bits. */
  readonly bits: BitFields;
}

/** One reason why a VMRUN fails. */
export interface Finding {
  /** Identifier of the check, as in `S7`. */
  readonly id: string;
  /** What is wrong, in one sentence. */
  readonly sentence: string;
  /** Section of the architecture manual, volume 2; empty for a rule of the L0's own. */
  readonly section: string;
  readonly fields: readonly ExplainedField[];
  /** What the bits alone do not show. */
  readonly notes: readonly string[];
}

/** What can be known beside the VMCB. */
export interface ExplainContext {
  readonly ownRows?: readonly FailedRow[];
  /** The four page-directory pointers at CR3. */
  readonly pointers?: readonly bigint[];
}

/** Every reason in a mask over the rows of spec/checks, and every row of the L0's own, with the values behind it. */
export function explainChecks(
  vmcb: Uint8Array,
  mask: bigint,
  cpu: CpuFacts,
  { ownRows = [], pointers = [] }: ExplainContext = {},
): Finding[] {
  const found = checksOfMask(mask).map((check) => explainRow(check, vmcb, cpu, pointers));
  const own = ownRows.map(({ id, sentence, fields }): Finding => {
    const shown = fields.map((key) => field(key, readField(vmcb, key), 0n));
    return { id, sentence, section: '', fields: shown, notes: [] };
  });
  return [...found, ...own];
}

/** Every reason why this VMRUN failed. */
export function explainFailure(failure: VmrunFailure, cpu: CpuFacts): Finding[] {
  return explainChecks(failure.vmcb, failure.mask, cpu, failure);
}

function explainRow(
  check: VmrunCheck,
  vmcb: Uint8Array,
  cpu: CpuFacts,
  pointers: readonly bigint[],
): Finding {
  const { id, sentence, section } = check;
  const fields = check.fields.map((key) => {
    const value = readField(vmcb, key);
    return field(key, value, offendingBits(check, key, value, cpu));
  });
  if (id === 'S13') fields.push(...pointers.flatMap((value, i) => pointerField(value, i, cpu)));
  return { id, sentence, section, fields, notes: notesOf(check, vmcb, cpu) };
}

function field(key: VmcbKey, value: bigint, offending: bigint): ExplainedField {
  const row: VmcbField = VMCB[key];
  const name = `${row.name} (${row.offset.toString(16).toUpperCase().padStart(3, '0')}h)`;
  const named = key === 'gPat' ? PAT_ENTRIES : (row.bits ?? {});
  return { name, value, width: row.width, offending, bits: named };
}

const PAT_ENTRIES: BitFields = Object.fromEntries(
  Array.from({ length: 8 }, (_, i) => [`pa${i}`, bits(8 * i, 8, `PA${i}`)]),
);

function pointerField(value: bigint, index: number, cpu: CpuFacts): ExplainedField[] {
  const offending = offendingPointerBits(value, cpu);
  if (offending === 0n) return [];
  return [{ name: `pointer ${index} at CR3`, value, width: 8, offending, bits: {} }];
}

/** Bytes of a permission map that can be asked for. */
const MAP_BYTES = { C3: 0x2000n, C4: 0x2001n } as const;
const PAGE = 0xfffn;
const EVENT_NAMES = ['interrupt', 'reserved', 'NMI', 'exception', 'software interrupt'];

function notesOf(check: VmrunCheck, vmcb: Uint8Array, cpu: CpuFacts): string[] {
  switch (check.id) {
    case 'C3':
    case 'C4': {
      const base = readField(vmcb, check.fields[0]) & ~PAGE;
      const last = base + MAP_BYTES[check.id] - 1n;
      return [
        `its last byte is at ${hex(last)}, the highest address is ${hex((1n << BigInt(cpu.physBits)) - 1n)}`,
      ];
    }
    case 'C6':
    case 'S9':
      return [`physical addresses have ${cpu.physBits} bits`];
    case 'E1':
    case 'E2':
    case 'E3':
    case 'E4':
    case 'E5':
      return [describeEvent(readWord(vmcb, 'eventInj'))];
    default:
      return [];
  }
}

function describeEvent(event: number): string {
  const type = (event >>> 8) & 7;
  const vector = event & 0xff;
  const mnemonic = type === 3 ? EXCEPTIONS[vector] : null;
  return `the event: type ${type} (${EVENT_NAMES[type] ?? 'reserved'}), vector ${vector}${mnemonic ? ` (#${mnemonic})` : ''}`;
}

/** A number as the architecture manual writes it. */
export function hex(value: bigint | number): string {
  return `${value.toString(16).toUpperCase()}h`;
}
