package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.NetSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticGradientsTest {
  private static final Kernels SOUND = new DoubleRows();
  private static final int WIDTH = TinyTask.WIDTH;

  private static SyntheticGradients rule(TinyTask task) {
    return new SyntheticGradients(task.net(), TinyTask.SAMPLES, new Chance(3));
  }

  /** Below linear outputs the gradient of the squared loss is linear: W W' h - W' y + W' b. */
  @Test
  void aPerfectModuleIsBackprop() {
    checkPerfectModule(SOUND);
  }

  /** Guesses use no transpose; that their lessons do is tried below. */
  @ParameterizedTest
  @EnumSource(names = {"DROPPED_SLOPE", "FLIPPED_SIGN", "STALE_ACTIVITY"})
  void aMistakeIsSeenWithAPerfectModule(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkPerfectModule(faulty));
  }

  private static TinyTask shallow(Kernels kernels) {
    List<Integer> widths = List.of(WIDTH, WIDTH, WIDTH);
    NetSpec spec = NetSpec.of(widths, Activation.TANH, Loss.SQUARED);
    TinyTask task = TinyTask.of(kernels, spec, TinyTask.SAMPLES);
    SOUND.fillNormal(task.net().bias(2), new Chance(5), 1);
    return task;
  }

  private static void checkPerfectModule(Kernels kernels) {
    TinyTask task = shallow(kernels);
    Mat w = task.net().weight(2);
    Mat one = SOUND.mat(WIDTH, WIDTH);
    for (int i = 0; i < WIDTH; i++) {
      double[] row = new double[WIDTH];
      row[i] = 1;
      SOUND.put(one, i, row);
    }
    SyntheticGradients rule = rule(task);
    SOUND.timesTransposed(rule.module(1).byActivity(), w, w);
    SOUND.timesTransposed(rule.module(1).byTarget(), one, w);
    SOUND.scale(rule.module(1).byTarget(), -1);
    SOUND.timesTransposed(rule.module(1).always(), task.net().bias(2), w);
    double error = task.gradients(rule).relativeError(shallow(SOUND).backprop());
    assertTrue(error < 1e-12, "error " + error);
  }

  /** In a linear net every gradient is linear, so that guesses made of guesses can be perfect. */
  @Test
  void modulesLearnBackpropWhereItIsLinear() {
    checkLearning(SOUND);
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAPPED_TRANSPOSE", "WRONG_LAYER"})
  void aMistakeInTheLessonsOfModulesIsSeen(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> checkLearning(faulty));
  }

  private static TinyTask linear(Kernels kernels) {
    NetSpec spec = NetSpec.of(TinyTask.WIDTHS, Activation.LINEAR, Loss.SQUARED);
    return TinyTask.of(kernels, spec, TinyTask.SAMPLES);
  }

  private static void checkLearning(Kernels kernels) {
    TinyTask task = linear(kernels);
    SyntheticGradients rule = rule(task);
    task.observe(rule);
    for (int i = 0; i < 3000; i++) {
      rule.observe();
      rule.teach(task.lesson());
    }
    double error = task.gradients(rule).relativeError(linear(SOUND).backprop());
    assertTrue(error < 1e-3, "error " + error);
  }

  @Test
  void modulesBeginSilent() {
    TinyTask task = TinyTask.of(SOUND, Loss.CROSS_ENTROPY);
    SyntheticGradients rule = rule(task);
    task.gradients(rule);
    assertEquals(0, SOUND.dot(rule.delta(1), rule.delta(1)));
    assertTrue(SOUND.dot(rule.delta(3), rule.delta(3)) > 0);
  }

  @Test
  void anUnlockedLayerReadsNothingFromAbove() {
    Guard guard = new Guard();
    TinyTask task = TinyTask.of(guard.kernels(), Loss.CROSS_ENTROPY);
    SyntheticGradients rule = rule(task);
    task.gradients(rule);
    for (int l = 1; l <= 2; l++) {
      guard.forbidAbove(l, task, rule);
      int layer = l;
      assertDoesNotThrow(() -> rule.unlock(layer));
      assertThrows(IllegalStateException.class, () -> rule.catchUp(layer));
      guard.allowAll();
    }
  }

  /** Kernels that will not touch some matrices. */
  private static final class Guard {
    private final Set<Mat> forbidden = Collections.newSetFromMap(new IdentityHashMap<>());

    private void forbidAbove(int l, TinyTask task, SyntheticGradients rule) {
      for (int above = l + 1; above <= task.net().layers(); above++) {
        forbidden.add(rule.activity(above));
        forbidden.add(rule.delta(above));
        forbidden.add(task.net().weight(above));
        forbidden.add(task.net().bias(above));
      }
    }

    private void allowAll() {
      forbidden.clear();
    }

    private Kernels kernels() {
      return (Kernels)
          Proxy.newProxyInstance(
              Kernels.class.getClassLoader(),
              new Class<?>[] {Kernels.class},
              (proxy, method, args) -> call(method, args));
    }

    private Object call(Method method, Object[] args) throws IllegalAccessException {
      for (Object one : args == null ? new Object[0] : args) {
        if (one instanceof Mat mat && forbidden.contains(mat)) {
          throw new IllegalStateException(method.getName() + " reads from above");
        }
      }
      try {
        return method.invoke(SOUND, args);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
