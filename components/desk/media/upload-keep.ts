import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

// Files on their way, kept in the browser, so that a reload or a crash does not lose the choice of three hundred pictures.

export interface KeptUpload {
  id: string
  /** Whose it is: another person at the same browser does not go on with it. */
  owner: string
  name: string
  file: Blob
  /** Where the server has the part of it that is there; null until it was begun. */
  address: string | null
  isAnother: boolean
  /** When it was kept, in milliseconds. */
  at: number
}

export interface UploadKeep {
  list(): Promise<KeptUpload[]>
  put(upload: Omit<KeptUpload, 'owner' | 'at'>): Promise<void>
  remove(id: string): Promise<void>
  /** Whether it is this page's to send; false while another page sends it. It stays so until the page goes. */
  claim(id: string): Promise<boolean>
}

interface Shelf extends DBSchema {
  uploads: { key: string; value: KeptUpload }
}

const longest = 3 * 24 * 60 * 60_000

/** Where somebody's uploads are kept. A browser that keeps nothing (private windows, no room) only loses the going on after a reload. */
export function browserKeep(owner: string): UploadKeep {
  let opened: Promise<IDBPDatabase<Shelf>> | undefined
  const shelf = () => {
    opened ??= openDB<Shelf>('out-of-five-uploads', 1, {
      upgrade: db => void db.createObjectStore('uploads', { keyPath: 'id' }),
    })
    return opened
  }
  return {
    async list() {
      const all = await shelf().then(db => db.getAll('uploads'), nothing)
      const isOld = ({ at }: KeptUpload) => at < Date.now() - longest
      for (const { id } of all.filter(isOld)) await this.remove(id)
      return all.filter(upload => upload.owner === owner && !isOld(upload)).sort((a, b) => a.at - b.at)
    },
    async put(upload) {
      await shelf()
        .then(db => db.put('uploads', { ...upload, owner, at: Date.now() }), ignore)
        .catch(ignore)
    },
    async remove(id) {
      await shelf()
        .then(db => db.delete('uploads', id), ignore)
        .catch(ignore)
    },
    claim: id => holdLock(`out-of-five-upload-${id}`),
  }
}

/** Takes a lock and keeps it until the page goes. Without locks (a desk without https) two pages may send the same, which the server sees. */
function holdLock(name: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise(resolve => {
    navigator.locks
      .request(name, { ifAvailable: true }, lock => {
        resolve(lock !== null)
        return lock === null ? undefined : new Promise<void>(() => {})
      })
      .catch(() => resolve(true))
  })
}

const nothing = (): KeptUpload[] => []
const ignore = () => undefined
