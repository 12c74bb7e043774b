import { CPU_FEATURES, FEATURE_WORDS } from '../spec/cpuidFeatures.js';

const REGISTERS = ['eax', 'ebx', 'ecx', 'edx'];

/** The numbers of the features of spec/cpuidFeatures.ts, and the words of CPUID they lie in, as AssemblyScript constants. */
export function featureSource(): string {
  const names = [...CPU_FEATURES.values()].map(
    ({ name, number }) => `export const F_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')} = ${number};`,
  );
  const words = FEATURE_WORDS.map(
    ({ leaf, subleaf, register }) => `  0x${leaf.toString(16)}, ${subleaf}, ${REGISTERS.indexOf(register)},`,
  );
  return [
    '// Generated from spec/cpuidFeatures.ts by `npm run gen`. Do not edit.',
    '',
    `export const FEATURE_WORDS = ${FEATURE_WORDS.length};`,
    '/** Leaf, subleaf and register of each word. */',
    'export const FEATURE_PLACES: StaticArray<u32> = [',
    ...words,
    '];',
    ...names,
    '',
  ].join('\n');
}
