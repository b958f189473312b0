/** An address that the program was told to listen at, and cannot. */
export interface PortProblem {
  readonly kind: "port-taken";
  readonly port: number;
}
