/** A port of the settings on which the program cannot listen. */
export interface PortProblem {
  readonly kind: "port-taken";
  readonly port: number;
}
