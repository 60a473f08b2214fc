package io.olivo.controller.record.mcap;

/**
 * A part of a recording, and what may stand there. Source: MCAP specification, "File Structure".
 */
enum Section {
  /** Only the header. */
  START,
  /** Chunks, attachments, facts, up to and with the end of the data. */
  DATA,
  /** What is told about them, up to and with the footer. */
  SUMMARY;

  boolean allows(int opcode) {
    return switch (opcode) {
      case 0 -> false;
      case Opcode.HEADER -> this == START;
      case Opcode.MESSAGE,
          Opcode.CHUNK,
          Opcode.MESSAGE_INDEX,
          Opcode.ATTACHMENT,
          Opcode.METADATA,
          Opcode.DATA_END ->
          this == DATA;
      case Opcode.CHUNK_INDEX,
          Opcode.ATTACHMENT_INDEX,
          Opcode.METADATA_INDEX,
          Opcode.STATISTICS,
          Opcode.SUMMARY_OFFSET,
          Opcode.FOOTER ->
          this == SUMMARY;
      default -> this != START; // schemas, channels, and what we do not know
    };
  }
}
