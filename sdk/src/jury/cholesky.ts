import { at } from "../utils/array.ts";

/** A symmetric matrix, or a lower triangle, row by row in one array. */
export type Matrix = Float64Array;

/**
 * Factors a symmetric positive definite matrix in place: afterwards its lower triangle is L with `L L' = matrix`.
 * @param matrix n by n; only the lower triangle is read.
 */
export function factor(matrix: Matrix, n: number): Matrix {
  for (let row = 0; row < n; ++row) {
    for (let column = 0; column <= row; ++column) {
      let sum = at(matrix, row * n + column);
      for (let k = 0; k < column; ++k) sum -= at(matrix, row * n + k) * at(matrix, column * n + k);
      matrix[row * n + column] = row === column ? Math.sqrt(sum) : sum / at(matrix, column * n + column);
    }
  }
  return matrix;
}

/** Solves `L L' x = right` for a matrix that {@link factor} has factored. */
export function solve(lower: Matrix, right: Float64Array): Float64Array {
  const n = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < n; ++row) {
    let sum = at(x, row);
    for (let k = 0; k < row; ++k) sum -= at(lower, row * n + k) * at(x, k);
    x[row] = sum / at(lower, row * n + row);
  }
  for (let row = n - 1; row >= 0; --row) {
    let sum = at(x, row);
    for (let k = row + 1; k < n; ++k) sum -= at(lower, k * n + row) * at(x, k);
    x[row] = sum / at(lower, row * n + row);
  }
  return x;
}
