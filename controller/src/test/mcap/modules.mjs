// The official MCAP library and its decompressors, beside this file or where OLIVO_MCAP_MODULES says
// that npm has put them.
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(path.resolve(process.env.OLIVO_MCAP_MODULES ?? here, "package.json"));

export const { crc32, crc32Final, crc32Init, crc32Update } = require("@foxglove/crc");
export const { McapIndexedReader, McapStreamReader, McapWriter } = require("@mcap/core");
export const zstd = require("@foxglove/wasm-zstd");
const lz4 = require("@foxglove/wasm-lz4");

await Promise.all([lz4.isLoaded, zstd.isLoaded]);

export const decompressHandlers = {
  lz4: (bytes, size) => lz4(bytes, Number(size)),
  zstd: (bytes, size) => zstd.decompress(bytes, Number(size)),
};

/** What the command line asked for; the first thing that is wrong ends the program and is told. */
export async function main(work) {
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
