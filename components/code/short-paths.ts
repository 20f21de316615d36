/** Names for files that are as short as they can be and still tell them apart. */

/** For each path, as many of its last parts as no other path ends with. */
export function shortPaths(paths: readonly string[]): string[] {
  return paths.map((path) => {
    const parts = path.split('/')
    for (let count = 1; count < parts.length; count++) {
      const end = parts.slice(-count).join('/')
      const others = paths.filter((other) => other !== path)
      if (!others.some((other) => other === end || other.endsWith(`/${end}`))) return end
    }
    return path
  })
}
