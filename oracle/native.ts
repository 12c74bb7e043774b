import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as layout from './layout.js';

/** Why the host cannot be the oracle. */
export class NoOracle extends Error {}

/** The numbers of oracle/layout.ts as macros: PLACE_CODE, RECORD_SIZE and so on. */
function macros(): string[] {
  const found: string[] = [];
  const upper = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  for (const [name, value] of Object.entries(layout)) {
    if (typeof value === 'number') found.push(`-D${upper(name)}=${value}u`);
    else if (typeof value === 'object')
      for (const [key, number] of Object.entries(value))
        found.push(`-D${upper(name)}_${upper(key)}=${number}u`);
  }
  return found;
}

/** The host's processor, behind a C program that runs batches of cases. */
export class Native {
  private readonly folder = mkdtempSync(join(tmpdir(), 'nsvm-oracle-'));
  private readonly child: ChildProcess;
  private readonly cases: number;
  private readonly outcomes: number;
  private readonly ended: Promise<never>;

  constructor(readonly batch: number) {
    if (process.arch !== 'x64' || process.platform !== 'linux')
      throw new NoOracle(`the oracle needs Linux on x86-64; this is ${process.platform} on ${process.arch}`);
    const program = join(this.folder, 'native');
    const source = fileURLToPath(new URL('../../oracle/native.c', import.meta.url));
    const flags = ['-O2', '-Wall', '-fno-stack-protector', '-fcf-protection=none', '-mgeneral-regs-only'];
    const built = spawnSync('gcc', [...flags, ...macros(), '-o', program, source], { encoding: 'utf8' });
    if (built.error) throw new NoOracle(`the oracle needs gcc: ${built.error.message}`);
    if (built.status !== 0) throw new NoOracle(`gcc cannot build oracle/native.c:\n${built.stderr}`);
    const files = ['cases', 'outcomes'].map((name) => join(this.folder, name));
    for (const path of files) {
      writeFileSync(path, '');
      truncateSync(path, batch * layout.RECORD.SIZE);
    }
    [this.cases, this.outcomes] = files.map((path) => openSync(path, 'r+'));
    this.child = spawn(program, [...files, String(batch)], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.ended = once(this.child, 'exit').then(([code, signal]: unknown[]) => {
      throw new NoOracle(`oracle/native.c ended by ${String(signal ?? code)}`);
    });
    this.ended.catch(() => undefined);
  }

  /** Begin with `count` cases; the promise is kept when their outcomes have been written to `into`. */
  async run(given: Uint8Array, count: number, into: Uint8Array): Promise<void> {
    const bytes = count * layout.RECORD.SIZE;
    writeSync(this.cases, given, 0, bytes, 0);
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error('no pipes');
    const answer = once(stdout, 'data');
    const word = Buffer.alloc(4);
    word.writeUInt32LE(count);
    stdin.write(word);
    await Promise.race([answer, this.ended]);
    readSync(this.outcomes, into, 0, bytes, 0);
  }

  close(): void {
    this.child.stdin?.end();
    closeSync(this.cases);
    closeSync(this.outcomes);
    rmSync(this.folder, { recursive: true });
  }
}
