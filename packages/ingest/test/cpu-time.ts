/** Milliseconds that this process has worked, however busy the machine is with others. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
