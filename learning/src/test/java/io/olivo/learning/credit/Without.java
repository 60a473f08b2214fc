package io.olivo.learning.credit;

import io.olivo.learning.net.Kernels;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kernels that leave one operation out. */
record Without(String operation) {
  Kernels of(Kernels kernels) {
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, args) -> {
              if (method.getName().equals(operation)) {
                return null;
              }
              try {
                return method.invoke(kernels, args);
              } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
              }
            });
  }
}
