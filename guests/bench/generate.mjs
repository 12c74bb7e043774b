// Makes the blocks of wide.S. The same text each time: the generator brings its own random numbers.

const BLOCKS = 400;
const ARRAY_BYTES = 32 * 1024;

// Registers the blocks compute with. RCX counts blocks down, RSI is the array, RBP decides the branches, R14 and R15 are scratch.
const REGISTERS = ['rax', 'rbx', 'rdx', 'rdi', 'r8', 'r9', 'r10', 'r11', 'r12', 'r13'];

/** Random whole numbers below a bound (xorshift, 32 bits). */
function randomNumbers(seed) {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

/** One of a list of [weight, value]. */
function weighted(random, choices) {
  let ticket = random(choices.reduce((sum, [weight]) => sum + weight, 0));
  return choices.find(([weight]) => (ticket -= weight) < 0)[1];
}

function operations(random) {
  const register = () => REGISTERS[random(REGISTERS.length)];
  const immediate = () => 0x1000 + random(0x7000000);
  const fixedPlace = () => `[rsi + ${8 * random(ARRAY_BYTES / 8)}]`;
  // An index out of a value: the low bits would be too regular after a shift or a lea by 8.
  const index = () => [`mov r14, ${register()}`, 'shr r14, 9', `and r14d, ${ARRAY_BYTES / 8 - 1}`];
  return [
    [2, () => [`add ${register()}, ${register()}`]],
    [2, () => [`xor ${register()}, ${register()}`]],
    [1, () => [`sub ${register()}, ${register()}`]],
    [2, () => [`add ${register()}, ${immediate()}`]],
    [2, () => [`rol ${register()}, ${1 + random(63)}`]],
    [2, () => [`lea ${register()}, [${register()} + ${register()} * ${1 << random(4)} + ${random(1000)}]`]],
    [1, () => [`mov r15, ${register()}`, `shr r15, ${1 + random(30)}`, `xor ${register()}, r15`]],
    // An even factor would lose bits for ever, so one is put back.
    [
      1,
      () => {
        const target = register();
        return [`imul ${target}, ${register()}`, `add ${target}, ${immediate() | 1}`];
      },
    ],
    [2, () => [...index(), `mov ${register()}, [rsi + r14 * 8]`]],
    [2, () => [...index(), `mov [rsi + r14 * 8], ${register()}`]],
    [1, () => [`mov r15, ${fixedPlace()}`, `xor ${register()}, r15`]],
    [1, () => [`mov ${fixedPlace()}, ${register()}`]],
  ];
}

// How a block ends: most branches of real code nearly always go the same way, a few are a coin's toss.
function endings(random) {
  const somewhere = () => `block_${random(BLOCKS)}`;
  const threeBits = () => `test rbp, ${7 << (3 * random(8))}`;
  const fiveBits = () => `test rbp, ${31 << random(20)}`;
  return [
    [3, () => [fiveBits(), `jz ${somewhere()}`]],
    [3, () => [threeBits(), `jnz ${somewhere()}`]],
    [2, () => ['mov r15, rbp', `shl r15, ${1 + random(40)}`, 'cmp rbp, r15', `jb ${somewhere()}`]],
    [2, (block) => [`jmp block_${(block + 2 + random(6)) % BLOCKS}`]],
  ];
}

/** Text of wide_blocks.S. */
export function wideSource() {
  const random = randomNumbers(0x2545f491);
  const operation = operations(random);
  const ending = endings(random);
  const lines = [];
  for (let block = 0; block < BLOCKS; block++) {
    lines.push(`block_${block}:`, 'dec rcx', 'jz blocks_end');
    const count = 4 + random(5);
    for (let i = 0; i < count; i++) lines.push(...weighted(random, operation)());
    // The count goes in, so that a path never repeats for ever.
    lines.push('add rbp, rcx', `rol rbp, ${5 + random(23)}`, ...weighted(random, ending)(block));
  }
  lines.push('jmp block_0', 'blocks_end:');
  return lines.map((line) => (line.endsWith(':') ? line : `  ${line}`)).join('\n') + '\n';
}
