package io.olivo.controller.record.mcap;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schemas and channels so far. One that comes again must be the same, and none is used before
 * it came. Source: MCAP specification, "Schema (op=0x03)" and "Channel (op=0x04)".
 */
final class Definitions {
  private final Map<Integer, Schema> schemas = new HashMap<>();
  private final Map<Integer, Channel> channels = new HashMap<>();

  /**
   * Adds a schema or a channel, and wants the channel of a message.
   *
   * @param offset byte of the file at which the record is, for errors
   */
  void check(@Nullable McapRecord record, long offset) throws McapException {
    switch (record) {
      case Schema schema -> add(schema, offset);
      case Channel channel -> add(channel, offset);
      case Message message -> require(message.channelId(), offset);
      case null, default -> {}
    }
  }

  private void add(Schema schema, long offset) throws McapException {
    Schema before = schemas.putIfAbsent(schema.id(), schema);
    if (before != null && !before.equals(schema)) {
      throw new McapException(offset, "another schema with the id " + schema.id());
    }
  }

  private void add(Channel channel, long offset) throws McapException {
    if (channel.schemaId() != 0 && !schemas.containsKey(channel.schemaId())) {
      throw new McapException(
          offset,
          "channel %d wants schema %d, which is not there"
              .formatted(channel.id(), channel.schemaId()));
    }
    Channel before = channels.putIfAbsent(channel.id(), channel);
    if (before != null && !before.equals(channel)) {
      throw new McapException(offset, "another channel with the id " + channel.id());
    }
  }

  private void require(int channel, long offset) throws McapException {
    if (!channels.containsKey(channel)) {
      throw new McapException(offset, "a message of channel " + channel + ", which is not there");
    }
  }

  Channel channel(int id) {
    Channel found = channels.get(id);
    if (found == null) {
      throw new IllegalArgumentException("there is no channel " + id);
    }
    return found;
  }

  @Nullable Schema schema(int id) {
    return schemas.get(id);
  }
}
