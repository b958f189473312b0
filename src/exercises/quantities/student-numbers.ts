/** Numbers of the student's own, by quantity. */
export type StudentNumbers = Readonly<Record<string, number>>;

/** The student's number for one of the parts that a formula names. */
export type OwnNumber<P extends string> = (part: P) => number;

/**
 * Reads the numbers that a formula needs. Marking asks for it only where all its parts are filled in: a missing one is
 * a bug of ours, a RangeError.
 */
export function ownNumber<P extends string>(numbers: StudentNumbers): OwnNumber<P> {
  return (part) => {
    const number = numbers[part];
    if (number === undefined) throw new RangeError(`the formula needs ${part}, which is not filled in`);
    return number;
  };
}
