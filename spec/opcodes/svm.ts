import { op, type OpFamily } from './row.js';

/** The SVM instructions: rAX is their only operand, in the address size. */
export const svmFamily: OpFamily = {
  module: 'svm/instructions',
  rows: [
    op('0F 01 =D8', 'vmrun', 'X', '-', { ends: true }),
    op('0F 01 =D9', 'vmmcall', 'X', '-', { ends: true }),
    op('0F 01 =DA', 'vmload', 'X', '-', { fn: 'vmloadInstruction', ends: true }),
    op('0F 01 =DB', 'vmsave', 'X', '-', { fn: 'vmsaveInstruction', ends: true }),
    op('0F 01 =DC', 'stgi', 'X', '-', { ends: true }),
    op('0F 01 =DD', 'clgi', 'X', '-'),
    op('0F 01 =DE', 'skinit', 'X', '-', { ends: true }),
    op('0F 01 =DF', 'invlpga', 'X', '-', { ends: true }),
  ],
};
