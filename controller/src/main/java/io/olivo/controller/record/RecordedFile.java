package io.olivo.controller.record;

/**
 * A file that a recording brings with it.
 *
 * @param name in the recording; what it is for is the part before the first slash, such as {@code
 *     robot/arm2.yaml}
 * @param mediaType such as {@code application/yaml}
 * @param bytes the file; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RecordedFile(String name, String mediaType, byte[] bytes) {}
