/**
 * What the processor lacks and a guest may still run into: it stops the machine by name. `silicon/` refers to a row by its
 * `U_` constant.
 */
export const UNIMPLEMENTED = [{ name: 'VMCB_OUTSIDE_RAM', what: 'VMRUN with a VMCB outside RAM' }] as const;
