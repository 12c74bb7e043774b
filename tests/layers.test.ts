import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { ROOT, filesBelow, importsOf, sourceText, withoutComments } from './sourceFiles.js';

/** From the bottom up: a folder may import from itself and from those before it. */
const LAYERS: readonly (readonly string[])[] = [
  ['spec'],
  ['silicon'],
  ['board'],
  ['hypervisor'],
  ['inspect'],
  ['fuzz'],
  // Beside each other: neither may import from the other.
  ['cli', 'web'],
];
const FOLDERS = LAYERS.flat().filter((folder) => existsSync(new URL(folder, ROOT)));
const HEIGHT = new Map(
  LAYERS.flatMap((folders, height) => folders.map((folder) => [folder, height] as const)),
);

/** What only some folders may touch: the outside world, and everything that differs from run to run. */
const RESERVED: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly allowed: readonly string[];
}[] = [
  {
    what: 'Node',
    pattern: /\b(?:process|Buffer|require|__dirname|__filename|setImmediate)\b(?=[.([])/,
    allowed: ['cli'],
  },
  // The types of the DOM are not in the build either, so `window` may be a name like any other.
  {
    what: 'the DOM',
    pattern: /\b(?:document|navigator)\b(?=[.[])|\b(?:localStorage|addEventListener)\b/,
    allowed: ['web'],
  },
  {
    what: 'a clock',
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bperformance\b(?=\.)|\bset(?:Timeout|Interval)\b(?=\()/,
    allowed: ['cli', 'web'],
  },
  { what: 'a random number', pattern: /\bMath\.random\b|\bcrypto\b(?=\.)/, allowed: [] },
];

const programs = FOLDERS.flatMap((folder) =>
  filesBelow(folder, (path) => path.endsWith('.ts') && !path.endsWith('.test.ts')),
);
const folderOf = (path: string): string => path.slice(0, path.indexOf('/'));

test('there are programs to look at', () => {
  assert.ok(programs.length > 150, `${programs.length} files found`);
});

test('an import never points to a higher layer', () => {
  const wrong: string[] = [];
  for (const path of programs)
    for (const module of importsOf(sourceText(path))) {
      if (!module.startsWith('.')) continue;
      const target = posix.join(posix.dirname(path), module);
      const [own, other] = [folderOf(path), folderOf(`${target}/`)];
      const height = HEIGHT.get(other);
      if (height === undefined || (own !== other && height >= (HEIGHT.get(own) as number)))
        wrong.push(`${path} imports ${module}`);
    }
  assert.deepEqual(wrong, []);
});

test('a package is imported by the command line only, and only from Node', () => {
  const wrong: string[] = [];
  for (const path of programs)
    for (const module of importsOf(sourceText(path))) {
      if (module.startsWith('.')) continue;
      if (!(folderOf(path) === 'cli' && module.startsWith('node:'))) wrong.push(`${path} imports ${module}`);
    }
  assert.deepEqual(wrong, []);
});

for (const { what, pattern, allowed } of RESERVED)
  test(`${what} is touched ${allowed.length === 0 ? 'nowhere' : `only in ${allowed.join(' and ')}`}`, () => {
    const wrong: string[] = [];
    for (const path of programs) {
      if (allowed.includes(folderOf(path))) continue;
      const found = pattern.exec(withoutComments(sourceText(path)));
      if (found) wrong.push(`${path}: ${found[0]}`);
    }
    assert.deepEqual(wrong, []);
  });

test('the search for imports finds each spelling', () => {
  const cases: readonly [text: string, modules: string[]][] = [
    ["import { a } from './a.js';", ['./a.js']],
    ["import {\n  a,\n  type B,\n} from '../b.js';", ['../b.js']],
    ["export { a } from './a.js';", ['./a.js']],
    ["import type { A } from './a.js';\nimport './b.js';", ['./a.js', './b.js']],
    ["const a = await import('./a.js');", ['./a.js']],
    ["// import { a } from './a.js'", []],
    ["const text = 'a // b'; import { c } from './c.js';", ['./c.js']],
  ];
  for (const [text, modules] of cases) assert.deepEqual(importsOf(text), modules, text);
});
