/**
 * The name of a column as a spreadsheet writes it.
 *
 * @param column from 1
 */
export function columnLetter(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
