package io.olivo.sim.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of two images of 1 x 3 pixels, whole and damaged. */
class IdxFilesTest {
  private static final String IMAGES = "train-images-idx3-ubyte.gz";
  private static final String LABELS = "train-labels-idx1-ubyte.gz";
  private static final int[] HEAD = {2051, 2, 1, 3};
  private static final int[] PIXELS = {0, 255, 128, 73, 1, 254};

  @TempDir private Path folder;

  @BeforeEach
  void writeWholeFiles() throws IOException {
    for (String part : new String[] {"train", "t10k"}) {
      write(part + "-images-idx3-ubyte.gz", HEAD, PIXELS);
      write(part + "-labels-idx1-ubyte.gz", new int[] {2049, 2}, new int[] {9, 0});
    }
  }

  private void write(String name, int[] head, int[] bytes) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(4 * head.length + bytes.length);
    Arrays.stream(head).forEach(content::putInt);
    Arrays.stream(bytes).forEach(one -> content.put((byte) one));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(content.array());
    }
  }

  private void isRefused(String file, String because) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> IdxFiles.read(folder)).getMessage();
    assertTrue(message.contains(folder.toString()), message);
    assertTrue(message.contains(file), message);
    assertTrue(message.contains(because), message);
    assertTrue(
        message.endsWith(
            "apt-get install dataset-fashion-mnist,"
                + " or give --data-dir with the four idx.gz files"),
        message);
  }

  @Test
  void pixelsAreNormalisedAndLabelsKept() {
    Samples samples = IdxFiles.read(folder);
    for (Samples.Part part : new Samples.Part[] {samples.train(), samples.test()}) {
      assertArrayEquals(new float[] {-.8101983f, 2.0226629f, .6117868f}, part.x(0), 1e-6f);
      assertEquals(.000777f, part.x(1)[0], 1e-6f, "73/255 is about the mean");
      assertEquals(9, part.label(0));
      assertEquals(1, part.y(1)[0]);
      assertEquals(10, part.outputs());
      assertEquals(2, part.size());
    }
  }

  @Test
  void missingFileIsNamedWithItsFolderAndTheRemedy() throws IOException {
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    isRefused("t10k-labels-idx1-ubyte.gz", "has no file");
  }

  @Test
  void fileOfAnotherKindIsRefused() throws IOException {
    write(IMAGES, new int[] {2049, 2, 1, 3}, PIXELS);
    isRefused(IMAGES, "begins with 2049, not 2051");
  }

  @Test
  void fileThatIsNotZippedIsRefused() throws IOException {
    Files.write(folder.resolve(LABELS), new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 3, 0, 0});
    isRefused(LABELS, "cannot be read");
  }

  @Test
  void fileCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve(IMAGES));
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve(IMAGES), Arrays.copyOf(whole, length));
      isRefused(IMAGES, "is damaged");
    }
  }

  @Test
  void headWithoutEndIsRefused() throws IOException {
    write(LABELS, new int[] {2049}, new int[] {0, 0});
    isRefused(LABELS, "ends within the head, after 6 bytes");
  }

  @Test
  void headThatPromisesMoreOrLessThanFollowsIsRefused() throws IOException {
    int[][] wrong = {{3, 1, 3}, {1, 1, 3}, {2, 0, 3}, {-2, -1, 3}, {1 << 30, 1 << 30, 1 << 30}};
    for (int[] size : wrong) {
      write(IMAGES, new int[] {2051, size[0], size[1], size[2]}, PIXELS);
      isRefused(IMAGES, "promises " + Arrays.toString(size) + ", but 6 bytes follow");
    }
  }

  @Test
  void labelsForOtherImagesAreRefused() throws IOException {
    write(LABELS, new int[] {2049, 3}, new int[] {1, 2, 3});
    isRefused(LABELS, "3 labels for 2 images");
  }

  @Test
  void labelThatIsNoClassIsRefused() throws IOException {
    write(LABELS, new int[] {2049, 2}, new int[] {1, 200});
    isRefused(LABELS, "row 1 has label 200");
  }
}
