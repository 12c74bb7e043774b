import { UsageError } from '../errors.js';

/** The native commands; any other first word is taken as QEMU's spelling. */
export const COMMANDS = ['run', 'resume', 'check', 'fuzz', 'demo', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

const OVERVIEW = `nsvm: nested AMD-V (SVM) virtualization on an emulated processor

  nsvm run IMAGE       run a Multiboot image
  nsvm resume FILE     go on with a machine that was saved
  nsvm check FILE      say why VMRUN would refuse a VMCB
  nsvm fuzz            random guests: can they tell the machines apart?
  nsvm demo            run the demonstration
  nsvm help COMMAND    explain a command
  nsvm --version
  nsvm -kernel ...     everything else is QEMU's spelling (nsvm -help)
`;

const PAGES: Readonly<Record<CommandName, string>> = {
  run: `usage: nsvm run [options] IMAGE

Runs a Multiboot image. Its serial port is the terminal, its exit status is nsvm's.

  --machine nested|bare  under the L0 hypervisor (default), or on the processor itself
  --l0 NAME              an L0 of the past, with its faults ('help' lists)
  --append TEXT          command line; the kernel sees IMAGE, a space, TEXT
  --initrd LIST          modules: "FILE ARGS,FILE2 ARGS"
  --smp N                processors (default 1)
  -m, --memory SIZE      RAM (default 1g); costs what the guest touches
  --cpu MODEL[,+F,-F]    processor (default max; nsvm -cpu help)
  --seed NUMBER          where random numbers start (default 0)
  --explain              say on stderr why each failing VMRUN failed
  --explain=TOPICS       failures  the same
                         exits     of every exit: who had asked for it, by which rule, what was
                                   done about it and what L1's VMCB was told
                         events    of interrupts, NMIs, SMIs, INITs and injected events: taken,
                                   an exit, or held off after VMRUN or #VMEXIT, and why
                         all       everything; or some of them: exits,events
  --explain-file FILE    say it in FILE
  --trace FILE           write what happened at every exit and nested entry
  --timeout LIMIT        10s 500ms 2m  wall clock; a bare number is seconds
                         30vs 500vms   virtual time: the same run everywhere
                         5e9i          retired instructions of all processors
  --save FILE            keep the machine in FILE when --timeout or ^C ends the run
  -q, --quiet            do not say how the run ended

Exit status: 0 the guest switched off; 2v+1 the guest wrote v to the debug exit port F4h;
1 triple fault; 2 wrong usage or missing file; 124 --timeout; 70 something nsvm lacks or does wrong.
`,
  resume: `usage: nsvm resume [options] FILE

Goes on with the machine that 'nsvm run --save FILE' has kept, exactly as it would have gone on.

  --explain[=TOPICS], --explain-file FILE, --trace FILE, --timeout LIMIT, --save FILE, -q, --quiet
                         as for nsvm run; instructions and virtual time count from power-on

Exit status: as of nsvm run; 2 if FILE is no snapshot, a damaged one or one of another release.
`,
  check: `usage: nsvm check [--cpu MODEL] FILE

FILE holds the 4096 bytes of a VMCB. Prints every VMRUN check that fails, with the fields and
their values.

Exit status: 0 VMRUN would enter the guest, 1 it would not, 2 wrong usage or missing file.
`,
  fuzz: `usage: nsvm fuzz [options]
       nsvm fuzz --replay FILE

Runs random hypervisors with random guests on the processor itself and under the L0, and compares
all that they can see. A case that tells the two apart is made as small as it gets.

  --seed NUMBER          which cases (default 0); the same number gives the same
  --cases NUMBER         how many (default 10000)
  --shard I/N            the I-th of N parts of them, for N machines
  --jobs NUMBER          threads (default: one for each processor)
  --cpu MODEL[,+F,-F]    one processor; without it many are tried, each with features missing
  --l0 NAME              hunt an L0 of the past ('nsvm run --l0 help' lists)
  --save DIRECTORY       write a file for each difference
  --replay FILE          run such a file again: the programs, what went on, what differs
  -q, --quiet            no progress

Exit status: 0 no difference, 1 some, 2 wrong usage or a file that is not one of these.
`,
  demo: `usage: nsvm demo

Runs a small hypervisor with a guest of its own, and explains the VMRUNs that fail on purpose.
`,
  help: OVERVIEW,
};

/** Is the word a native command? */
export function isCommand(word: string | undefined): word is CommandName {
  return COMMANDS.some((name) => name === word);
}

/** The overview, or the page of one command; throws `UsageError` for an unknown one. */
export function helpPage(name?: string): string {
  if (name === undefined) return OVERVIEW;
  if (!isCommand(name)) throw new UsageError(`unknown command '${name}'; there are ${COMMANDS.join(', ')}`);
  return PAGES[name];
}
