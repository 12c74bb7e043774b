import { readFileSync, readdirSync } from 'node:fs';

/** The root of the repository, seen from the compiled file. */
export const ROOT = new URL('../../', import.meta.url);

/** Paths from the root of all files below `folder` for which `wanted` holds. */
export function filesBelow(folder: string, wanted: (path: string) => boolean): string[] {
  return readdirSync(new URL(`${folder}/`, ROOT), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path, wanted);
    return wanted(path) ? [path] : [];
  });
}

/** The text of a file, by its path from the root. */
export function sourceText(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** A program without its comments; strings stay. */
export function withoutComments(text: string): string {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
  return text.replace(token, (found) => (found.startsWith('/') ? ' ' : found));
}

/** The modules that a program imports or exports from, as it spells them. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const from = /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g;
  const bare = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(from), ...code.matchAll(bare)].map(([, module]) => module);
}
