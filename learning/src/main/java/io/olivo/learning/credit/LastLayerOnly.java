package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;

/**
 * Only the last layer learns, on random hidden ones: the null that every rule must beat. A test
 * that only wants the loss to fall passes with it.
 *
 * <pre>
 * dW_L ~ h_(L-1)' dL/do
 * </pre>
 */
@HotPath
public final class LastLayerOnly extends LayeredRule {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR, Transport.NONE, 1, true, true, 0, "nowhere: it is a null", "a control");

  /** Binds it. */
  public LastLayerOnly(DenseNet net, int samples, Chance chance) {
    super(net, samples, chance);
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    return net.spec().macs() + (long) net.width(layers - 1) * net.width(layers);
  }

  @Override
  public void teach(Lesson lesson) {
    lesson.error(pass().output(), delta(layers));
  }

  @Override
  public void emit(UpdateSink sink) {
    sink.pair(layers, activity(layers - 1), delta(layers));
  }
}
