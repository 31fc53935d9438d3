export type SentFile = { name: string; base64: string }

/** Files as base64, for a JSON body. */
export async function readFiles(files: File[]): Promise<SentFile[]> {
  return Promise.all(files.map(async file => ({ name: file.name, base64: await base64Of(file) })))
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(file)
  })
}
