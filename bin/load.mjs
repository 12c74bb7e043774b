import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

/**
 * The bundled program at a path, to be run, and its script. What V8 made of it when it was built lies beside it: compiling is a third of the
 * time to start. Another V8 refuses that and compiles anew.
 */
export function load(program) {
  const kept = `${program}.cache`;
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const source = `(function (require, __filename) {${readFileSync(program, 'utf8')}\n})`;
  const script = new Script(source, { filename: program, cachedData });
  return { script, run: () => script.runInThisContext()(createRequire(program), program) };
}
