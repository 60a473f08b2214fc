package io.olivo.controller.record.mcap;

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
    metadata = Map.copyOf(metadata);
  }
}
