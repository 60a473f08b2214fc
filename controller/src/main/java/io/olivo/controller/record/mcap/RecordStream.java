package io.olivo.controller.record.mcap;

import java.io.IOException;

/**
 * The records of a file that stand outside of chunks, one after the other, from the first magic
 * bytes to the last. Source: MCAP specification, "File Structure".
 */
final class RecordStream {
  private static final byte[] NOTHING = {};
  static final int LARGEST = 1 << 30; // bytes of one record
  private static final int FOOTER = 20; // bytes of its content

  private final Input in;
  private final boolean summed; // from the first byte on
  private final byte[] small = new byte[Magic.LENGTH + 1];
  private Section section;
  private boolean over;
  private boolean whole;
  private long begin; // byte of the file at which the record begins
  private long dataCrc; // of all before the record
  private int opcode;
  private byte[] body = NOTHING; // of the record; used again
  private int length; // of the body
  private long summaryStart; // byte of the file
  private long summaryCrc; // up to the sum in the footer

  /** From the magic bytes on. */
  RecordStream(Input in) {
    this(in, Section.START);
  }

  /** From somewhere in a section on. */
  RecordStream(Input in, Section section) {
    this.in = in;
    this.section = section;
    this.summed = section == Section.START;
    this.begin = in.position();
  }

  int opcode() {
    return opcode;
  }

  /** Of the record that {@link #next} found. */
  Fields fields() {
    return new Fields(body, 0, length, begin);
  }

  /** The bytes of these fields, good until the next record. */
  byte[] body() {
    return body;
  }

  /** Byte of the file at which the record begins, or at which nothing whole follows. */
  long begin() {
    return begin;
  }

  boolean isOver() {
    return over;
  }

  /** The footer and the last magic bytes were there. */
  boolean isWhole() {
    return whole;
  }

  /** Bytes of the file so far. */
  long position() {
    return in.position();
  }

  /**
   * Goes to the next record; false when there is none, or one that nobody needs.
   *
   * @throws McapException when it can't be what was written
   */
  boolean next() throws IOException {
    if (in.position() == 0 && !magic()) {
      return false;
    }
    begin = in.position();
    dataCrc = in.crc();
    if (!in.read(small, 0, Opcode.PREFIX)) {
      return cut();
    }
    Fields prefix = new Fields(small, 0, Opcode.PREFIX, begin);
    opcode = prefix.u8();
    if (!section.allows(opcode)) {
      throw lost("a record %02x, which can't stand here".formatted(opcode));
    }
    return content(prefix.u64()) && arrive();
  }

  private boolean content(long told) throws IOException {
    if (told < 0) {
      return cut(); // no file has as much
    }
    if (Opcode.isUnknown(opcode) || opcode == Opcode.MESSAGE_INDEX) {
      passOver(told);
      return false;
    }
    if (told > LARGEST) {
      passOver(told);
      throw new McapException(begin, "a record of " + told + " bytes is too large");
    }
    length = (int) told;
    return opcode == Opcode.FOOTER ? footer() : body(0, length) || cut();
  }

  private void passOver(long bytes) throws IOException {
    if (!in.skip(bytes)) {
      cut();
    }
  }

  private boolean body(int from, int to) throws IOException {
    body = in.fill(body, from, to);
    return body.length >= to;
  }

  /** Its sum covers all from the start of the summary to the field before the sum. */
  private boolean footer() throws IOException {
    if (length != FOOTER) {
      throw lost("a footer of " + length + " bytes");
    }
    if (!body(0, FOOTER - Integer.BYTES)) {
      return cut();
    }
    summaryCrc = in.crc();
    return body(FOOTER - Integer.BYTES, FOOTER) || cut();
  }

  /** The record is there. */
  private boolean arrive() throws IOException {
    switch (opcode) {
      case Opcode.HEADER -> section = Section.DATA;
      case Opcode.DATA_END -> endData();
      case Opcode.FOOTER -> endSummary();
      default -> {}
    }
    return true;
  }

  private void endData() throws McapException {
    section = Section.SUMMARY;
    summaryStart = in.position();
    in.restartCrc();
    if (summed) {
      requireCrc(begin, DataEnd.from(fields()).dataSectionCrc(), dataCrc, "all before");
    }
  }

  private void endSummary() throws IOException {
    Footer footer = Footer.from(fields());
    long at = begin;
    endFile();
    requireCrc(at, footer.summaryCrc(), summaryCrc, "the summary");
    if (footer.summaryStart() != 0 && footer.summaryStart() != summaryStart) {
      throw new McapException(at, "the summary is not where the footer says");
    }
  }

  private void endFile() throws IOException {
    if (magic()) {
      if (in.more()) {
        throw lost("there are bytes behind the end");
      }
      begin = in.position();
      over = true;
      whole = true;
    }
  }

  private boolean magic() throws IOException {
    begin = in.position();
    boolean all = in.read(small, 0, Magic.LENGTH);
    if (!Magic.begins(small, (int) (in.position() - begin))) {
      throw lost("these are not the magic bytes of an MCAP file");
    }
    return all || cut();
  }

  private static void requireCrc(long at, long told, long is, String what) throws McapException {
    if (told != 0 && told != is) {
      throw new McapException(
          at, "%s has the checksum %08x, not %08x as was written".formatted(what, is, told));
    }
  }

  /** The file ends here, in the middle of something. */
  private boolean cut() throws IOException {
    in.skip(Long.MAX_VALUE);
    over = true;
    return false;
  }

  /** Nobody knows where the next record begins. */
  private McapException lost(String reason) {
    over = true;
    return new McapException(begin, reason);
  }

  void close() throws IOException {
    in.close();
  }
}
