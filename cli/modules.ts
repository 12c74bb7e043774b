import { splitList } from './qemu/propertyList.js';

/** A module as named on the command line. */
export interface ModuleName {
  readonly path: string;
  /** Path and arguments: what the kernel finds as the module's command line. */
  readonly cmdline: string;
}

/** Reads QEMU's module list: `file args,file2 args`, with `,,` for a comma inside. */
export function parseModuleList(text: string): ModuleName[] {
  return splitList(text)
    .map((item) => item.trimStart())
    .filter((item) => item !== '')
    .map((cmdline) => ({ path: cmdline.split(' ', 1)[0], cmdline }));
}
