package io.olivo.learning.credit;

import io.olivo.learning.net.Activation;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The mistakes that people make when they write a learning rule, made in the arithmetic under it. A
 * decisive check that still passes on such kernels decides nothing.
 */
enum Mutation {
  /** d is not multiplied by f'(a). */
  DROPPED_SLOPE {
    @Override
    Object call(Faulty faulty, Method method, Object[] args) {
      return method.getName().equals("timesSlope") ? null : faulty.plain(method, args);
    }
  },
  /** d has the other sign in hidden layers. */
  FLIPPED_SIGN {
    @Override
    Object call(Faulty faulty, Method method, Object[] args) {
      Object result = faulty.plain(method, args);
      if (method.getName().equals("timesSlope") && args[0] != Activation.LINEAR) {
        faulty.kernels.scale((Mat) args[1], -1);
      }
      return result;
    }
  },
  /** W where W' belongs. */
  SWAPPED_TRANSPOSE {
    @Override
    Object call(Faulty faulty, Method method, Object[] args) {
      if (method.getName().equals("timesTransposed")) {
        faulty.kernels.times((Mat) args[0], (Mat) args[1], (Mat) args[2]);
        return null;
      }
      return faulty.plain(method, args);
    }
  },
  /** Each forward product gives what it gave the time before. */
  STALE_ACTIVITY {
    @Override
    Object call(Faulty faulty, Method method, Object[] args) {
      Object result = faulty.plain(method, args);
      if (method.getName().equals("affine")) {
        faulty.swapWithLast((Mat) args[0]);
      }
      return result;
    }
  },
  /** The way back uses the weights of the layer that it used before. */
  WRONG_LAYER {
    @Override
    Object call(Faulty faulty, Method method, Object[] args) {
      if (method.getName().equals("timesTransposed")) {
        Mat right = (Mat) args[2];
        Mat wrong = faulty.weightsBefore == null ? right : faulty.weightsBefore;
        faulty.weightsBefore = right;
        faulty.kernels.timesTransposed((Mat) args[0], (Mat) args[1], wrong);
        return null;
      }
      return faulty.plain(method, args);
    }
  };

  abstract Object call(Faulty faulty, Method method, Object[] args);

  /** Kernels that make this mistake and no other. */
  Kernels in(Kernels kernels) {
    Faulty faulty = new Faulty(kernels);
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, args) -> call(faulty, method, args == null ? new Object[0] : args));
  }

  /** Right kernels, and what a mistake must remember. */
  static final class Faulty {
    private final Kernels kernels;
    private final Map<Mat, Mat> last = new IdentityHashMap<>();
    private Mat weightsBefore;

    private Faulty(Kernels kernels) {
      this.kernels = kernels;
    }

    Object plain(Method method, Object[] args) {
      try {
        return method.invoke(kernels, args);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    private void swapWithLast(Mat y) {
      Mat now = kernels.mat(y.rows(), y.cols());
      kernels.copy(now, y);
      Mat before = last.put(y, now);
      if (before != null) {
        kernels.copy(y, before);
      }
    }
  }
}
