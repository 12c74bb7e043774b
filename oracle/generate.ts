import { Encoder, type Encoded } from './encode.js';
import { CODE_BYTES, PLACE } from './layout.js';
import { writeStart, type Given } from './given.js';
import { Dice, fillOperands } from './operands.js';
import { Preparation, controlWords } from './prepare.js';
import { ORACLE_ROWS, type OracleRow } from './rows.js';

const LONGEST = 15;
const [RAX, RDX] = [0, 2];

/** Bytes from the beginning of the code pages: mostly one place, at times around the end of a page or of both. */
function place(dice: Dice): number {
  const how = dice.below(24);
  if (how === 0) return 0x1000 - dice.below(LONGEST + 1);
  return how === 1 ? PLACE.codeBytes - 1 - dice.below(LONGEST) : 0x100;
}

/** A case, and what is known about its one instruction. */
export interface Generated {
  given: Given;
  encoded?: Encoded;
}

/** A case of one row, from a seed; `view` is its record, which is written. */
export function generateCase(from: OracleRow, seed: number, view: DataView): Generated {
  for (let attempt = 0; ; attempt++) {
    const dice = new Dice(Math.imul(seed, 0x2545_f491) + attempt);
    const { mode: only } = from.row;
    const mode = only === '64' || (only !== 'legacy' && !dice.once(4)) ? 64 : 32;
    const given: Given = {
      mode,
      code: [],
      place: place(dice),
      ...controlWords(dice),
      seed: dice.next(),
      registers: new Map(),
      vectors: new Map(),
      memory: new Map(),
    };
    fillOperands(view, 0, given.seed, mode);
    const encoded = new Encoder(from.pattern, given, dice, view, false).encode();
    if (encoded === undefined) continue;
    // These registers choose components, of which the host may have more.
    if (/^x(save|rstor)/.test(from.row.name) && encoded.address.some((n) => n === RAX || n === RDX)) continue;
    new Preparation(given, encoded, dice, view).row(from.row, from.module);
    // What does not fit into the pages is missing: its fetch faults.
    given.code.length = Math.min(given.code.length, PLACE.codeBytes - given.place);
    writeStart(view, 0, given);
    return { given, encoded };
  }
}

const TAME = /^exec\/(alu|move|shift|bits|muldiv|convert|bmi)$/;
const CALM = /^(i?div|xlat|bound|std|cld)/;
const programRows = ORACLE_ROWS.filter(
  ({ row, module, pattern }) =>
    TAME.test(module) && !CALM.test(row.name) && !pattern.memoryOnly && !row.shape.includes('S'),
);

/** Some instructions one after another, with jumps over one: what the decoder fuses and leaves out shows. */
export function generateProgram(seed: number, view: DataView): Generated {
  const dice = new Dice(Math.imul(seed, 0x2545_f491) + 1);
  const mode = dice.once(4) ? 32 : 64;
  const given: Given = {
    mode,
    code: [],
    place: place(dice) === 0x100 ? 0x100 : 0xff0,
    ...controlWords(dice),
    seed: dice.next(),
    registers: new Map(),
    vectors: new Map(),
    memory: new Map(),
  };
  given.flags &= ~0x4_0000;
  fillOperands(view, 0, given.seed, mode);
  const length = 20 + dice.below(CODE_BYTES - 36);
  while (given.code.length < length) {
    const before = given.code.length;
    const from = programRows[dice.below(programRows.length)];
    if (from.row.mode !== undefined && from.row.mode !== (mode === 64 ? '64' : 'legacy')) continue;
    new Encoder(from.pattern, given, dice, view, true).encode();
    const bytes = given.code.length - before;
    if (bytes > 0 && dice.once(5)) given.code.splice(before, 0, 0x70 | dice.below(16), bytes);
  }
  writeStart(view, 0, given);
  return { given };
}
