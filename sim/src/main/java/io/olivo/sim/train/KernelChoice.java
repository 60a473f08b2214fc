package io.olivo.sim.train;

import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.NetSpec;

/** Which single-precision kernels a net is trained with. */
public enum KernelChoice {
  /** Rows, as on the robot: the same bits everywhere. */
  ROWS,

  /** ND4J, for batches on a desktop. */
  ND4J,

  /** Whichever is the faster for the net and the batch on this machine, measured once per size. */
  FASTEST;

  /** New ones, for one thread. */
  public Kernels of(NetSpec spec, int samples) {
    return switch (this) {
      case ROWS -> new FloatRows();
      case ND4J -> new Nd4jKernels();
      case FASTEST -> FastestKernels.of(spec, samples);
    };
  }
}
