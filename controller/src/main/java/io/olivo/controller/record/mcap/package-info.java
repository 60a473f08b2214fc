/**
 * Recordings in MCAP, the container of robotics: a writer and a reader of version 0 of its
 * specification, since there is none in Java.
 *
 * <p>A file is magic bytes, a header, the data section, the summary, a footer, magic bytes. All of
 * it are records: opcode, length, content, little-endian. Our writer puts schemas, channels and
 * messages into chunks, each with a checksum and followed by an index of its messages; attachments
 * (files) and metadata (facts) stand between chunks. The summary repeats schemas and channels,
 * counts what there is, and says where chunks, attachments and metadata are. A file without its end
 * is read up to its last whole chunk.
 *
 * <ul>
 *   <li>{@link io.olivo.controller.record.mcap.McapWriter}: writes one, as {@code McapOptions} say;
 *       {@code ChunkBuilder} and {@code MessageIndexes} hold the chunk that is being filled, {@code
 *       SummarySection} what is told at the end, {@code RecordBuffer} makes bytes of both, {@code
 *       Output} sums and writes them. A message makes no garbage; a chunk some 100 bytes for each
 *       of its channels.
 *   <li>{@link io.olivo.controller.record.mcap.McapReader}: reads one, whole, cut or damaged, which
 *       {@link io.olivo.controller.record.mcap.Ending} tells, in the memory of one chunk; {@code
 *       RecordStream} finds the records outside of chunks, each in its {@code Section}, {@code
 *       ChunkReader} those within, {@code Definitions} knows schemas and channels, {@code Fields}
 *       takes records apart, {@code Input} reads and sums. What can't be is a {@code
 *       McapException}.
 *   <li>{@link io.olivo.controller.record.mcap.Summary}: the end alone, for who looks for a time.
 *   <li>{@link io.olivo.controller.record.mcap.McapRecord}: one record for each kind, which writes
 *       and reads itself; {@code Opcode} and {@code Magic} are the numbers of the specification.
 *   <li>{@link io.olivo.controller.record.mcap.Compression}: of chunks, by a {@code ChunkCodec}:
 *       {@code ZstdCodec}, or {@code Lz4Codec} with {@code Lz4Frames}, {@code Lz4Block} and {@code
 *       XxHash32} for the way back.
 * </ul>
 */
@NullMarked
package io.olivo.controller.record.mcap;

import org.jspecify.annotations.NullMarked;
