import { CPU_FEATURES, FEATURE_ALIASES } from './cpuidFeatures.js';
import { CPU_MODELS, type CpuModel } from './cpuModels.js';

/** What a `-cpu` argument comes to. */
export interface CpuChoice {
  /** The model, with `vendor=` and `phys-bits=` applied. */
  readonly model: CpuModel;
  /** Features that are on: each is implemented, and so is all it needs. */
  readonly features: Set<string>;
  /** Features of the model that this processor lacks. */
  readonly lacking: readonly string[];
  /** Features that went off because one they need is off. */
  readonly dropped: readonly string[];
}

/** A `-cpu` argument that cannot be met; the message is one line for a person. */
export class CpuOptionError extends Error {
  override readonly name = 'CpuOptionError';
}

/** Properties that change nothing here: a deterministic machine always migrates and never asks a host. */
const IGNORED_PROPERTIES = [
  'host-phys-bits',
  'host-phys-bits-limit',
  'migratable',
  'check',
  'kvm',
  'l3-cache',
];

function canonicalName(text: string): string {
  const name = text.replaceAll('_', '-');
  const row = CPU_FEATURES.get(FEATURE_ALIASES[name] ?? name);
  if (!row) throw new CpuOptionError(`unknown CPU feature '${text}'`);
  return row.name;
}

function switchValue(name: string, value: string): boolean {
  if (['on', 'yes', 'true', 'y'].includes(value)) return true;
  if (['off', 'no', 'false', 'n'].includes(value)) return false;
  throw new CpuOptionError(`CPU property '${name}' takes on or off, not '${value}'`);
}

/** Intel's name comes with its SYSENTER and SYSEXIT, which long mode has too, and with nothing else of its processors. */
const VENDORS = ['AuthenticAMD', 'GenuineIntel'];

function withProperty(model: CpuModel, name: string, value: string): CpuModel | undefined {
  if (name === 'phys-bits') {
    const physBits = Number(value);
    if (!Number.isInteger(physBits) || physBits < 32 || physBits > 52)
      throw new CpuOptionError(`phys-bits must be between 32 and 52, not '${value}'`);
    return { ...model, physBits };
  }
  if (name === 'vendor') {
    if (!VENDORS.includes(value)) throw new CpuOptionError(`CPU vendor '${value}' is not implemented`);
    return { ...model, vendor: value };
  }
  return IGNORED_PROPERTIES.includes(name) ? model : undefined;
}

/** Switch off what lacks a feature it needs, until nothing changes. */
function dropDependents(features: Set<string>): string[] {
  const dropped: string[] = [];
  for (let before = -1; before !== dropped.length;) {
    before = dropped.length;
    for (const name of features) {
      if (CPU_FEATURES.get(name)!.needs.every((need) => features.has(need))) continue;
      features.delete(name);
      dropped.push(name);
    }
  }
  return dropped;
}

/**
 * Parse `MODEL[,+feature][,-feature][,feature=on|off]...` in QEMU's spelling. As in QEMU, `-feature` wins over
 * `+feature`, and both over `feature=value`, wherever they stand.
 */
export function parseCpu(text: string): CpuChoice {
  const [modelName = '', ...flags] = text.split(',');
  let model = CPU_MODELS.find((m) => m.name === modelName);
  if (!model) throw new CpuOptionError(`unable to find CPU model '${modelName}'`);

  const set = new Map<string, boolean>();
  const plus = new Set<string>();
  const minus = new Set<string>();
  let enforce = false;
  for (const flag of flags.filter((f) => f !== '')) {
    const [key = '', value] = flag.split('=', 2);
    const property = key.replaceAll('_', '-');
    if (flag.startsWith('+')) plus.add(canonicalName(flag.slice(1)));
    else if (flag.startsWith('-')) minus.add(canonicalName(flag.slice(1)));
    else {
      const changed = withProperty(model, property, value ?? 'on');
      if (changed) model = changed;
      else if (property === 'enforce') enforce = switchValue(key, value ?? 'on');
      else set.set(canonicalName(key), switchValue(key, value ?? 'on'));
    }
  }
  for (const name of plus) set.set(name, true);
  for (const name of minus) set.set(name, false);

  const has = (name: string) => CPU_FEATURES.get(name)!.implemented;
  const features = new Set(model.features.filter(has));
  const lacking = model.features.filter((name) => !has(name) && set.get(name) !== false);
  for (const [name, on] of set) {
    if (!on) features.delete(name);
    else if (has(name)) features.add(name);
    else throw new CpuOptionError(`feature ${name} is not implemented`);
  }
  const dropped = dropDependents(features);
  if (enforce && lacking.length > 0) throw new CpuOptionError(`feature ${lacking[0]} is not implemented`);
  return { model, features, lacking, dropped };
}
