/**
 * What the processor lacks and a guest may still run into: it stops the machine by name. `silicon/` refers to a row by its
 * `U_` constant.
 */
export const UNIMPLEMENTED = [
  { name: 'VMCB_OUTSIDE_RAM', what: 'VMRUN with a VMCB outside RAM' },
  { name: 'SMM', what: 'entering or leaving system management mode by SMM_CTL' },
  { name: 'FERR', what: 'x87 error through IRQ 13 (CR0.NE clear)' },
] as const;
