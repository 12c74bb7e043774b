import { filesBelow, sourceText, withoutComments } from './sourceFiles.js';

const ID = /\bN-[0-9A-E][0-9A-H]\b/g;
const THIS = 'tests/behaviour.test.ts';
const FOLDERS = ['hypervisor', 'silicon', 'inspect', 'fuzz', 'board', 'tests'] as const;

/** The files with tests that carry the id of an item in their name, by id. */
export function testsOfItems(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const folder of FOLDERS)
    for (const path of filesBelow(folder, isTest))
      for (const id of new Set(withoutComments(sourceText(path)).match(ID)))
        found.set(id, [...(found.get(id) ?? []), path]);
  return found;
}
function isTest(path: string): boolean {
  return path.endsWith('.test.ts') && path !== THIS;
}
