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
    implements McapRecord {}
