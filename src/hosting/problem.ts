/** Why the program can't listen where its settings say. */
export type PortProblem =
  | { readonly kind: "port-taken"; readonly port: number }
  /** No such host, an address of another machine, or a port that takes more rights; `detail` is the system's word for it. */
  | { readonly kind: "cannot-listen"; readonly host: string; readonly port: number; readonly detail: string };
