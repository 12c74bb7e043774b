import { readFileSync } from 'node:fs';
import {
  Code,
  CpuidFeature,
  Decoder,
  DecoderOptions,
  Formatter,
  FormatterSyntax,
  Instruction,
} from 'iced-x86';
import { RECORD } from './layout.js';

/** Names in /proc/cpuinfo that are not the decoder's in lower case. */
const CPUINFO_NAMES: Readonly<Record<string, string>> = {
  sse3: 'pni',
  clfsh: 'clflush',
  lzcnt: 'abm',
  cmpxchg16b: 'cx16',
  sha: 'sha_ni',
  lahf64: 'lahf_lm',
  d3now: '3dnow',
};
/** Features of every processor that can run this. */
const ALWAYS =
  /^(intel8086|intel8086_only|intel186|intel286|intel386|intel486|x64|fpu|fpu287|fpu387|multibytenop|pause|mmx|sse|sse2|fxsr|ud|cx8|cmov)/;

/** The host's processor by name, and what it has. */
export class HostCpu {
  readonly vendor: string;
  readonly model: string;
  private readonly flags: ReadonlySet<string>;

  constructor(cpuinfo = readFileSync('/proc/cpuinfo', 'utf8')) {
    const field = (name: string): string => new RegExp(`^${name}\\s*: (.*)$`, 'm').exec(cpuinfo)?.[1] ?? '';
    this.vendor = field('vendor_id');
    this.model = `${field('model name')}, family ${field('cpu family')}, model ${field('model')}`;
    this.flags = new Set(field('flags').split(' '));
  }

  /** Of what the record's first instruction needs, what this processor lacks. */
  lacks(record: Uint8Array): string[] {
    const instruction = decoded(record);
    const names = [...instruction.cpuidFeatures()].map((feature) => CpuidFeature[feature].toLowerCase());
    return names.filter((name) => !ALWAYS.test(name) && !this.flags.has(CPUINFO_NAMES[name] ?? name));
  }
  /** Flags that the manual leaves open, where this processor is not of the family whose choices silicon makes. */
  undefinedFlags(record: Uint8Array): number {
    return this.vendor === 'AuthenticAMD' ? 0 : decoded(record).rflagsUndefined;
  }
}

function decoded(record: Uint8Array): Instruction {
  const code = record.subarray(RECORD.CODE, RECORD.CODE + record[RECORD.LENGTH]);
  return new Decoder(record[RECORD.MODE], code, DecoderOptions.AMD).decode();
}

/** The instructions of a record in assembly language. */
export function disassemble(record: Uint8Array): string {
  const code = record.subarray(RECORD.CODE, RECORD.CODE + record[RECORD.LENGTH]);
  const decoder = new Decoder(record[RECORD.MODE], code, DecoderOptions.AMD);
  const formatter = new Formatter(FormatterSyntax.Intel);
  const lines: string[] = [];
  while (decoder.canDecode) {
    const instruction = decoder.decode();
    lines.push(instruction.code === Code.INVALID ? '(bad)' : formatter.format(instruction));
  }
  return lines.join('; ');
}
