import { VMCB, VMCB_ROWS } from '../../spec/vmcb.js';
import type { Case, OpText } from '../case.js';
import type { Dice } from '../dice.js';
import { Urn, drawArguments, formatOp } from '../ops/index.js';
import { HYPERVISOR } from '../ops/hypervisor.js';
import { INSTRUCTIONS } from '../ops/instructions.js';
import { MSRS, OPERANDS } from '../ops/operands.js';

const GUEST = new Urn({ ...INSTRUCTIONS, ...OPERANDS });
const CARE = new Urn(HYPERVISOR);
/** In SMM: nothing that leads out of it for good, and no MSRs, which the next world may not have seen change. */
const IN_SMM = ['cpuid', 'rdtsc', 'nop', 'in byte', 'out byte', 'sti', 'vmmcall', 'stgi', 'pushf', 'into 0'];
const CHANGED = VMCB_ROWS.filter(([, { width, entry }]) => width <= 8 && entry !== 'none').map(
  ([key]) => key,
);

/** Low and high half of TSC_RATIO. */
const RATIOS = ['0 0', '80000001 1', 'ffffffff ff', '80000000 0', '0 2'];

/** L2's program. */
export function drawL2(dice: Dice): OpText[] {
  return Array.from({ length: 3 + dice.below(30) }, () => GUEST.draw(dice));
}
export function drawSmm(dice: Dice): OpText[] {
  return dice.chance(80) ? [] : dice.some(4, () => drawArguments(dice.oneOf(IN_SMM), dice));
}

/** L1's: what it does first, and its loop around the guest. */
export function drawL1(dice: Dice): Pick<Case, 'before' | 'loop' | 'rounds'> {
  const before = dice.chance(15) ? [`popf of: ${dice.oneOf(['202', '102', '302', '10102'])}`] : [];
  if (dice.chance(15)) before.push(drawArguments('mov to dr7', dice));
  if (dice.chance(25)) before.push(dice.oneOf(['stgi', 'clgi']));
  if (dice.chance(15)) before.push(`wrmsr: ${MSRS.debugctl.toString(16)} ${1 + dice.below(3)} 0`);
  if (dice.chance(25)) before.push(`wrmsr: ${MSRS.tscRatio.toString(16)} ${dice.oneOf(RATIOS)}`);
  before.push(...dice.some(2, () => GUEST.draw(dice)));
  const loop: OpText[] = [];
  const turns = 1 + dice.below(2);
  for (let n = 0; n < turns; n++) loop.push(...drawTurn(dice));
  if (dice.chance(3)) before.push('wrmsr: c0000080 d01 0');
  return { before, loop, rounds: 2 + dice.below(18) };
}

/** Into a guest and out of it, with what a hypervisor does on either side. */
function drawTurn(dice: Dice): OpText[] {
  const which = dice.chance(80) ? 'a' : 'b';
  const turn: OpText[] = [];
  if (dice.chance(50)) turn.push('clgi');
  if (dice.chance(40)) turn.push(`load guest: ${which}`);
  turn.push(dice.chance(98) ? `run guest: ${which}` : drawArguments('run guest at', dice));
  if (dice.chance(30)) turn.push(`save guest: ${which}`);
  if (dice.chance(50)) turn.push('a moment of GIF');
  if (dice.chance(70)) turn.push(dice.chance(70) ? `skip by nRIP: ${which}` : drawSkip(dice, which));
  if (dice.chance(50)) turn.push(`reinject: ${which}`);
  turn.push(...dice.some(3, () => (dice.chance(50) ? drawCare(dice) : drawChange(dice, which))));
  if (dice.chance(30)) turn.push(GUEST.draw(dice));
  return turn;
}

const drawSkip = (dice: Dice, which: string): OpText => `skip: ${which} ${1 + dice.below(3)}`;
const drawCare = (dice: Dice): OpText => CARE.draw(dice);

/** A field that changes between two runs, whatever its clean bit says. */
function drawChange(dice: Dice, which: string): OpText {
  if (dice.chance(20)) return drawArguments('change nested page', dice);
  if (dice.chance(20)) return formatOp('flush', [which, dice.oneOf(['0', '1', '3', '7'])]);
  const key = dice.oneOf(CHANGED);
  const { width } = VMCB[key];
  return formatOp('flip', [which, key, dice.below(8 * width).toString(16)]);
}
