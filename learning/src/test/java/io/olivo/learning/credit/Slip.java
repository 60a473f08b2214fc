package io.olivo.learning.credit;

import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** The mistakes that people make when they write a rule of perturbation. */
enum Slip {
  /** The loss before less the loss after. */
  TURNED_DIFFERENCE,
  /** The loss without noise is that of an earlier step. */
  STALE_LOSS,
  /** The noise is twice as large as that by which is divided. */
  LARGER_NOISE,
  /** What is put on is the noise of another layer or draw, not the one that is credited. */
  OTHER_NOISE;

  /** A teacher who is asked so. */
  Lesson in(Lesson lesson, CreditRule rule) {
    return switch (this) {
      case TURNED_DIFFERENCE -> told(lesson, rule, -1, 0);
      case STALE_LOSS -> told(lesson, rule, 1, .1);
      case LARGER_NOISE, OTHER_NOISE -> lesson;
    };
  }

  private static Lesson told(Lesson lesson, CreditRule rule, double factor, double stale) {
    Kernels kernels = ((LayeredRule) rule).kernels;
    return new Lesson() {
      @Override
      public void error(Mat output, Mat error) {
        lesson.error(output, error);
        spoil(output, error);
      }

      @Override
      public void loss(Mat output, Vec loss) {
        lesson.loss(output, loss);
        spoil(output, loss);
      }

      private void spoil(Mat output, Mat what) {
        kernels.scale(what, factor);
        if (output == rule.pass().output()) {
          Mat offset = kernels.mat(what.rows(), what.cols());
          kernels.fill(offset, stale);
          kernels.add(what, 1, offset);
        }
      }

      @Override
      public void target(Mat target) {
        lesson.target(target);
      }

      @Override
      public void reward(Mat chosen, Vec reward) {
        lesson.reward(chosen, reward);
      }
    };
  }

  /** Kernels with noise of this kind. */
  Kernels in(Kernels kernels) {
    Map<String, Mat> last = new HashMap<>();
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, args) -> {
              boolean isNoise = method.getName().startsWith("fill") && args.length == 3;
              if (this == LARGER_NOISE && isNoise) {
                args[2] = 2 * (double) args[2];
              }
              if (this == OTHER_NOISE && isPutOn(method.getName(), args)) {
                args[2] = last(kernels, last, (Mat) args[2]);
              }
              try {
                return method.invoke(kernels, args);
              } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
              }
            });
  }

  private static boolean isPutOn(String name, Object[] args) {
    return name.equals("add") && (double) args[1] == 1;
  }

  /** What a matrix of this shape was the time before. */
  private static Mat last(Kernels kernels, Map<String, Mat> last, Mat now) {
    Mat kept = kernels.mat(now.rows(), now.cols());
    kernels.copy(kept, now);
    Mat before = last.put(now.rows() + " x " + now.cols(), kept);
    return before == null ? now : before;
  }
}
