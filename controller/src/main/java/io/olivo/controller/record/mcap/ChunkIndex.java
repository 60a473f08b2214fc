package io.olivo.controller.record.mcap;

import java.util.Map;

/**
 * Where a chunk is. Source: MCAP specification, "Chunk Index (op=0x08)".
 *
 * @param messageStartTime earliest log time of its messages [ns]; 0 when it has none
 * @param messageEndTime latest log time of its messages [ns]; 0 when it has none
 * @param chunkStartOffset byte of the file at which it begins
 * @param chunkLength of the whole record [bytes]
 * @param messageIndexOffsets by channel: byte of the file at which the index of its messages begins
 * @param messageIndexLength of all these indexes [bytes]
 * @param compression as it is spelled in the file
 * @param compressedSize of its records in the file [bytes]
 * @param uncompressedSize of its records [bytes]
 */
public record ChunkIndex(
    long messageStartTime,
    long messageEndTime,
    long chunkStartOffset,
    long chunkLength,
    Map<Integer, Long> messageIndexOffsets,
    long messageIndexLength,
    String compression,
    long compressedSize,
    long uncompressedSize)
    implements McapRecord {
  static ChunkIndex from(Fields fields) throws McapException {
    return new ChunkIndex(
        fields.u64(),
        fields.u64(),
        fields.u64(),
        fields.u64(),
        fields.numbers(),
        fields.u64(),
        fields.string(),
        fields.u64(),
        fields.u64());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.CHUNK_INDEX);
    out.u64(messageStartTime);
    out.u64(messageEndTime);
    out.u64(chunkStartOffset);
    out.u64(chunkLength);
    out.numbers(messageIndexOffsets);
    out.u64(messageIndexLength);
    out.string(compression);
    out.u64(compressedSize);
    out.u64(uncompressedSize);
    out.end(begun);
  }
}
