package io.olivo.controller.record.mcap;

import java.util.Arrays;

/**
 * What the messages of a channel look like. Source: MCAP specification, "Schema (op=0x03)".
 *
 * @param id 1 to 65535
 * @param name of the kind of message
 * @param encoding of the data, such as {@code jsonschema}; "" when there are none
 * @param data the schema itself
 */
@SuppressWarnings("ArrayRecordComponent") // equals below compares the bytes
public record Schema(int id, String name, String encoding, byte[] data) implements McapRecord {
  @Override
  public boolean equals(Object other) {
    return other instanceof Schema(int i, String n, String e, byte[] d)
        && id == i
        && name.equals(n)
        && encoding.equals(e)
        && Arrays.equals(data, d);
  }

  @Override
  public int hashCode() {
    return id;
  }

  static Schema from(Fields fields) throws McapException {
    int id = fields.u16();
    if (id == 0) {
      throw fields.damaged("a schema has the id 0, which means none");
    }
    return new Schema(id, fields.string(), fields.string(), fields.blob(fields.u32()));
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.SCHEMA);
    out.u16(id);
    out.string(name);
    out.string(encoding);
    out.blob(data);
    out.end(begun);
  }
}
