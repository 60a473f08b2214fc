package io.olivo.controller.record.mcap;

/**
 * Behind the last record with data. Source: MCAP specification, "Data End (op=0x0F)".
 *
 * @param dataSectionCrc CRC32 of all bytes before this record, 32 bits; 0 for not known
 */
public record DataEnd(long dataSectionCrc) implements McapRecord {
  static DataEnd from(Fields fields) throws McapException {
    return new DataEnd(fields.u32());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.DATA_END);
    out.u32(dataSectionCrc);
    out.end(begun);
  }
}
