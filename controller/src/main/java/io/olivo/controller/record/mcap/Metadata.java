package io.olivo.controller.record.mcap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts about the recording. Source: MCAP specification, "Metadata (op=0x0C)".
 *
 * @param name of this set of facts
 * @param metadata the facts
 */
public record Metadata(String name, Map<String, String> metadata) implements McapRecord {
  /** Nobody changes the facts later. */
  public Metadata {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  static Metadata from(Fields fields) throws McapException {
    return new Metadata(fields.string(), fields.strings());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.METADATA);
    out.string(name);
    out.strings(metadata);
    out.end(begun);
  }
}
