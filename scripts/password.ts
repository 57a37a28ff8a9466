import { text } from 'node:stream/consumers'
import { Trouble } from './console.ts'

/** A password typed twice without being shown, or the first line of standard input when that is not a terminal. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split('\n')[0]?.replace(/\r$/, '') ?? ''
  const first = await readHidden('Password: ')
  if ((await readHidden('Again: ')) !== first) throw new Trouble('The two passwords are not the same.')
  return first
}

function readHidden(prompt: string): Promise<string> {
  const { stdin, stdout } = process
  stdout.write(prompt)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (end: () => void) => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stdout.write('\n')
      end()
    }
    const onData = (chunk: string) => {
      for (const character of chunk) {
        if (character === '\r' || character === '\n') return finish(() => resolve(typed))
        if (character === '\u0003') return finish(() => reject(new Trouble('Nothing was changed.')))
        if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('')
        else typed += character
      }
    }
    stdin.on('data', onData)
  })
}
