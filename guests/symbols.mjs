// The VMCB as symbols for the assembler: the text of include/svm.S, made from the tables in spec/.

const hex = (value) => (value < 0 ? String(value) : `0x${value.toString(16)}`);
const word = (name) => name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();

function section(title, rows) {
  const width = Math.max(...rows.map(([name]) => name.length)) + 1;
  return ['', `# ${title}`, ...rows.map(([name, value]) => `.set ${`${name},`.padEnd(width)} ${hex(value)}`)];
}

/** Text of include/svm.S, from the compiled tables in the folder `spec`. */
export async function svmSymbols(spec) {
  const { VMCB_ROWS } = await import(new URL('vmcb.js', spec));
  const { INTERCEPT } = await import(new URL('intercepts.js', spec));
  const { EXIT } = await import(new URL('exits.js', spec));
  return [
    '# Generated from spec/ by guests/build.mjs. Do not edit.',
    ...section(
      'Offsets of the VMCB fields.',
      VMCB_ROWS.map(([, row]) => [`VMCB_${word(row.name.replace(/^VMCB_/, ''))}`, row.offset]),
    ),
    ...[3, 4, 5].flatMap((n) =>
      section(
        `Bits of VMCB_INTERCEPT_MISC${n - 2}.`,
        Object.values(INTERCEPT)
          .filter((row) => row.word === n)
          .map((row) => [`INTERCEPT_${word(row.name)}`, 2 ** row.bit]),
      ),
    ),
    ...section(
      'Exit codes.',
      Object.values(EXIT).map((row) => [word(row.name), row.code]),
    ),
    '',
  ].join('\n');
}
