/** A name of at most `max` characters: both ends kept, since series often differ in their last ones. */
export function shortName(name: string, max: number): string {
  const characters = [...name];
  if (characters.length <= max) return name;
  const end = Math.floor((max - 1) / 3);
  return `${characters.slice(0, max - 1 - end).join("")}…${characters.slice(characters.length - end).join("")}`;
}
