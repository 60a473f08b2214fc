package io.olivo.sim.train;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;
import java.nio.FloatBuffer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Kernels in single precision on ND4J, for batches on a desktop.
 *
 * <p>Products and sums of whole matrices go straight to ND4J's BLAS, on the memory of its arrays,
 * and make no garbage; its operations on elements and rows do. BLAS sums in the order that suits
 * the processor, so the last bits differ from one kind of processor to another; on one machine and
 * one thread the same run gives the same bits.
 *
 * <p>The first one made in a process loads the library, which takes seconds.
 */
public final class Nd4jKernels implements Kernels {
  private static final double NORMAL_VARIANCE = 1e-5;

  private Nd4jMat ones; // [1][sample]

  /** On one thread. */
  public Nd4jKernels() {
    this(1);
  }

  /**
   * On several threads, the same for all of these kernels in the process.
   *
   * @throws IllegalStateException when ND4J has no machine code for this system
   */
  public Nd4jKernels(int threads) {
    try {
      ones = new Nd4jMat(1, 0);
      Nd4j.getEnvironment().setMaxMasterThreads(threads);
      Nd4j.getEnvironment().setMaxThreads(threads);
      openblas.blas_set_num_threads(threads);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "ND4J has no machine code for %s on %s"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          e);
    }
  }

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public Mat mat(int rows, int cols) {
    return new Nd4jMat(rows, cols);
  }

  @Override
  public Vec vec(int size) {
    return new Nd4jMat.OfOneRow(size);
  }

  @Override
  public Mat row(Mat x, int row) {
    return own(x).rowOf(row);
  }

  private static Nd4jMat own(Mat m) {
    return (Nd4jMat) m;
  }

  private static INDArray array(Mat m) {
    return own(m).array;
  }

  private static INDArray column(Vec v) {
    return ((Nd4jMat.OfOneRow) v).column;
  }

  @Override
  public void put(Mat y, int row, double[] values) {
    FloatBuffer into = own(y).view;
    for (int j = 0; j < y.cols(); j++) {
      into.put(row * y.cols() + j, (float) values[j]);
    }
  }

  @Override
  public void put(Mat y, int row, float[] values) {
    own(y).view.put(row * y.cols(), values, 0, y.cols());
  }

  @Override
  public void get(Mat x, int row, double[] values, int at) {
    FloatBuffer from = own(x).view;
    for (int j = 0; j < x.cols(); j++) {
      values[at + j] = from.get(row * x.cols() + j);
    }
  }

  @Override
  public void affine(Mat y, Mat x, Mat w, Vec b) {
    for (int n = 0; n < y.rows(); n++) {
      own(y).view.put(n * y.cols(), own(b).view, 0, y.cols());
    }
    addProduct(own(y), own(x), own(w), 1);
  }

  @Override
  public void times(Mat y, Mat x, Mat w) {
    addProduct(own(y), own(x), own(w), 0);
  }

  /** Y = share Y + X W. A single sample is a matrix by a vector, and BLAS is told so. */
  private static void addProduct(Nd4jMat y, Nd4jMat x, Nd4jMat w, float share) {
    int inputs = w.rows();
    int units = w.cols();
    if (y.rows() == 1) {
      openblas.cblas_sgemv(
          CblasRowMajor, CblasTrans, inputs, units, 1, w.data, units, x.data, 1, share, y.data, 1);
    } else {
      openblas.cblas_sgemm(
          CblasRowMajor,
          CblasNoTrans,
          CblasNoTrans,
          y.rows(),
          units,
          inputs,
          1,
          x.data,
          inputs,
          w.data,
          units,
          share,
          y.data,
          units);
    }
  }

  @Override
  public void timesTransposed(Mat y, Mat d, Mat w) {
    int inputs = w.rows();
    int units = w.cols();
    if (y.rows() == 1) {
      openblas.cblas_sgemv(
          CblasRowMajor,
          CblasNoTrans,
          inputs,
          units,
          1,
          own(w).data,
          units,
          own(d).data,
          1,
          0,
          own(y).data,
          1);
    } else {
      openblas.cblas_sgemm(
          CblasRowMajor,
          CblasNoTrans,
          CblasTrans,
          y.rows(),
          inputs,
          units,
          1,
          own(d).data,
          units,
          own(w).data,
          units,
          0,
          own(y).data,
          inputs);
    }
  }

  @Override
  public void addOuter(Mat w, double scale, Mat x, Mat d) {
    int inputs = w.rows();
    int units = w.cols();
    if (x.rows() == 1) {
      openblas.cblas_sger(
          CblasRowMajor,
          inputs,
          units,
          (float) scale,
          own(x).data,
          1,
          own(d).data,
          1,
          own(w).data,
          units);
    } else {
      openblas.cblas_sgemm(
          CblasRowMajor,
          CblasTrans,
          CblasNoTrans,
          inputs,
          units,
          x.rows(),
          (float) scale,
          own(x).data,
          inputs,
          own(d).data,
          units,
          1,
          own(w).data,
          units);
    }
  }

  @Override
  public void addColumnSums(Vec b, double scale, Mat d) {
    openblas.cblas_sgemv(
        CblasRowMajor,
        CblasTrans,
        d.rows(),
        d.cols(),
        (float) scale,
        own(d).data,
        d.cols(),
        ones(d.rows()).data,
        1,
        1,
        own(b).data,
        1);
  }

  private Nd4jMat ones(int samples) {
    Nd4jMat enough = ones;
    if (enough.cols() < samples) {
      enough = new Nd4jMat(1, samples);
      fill(enough, 1);
      ones = enough;
    }
    return enough;
  }

  @Override
  public void fill(Mat y, double value) {
    array(y).assign((float) value);
  }

  @Override
  public void copy(Mat y, Mat x) {
    openblas.cblas_scopy(own(y).size(), own(x).data, 1, own(y).data, 1);
  }

  @Override
  public void scale(Mat y, double scale) {
    openblas.cblas_sscal(own(y).size(), (float) scale, own(y).data, 1);
  }

  @Override
  public void add(Mat y, double scale, Mat x) {
    openblas.cblas_saxpy(own(y).size(), (float) scale, own(x).data, 1, own(y).data, 1);
  }

  @Override
  public void multiply(Mat y, Mat a, Mat x) {
    array(a).muli(array(x), array(y));
  }

  @Override
  public void sign(Mat y, Mat x) {
    Nd4j.getExecutioner().exec(new Step(array(x), array(y), 0));
    array(y).muli(2).subi(1);
  }

  @Override
  public void magnitude(Mat y, Mat x) {
    Nd4j.getExecutioner().exec(new Abs(array(x), array(y)));
  }

  @Override
  public void sigmoid(Mat y, Mat x) {
    Nd4j.getExecutioner().exec(new Sigmoid(array(x), array(y)));
  }

  /** Looks first: two passes that write cost more than one that reads. */
  @Override
  public void bound(Mat y, double most) {
    long largest = openblas.cblas_isamax(own(y).size(), own(y).data, 1);
    if (Math.abs(own(y).data.get(largest)) <= most) {
      return;
    }
    Nd4j.getExecutioner().exec(new ScalarMax(array(y), null, array(y), -most));
    Nd4j.getExecutioner().exec(new ScalarMin(array(y), null, array(y), most));
  }

  @Override
  public void activate(Activation f, Mat h, Mat a) {
    switch (f) {
      case TANH -> Nd4j.getExecutioner().exec(new Tanh(array(a), array(h)));
      case RELU -> Nd4j.getExecutioner().exec(new RectifiedLinear(array(a), array(h), 0));
      case LINEAR -> copy(h, a);
    }
  }

  @Override
  public void timesSlope(Activation f, Mat d, Mat h) {
    Nd4jMat slope = own(d).spare();
    switch (f) {
      case TANH -> { // d - d h^2
        multiply(slope, d, h);
        multiply(slope, slope, h);
        add(d, -1, slope);
      }
      case RELU -> {
        Nd4j.getExecutioner().exec(new Step(array(h), slope.array, 0));
        multiply(d, d, slope);
      }
      case LINEAR -> {}
    }
  }

  @Override
  public void softmax(Mat p, Mat o) {
    Nd4j.exec(new SoftMax(array(o), array(p)));
  }

  /** By plain loops: ND4J would need one call after the other for a few numbers. */
  @Override
  public void crossEntropy(Vec loss, Mat o, Mat y) {
    for (int n = 0; n < o.rows(); n++) {
      int from = n * o.cols();
      int best = largest(own(o).view, from, from + o.cols());
      double most = own(o).view.get(best);
      double sum = 0;
      double told = 0;
      for (int j = from; j < from + o.cols(); j++) {
        double drive = own(o).view.get(j) - most;
        sum += Elementary.exp(drive);
        told += own(y).view.get(j) * drive;
      }
      own(loss).view.put(n, (float) (StrictMath.log(sum) - told));
    }
  }

  /** Where the first of the largest is. */
  private static int largest(FloatBuffer x, int from, int to) {
    int best = from;
    for (int j = from + 1; j < to; j++) {
      best = x.get(j) > x.get(best) ? j : best;
    }
    return best;
  }

  @Override
  public void rowDots(Vec v, Mat a, Mat b) {
    column(v).assign(array(a).mul(array(b)).sum(true, 1));
  }

  @Override
  public void scaleRows(Mat y, Vec v) {
    array(y).muliColumnVector(column(v));
  }

  @Override
  public void normaliseRows(Mat y, Vec r) {
    INDArray rows = array(y);
    rows.subiColumnVector(rows.mean(true, 1));
    INDArray variance = rows.mul(rows).mean(true, 1);
    column(r).assign(Transforms.sqrt(variance.addi(NORMAL_VARIANCE), false).rdivi(1));
    rows.muliColumnVector(column(r));
  }

  @Override
  public void normaliseRowsBack(Mat d, Mat y, Vec r) {
    INDArray rows = array(d);
    INDArray along = rows.mul(array(y)).mean(true, 1);
    rows.subiColumnVector(rows.mean(true, 1));
    rows.subi(array(y).mulColumnVector(along));
    rows.muliColumnVector(column(r));
  }

  @Override
  public void pickLargest(Mat mask, Mat q) {
    FloatBuffer into = own(mask).view;
    for (int n = 0; n < q.rows(); n++) {
      int from = n * q.cols();
      int best = largest(own(q).view, from, from + q.cols());
      for (int j = from; j < from + q.cols(); j++) {
        into.put(j, j == best ? 1 : 0);
      }
    }
  }

  @Override
  public void explore(Mat mask, Mat q, double probability, Chance chance) {
    FloatBuffer into = own(mask).view;
    for (int n = 0; n < q.rows(); n++) {
      boolean explores = chance.uniform() < probability;
      double share = chance.uniform();
      if (explores) {
        int from = n * q.cols();
        int chosen = drawn(own(q).view, from, from + q.cols(), share);
        for (int j = from; j < from + q.cols(); j++) {
          into.put(j, j == chosen ? 1 : 0);
        }
      }
    }
  }

  /** The first place up to which more than this share of exp(q) stands. */
  private static int drawn(FloatBuffer q, int from, int to, double share) {
    double most = q.get(largest(q, from, to));
    double all = 0;
    for (int j = from; j < to; j++) {
      all += Elementary.exp(q.get(j) - most);
    }
    int place = from;
    double passed = Elementary.exp(q.get(from) - most);
    while (place < to - 1 && passed <= share * all) {
      place++;
      passed += Elementary.exp(q.get(place) - most);
    }
    return place;
  }

  @Override
  public void takeColumns(Mat y, Mat x, int from) {
    array(y).assign(columns(x, from, y.cols()));
  }

  @Override
  public void putColumns(Mat y, int from, Mat x) {
    columns(y, from, x.cols()).assign(array(x));
  }

  private static INDArray columns(Mat x, int from, int count) {
    return array(x).get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + count));
  }

  @Override
  public void scaleColumns(Mat y, Vec v) {
    array(y).muliRowVector(array(v));
  }

  @Override
  public void fillNormal(Mat y, Chance chance, double deviation) {
    for (int i = 0; i < own(y).size(); i++) {
      own(y).view.put(i, (float) (deviation * chance.normal()));
    }
  }

  @Override
  public void fillSigns(Mat y, Chance chance, double size) {
    for (int i = 0; i < own(y).size(); i++) {
      own(y).view.put(i, (float) (chance.bits() < 0 ? -size : size));
    }
  }

  @Override
  public double dot(Mat a, Mat b) {
    return openblas.cblas_dsdot(own(a).size(), own(a).data, 1, own(b).data, 1);
  }

  @Override
  public double largest(Mat x) {
    FloatBuffer all = own(x).view;
    float most = 0;
    for (int i = 0; i < own(x).size(); i++) {
      most = Math.max(most, Math.abs(all.get(i)));
    }
    return most;
  }

  @Override
  public boolean areFinite(Mat x) {
    float sum = openblas.cblas_sasum(own(x).size(), own(x).data, 1);
    return Math.abs(sum) <= Float.MAX_VALUE || areFiniteEach(own(x));
  }

  /** The sum of large numbers may overflow though each is one. */
  private static boolean areFiniteEach(Nd4jMat x) {
    boolean finite = true;
    for (int i = 0; i < x.size(); i++) {
      finite &= Math.abs(x.view.get(i)) <= Float.MAX_VALUE;
    }
    return finite;
  }
}
