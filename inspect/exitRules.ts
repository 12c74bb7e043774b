import type { ExitRule, NestedRule } from '../hypervisor/exitRule.js';
import { INTERCEPT, INTERCEPT_WORDS, type Intercept } from '../spec/intercepts.js';
import { msr as msrRow } from '../spec/msrs.js';
import { NPF_INFO } from '../spec/vmcbBits.js';
import { VMCB } from '../spec/vmcb.js';
import { hex } from './explain.js';

/** Why somebody gets an exit. */
export interface RuleText {
  readonly sentence: string;
  /** Section of the architecture manual, volume 2; empty for what is the L0's own affair. */
  readonly section: string;
}

/** The rule in one sentence; `whose` VMCB has the intercept bits. */
export function exitRuleText(rule: ExitRule, whose: string): RuleText {
  switch (rule.kind) {
    case 'intercept':
      return {
        sentence: `${interceptText(rule.row)} is set in ${whose}`,
        section: sectionOf(rule.row),
      };
    case 'msrMap': {
      const access = `${rule.write ? 'WRMSR' : 'RDMSR'} of ${msrName(rule.msr)}`;
      const section = 'MSR Intercepts';
      if (!rule.place)
        return { sentence: `${access}: registers outside the MSR permission map always exit`, section };
      const { address, bit } = rule.place;
      return {
        sentence: `${access}: bit ${bit} of the byte at ${hex(address)} is set in the MSR permission map of ${whose}`,
        section,
      };
    }
    case 'ioMap': {
      const { port, bytes, place } = rule;
      const access = `${bytes} byte${bytes === 1 ? '' : 's'} at port ${hex(port)}`;
      return {
        sentence: `${access}: bit ${place.bit} of the byte at ${hex(place.address)} is set in the I/O permission map of ${whose}`,
        section: 'IOIO Intercepts',
      };
    }
    case 'nestedTables':
      return { sentence: nestedText(rule), section: 'Nested versus Guest Page Faults, Fault Ordering' };
    case 'unfilled':
      return { sentence: `${rule.table} has no entry that allows this at ${hex(rule.gpa)} yet`, section: '' };
    case 'virtualVmload':
      return {
        sentence: `${whose} makes VMLOAD and VMSAVE virtual, and without nested paging or long mode they exit`,
        section: 'VMSAVE and VMLOAD Virtualization',
      };
    case 'checks':
      return {
        sentence: `the consistency checks refuse ${whose}`,
        section: 'Canonicalization and Consistency Checks',
      };
  }
}

/** The same for an intercept bit, set or not. */
export function interceptText({ word, bit, name, applies }: Intercept): string {
  const { name: field, offset } = VMCB[INTERCEPT_WORDS[word]];
  const what = applies.split(';', 1)[0];
  return `${what}: bit ${bit} (${name}) of ${field} (${hex(offset).padStart(4, '0')})`;
}
function msrName(index: number): string {
  const row = msrRow(index);
  return row ? `${row.name} (${hex(index)})` : hex(index);
}

const INTERRUPTS: readonly Intercept[] = [
  INTERCEPT.intr,
  INTERCEPT.nmi,
  INTERCEPT.smi,
  INTERCEPT.init,
  INTERCEPT.vintr,
];
const EXCEPTION_WORD = 2;
const SECTIONS = new Map<Intercept, string>([
  ...INTERRUPTS.map((row) => [row, 'Interrupt Intercepts'] as const),
  [INTERCEPT.ioioProt, 'IOIO Intercepts'],
  [INTERCEPT.msrProt, 'MSR Intercepts'],
  [INTERCEPT.taskSwitch, 'Task Switch Intercept'],
  [INTERCEPT.ferrFreeze, 'Ferr_Freeze Intercept'],
  [INTERCEPT.shutdown, 'Shutdown Intercept'],
  [INTERCEPT.pause, 'Pause Intercept Filtering'],
  [INTERCEPT.busLock, 'Bus Lock Threshold'],
]);
function sectionOf(row: Intercept): string {
  return (
    SECTIONS.get(row) ?? (row.word === EXCEPTION_WORD ? 'Exception Intercepts' : 'Instruction Intercepts')
  );
}

/** Where the walk of L1's tables ended, and at what. */
function nestedText({ gpa, error, trail }: NestedRule): string {
  const has = (bit: { readonly mask: number }): boolean => (error & BigInt(bit.mask)) !== 0n;
  const wanted = has(NPF_INFO.write) ? 'a write' : has(NPF_INFO.fetch) ? 'a fetch' : 'a read';
  const whose = has(NPF_INFO.walk) ? "of a table of L2's own" : '';
  const access = `${wanted} ${whose === '' ? '' : `${whose} `}at L2's ${hex(gpa)}`;
  const last = trail.at(-1);
  if (!last) return `${access}: beyond what L1's nested tables can map`;
  const entry = `level ${last.level}, the entry at ${hex(last.address)} = ${hex(last.value)}`;
  const fault = has(NPF_INFO.reserved)
    ? 'has reserved bits set'
    : has(NPF_INFO.present)
      ? 'and those above it do not allow it'
      : 'is not present';
  return `${access}: L1's nested tables, ${entry}, ${fault}`;
}
