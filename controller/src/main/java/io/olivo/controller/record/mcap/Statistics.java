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
    implements McapRecord {}
