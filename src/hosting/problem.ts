export type PortSetting = "PORT" | "HEALTH_PORT" | "SCREEN_PORT";

/** Why the program can't listen where its settings say. */
export type PortProblem =
  /** `setting` chooses another one. */
  | { readonly kind: "port-taken"; readonly port: number; readonly setting: PortSetting }
  /** No such host, an address of another machine, or a port that takes more rights; `detail` is the system's word for it. */
  | { readonly kind: "cannot-listen"; readonly host: string; readonly port: number; readonly detail: string };
