module.exports = globalThis.libraries.valibot
