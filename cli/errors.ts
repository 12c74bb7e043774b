/** The person's mistake: a message that stands alone on one line, without the program's name. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The reason a system call failed, in the words of strerror. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: string }).code;
  return (code !== undefined && REASONS[code]) || (error as Error).message;
}

// Scripts that wrap QEMU match these words; Node's own messages carry the call and the path as well.
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  ENOSPC: 'No space left on device',
  ELOOP: 'Too many levels of symbolic links',
  ENAMETOOLONG: 'File name too long',
};
