// Writes a recording with the official MCAP writer, for ours to read. Usage: node write.mjs FILE zstd|none
import { writeFile } from "node:fs/promises";
import { main, McapWriter, zstd } from "./modules.mjs";

const MESSAGES = 500;

await main(async ([file, compression]) => {
  const pieces = [];
  let written = 0n;
  const writable = {
    position: () => written,
    write: async (bytes) => {
      pieces.push(bytes.slice());
      written += BigInt(bytes.length);
    },
  };
  const compressChunk = (bytes) => ({ compression, compressedData: zstd.compress(bytes, 3) });
  const writer = new McapWriter({
    writable,
    chunkSize: 1 << 12,
    ...(compression === "zstd" ? { compressChunk } : {}),
  });
  await writer.start({ profile: "", library: "official" });
  const text = new TextEncoder();
  const schemaId = await writer.registerSchema({
    name: "Tick",
    encoding: "jsonschema",
    data: text.encode('{"type":"object"}'),
  });
  const channelId = await writer.registerChannel({
    schemaId,
    topic: "/tick",
    messageEncoding: "json",
    metadata: new Map([["unit", "rad"]]),
  });
  for (let i = 0; i < MESSAGES; i++) {
    const time = BigInt(i) * 1000n;
    const data = text.encode(`{"i":${i}}`);
    await writer.addMessage({ channelId, sequence: i, logTime: time, publishTime: time, data });
  }
  await writer.addAttachment({
    name: "robot.yaml",
    mediaType: "text/yaml",
    logTime: 7n,
    createTime: 6n,
    data: text.encode("rate: 500"),
  });
  await writer.addMetadata({ name: "run", metadata: new Map([["seed", "7"]]) });
  await writer.end();
  await writeFile(file, Buffer.concat(pieces));
});
