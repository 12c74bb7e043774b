import { packageVersion } from '../version.js';
import { OPTIONS } from './options.js';

/** The QEMU whose command line this follows. */
const QEMU_VERSION = '7.2.0';

/** One line, whose fourth word is a version number: runners read QEMU's version there. */
export function versionText(): string {
  return `nsvm, QEMU-compatible version ${QEMU_VERSION} (nsvm ${packageVersion()})\n`;
}

/** The text of `-help`, made from the table of options. */
export function helpText(): string {
  const known = OPTIONS.filter((option) => option.effect !== 'later');
  const lines = known.map((option) => {
    const names = option.names.map((name) => `-${name}`).join(', ');
    const left = `  ${names}${option.argument === undefined ? '' : ` ${option.argument}`}`;
    return left.length < 34 ? `${left.padEnd(34)}${option.doc}` : `${left}\n${' '.repeat(34)}${option.doc}`;
  });
  return `${versionText()}usage: nsvm [options in QEMU's spelling]
       nsvm COMMAND ...    ('nsvm help' lists the commands)

${lines.join('\n')}

NSVM_MACHINE=bare|nested in the environment chooses what runs the image: the
processor itself, or the L0 hypervisor on it (nested, the default). NSVM_L0=NAME
puts an L0 of the past in its place ('nsvm run --l0 help' lists them).
NSVM_EXPLAIN=TOPICS explains failures, exits or events ('nsvm help run') on standard
error, or in the file that NSVM_EXPLAIN_FILE names.
`;
}
