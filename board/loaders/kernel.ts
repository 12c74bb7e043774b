import { ImageError, type BootImage } from './image.js';
import { isElf } from './elf.js';
import { isMultiboot, loadMultiboot, type MultibootOptions } from './multiboot1.js';

/** Loads a kernel of any format the board knows; throws `ImageError` that names the format it saw. */
export function loadKernel(image: Uint8Array, options: MultibootOptions): BootImage {
  if (image.length === 0) throw new ImageError('the file is empty');
  if (isMultiboot(image)) return loadMultiboot(image, options);
  if (isLinux(image)) throw new ImageError('Linux bzImage: not supported yet, only Multiboot images are');
  if (isElf(image)) throw new ImageError('ELF, but not a Multiboot image: no header in the first 8 KiB');
  throw new ImageError('not a Multiboot image');
}

/** The boot protocol's signature sits behind the boot sector of a Linux kernel. */
function isLinux(image: Uint8Array): boolean {
  return image[0x202] === 0x48 && image[0x203] === 0x64 && image[0x204] === 0x72 && image[0x205] === 0x53;
}
