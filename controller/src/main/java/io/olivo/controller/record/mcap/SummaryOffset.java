package io.olivo.controller.record.mcap;

/**
 * Where the records of one kind are in the summary. Source: MCAP specification, "Summary Offset
 * (op=0x0E)".
 *
 * @param groupOpcode of the kind
 * @param groupStart byte of the file at which the first begins
 * @param groupLength of all of them [bytes]
 */
public record SummaryOffset(int groupOpcode, long groupStart, long groupLength)
    implements McapRecord {}
