/** What only the source needs does not travel with a package: a package is JavaScript, and tsx runs TypeScript. */
module.exports = {
  hooks: {
    beforePacking(manifest) {
      delete manifest.scripts
      delete manifest.devDependencies
      delete manifest.dependencies?.tsx
      return manifest
    },
  },
}
