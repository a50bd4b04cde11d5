// Fetches chapters. Several chapters share files, and each file is fetched once; one that could not be had is asked for
// again by whoever needs it next. FILES and the chapters below are filled in by the build.
const chapters = (() => {
  const files = FILES;
  const loading = [];
  const load = (at) =>
    (loading[at] ??= (() => {
      const program = initSync();
      const found = WebAssembly.instantiateStreaming(fetch(new URL(files[at], import.meta.url)), {
        __wasm_split: program,
        program,
      });
      found.catch(() => delete loading[at]);
      return found;
    })());
  const chapter =
    (...needed) =>
    async (callback, data) => {
      let done = true;
      try {
        await Promise.all(needed.map(load));
      } catch (error) {
        done = false;
        // What the network does not give is said where the chapter would have stood.
        if (!(error instanceof TypeError)) console.error(error);
      }
      initSync().__indirect_function_table.get(callback)(data, done);
    };
  return { CHAPTERS };
})();
