package io.olivo.controller.record.mcap;

/**
 * The first record. Source: MCAP specification, "Header (op=0x01)".
 *
 * @param profile what the reader may count on; "" for nothing
 * @param library name and version of the program that wrote
 */
public record Header(String profile, String library) implements McapRecord {
  static Header from(Fields fields) throws McapException {
    return new Header(fields.string(), fields.string());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.HEADER);
    out.string(profile);
    out.string(library);
    out.end(begun);
  }
}
