// Reads recordings with the official MCAP reader, from start to end and by the index, and checks every
// checksum. Usage: node check.mjs FILE... Prints one line of JSON for each file; the first thing that
// is wrong ends it with code 1 and says what.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import {
  crc32,
  crc32Final,
  crc32Init,
  crc32Update,
  decompressHandlers,
  main,
  McapIndexedReader,
  McapStreamReader,
} from "./modules.mjs";

const DATA_END = 1 + 8 + 4; // bytes of the record

function must(holds, otherwise) {
  if (!holds) {
    throw new Error(otherwise);
  }
}

/** Counts and sums the messages of one way to read. */
class Topics {
  byName = {};

  add(topic, message) {
    const one = (this.byName[topic] ??= { messages: 0, bytes: 0, crc: crc32Init() });
    one.messages++;
    one.bytes += message.data.byteLength;
    one.crc = crc32Update(one.crc, message.data);
  }

  told() {
    const sums = Object.entries(this.byName).map(([topic, one]) => [
      topic,
      { ...one, crc: crc32Final(one.crc) },
    ]);
    return Object.fromEntries(sums);
  }
}

/** From start to end. The reader checks the sums of chunks and attachments. */
async function stream(file, told) {
  const reader = new McapStreamReader({ decompressHandlers, includeChunks: true });
  const channels = new Map();
  const topics = new Topics();
  for await (const bytes of createReadStream(file)) {
    reader.append(bytes);
    for (let record; (record = reader.nextRecord()); ) {
      switch (record.type) {
        case "Header":
          told.profile = record.profile;
          told.library = record.library;
          break;
        case "Schema":
          told.schemas.add(record.name);
          break;
        case "Channel":
          channels.set(record.id, record.topic);
          break;
        case "Chunk":
          told.chunks++;
          told.compressions.add(record.compression);
          break;
        case "Message":
          topics.add(channels.get(record.channelId), record);
          break;
        case "Attachment":
          told.attachments.push({
            name: record.name,
            mediaType: record.mediaType,
            bytes: record.data.byteLength,
            crc: crc32(record.data),
          });
          break;
        case "Metadata":
          told.metadata.push({ name: record.name, facts: Object.fromEntries(record.metadata) });
          break;
        case "DataEnd":
          told.dataCrc = record.dataSectionCrc;
          break;
      }
    }
  }
  must(reader.done(), "the official reader wants more bytes");
  told.topics = topics.told();
}

/** By the index. The reader checks the sums of chunks and of the summary. */
async function indexed(handle, size, told) {
  const readable = {
    size: async () => BigInt(size),
    read: async (offset, length) => {
      const bytes = new Uint8Array(Number(length));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, Number(offset));
      must(bytesRead === bytes.length, `the index points behind the end, at ${offset}`);
      return bytes;
    },
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  const counts = {};
  let last = 0n;
  for await (const message of reader.readMessages()) {
    const { topic } = reader.channelsById.get(message.channelId);
    counts[topic] = (counts[topic] ?? 0) + 1;
    must(message.logTime >= last, "the index is not in the order of log times");
    last = message.logTime;
  }
  for (const [topic, { messages }] of Object.entries(told.topics)) {
    must(counts[topic] === messages, `${topic}: ${messages} messages, by index ${counts[topic]}`);
  }
  const attachments = await count(reader.readAttachments());
  const metadata = await count(reader.readMetadata());
  must(attachments === told.attachments.length, `by index ${attachments} attachments`);
  must(metadata === told.metadata.length, `by index ${metadata} sets of metadata`);
  must(reader.footer.summaryCrc !== 0, "the summary has no checksum");
  checkStatistics(reader.statistics, told);
  return Number(reader.footer.summaryStart) - DATA_END;
}

async function count(records) {
  let all = 0;
  for await (const record of records) {
    all += record ? 1 : 0;
  }
  return all;
}

function checkStatistics(statistics, told) {
  const all = Object.values(told.topics).reduce((sum, one) => sum + one.messages, 0);
  must(Number(statistics.messageCount) === all, `statistics: ${statistics.messageCount} messages`);
  must(statistics.chunkCount === told.chunks, `statistics: ${statistics.chunkCount} chunks`);
  told.startNs = String(statistics.messageStartTime);
  told.endNs = String(statistics.messageEndTime);
}

/** The official reader does not look at this one. */
async function checkDataCrc(file, end, told) {
  must(told.dataCrc !== 0, "the data have no checksum");
  let crc = crc32Init();
  for await (const bytes of createReadStream(file, { start: 0, end: end - 1 })) {
    crc = crc32Update(crc, bytes);
  }
  must(crc32Final(crc) === told.dataCrc, "the checksum of the data is wrong");
}

async function check(file) {
  const told = {
    file,
    chunks: 0,
    compressions: new Set(),
    schemas: new Set(),
    attachments: [],
    metadata: [],
  };
  await stream(file, told);
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const end = await indexed(handle, size, told);
    await checkDataCrc(file, end, told);
    told.bytes = size;
  } finally {
    await handle.close();
  }
  const lists = { compressions: [...told.compressions], schemas: [...told.schemas] };
  return JSON.stringify({ ...told, ...lists });
}

await main(async (files) => {
  for (const file of files) {
    console.log(await check(file));
  }
});
