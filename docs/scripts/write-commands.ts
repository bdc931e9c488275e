import { createProgram } from '../../apps/cli/src/program.ts'

/** Every command's own help, as `mithaq help COMMAND` prints it on a narrow terminal. */
export function writeCommands(): string {
  const program = createProgram()
  const parts = program.commands.map((command) => {
    let help = ''
    command.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 74 }).outputHelp()
    return `## mithaq ${command.name()} {#${command.name()}}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``
  })
  return parts.join('\n\n')
}
