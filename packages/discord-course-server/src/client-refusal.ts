/** An action that Discord's own client would not send: a message for the person, and the option at fault. */
export class ClientRefusal extends Error {
  readonly option: string | null;

  constructor(message: string, option: string | null = null) {
    super(message);
    this.name = "ClientRefusal";
    this.option = option;
  }
}
