/** A QEMU argument such as `pc,accel=tcg,pit=off`: what stands first without a key, and the pairs in order. */
export interface PropertyList {
  readonly head: string | undefined;
  readonly properties: readonly (readonly [key: string, value: string])[];
}

/** Splits at commas; two of them stand for one inside an item. */
export function splitList(text: string): string[] {
  const items = [''];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== ',') items[items.length - 1] += text[i];
    else if (text[i + 1] === ',') {
      items[items.length - 1] += ',';
      i++;
    } else items.push('');
  }
  return items;
}

/** Reads an argument; a later word without `=` is a switch that is on, or off when it begins with `no`. */
export function parsePropertyList(text: string): PropertyList {
  const [first, ...rest] = splitList(text);
  const hasHead = first !== '' && !first.includes('=');
  const items = (hasHead ? rest : [first, ...rest]).filter((item) => item !== '');
  return { head: hasHead ? first : undefined, properties: items.map(pair) };
}

function pair(item: string): readonly [string, string] {
  const at = item.indexOf('=');
  if (at >= 0) return [item.slice(0, at), item.slice(at + 1)];
  return item.startsWith('no') ? [item.slice(2), 'off'] : [item, 'on'];
}

/** `on`/`off` and their synonyms; undefined for anything else. */
export function parseSwitch(value: string): boolean | undefined {
  if (value === 'on' || value === 'yes' || value === 'true' || value === 'y') return true;
  if (value === 'off' || value === 'no' || value === 'false' || value === 'n') return false;
  return undefined;
}

/** A decimal or 0x number that is a whole number of at most `max`; undefined for anything else. */
export function parseInteger(value: string, max: number): number | undefined {
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(value)) return undefined;
  const number = Number(value);
  return number <= max ? number : undefined;
}
