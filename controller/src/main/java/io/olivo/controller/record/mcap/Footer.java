package io.olivo.controller.record.mcap;

/**
 * The last record. Source: MCAP specification, "Footer (op=0x02)".
 *
 * @param summaryStart byte of the file at which the summary begins; 0 for no summary
 * @param summaryOffsetStart byte of the file at which the summary offsets begin; 0 for none
 * @param summaryCrc CRC32 from the begin of the summary to the field before this one; 0 for not
 *     known
 */
public record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc)
    implements McapRecord {
  static Footer from(Fields fields) throws McapException {
    return new Footer(fields.u64(), fields.u64(), fields.u32());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.FOOTER);
    out.u64(summaryStart);
    out.u64(summaryOffsetStart);
    out.u32(summaryCrc);
    out.end(begun);
  }
}
