/** A line in the making: its cells are aligned with those of its neighbours. */
interface Row {
  readonly indent: number
  readonly cells: string[]
}

const nonAscii = /[^\0-\x7f]/

/** How many characters wide a text is; one outside the basic plane counts as one. */
const widthOf = (text: string) => (nonAscii.test(text) ? [...text].length : text.length)

const tabs: string[] = ['']

function indentation(depth: number): string {
  for (let known = tabs.length; known <= depth; known += 1) tabs.push('\t'.repeat(known))
  return tabs[depth] ?? ''
}

/** Pads, column by column, the cells of rows that stand together. */
function align(rows: readonly Row[]): void {
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0) - 1
  for (let column = 0; column < columns; column += 1) {
    for (let start = 0; start < rows.length; ) {
      const indent = rows[start]?.indent
      let end = start
      let width = 0
      for (; end < rows.length; end += 1) {
        const row = rows[end]
        // The last cell of a row is not padded, and takes part in no column.
        if (!row || row.indent !== indent || row.cells.length <= column + 1) break
        width = Math.max(width, widthOf(row.cells[column] ?? ''))
      }
      for (const row of rows.slice(start, end)) {
        const cell = row.cells[column] ?? ''
        row.cells[column] = cell + ' '.repeat(width - widthOf(cell))
      }
      start = Math.max(end, start + 1)
    }
  }
}

/**
 * Text laid out in lines, with columns that line up within a run of neighbouring lines: what Go's
 * text/tabwriter does for Alloy's formatter.
 */
export class Columns {
  indent = 0

  #text = ''
  #rows: Row[] = []
  #row: Row | undefined
  #cell = ''
  #lines = 0

  /** The line that is being written, counted from one. */
  get line(): number {
    return this.#lines + 1
  }

  write(text: string): void {
    this.#row ??= { indent: this.indent, cells: [] }
    this.#cell += text
  }

  /** Text that may hold line breaks; lines after the first are kept as they are. */
  writeLines(text: string): void {
    if (!text.includes('\n')) {
      this.write(text)
      return
    }
    const [first = '', ...others] = text.split('\n')
    this.write(first)
    for (const line of others) {
      this.endLine()
      this.#row = { indent: 0, cells: [] }
      this.#cell = line
    }
  }

  /** Ends the cell: what follows lines up with what follows in the neighbouring lines. */
  endCell(): void {
    this.#row?.cells.push(this.#cell)
    this.#cell = ''
  }

  endLine(): void {
    const row = this.#row ?? { indent: 0, cells: [] }
    row.cells.push(this.#cell)
    this.#rows.push(row)
    this.#row = undefined
    this.#cell = ''
    this.#lines += 1
  }

  /** Ends the line and with it the run of lines whose columns line up. */
  endRun(): void {
    this.endLine()
    this.#flush()
  }

  /** All that was written, ended by one line break. */
  finish(): string {
    if (this.#row) this.endLine()
    this.#flush()
    return this.#text
  }

  #flush(): void {
    if (this.#rows.length > 1) align(this.#rows)
    for (const { indent, cells } of this.#rows) {
      const line = cells.length === 1 ? (cells[0] ?? '') : cells.join(' ')
      this.#text += line === '' ? '\n' : `${indentation(indent)}${line}\n`
    }
    this.#rows = []
  }
}
