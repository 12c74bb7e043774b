import { HISTORY } from '../hypervisor/history/index.js';
import { UNIMPLEMENTED_MMIO, UNIMPLEMENTED_PORTS } from '../board/unimplemented.js';
import { CHECKS } from '../spec/checks.js';
import { CPU_FEATURES, IMPLEMENTED_FEATURES } from '../spec/cpuidFeatures.js';
import { FAILED_VMRUN } from '../spec/failedVmrun.js';
import { UNIMPLEMENTED } from '../spec/unimplemented.js';
import { VMCB } from '../spec/vmcb.js';
import { HISTORY_EXPECTED } from './historyExpected.js';
import { HISTORY_PROGRAMS } from './historyPrograms.js';
import { BEHAVIOUR_ITEMS } from './behaviourItems.js';
import { MUTANTS } from './mutants/index.js';
import { FINDERS, TRIED } from './mutants/results.js';
import { MUTANT_PROGRAMS } from './mutants/programs.js';
import { KUT_ENTRIES } from './kutEntries.js';
import { SVM_EXIT_GAPS } from './svmExitGaps.js';
import { KUT_EXPECTED } from './kutExpected.js';

type Row = readonly string[];

function table(heads: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const REACH = { checked: 'fails', notChecked: 'never fails', unreachable: 'cannot occur' } as const;

/** The rows of spec/checks. */
export function checksTable(): string {
  const rows = CHECKS.map(({ id, reach, sentence, why, fields, also, section }) => [
    id,
    REACH[reach],
    why === undefined ? sentence : `${sentence}: ${why}`,
    [...fields.map((key) => VMCB[key].name), ...also].join(', '),
    section,
  ]);
  return table(['row', 'VMRUN', 'condition', 'reads', 'section of the manual'], rows);
}

const hex = (n: number): string => `${n.toString(16).toUpperCase()}h`;

/** The CPUID features of `-cpu max`, by word, and what is known beside them. */
export function featuresTable(): string {
  const words = new Map<string, { has: string[]; lacks: string[] }>();
  for (const { name, leaf, subleaf, register } of CPU_FEATURES.values()) {
    if (name === 'hypervisor') continue;
    const key = `${hex(leaf)}${subleaf ? `.${subleaf}` : ''} ${register.toUpperCase()}`;
    const word = words.get(key) ?? { has: [], lacks: [] };
    words.set(key, word);
    (IMPLEMENTED_FEATURES.includes(name) ? word.has : word.lacks).push(name);
  }
  const rows = [...words].map(([key, { has, lacks }]) => [key, has.join(' '), lacks.join(' ')]);
  return table(['CPUID', 'offered', 'known by name, not there'], rows);
}

/** What stops the machine by name. */
export function stopsTable(): string {
  const rows = [
    ...UNIMPLEMENTED.map(({ what }) => ['processor', what]),
    ...UNIMPLEMENTED_PORTS.map(({ what, on }) => ['board', `${on} of ${what}`]),
    ...UNIMPLEMENTED_MMIO.map(({ what }) => ['board', `access to ${what}`]),
  ];
  return table(['part', 'what stops the machine'], rows);
}

/** What processors with more features intercept. */
export function exitGapsTable(): string {
  return table(
    ['instruction', 'why it has no #VMEXIT here'],
    SVM_EXIT_GAPS.map(({ mnemonics, why }) => [mnemonics.map((name) => name.toUpperCase()).join(' '), why]),
  );
}

/** kvm-unit-tests, test by test. */
export function kutTable(): string {
  const rows = KUT_EXPECTED.map(({ image, name, bare, nested, note = '' }) => [
    `${image}.flat`,
    name,
    bare,
    nested,
    note,
  ]);
  return table(['image', 'test', 'bare', 'nested', ''], rows);
}

/** kvm-unit-tests, entry by entry of its configuration; those with the same results and reason together. */
export function kutEntriesTable(): string {
  const rows = new Map<string, string[]>();
  for (const { name, env, bare, nested, note = '' } of KUT_ENTRIES) {
    const row = rows.get(`${bare} ${nested} ${note}`) ?? ['', bare, nested, note];
    rows.set(`${bare} ${nested} ${note}`, row);
    const shown = env === undefined ? name : `${name} (${env})`;
    row[0] = row[0] === '' ? shown : `${row[0]}, ${shown}`;
  }
  return table(['entries', 'bare', 'nested', ''], [...rows.values()]);
}

/** The L0s of the past, with what they do otherwise. */
export function historyText(): string {
  return HISTORY.map(({ name, title, sources, faults, notReproduced }) =>
    [
      `## ${name}`,
      `${title}. Sources: ${sources.join('; ')}.`,
      table(
        ['what it does otherwise', 'where that can be read', 'program'],
        faults.map(({ what, source, shownBy }) => [what, source, shownBy ?? 'none: L1 cannot see it']),
      ),
      `Not reproduced: ${notReproduced.join('; ')}.`,
    ].join('\n\n'),
  ).join('\n\n');
}

/** How the programs end under the L0s of the past. */
export function historyProgramsTable(): string {
  const rows = HISTORY_PROGRAMS.flatMap(({ name, what }) => {
    const ends = new Map<string, string[]>();
    for (const profile of HISTORY) {
      const end = HISTORY_EXPECTED[profile.name][name]?.join('; ');
      if (end !== undefined) ends.set(end, [...(ends.get(end) ?? []), profile.name]);
    }
    return [...ends].map(([end, names], n) => [
      n === 0 ? name : '',
      n === 0 ? what : '',
      names.join(', '),
      end,
    ]);
  });
  return table(
    ['program', 'what it is', 'L0', 'otherwise than the processor (which has the value in brackets)'],
    rows,
  );
}

/** What a VMRUN that fails leaves behind. */
export function failedVmrunTable(): string {
  return table(
    ['what', 'after a failed VMRUN'],
    FAILED_VMRUN.map(({ what, left }) => [what, left]),
  );
}

/** What an L0 has to do. */
export function behaviourTable(): string {
  const rows = BEHAVIOUR_ITEMS.map(({ id, statement, absent = '' }) => [id, statement, absent]);
  return table(['item', 'what the L0 does', 'why there is nothing to test'], rows);
}

/** Mutants of the L0, and what has found them. */
export function mutantsTable(): string {
  const rows = MUTANTS.map(({ id, title, source }) => {
    const { cases, programs, tests } = FINDERS[id];
    const [first, ...others] = programs;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return [
      id,
      title,
      source,
      cases === null ? `not in ${TRIED}` : String(cases),
      first === undefined ? '' : `${first}${more}`,
      tests.join('; '),
    ];
  });
  return table(
    ['mutant', 'what it does', 'source', 'found after cases', 'found by program', 'found by tests'],
    rows,
  );
}

/** The programs that only mutants need. */
export function mutantProgramsTable(): string {
  return table(
    ['program', 'what it is'],
    MUTANT_PROGRAMS.map(({ name, what }) => [name, what]),
  );
}
