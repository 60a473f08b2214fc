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
    implements McapRecord {
  static SummaryOffset from(Fields fields) throws McapException {
    return new SummaryOffset(fields.u8(), fields.u64(), fields.u64());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.SUMMARY_OFFSET);
    out.u8(groupOpcode);
    out.u64(groupStart);
    out.u64(groupLength);
    out.end(begun);
  }
}
