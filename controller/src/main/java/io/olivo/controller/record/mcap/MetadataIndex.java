package io.olivo.controller.record.mcap;

/**
 * Where a set of facts is. Source: MCAP specification, "Metadata Index (op=0x0D)".
 *
 * @param offset byte of the file at which it begins
 * @param length of the whole record [bytes]
 * @param name of the set
 */
public record MetadataIndex(long offset, long length, String name) implements McapRecord {
  static MetadataIndex from(Fields fields) throws McapException {
    return new MetadataIndex(fields.u64(), fields.u64(), fields.string());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.METADATA_INDEX);
    out.u64(offset);
    out.u64(length);
    out.string(name);
    out.end(begun);
  }
}
