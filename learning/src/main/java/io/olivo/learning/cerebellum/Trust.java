package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.olive.OlivaryTarget;

/**
 * How noisy a sample is taken to be. While the feedback works hard, a target that is {@code L}
 * ticks old says little about the weights of now.
 *
 * <pre>
 * rho = sum_j ((F u_fb,j)^2 + i_j^2) / (.1 u_max,j)^2      i_j: the inertial part of the target
 * R   = 1 + trust (L dt / trustLag)^2 rho
 * </pre>
 */
@HotPath
final class Trust {
  private static final double SHARE_OF_LIMIT = .1;

  private final double[] inverseSquare; // [output] 1 / (.1 u_max)^2
  private final CerebellarConstants constants;
  private final double dtSeconds;

  Trust(CerebellarConfig config) {
    constants = config.constants();
    dtSeconds = config.dtSeconds();
    inverseSquare = new double[config.outputLimits().length];
    for (int j = 0; j < inverseSquare.length; j++) {
      double share = SHARE_OF_LIMIT * config.outputLimits()[j];
      inverseSquare[j] = 1 / (share * share);
    }
  }

  /** R. */
  double noise(OlivaryTarget target, int lag) {
    double rho = 0;
    for (int j = 0; j < inverseSquare.length; j++) {
      double feedback = target.feedback(j);
      double inertial = target.inertial(j);
      rho += (feedback * feedback + inertial * inertial) * inverseSquare[j];
    }
    double lags = lag * dtSeconds / constants.trustLag();
    return 1 + constants.trust() * lags * lags * rho;
  }
}
