/** The saved state of one device: its fields by name, and a version. */
export type DeviceState = Record<string, unknown>;

/** What every device can do besides answering accesses. */
export interface Device {
  /** To the state after power-on or a hardware reset. */
  reset(): void;
  save(): DeviceState;
  /** Takes back what `save` gave; throws when a field is missing or of another type. */
  restore(saved: DeviceState): void;
}

/** An interrupt wire as its source sees it: call with true to assert it. */
export type IrqLine = (asserted: boolean) => void;

/** A copy of the fields that later writes to `fields` do not reach. */
export function saveFields(version: number, fields: object): DeviceState {
  const copy = copyValue(fields) as DeviceState;
  copy['version'] = version;
  return copy;
}

/** The saved fields as a new object of the shape of `fresh`. */
export function restoreFields<T extends object>(
  device: string,
  version: number,
  fresh: T,
  saved: DeviceState,
): T {
  if (saved['version'] !== version) {
    throw new Error(`${device}: saved state has version ${String(saved['version'])}, not ${version}`);
  }
  const result: DeviceState = {};
  for (const [name, example] of Object.entries(fresh)) {
    const value = saved[name];
    if (kindOf(value) !== kindOf(example)) {
      throw new Error(`${device}: saved field ${name} is ${kindOf(value)}, not ${kindOf(example)}`);
    }
    result[name] = copyValue(value);
  }
  return result as T;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Uint8Array) return 'bytes';
  return value === undefined ? 'missing' : typeof value;
}

function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (value instanceof Uint8Array) return value.slice();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyValue(field)]));
}
