/** Tests and factories write and delete freely: they must never meet a database that is not on this machine. */
export function refuseRemote(url: string): void {
  const { hostname } = new URL(url)
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return
  throw new Error(`Tests only write to a database on this machine, not to ${hostname}.`)
}
