import type { Drawing } from './compose-svg'

/** Hands a file to the browser's downloads. Nothing leaves the machine. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file by the next turn; a minute is more than enough for slow ones.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A picture at twice its size, sharp enough for print. */
export async function toPng({ markup, width, height }: Drawing): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width * 2, height * 2)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
        'image/png',
      )
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
