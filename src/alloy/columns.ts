const nonAscii = /[^\0-\x7f]/

/** How many characters wide a text is; one outside the basic plane counts as one. */
const widthOf = (text: string) => (nonAscii.test(text) ? [...text].length : text.length)

const tabs: string[] = ['']

function indentation(depth: number): string {
  for (let known = tabs.length; known <= depth; known += 1) tabs.push('\t'.repeat(known))
  return tabs[depth] ?? ''
}

/** Where a cell ends, and how wide it is. */
interface Stop {
  /** The index of the piece of text that is the space behind it. */
  readonly at: number
  readonly width: number
}

/** A finished line: its cells are aligned with those of its neighbours. */
interface Row {
  readonly indent: number
  readonly stops: readonly Stop[]
}

const noStops: readonly Stop[] = []

/**
 * Text laid out in lines, with columns that line up within a run of neighbouring lines: what Go's
 * text/tabwriter does for Alloy's formatter. The text is kept in pieces; where a column needs more
 * room, the piece behind the cell grows.
 */
export class Columns {
  indent = 0

  readonly #pieces: string[] = []
  #lines = 0
  /** The lines of the run before the one that is being written. */
  #rows: Row[] = []
  /** The line that is being written: whether there is something of it yet, and its cells. */
  #begun = false
  #lineIndent = 0
  #stops: Stop[] | undefined
  #width = 0

  /** The line that is being written, counted from one. */
  get line(): number {
    return this.#lines + 1
  }

  write(text: string): void {
    if (!this.#begun) {
      this.#begun = true
      this.#lineIndent = this.indent
      if (text !== '') this.#pieces.push(indentation(this.indent))
    }
    this.#pieces.push(text)
    this.#width += widthOf(text)
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
      this.#begun = true
      this.#pieces.push(line)
      this.#width = widthOf(line)
    }
  }

  /** Ends the cell: what follows lines up with what follows in the neighbouring lines. */
  endCell(): void {
    if (!this.#begun) return
    this.#stops ??= []
    this.#stops.push({ at: this.#pieces.length, width: this.#width })
    this.#pieces.push(' ')
    this.#width = 0
  }

  endLine(): void {
    this.#rows.push({ indent: this.#lineIndent, stops: this.#stops ?? noStops })
    this.#endText()
  }

  /** Ends the line and with it the run of lines whose columns line up. */
  endRun(): void {
    // A line alone has nothing to line up with.
    if (this.#rows.length === 0) this.#endText()
    else {
      this.endLine()
      this.#align()
    }
  }

  /** All that was written, ended by one line break. */
  finish(): string {
    if (this.#begun) this.endLine()
    this.#align()
    return this.#pieces.join('')
  }

  #endText(): void {
    this.#pieces.push('\n')
    this.#lines += 1
    this.#begun = false
    this.#lineIndent = 0
    this.#stops = undefined
    this.#width = 0
  }

  /** Pads, column by column, the cells of rows that stand together. */
  #align(): void {
    const rows = this.#rows
    let columns = 0
    for (const { stops } of rows) columns = Math.max(columns, stops.length)
    for (let column = 0; column < columns; column += 1) {
      for (let start = 0; start < rows.length; ) {
        const indent = rows[start]?.indent
        let end = start
        let width = 0
        // The last cell of a row is not padded, and takes part in no column.
        for (let row = rows[end]; row?.indent === indent; end += 1, row = rows[end]) {
          const stop = row?.stops[column]
          if (!stop) break
          width = Math.max(width, stop.width)
        }
        for (let index = start; index < end; index += 1) {
          const stop = rows[index]?.stops[column]
          if (stop && stop.width < width) this.#pieces[stop.at] = ' '.repeat(width - stop.width + 1)
        }
        start = Math.max(end, start + 1)
      }
    }
    this.#rows = []
  }
}
