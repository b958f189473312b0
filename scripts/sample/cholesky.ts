/** The lower triangle L with L·Lᵀ = the matrix (Cholesky): normals times L have the matrix's correlations. */
export function lowerTriangle(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const triangle = matrix.map((row) => row.map(() => 0));
  for (const [row, entries] of matrix.entries())
    for (let column = 0; column <= row; column += 1) {
      let rest = entries[column]!;
      for (let inner = 0; inner < column; inner += 1) rest -= triangle[row]![inner]! * triangle[column]![inner]!;
      triangle[row]![column] = row === column ? Math.sqrt(rest) : rest / triangle[column]![column]!;
    }
  return triangle;
}
