package io.olivo.sim.train;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Images of ten classes from the four files in which MNIST and its kin are told.
 *
 * <pre>
 * images: int 2051, rows, height, width, then a byte a pixel     big endian, gzip
 * labels: int 2049, rows, then a byte a row
 * input = (pixel/255 - .286) / .353                              mean and deviation of Fashion-MNIST
 * </pre>
 *
 * <p>Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits"; Xiao, Rasul and
 * Vollgraf (2017), arXiv 1708.07747.
 */
public final class IdxFiles {
  /** Where Debian's package dataset-fashion-mnist puts them. */
  public static final Path DEFAULT_FOLDER = Path.of("/usr/share/datasets/fashion-mnist");

  private static final int IMAGES = 2051;
  private static final int LABELS = 2049;
  private static final int CLASSES = 10;
  private static final double MEAN = .286;
  private static final double DEVIATION = .353;
  private static final String REMEDY =
      "apt-get install dataset-fashion-mnist, or give --data-dir with the four idx.gz files";

  private IdxFiles() {}

  /**
   * Reads train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz and the same for t10k.
   *
   * @throws IllegalArgumentException naming folder, file, what is wrong and what to do
   */
  public static Samples read(Path folder) {
    return new Samples(part(folder, "train"), part(folder, "t10k"));
  }

  private static Samples.Part part(Path folder, String name) {
    Path images = folder.resolve(name + "-images-idx3-ubyte.gz");
    Path labels = folder.resolve(name + "-labels-idx1-ubyte.gz");
    float[][] x = images(images);
    int[] label = labels(labels);
    if (x.length != label.length) {
      throw damaged(labels, label.length + " labels for " + x.length + " images");
    }
    return Samples.Part.classes(x, label, CLASSES);
  }

  private static float[][] images(Path file) {
    ByteBuffer in = content(file, IMAGES, 3);
    float[] input = new float[256];
    for (int pixel = 0; pixel < input.length; pixel++) {
      input[pixel] = (float) ((pixel / 255.0 - MEAN) / DEVIATION);
    }
    float[][] x = new float[in.getInt(4)][in.getInt(8) * in.getInt(12)];
    for (float[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] = input[in.get() & 0xff];
      }
    }
    return x;
  }

  private static int[] labels(Path file) {
    ByteBuffer in = content(file, LABELS, 1);
    int[] label = new int[in.getInt(4)];
    for (int row = 0; row < label.length; row++) {
      label[row] = in.get();
      if (label[row] < 0 || label[row] >= CLASSES) {
        throw damaged(file, "row " + row + " has label " + (label[row] & 0xff) + ", not 0 to 9");
      }
    }
    return label;
  }

  /** The file, its head checked against its length, standing at the first byte of data. */
  private static ByteBuffer content(Path file, int magic, int dimensions) {
    ByteBuffer in = ByteBuffer.wrap(unzipped(file));
    int head = 4 + 4 * dimensions;
    if (in.limit() < head) {
      throw damaged(file, "it ends within the head, after " + in.limit() + " bytes");
    }
    if (in.getInt() != magic) {
      throw damaged(file, "it begins with " + in.getInt(0) + ", not " + magic);
    }
    int[] size = new int[dimensions];
    Arrays.setAll(size, i -> in.getInt());
    requireSize(file, size, in.remaining());
    return in;
  }

  private static void requireSize(Path file, int[] size, int bytes) {
    long wanted = 1;
    for (int one : size) {
      // no product beyond the bytes that are there, so that none overflows
      wanted = one > 0 && wanted <= bytes ? wanted * one : Long.MAX_VALUE;
    }
    if (wanted != bytes) {
      throw damaged(
          file, "its head promises " + Arrays.toString(size) + ", but " + bytes + " bytes follow");
    }
  }

  private static byte[] unzipped(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s has no file %s; %s".formatted(file.getParent(), file.getFileName(), REMEDY));
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    } catch (EOFException torn) {
      throw damaged(file, "it is cut off");
    } catch (IOException e) {
      throw damaged(file, "it cannot be read: " + e.getMessage());
    }
  }

  private static IllegalArgumentException damaged(Path file, String what) {
    return new IllegalArgumentException(file + " is damaged: " + what + "; " + REMEDY);
  }
}
