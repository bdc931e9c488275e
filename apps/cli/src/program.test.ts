import { expect, it } from 'vitest'
import { createProgram } from './program.ts'

it('explains every command, within 80 columns', () => {
  for (const command of createProgram().commands) {
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 80 }).outputHelp()
    expect(help).toMatch(/^Usage: mithaq [\s\S]*\n\nOptions:/u)
    // An example is one line, to be copied.
    const lines = help.split('\n').filter((line) => !line.startsWith('  $ '))
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  }
})
