import { useEffect, useState } from 'react'
import { localFiles } from '../platform/local-files'

/** The address under which an image shows a picture that is still on this phone; null until known, or gone. */
export function useLocalPicture(path: string | null): string | null {
  const [found, setFound] = useState<{ path: string; address: string | null } | null>(null)
  useEffect(() => {
    if (path === null) return
    let isWanted = true
    void localFiles.address(path).then(address => {
      if (isWanted) setFound({ path, address })
    })
    return () => {
      isWanted = false
    }
  }, [path])
  return found !== null && found.path === path ? found.address : null
}
