package io.olivo.controller.record.mcap;

/**
 * What {@link McapReader#next} brings: every record of a recording but chunks, whose content comes
 * instead, and the indexes of their messages, which only random access needs. Times are whole
 * nanoseconds since an epoch that the recording chooses. Source: MCAP specification, "Records".
 */
public sealed interface McapRecord
    permits Header,
        Schema,
        Channel,
        Message,
        Attachment,
        Metadata,
        DataEnd,
        ChunkIndex,
        AttachmentIndex,
        MetadataIndex,
        Statistics,
        SummaryOffset,
        Footer {}
