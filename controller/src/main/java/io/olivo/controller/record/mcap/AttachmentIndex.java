package io.olivo.controller.record.mcap;

/**
 * Where an attachment is. Source: MCAP specification, "Attachment Index (op=0x0A)".
 *
 * @param offset byte of the file at which it begins
 * @param length of the whole record [bytes]
 * @param logTime when it was recorded [ns]
 * @param createTime when it was made [ns]; 0 for not known
 * @param dataSize of the attached file [bytes]
 * @param name of the attached file
 * @param mediaType of the attached file
 */
public record AttachmentIndex(
    long offset,
    long length,
    long logTime,
    long createTime,
    long dataSize,
    String name,
    String mediaType)
    implements McapRecord {
  static AttachmentIndex from(Fields fields) throws McapException {
    return new AttachmentIndex(
        fields.u64(),
        fields.u64(),
        fields.u64(),
        fields.u64(),
        fields.u64(),
        fields.string(),
        fields.string());
  }

  void to(RecordBuffer out) {
    int begun = out.begin(Opcode.ATTACHMENT_INDEX);
    out.u64(offset);
    out.u64(length);
    out.u64(logTime);
    out.u64(createTime);
    out.u64(dataSize);
    out.string(name);
    out.string(mediaType);
    out.end(begun);
  }
}
