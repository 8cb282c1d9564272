/** Saves a text as a file, by the browser's own way of saving. */
export const save = (fileName: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken hold of it with the click.
  URL.revokeObjectURL(url)
}
