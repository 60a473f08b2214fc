package io.olivo.controller.record.mcap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stream of messages of one kind. Source: MCAP specification, "Channel (op=0x04)".
 *
 * @param id 0 to 65535
 * @param schemaId of what its messages look like; 0 for no schema
 * @param topic what it is known by
 * @param messageEncoding such as {@code json} or {@code cbor}
 * @param metadata what else there is to know
 */
public record Channel(
    int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
    implements McapRecord {
  /** Nobody changes the metadata later. */
  public Channel {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  static Channel from(Fields fields) throws McapException {
    return new Channel(
        fields.u16(), fields.u16(), fields.string(), fields.string(), fields.strings());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.CHANNEL);
    out.u16(id);
    out.u16(schemaId);
    out.string(topic);
    out.string(messageEncoding);
    out.strings(metadata);
    out.end(begun);
  }
}
