/** What a person tried and Discord's own client would not even send: words for the person, and the option at fault. */
export class Refused extends Error {
  readonly option: string | null;

  constructor(message: string, option: string | null = null) {
    super(message);
    this.name = "Refused";
    this.option = option;
  }
}
