package io.olivo.controller.record.mcap;

import java.util.Map;

/**
 * How much there is in the recording. Source: MCAP specification, "Statistics (op=0x0B)".
 *
 * @param messageCount messages
 * @param schemaCount schemas
 * @param channelCount channels
 * @param attachmentCount attachments
 * @param metadataCount sets of facts
 * @param chunkCount chunks
 * @param messageStartTime earliest log time [ns]; 0 when there are no messages
 * @param messageEndTime latest log time [ns]; 0 when there are no messages
 * @param channelMessageCounts messages by channel
 */
public record Statistics(
    long messageCount,
    int schemaCount,
    long channelCount,
    long attachmentCount,
    long metadataCount,
    long chunkCount,
    long messageStartTime,
    long messageEndTime,
    Map<Integer, Long> channelMessageCounts)
    implements McapRecord {
  static Statistics from(Fields fields) throws McapException {
    return new Statistics(
        fields.u64(),
        fields.u16(),
        fields.u32(),
        fields.u32(),
        fields.u32(),
        fields.u32(),
        fields.u64(),
        fields.u64(),
        fields.numbers());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.STATISTICS);
    out.u64(messageCount);
    out.u16(schemaCount);
    out.u32(channelCount);
    out.u32(attachmentCount);
    out.u32(metadataCount);
    out.u32(chunkCount);
    out.u64(messageStartTime);
    out.u64(messageEndTime);
    out.numbers(channelMessageCounts);
    out.end(begun);
  }
}
