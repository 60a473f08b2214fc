package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProductFeaturesTest {
  private record Plain(int size) implements FeatureMap {
    @Override
    public Kind kind(int input) {
      return Kind.OTHER;
    }

    @Override
    public void fill(double[] state, double[] desired, double[] inputs) {}
  }

  private static double[] code(ProductFeatures features, double[] x) {
    double[] z = new double[features.size()];
    features.fill(x, z);
    return z;
  }

  @Test
  void aFewInputsHaveAllTheirProductsInTheirOrder() {
    double[] z = code(new ProductFeatures(new Plain(3)), new double[] {2, 3, 5});
    assertArrayEquals(new double[] {1, 2, 3, 5, 4, 6, 10, 9, 15, 25}, z);
  }

  @Test
  void twentyOneInputsAreTheMostThatAreLearnedInOneBlock() {
    assertEquals(1 + 21 + 231, new ProductFeatures(new Plain(21)).size());
    assertEquals(1, new ProductFeatures(new Plain(21)).blocks());
    assertEquals(2, new ProductFeatures(new Plain(22)).blocks());
  }

  @Test
  void sevenJointsKeepTheirLinearPartAndAllTheirProducts() {
    ProductFeatures features = new ProductFeatures(new Plain(35));
    assertEquals(1 + 35 + 630, features.size());
    assertEquals(7, features.blocks());
    double[] x = new double[35];
    Chance chance = new Chance(1);
    Arrays.setAll(x, i -> chance.normal());
    double[] z = code(features, x);
    assertArrayEquals(x, Arrays.copyOfRange(z, 1, 36));
    assertEquals(666, Arrays.stream(z).distinct().count(), "no product is drawn twice");
    assertTrue(features.isProduct(36) && !features.isProduct(35));
  }

  @Test
  void theSameProductsAreDrawnEveryTimeBecauseLearnedWeightsBelongToThem() {
    double[] x = new double[40];
    Arrays.setAll(x, i -> 1 + .1 * i);
    assertArrayEquals(
        code(new ProductFeatures(new Plain(40)), x), code(new ProductFeatures(new Plain(40)), x));
  }

  @Test
  void theFeaturesOfVeryManyInputsAreBounded() {
    assertEquals(768, new ProductFeatures(new Plain(100)).size());
    assertEquals(1001, new ProductFeatures(new Plain(1000)).size(), "linear only");
  }
}
